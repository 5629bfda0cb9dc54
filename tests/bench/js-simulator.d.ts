// js-simulator brings no types; these are the parts that the bench uses, as its README describes them.
declare module 'js-simulator' {
  class SimEvent {
    constructor(rank?: number)
    time: number
  }
  class Scheduler {
    current_time: number | null
    hasEvents(): boolean
    schedule(event: SimEvent & { update(deltaTime: number): void }, time: number): void
    /** Runs all events of the next moment. */
    update(): void
  }
  const jssim: { SimEvent: typeof SimEvent; Scheduler: typeof Scheduler }
  export default jssim
}
