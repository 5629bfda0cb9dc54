const RENEW = 0
const PASS = RENEW + 1
const DISCOVER = PASS + 1
const REPORT = DISCOVER + 1
/** How many timers a worker has. */
export const OF_WORKER = REPORT + 1

/** What a worker does again and again: renew its leases, take or assign leases, look for what it was assigned, report its load. */
export const WorkerTimer = { renew: RENEW, pass: PASS, discover: DISCOVER, report: REPORT } as const

const HEARTBEAT = 0
const AUDIT = HEARTBEAT + 1
const SYNC = AUDIT + 1
const OF_APPLICATION = SYNC + 1

/** What the application does, whoever of its workers: the leader's heartbeat, and the two looks at the stream's shards. */
export const ApplicationTimer = { heartbeat: HEARTBEAT, audit: AUDIT, sync: SYNC } as const

/** Timers of an application with so many workers. */
export function kclTimerCount(workers: number): number {
  return workers * OF_WORKER + OF_APPLICATION
}
