/** What an edit asks of the run. */
export type Rerun = {
  /** Load the present document again. During a drag at most one load is under way, and the newest wins. */
  request: (during: 'drag' | 'edit') => void
  /** The load that was under way has ended (arrived, refused or failed). */
  ended: () => void
}

/**
 * Rule D12b: an edit runs the document again to the same playhead. A drag makes edits faster than
 * runs can be made: without waiting none would ever arrive, and the picture would stand still.
 * A finished edit waits for nothing: its load takes the place of the one under way.
 */
export function createRerun(load: () => void): Rerun {
  let underWay = false
  let wanted = false

  function start() {
    underWay = true
    wanted = false
    load()
  }

  return {
    request(during) {
      if (during === 'drag' && underWay) wanted = true
      else start()
    },
    ended() {
      underWay = false
      if (wanted) start()
    },
  }
}
