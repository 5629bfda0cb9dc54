import { DIFFERS, NOT_HERE } from './differs.ts'
import { ENTRIES } from './entries.ts'
import { designFileOf, fileOf, type GalleryEntry, SIZES, THEMES } from './entry.ts'

const HEAD = `# Gallery

Every node kind and every form of a message, as the page draws them: far (zoom 0.4), normal (1) and close (2.2), in the light and the
dark theme, beside the [design's sheet](design/sheet-light.webp). Where what is drawn differs from it, it says why. Written by \`npm run gallery\` from real runs of built-in scenes; \`tests/gallery\` says which.

${NOT_HERE}
`

const row = (entry: GalleryEntry, theme: (typeof THEMES)[number]): string =>
  `| ${theme} | ${[design(entry, theme), ...SIZES.map((size) => picture(`${entry.title}, ${size}, ${theme}`, fileOf(entry, size, theme)))].join(' | ')} |`

const picture = (words: string, file: string): string => `![${words}](gallery/${file})`

const design = (entry: GalleryEntry, theme: (typeof THEMES)[number]): string =>
  entry.sheet === undefined
    ? 'not drawn'
    : picture(`${entry.title}, on the design's sheet, ${theme}`, designFileOf(entry, theme))

const part = (entry: GalleryEntry): string => `### ${entry.title}

${entry.says}
${DIFFERS[entry.id] === undefined ? '' : `\n*Unlike the sheet:* ${DIFFERS[entry.id]}\n`}
| | design | far | normal | close |
|---|---|---|---|---|
${THEMES.map((theme) => row(entry, theme)).join('\n')}
`

/** The page, from the list of entries. */
export function galleryText(): string {
  const kinds = ENTRIES.filter(({ shows }) => 'kind' in shows)
  const forms = ENTRIES.filter(({ shows }) => 'form' in shows)
  return [HEAD, '## Nodes\n', ...kinds.map(part), '## One message\n', ...forms.map(part)].join('\n')
}
