// Sizes of storage and the shape of our own machinery, each named once. Nothing of AWS's and no assumption about it stands here:
// those arrive through the plan.

export const HALF = 0.5
export const PERCENT = 0.01

/** The shift and mask operators work on words of 32 bits. */
export const WORD_BITS = 32
export const WORD_BYTES = 4
export const HALF_WORD_BITS = 16
export const HALF_WORD_VALUES = 65_536
export const WORD_VALUES = 4_294_967_296
export const BYTE_VALUES = 256
/** An MD5 has as many bits, and so has a hash key. */
export const MD5_BITS = 128

/** 1,024 is 1 << 10. */
export const KIBI_BITS = 10

/** A column that grows begins with room for so many. */
export const FIRST_ROOM = 16

/** What scenarios call "erlang" is the sum of so many exponentials. */
export const ERLANG_SHAPE = 4

/** The picture tells eight paints apart, the last one for whatever has none of its own: three bits. */
export const PAINT_BITS = 3

/** In a row of records whose key or size needs more than half a word, the key has so many values: more than a scenario can name. */
export const KEY_VALUES = 8_388_608

/** A back-off that began at a microsecond and doubled so often would last two weeks. */
export const BACKOFF_DOUBLINGS = 40

/** How far a reader's forecast looks: more draws than two full batches take when no work fails. */
export const FORECAST_DRAWS = 25_000

/** SHA-256 mixes blocks of 16 words into 8 words, in 64 rounds. */
export const SHA256_BLOCK_WORDS = 16
export const SHA256_STATE_WORDS = 8
export const SHA256_ROUNDS = 64
/** A word of its schedule is made from those that stand so far before it. */
export const SHA256_BACK = { oldest: 16, old: 15, middle: 7, young: 2 } as const
/** Bits by which its four functions turn a word round, or shift it out. */
export const SHA256_SCHEDULE_0 = { first: 7, second: 18, lost: 3 } as const
export const SHA256_SCHEDULE_1 = { first: 17, second: 19, lost: 10 } as const
export const SHA256_SUM_0 = { first: 2, second: 13, third: 22 } as const
export const SHA256_SUM_1 = { first: 6, second: 11, third: 25 } as const
