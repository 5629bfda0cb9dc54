// Fields of a slot: a message of a FIFO queue from its first receive until it is gone. Slots of one group are linked in the
// order of sending; links are the slot's number + 1, 0 = none.

/** Number of the message, from 1; 0 = the slot is free. */
export const MESSAGE = 0
export const STATE = MESSAGE + 1
export const RECEIVES = STATE + 1
export const GROUP = RECEIVES + 1
export const BEFORE = GROUP + 1
export const BEHIND = BEFORE + 1
export const SENT_AT = BEHIND + 1
export const RECEIVED_AT = SENT_AT + 1
/** -1 until it has been received. */
export const FIRST_RECEIVED_AT = RECEIVED_AT + 1
/** FIFO.16: number + 1 of the attempt that its present receive belongs to, 0 = none; and the next slot of that receive. */
export const ATTEMPT = FIRST_RECEIVED_AT + 1
export const NEXT_OF_ATTEMPT = ATTEMPT + 1
export const SLOT_FIELDS = NEXT_OF_ATTEMPT + 1

export const VISIBLE = 1
export const IN_FLIGHT = 2
