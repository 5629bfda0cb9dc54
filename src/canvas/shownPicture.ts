import type { Frame } from '../protocol/frame.ts'
import type { Layout } from '../protocol/layout.ts'
import type { Memory, Moment, StagePicture } from './stagePicture.ts'
import type { StagePlan } from './stagePlan.ts'

export type ShownPicture = {
  frame: Frame
  layout: Layout
  plan: StagePlan
  picture: StagePicture
  moment: Moment
  memory: Memory
}

/** What was drawn last, for those who ask which message a point of it stands for. */
export const shown: { picture: ShownPicture | null } = { picture: null }
