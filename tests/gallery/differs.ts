/** What is not as on the design's sheet, by the entry; "section 10" is the one of the design's guide that corrects its pictures. */
export const DIFFERS: Readonly<Record<string, string>> = {
  'producer-calm': 'the rate is a length on a scale and no dial (section 10). The button sends one record.',
  'producer-pushed-back': 'the share is not vermilion, since nothing is refused by it (section 10); what was lost is.',
  'stream-beads': 'one reader, as in the first scene; many stand below.',
  'stream-grains':
    'the limit has its name, and two bars stand before the tape, since records or bytes may bind (section 10).',
  'stream-full': 'both limits are drawn as bars before the tape; only the one that binds is hatched.',
  'stream-readers':
    'three readers that are pushed to, as double lines; how much would be read again is the hatch alone.',
  'queue-beads':
    'what waits lies at the left, what is received at the right, level with its worker. Seconds are told by the ring, in words only without motion.',
  'queue-grains': 'the brim has its name (section 10). Few are hollow here, because workers hold few.',
  'dead-letters': 'the tray is as large as a queue, because it is one.',
  'fifo-lanes':
    'of a ring and a dashed ghost the ring alone is drawn where more than five lanes leave no room for both; the numbers close up stand in the beads.',
  topic: 'identical copies and no prism (section 10), in the paint of what came last. Their letters come close up.',
  application: 'the generation of the library is named, and a star marks the leader of KCL 3.',
  'application-crash': 'the worker that died keeps its place in the row.',
  pool: 'a worker is a row, since its messages come along a line of its own.',
  lambda: 'a square is one environment or, when there are many, as many as it says.',
  downstream:
    'one drum for every system, where the sheet has three signs: a scenario does not say which system it is. What waits has a bar of its own.',
  monolith: 'the tank is wider and lower, and says what one dot is.',
  'monolith-dead': 'as on the sheet; outlines and crosses alike are lost, the crosses say so.',
  archive: 'one shelf of several rows.',
  'message-travelling': 'the tail has the width of the way.',
  'message-processed': 'in the hand of the worker that did it, whose place is dashed.',
  'message-duplicate': 'around a ghost, because in a queue a duplicate is a second delivery.',
  'message-refused': 'the turn is the way back itself, and each message on it a ring.',
  'message-lost': 'at the size of a dot: a cross without its outline.',
}

/** Of the sheet, but of no picture here. */
export const NOT_HERE =
  'On the sheet and not on the canvas: a message out of order. Order is the matter of the order lens, which draws arrival against processing.'
