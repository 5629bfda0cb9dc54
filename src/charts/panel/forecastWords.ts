import { ageingPerSecond, type Flow, forecast } from '../../review/forecast.ts'
import { rateText } from '../../ui/rateText.ts'
import { durationText } from './latencyView.ts'

/** One estimate: what, in how long, and the sum it comes from. */
export type Estimate = { what: string; when: string; formula: string }

const per = (value: number) => `${rateText(value)}/s`
const inTime = (seconds: number) =>
  seconds < 3600 ? `in ${durationText(seconds)}` : `in ${rateText(seconds / 3600)} h`

/** The three estimates in words, each with its numbers put into its formula. */
export function estimatesOf(flow: Flow): Estimate[] {
  const { drain, loss, noReturn } = forecast(flow)
  const { backlog, ageSeconds, inPerSecond, outPerSecond, fullPerSecond, retentionSeconds } = flow
  const pace = `${per(inPerSecond)} come in, ${per(outPerSecond)} are done`
  const ageing = Number(ageingPerSecond(flow).toPrecision(2))
  return [
    {
      what: 'Drained',
      when: drain === null ? 'never at this pace' : drain === 0 ? 'now' : inTime(drain),
      formula:
        drain === null
          ? pace
          : drain === 0
            ? 'nothing waits'
            : `${rateText(backlog)} ÷ (${per(outPerSecond)} − ${per(inPerSecond)})`,
    },
    {
      what: 'First record lost to retention',
      when: loss === null ? 'never at this pace' : loss === 0 ? 'now' : inTime(loss),
      formula:
        loss === null
          ? 'the oldest does not reach the age at which it expires'
          : `(${inHours(retentionSeconds)} − ${durationText(ageSeconds)}) ÷ ${ageing} s older every second`,
    },
    {
      what: 'Point of no return',
      when: noReturnText(noReturn, fullPerSecond, loss),
      formula:
        fullPerSecond === null || !Number.isFinite(fullPerSecond)
          ? 'the most that its readers can do is not known'
          : loss === null
            ? `full speed is ${per(fullPerSecond)}`
            : fullPerSecond < inPerSecond
              ? `full speed, ${per(fullPerSecond)}, is less than the ${per(inPerSecond)} that come in`
              : `when more waits than full speed, ${per(fullPerSecond)}, does in ${inHours(retentionSeconds)}; at the latest with the first loss`,
    },
  ]
}

const inHours = (seconds: number) => `${rateText(seconds / 3600)} h`

function noReturnText(noReturn: number | null, full: number | null, loss: number | null): string {
  if (loss === null) return 'none'
  if (noReturn === null) return full === null ? 'not known' : 'none'
  return noReturn === 0 ? 'passed' : inTime(noReturn)
}
