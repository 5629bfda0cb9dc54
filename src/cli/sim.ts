import { answerTo } from './sim/answerTo.ts'

const { status, stdout, stderr } = await answerTo(process.argv.slice(2))
process.stdout.write(stdout)
process.stderr.write(stderr)
process.exitCode = status
