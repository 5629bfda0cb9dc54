import type { Intervention } from '../scenario/intervention.ts'

/** A reader begins again further back: where a person put it, or after a crash at its checkpoint. */
export const isStepBack = ({ action }: Intervention): boolean =>
  action === 'goTo' || action === 'goToRecord' || action === 'crash'
