// What the numbering gives to a link of a producer.

export type LinkTimers = { flush: number; calls: number; retries: number }
export type LinkStreams = { latency: number; jitter: number; failure: number }
type LinkTracks = { stored: number; refused: number; rows: number; recordsPerDot: number }
export type LinkResources = { timers: LinkTimers; streams: LinkStreams; tracks: LinkTracks }
