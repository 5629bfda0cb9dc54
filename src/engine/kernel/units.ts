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
