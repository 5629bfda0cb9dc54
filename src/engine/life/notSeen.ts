/** Why a consumer has not worked a record yet; `seen` when it has. `ahead`: records that come before it there. */
export type NotSeen = {
  reason:
    | 'seen'
    | 'notConnected'
    | 'notMade'
    | 'notStored'
    | 'lostBeforeStoring'
    | 'notWanted'
    | 'copyWaits'
    | 'beforeItsStart'
    | 'expiredUnread'
    | 'skipped'
    | 'discarded'
    | 'lost'
    | 'failing'
    | 'nobodyReads'
    | 'notRegistered'
    | 'notFetched'
    | 'inWork'
    | 'takenByAnother'
    | 'inFlight'
    | 'locked'
    | 'delayed'
    | 'tooManyInFlight'
    | 'repetition'
    | 'waiting'
    | 'deadLettered'
    | 'gone'
  ahead: number
}

export const because = (reason: NotSeen['reason'], ahead = 0): NotSeen => ({ reason, ahead })
