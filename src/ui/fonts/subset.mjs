// Makes the fonts that the page serves: `node src/ui/fonts/subset.mjs`. Run it after changing the list of characters or the packages.
// The weights, styles and characters that the design uses are a fifth of the size of the whole files.
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'

const resolve = createRequire(import.meta.url).resolve

const printableAscii = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).join('')
/** What the interface, the explanations and names need beyond ASCII; the packages draw no other arrows and signs. */
const punctuation = '\u00a0·…–—‘’“”‚„«»•§©®™°ªº'
const mathematics = '×÷±−¼½¾¹²³µ∕'
const signs = '↑↓€£'
const accented = 'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿŒœ'
const characters = printableAscii + punctuation + mathematics + signs + accented

/** Only what the style sheets ask for: kerning, ligatures, accents and figures of one width. */
const keepFeatures = ['kern', 'liga', 'mark', 'mkmk', 'ccmp', 'locl', 'tnum', 'lnum', 'zero']

const weights = { min: 400, max: 600 }
const fonts = [
  ['ibm-plex-sans', 'ibm-plex-sans-latin-wght-normal', weights],
  ['source-serif-4', 'source-serif-4-latin-wght-normal', weights],
  ['source-serif-4', 'source-serif-4-latin-wght-italic', 400],
]

let total = 0
for (const [family, name, wght] of fonts) {
  const source = await readFile(resolve(`@fontsource-variable/${family}/files/${name}.woff2`))
  const subset = await subsetFont(source, characters, {
    targetFormat: 'woff2',
    variationAxes: { wght },
    keepFeatures,
    noHinting: true,
    // Copyright, trade mark and licence stay in the file.
    preserveNameIds: [0, 7, 13, 14],
  })
  const file = `${name.replace('-latin-wght-', '-')}.woff2`
  await writeFile(new URL(file, import.meta.url), subset)
  total += subset.length
  process.stdout.write(`${file}  ${(subset.length / 1024).toFixed(1)} KiB\n`)
}
process.stdout.write(`in all  ${(total / 1024).toFixed(1)} KiB\n`)
