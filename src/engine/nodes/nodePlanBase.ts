/** What the plan says of every node of a registered kind; each kind adds its own. */
export type NodePlanBase = {
  id: string
  kind: string
  recordsPerDot: number
  /** Numbers that may be set during the run. */
  turnable: Record<string, number>
  /** Id of the node whose records come on its tracks; absent when it has none. */
  readsFrom?: string
}
