import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const read = (path: string) => readFileSync(new URL(`../../src/${path}`, import.meta.url), 'utf8')

function declarations(css: string, after: string): Record<string, string> {
  const from = css.indexOf('{', css.indexOf(after))
  const body = css.slice(from + 1, css.indexOf('}', from)).replaceAll(/\/\*[\s\S]*?\*\//g, '')
  return Object.fromEntries(
    [...body.matchAll(/([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

type Triple = [number, number, number]
type Matrix = readonly (readonly number[])[]

const times = (matrix: Matrix, [x, y, z]: Triple): Triple =>
  matrix.map(([a = 0, b = 0, c = 0]) => a * x + b * y + c * z) as Triple

/** Linear light of a colour of CSS. */
function light(colour: string): Triple {
  const hex = colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit).join('') : colour.slice(1)
  return [0, 2, 4]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as Triple
}

/** Machado, Oliveira and Fernandes 2009, full strength; the first is usual sight. */
const SIGHTS: Readonly<Record<string, Matrix>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

const LMS: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
]
const LAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
]

/** In OKLab, as seen by somebody. */
function seen(colour: string, sight: Matrix): Triple {
  const shown = times(sight, light(colour)).map((part) => Math.min(1, Math.max(0, part))) as Triple
  return times(LAB, times(LMS, shown).map(Math.cbrt) as Triple)
}

function nearest(colours: readonly string[], sight: Matrix): number {
  const all = colours.map((colour) => seen(colour, sight))
  return Math.min(
    ...all.flatMap((one, i) =>
      all.slice(0, i).map((other) => Math.hypot(...one.map((part, at) => part - (other[at] ?? 0)))),
    ),
  )
}

function contrast(one: string, other: string): number {
  const luminance = (colour: string) => times([[0.2126, 0.7152, 0.0722]], light(colour))[0]
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const tokens = read('ui/tokens.css')
const rare = read('shell/rareAppearance.css')
const usual = declarations(tokens, ':root {')
const dark = { ...usual, ...declarations(tokens, ':root[data-theme="dark"] {') }

describe.each([
  ['light', { ...usual, ...declarations(rare, ':root[data-paints="far"] {') }],
  ['dark', { ...dark, ...declarations(rare, ':root[data-paints="far"][data-theme="dark"] {') }],
])('the colours far apart, in %s', (_, token: Record<string, string>) => {
  const of = (name: string) => token[name] ?? ''
  const paints = [...'ABCDEFGH'].map((letter) => of(`--k${letter}`))
  const inks = [...'1234'].map((number) => of(`--r${number}`))

  test.each(Object.entries(SIGHTS))(
    'keys and vermilion are told apart by %s sight, half as far again as the usual ones',
    (__, sight) => {
      expect(nearest([...paints, of('--stop')], sight)).toBeGreaterThanOrEqual(0.12)
      expect(nearest([...inks, of('--stop')], sight)).toBeGreaterThanOrEqual(0.15)
    },
  )

  test('they stand out from paper, and letters from them', () => {
    for (const letter of 'ABCDEFGH') {
      expect(contrast(of(`--k${letter}`), of('--paper')), letter).toBeGreaterThanOrEqual(3)
      expect(contrast(of(`--o${letter}`), of(`--k${letter}`)), letter).toBeGreaterThanOrEqual(4.5)
    }
    for (const ink of inks) expect(contrast(ink, of('--paper')), ink).toBeGreaterThanOrEqual(4.5)
  })
})

test('the projector is black on white: 7 to 1 for all its text', () => {
  const projector = { ...usual, ...declarations(rare, ':root[data-projector] {') } as Record<string, string>
  for (const ink of ['--ink', '--ink-2', '--ink-3'])
    for (const ground of ['--paper', '--panel', '--sunk'])
      expect(contrast(projector[ink] ?? '', projector[ground] ?? ''), `${ink} on ${ground}`).toBeGreaterThanOrEqual(7)
  const bare = declarations(rare, ':root[data-projector="bare"] {')
  for (const size of ['--t-tick', '--t-label', '--t-ui', '--t-say'])
    expect(Number.parseInt(bare[size] ?? '', 10), size).toBeGreaterThanOrEqual(20)
})
