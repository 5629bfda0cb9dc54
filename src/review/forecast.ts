/** What a reader and its store look like at a moment. Rates are records or messages a second. */
export type Flow = {
  /** Stored and not yet processed. */
  backlog: number
  /** Age of the oldest of these. */
  ageSeconds: number
  inPerSecond: number
  outPerSecond: number
  /** What the reader could do at most; null where that is not known. */
  fullPerSecond: number | null
  /** After this age the store drops a record, read or not. */
  retentionSeconds: number
}

/** In seconds from that moment, if everything goes on as it does; null: never at this pace. `noReturn` is null also where it is not known. */
export type Forecast = { drain: number | null; loss: number | null; noReturn: number | null }

/** A difference of rates below this share of what comes in is no trend. */
const TREND = 0.01

/** W18, W55: the backlog goes down by what is done beyond what comes in. */
export function secondsToDrain({ backlog, inPerSecond, outPerSecond }: Flow): number | null {
  const faster = outPerSecond - inPerSecond
  if (backlog <= 0) return faster < -TREND * inPerSecond ? null : 0
  return faster > TREND * inPerSecond ? backlog / faster : null
}

/** W20, W52: how many seconds the oldest record ages in a second. What waits lies as dense as it came in. */
export function ageingPerSecond({ backlog, ageSeconds, inPerSecond, outPerSecond }: Flow): number {
  const dense = backlog > 0 && ageSeconds > 0 ? backlog / ageSeconds : inPerSecond
  const ageing = dense > 0 ? 1 - outPerSecond / dense : 0
  // Old and thin: once that is done, the rest lies as dense as what comes in now.
  return ageing <= TREND && inPerSecond > 0 ? Math.max(0, 1 - outPerSecond / inPerSecond) : ageing
}

/** W20: until the oldest record is as old as the store allows. A backlog that drains in time loses nothing. */
export function secondsToLoss(flow: Flow): number | null {
  const drain = secondsToDrain(flow)
  if (drain !== null && drain <= flow.retentionSeconds) return null
  const ageing = ageingPerSecond(flow)
  return ageing > TREND ? Math.max(0, flow.retentionSeconds - flow.ageSeconds) / ageing : null
}

/**
 * Until full speed can no longer save every record: when the backlog is more than the reader works off within the retention time,
 * at the latest with the first loss. 0 where full speed is less than what comes in and records will be lost.
 */
export function secondsToNoReturn(flow: Flow): number | null {
  const { backlog, inPerSecond, outPerSecond, fullPerSecond, retentionSeconds } = flow
  const loss = secondsToLoss(flow)
  if (fullPerSecond === null || loss === null) return null
  if (fullPerSecond < inPerSecond) return 0
  const grows = inPerSecond - outPerSecond
  const tooMuch = fullPerSecond * retentionSeconds - backlog
  const seconds = grows > 0 ? Math.max(0, tooMuch) / grows : tooMuch <= 0 ? 0 : loss
  return Math.min(loss, seconds)
}

export function forecast(flow: Flow): Forecast {
  return { drain: secondsToDrain(flow), loss: secondsToLoss(flow), noReturn: secondsToNoReturn(flow) }
}
