// The one engine file that may name the built-in object. Its functions below are exact by the language's
// definition, so they agree everywhere; logarithm, exponential and sine are not (Node and Chromium differ in
// 7 to 10 % of inputs), so they are built here from + - * / and views of a double's bits.
// The polynomials are the minimax polynomials of fdlibm (Sun Microsystems, 1993): error below one unit in the last place.

export const { abs, floor, ceil, trunc, min, max, sqrt, fround, imul, clz32, sign } = Math

/**
 * The nearest whole number, halves up. The built-in one asks which half a number lies in, and for random times no
 * processor guesses that: a third of the time of a completed record.
 */
export function round(x: number): number {
  return floor(x + 0.5)
}

const FLOAT = new Float64Array(1)
const WORDS = new Int32Array(FLOAT.buffer)
FLOAT[0] = 1
/** Index of the word with sign and exponent: 1 on little-endian machines. */
const HIGH = WORDS[1] === 0 ? 0 : 1
const LOW = 1 - HIGH

/** ln 2 in two parts; the first has 21 trailing zero bits, so its product with an exponent is exact. */
const LN2_HIGH = 6.9314718036912381649e-1
const LN2_LOW = 1.90821492927058770002e-10
/** Fraction bits of the square root of 2, cut to 20: where a mantissa is halved so that it stays near 1. */
const ROOT_2_FRACTION = 0x6a09e
const EXPONENT_OF_ONE = 0x3ff00000
const TWO_54 = 18_014_398_509_481_984

/**
 * ln(1 + f) + exponentHigh + exponentLow for 1 + f between 0.7071 and 1.4143.
 * With s = f / (2 + f): ln(1 + f) = 2 artanh(s) = f - f²/2 + s (f²/2 + R(s²)).
 */
function logNearOne(f: number, exponentHigh: number, exponentLow: number): number {
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const even = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1))
  const odd =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860510658591e-1)))
  const halfSquare = 0.5 * f * f
  return exponentHigh - (halfSquare - (s * (halfSquare + (even + odd)) + exponentLow) - f)
}

/** Natural logarithm: at most 1 ulp off. NaN below zero, -Infinity at zero. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN
  if (x === Infinity) return Infinity
  FLOAT[0] = x
  let high = WORDS[HIGH]!
  let exponent = 0
  if (high < 0x00100000) {
    // Subnormal: bring it into the normal range first.
    FLOAT[0] = x * TWO_54
    high = WORDS[HIGH]!
    exponent = -54
  }
  // Adding this carries into the exponent exactly when the mantissa is at or above the root of 2.
  const shifted = high + (0x100000 - ROOT_2_FRACTION)
  exponent += (shifted >> 20) - 1023
  WORDS[HIGH] = (shifted & 0xfffff) + (EXPONENT_OF_ONE - 0x100000 + ROOT_2_FRACTION)
  return logNearOne(FLOAT[0]! - 1, exponent * LN2_HIGH, exponent * LN2_LOW)
}

// For v = u + 1 and row r: v * UNIFORM_SCALE[r] is the mantissa, -r the binary exponent of v * 2^-32.
// Row 33 is v = 2^32 alone, which clz32 sees as zero: its logarithm is 0.
const UNIFORM_ROWS = 34
const UNIFORM_SCALE = new Float64Array(UNIFORM_ROWS)
const UNIFORM_HIGH = new Float64Array(UNIFORM_ROWS)
const UNIFORM_LOW = new Float64Array(UNIFORM_ROWS)
const TWO_MINUS_32 = 1 / 4_294_967_296
for (let row = 0, scale = TWO_MINUS_32; row <= 32; row++, scale *= 2) {
  UNIFORM_SCALE[row] = scale
  UNIFORM_HIGH[row] = 0 - row * LN2_HIGH
  UNIFORM_LOW[row] = 0 - row * LN2_LOW
}
UNIFORM_SCALE[33] = TWO_MINUS_32
/** Largest 31-bit mantissa (leading bit included) below the root of 2. */
const BELOW_ROOT_2 = (0x40000000 | (ROOT_2_FRACTION << 10)) - 1

/**
 * ln((u + 1) * 2^-32) for an unsigned 32-bit integer: the same bits as `log`, at twice the speed, because clz32
 * finds the exponent without a look at the bits of a double. Between -22.18 and 0, never -0.
 */
export function logOfUint32(u: number): number {
  const v = u + 1
  const leading = clz32(v)
  const halved = (BELOW_ROOT_2 - ((v << leading) >>> 1)) >>> 31
  const row = leading - halved + 1
  return logNearOne(v * UNIFORM_SCALE[row]! - 1, UNIFORM_HIGH[row]!, UNIFORM_LOW[row]!)
}

