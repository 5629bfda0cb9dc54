/**
 * What can have become of a message, each with a form of its own: colour and letter say which key it has, form says its state.
 * At grain size five forms are left: solid, hollow, hollow vermilion, dotted and a cross.
 */
export const MESSAGE_FORMS = [
  'stored',
  'travelling',
  'received',
  'processed',
  'duplicate',
  'refused',
  'deadLetter',
  'expired',
  'replayed',
  'lost',
] as const

export type MessageForm = (typeof MESSAGE_FORMS)[number]
