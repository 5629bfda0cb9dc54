import type { KindHelp } from './fieldHelp.ts'

const REPLAY = 'Replay'

export const ARCHIVE_HELP: KindHelp = {
  replayPerSecond: {
    group: REPLAY,
    basic: true,
    help: 'So many records a second are sent again, each as a new message.',
  },
  retentionHours: {
    group: REPLAY,
    help: 'What is older is not sent again.',
  },
}
