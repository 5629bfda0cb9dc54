import { LIMITS } from '../../aws/index.ts'
import { awsTick, type KindHelp } from './fieldHelp.ts'

const READING = 'Reading'

export const FAN_OUT_HELP: KindHelp = {
  reading: {
    group: READING,
    basic: true,
    help: 'Applications that poll share the read limits of each shard. One with enhanced fan-out is a registered consumer and has throughput of its own; AWS bills it apart.',
  },
  fanOutBytesPerSecond: {
    group: READING,
    help: 'With enhanced fan-out: what this application gets from one shard, whatever others read.',
    ticks: [awsTick('KIN3.01')],
  },
  pushLatencyMs: {
    group: READING,
    help: 'With enhanced fan-out: AWS tells an average of about 70 ms; here every record takes the same time.',
    ticks: [{ value: LIMITS['KIN3.07'].value, label: 'AWS on average', factId: 'KIN3.07' }],
  },
}
