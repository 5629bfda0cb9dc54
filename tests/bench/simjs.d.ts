// simjs brings no types and exports nothing: its bundle puts itself on `window`. The parts that the bench uses.
declare module 'simjs' {
  class Entity {
    constructor(sim: SimRun, name?: string)
    time(): number
    setTimer(duration: number): SimRequest
  }
  type SimRequest = {
    done<Arguments extends unknown[]>(
      callback: (...args: Arguments) => void,
      context?: Entity,
      args?: Arguments,
    ): SimRequest
  }
  class SimRun {
    addEntity<Arguments extends unknown[]>(
      Class: { new (sim: SimRun, name?: string): Entity & { start(...args: Arguments): void } },
      name: string,
      ...args: Arguments
    ): void
    simulate(endTime: number): boolean
  }
  export type SimGlobal = { Sim: typeof SimRun; Entity: typeof Entity }
}
