// Sizes of storage and the shape of our own machinery, each named once. Nothing of AWS's and no assumption about it stands here:
// those arrive through the plan. Files whose loops run for every record give what they take from here a name of their own: outside
// of a bundle each look at an imported number is a call.

export const HALF = 0.5
export const PERCENT = 0.01

/** The shift and mask operators work on words of 32 bits. */
export const WORD_BITS = 32
export const WORD_BYTES = 4
export const DOUBLE_BYTES = 8
export const HALF_WORD_BITS = 16
export const HALF_WORD_VALUES = 65_536
export const WORD_VALUES = 4_294_967_296
export const BYTE_VALUES = 256
/** An MD5 has as many bits, and so has a hash key. */
export const MD5_BITS = 128

export const KIBI_BITS = 10
export const KIBI = 1_024

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

/** Logs grow by chunks of 4,096 rows, and a log of gaps keeps every 64th moment whole. */
export const LOG_CHUNK_BITS = 12
export const GAP_BLOCK_BITS = 6

/** A histogram cuts every power of two into 16 steps and ends at 2^43 µs. */
export const HISTOGRAM_STEP_BITS = 4
export const HISTOGRAM_POWERS = 43

/** Draws made at a time. */
export const DRAWS_AT_A_TIME = 32

/** Up to so many keys 32 random bits times the count are exact in a double, so that an index never reaches the count. */
export const KEYS_AT_MOST = 2_097_152
/** Any steeper, and all records take one key. */
export const ZIPF_EXPONENT_AT_MOST = 100

/** A wave is drawn in so many straight pieces a period. */
export const WAVE_PIECES = 48
export const TWO_PI = 6.283185307179586

/** UTF-16 writes a character above 16 bits as two units: ten bits from the high surrogates, ten from the low ones. */
export const HIGH_SURROGATES = 0xd800
export const LOW_SURROGATES = 0xdc00
export const AFTER_SURROGATES = 0xe000
/** U+FFFD stands for a surrogate without its partner. */
export const REPLACEMENT_CHARACTER = 0xfffd
/** UTF-8 (RFC 3629): the first byte says how many follow, and each that follows carries six bits. */
export const ENDS_ONE_BYTE = 0x80
export const ENDS_TWO_BYTES = 0x800
export const FIRST_OF_TWO = 0xc0
export const FIRST_OF_THREE = 0xe0
export const FIRST_OF_FOUR = 0xf0
export const FOLLOWING = 0x80
export const FOLLOWING_BITS = 6
export const FOLLOWING_MASK = 0x3f
/** A unit of UTF-16 never takes more: a character of four bytes is two units. */
export const UTF8_BYTES_A_UNIT = 3

/** Where the two halves of a fingerprint begin, and what keeps them apart: numbers without a pattern. */
export const DIGEST_HIGH_SEED = 0x9e3779b9
export const DIGEST_LOW_SEED = 0x7f4a7c15
export const DIGEST_LOW_MASK = 0x5bd1e995
export const HEXADECIMAL = 16
export const HEXADECIMAL_DIGITS_A_WORD = 8
