const WAITING = 0
const WORKING = WAITING + 1
const DEAD = WORKING + 1
const CALLING = DEAD + 1
const PAUSED = CALLING + 1

/** What a worker of a pool is at. */
export const WorkerState = { waiting: WAITING, working: WORKING, dead: DEAD, calling: CALLING, paused: PAUSED } as const