const LARGEST_EXP_ARGUMENT = 709.782712893384
const SMALLEST_EXP_ARGUMENT = -745.1332191019412

/** 2^exponent for exponents of normal doubles. */
function powerOfTwo(exponent: number): number {
  WORDS[LOW] = 0
  WORDS[HIGH] = (exponent + 1023) << 20
  return FLOAT[0]!
}

/** e^x: at most 1 ulp off (2 where the result is subnormal). Infinity above 709.78, 0 below -745.13. */
export function exp(x: number): number {
  if (x !== x) return NaN
  if (x > LARGEST_EXP_ARGUMENT) return Infinity
  if (x < SMALLEST_EXP_ARGUMENT) return 0
  // x = exponent * ln 2 + r with |r| <= ln 2 / 2; r is kept as high - low.
  const exponent = floor(x * 1.442695040888963387 + 0.5)
  const high = x - exponent * LN2_HIGH
  const low = exponent * LN2_LOW
  const r = high - low
  const z = r * r
  const c =
    r -
    z *
      (1.66666666666666019037e-1 +
        z *
          (-2.77777777770155933842e-3 +
            z * (6.61375632143793436117e-5 + z * (-1.6533902205465251539e-6 + z * 4.13813679705723846039e-8))))
  const mantissa = 1 - (low - (r * c) / (2 - c) - high)
  // 2^1024 is no double, and a subnormal result must be rounded only once: both go in two steps.
  if (exponent > 1023) return mantissa * 2 * powerOfTwo(exponent - 1)
  if (exponent >= -1022) return mantissa * powerOfTwo(exponent)
  return mantissa * powerOfTwo(exponent + 54) * (1 / TWO_54)
}

/** Largest magnitude `sin` takes: up to here a multiple of the first part of pi / 2 is exact. */
const LARGEST_SINE_ARGUMENT = 1e6
/** pi / 2 in three parts of 33, 33 and 53 bits. */
const HALF_PI_1 = 1.57079632673412561417
const HALF_PI_2 = 6.0771005063039659766e-11
const HALF_PI_3 = 2.02226624879595063154e-21

/** Sine of an angle in radians: at most 1 ulp off. RangeError beyond 1e6, where the reduction is no longer exact. */
export function sin(x: number): number {
  if (x !== x) return NaN
  if (abs(x) > LARGEST_SINE_ARGUMENT)
    throw new RangeError(`sin(${x}): the angle must lie within ±${LARGEST_SINE_ARGUMENT}`)
  // x = quarter * pi / 2 + (angle + rest), with the rest below half a unit in the last place of the angle.
  const quarter = floor(x * 6.36619772367581382433e-1 + 0.5)
  const first = x - quarter * HALF_PI_1
  const second = first - quarter * HALF_PI_2
  const lost = first - second - quarter * HALF_PI_2
  const correction = quarter * HALF_PI_3 - lost
  const angle = second - correction
  const rest = second - angle - correction
  const value = (quarter & 1) === 0 ? sineNearZero(angle, rest) : cosineNearZero(angle, rest)
  return (quarter & 2) === 0 ? value : -value
}

/** sin(x + rest) for |x| <= pi / 4. */
function sineNearZero(x: number, rest: number): number {
  const z = x * x
  const r =
    8.33333333332248946124e-3 +
    z *
      (-1.98412698298579493134e-4 +
        z * (2.75573137070700676789e-6 + z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10)))
  const cube = z * x
  return x - (z * (0.5 * rest - cube * r) - rest + cube * 1.66666666666666324348e-1)
}

/** cos(x + rest) for |x| <= pi / 4. */
function cosineNearZero(x: number, rest: number): number {
  const z = x * x
  const r =
    z *
    (4.16666666666666019037e-2 +
      z *
        (-1.38888888888741095749e-3 +
          z *
            (2.48015872894767294178e-5 +
              z * (-2.75573143513906633035e-7 + z * (2.0875723212981748279e-9 + z * -1.13596475577881948265e-11)))))
  const half = 0.5 * z
  const w = 1 - half
  return w + (1 - w - half + (z * r - x * rest))
}

/** x^y for x > 0, as e^(y ln x): relative error about |y ln x| ulp, plenty for weights. */
export function pow(x: number, y: number): number {
  if (!(x > 0)) throw new RangeError(`pow(${x}, ${y}): the base must be above zero`)
  return exp(y * log(x))
}
