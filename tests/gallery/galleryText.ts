import { ENTRIES } from './entries.ts'
import { fileOf, type GalleryEntry, SIZES, THEMES } from './entry.ts'

const HEAD = `# Gallery

Every node kind and every form of a message, as the page draws them: far (zoom 0.4), normal (1) and close (2.2), in the light and the
dark theme. The words are the design's. Written by \`npm run gallery\` from real runs of built-in scenes; \`tests/gallery\` says which.
`

const row = (entry: GalleryEntry, theme: (typeof THEMES)[number]): string =>
  `| ${theme} | ${SIZES.map((size) => `![${entry.title}, ${size}, ${theme}](gallery/${fileOf(entry, size, theme)})`).join(' | ')} |`

const part = (entry: GalleryEntry): string => `### ${entry.title}

${entry.says}

| | far | normal | close |
|---|---|---|---|
${THEMES.map((theme) => row(entry, theme)).join('\n')}
`

/** The page, from the list of entries. */
export function galleryText(): string {
  const kinds = ENTRIES.filter(({ shows }) => 'kind' in shows)
  const forms = ENTRIES.filter(({ shows }) => 'form' in shows)
  return [HEAD, '## Nodes\n', ...kinds.map(part), '## One message\n', ...forms.map(part)].join('\n')
}
