import type { KindHelp } from './fieldHelp.ts'

export const NOTE_HELP: KindHelp = {
  text: {
    group: 'Note',
    basic: true,
    help: 'What stands on the canvas. It belongs to the scene and its link, and the run knows nothing of it.',
  },
}
