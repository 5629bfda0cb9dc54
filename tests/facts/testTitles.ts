import { readTexts } from '../layers/sourceFiles.ts'
import { isNode, nameOf, type SyntaxNode, stringOf, walkSyntax } from '../layers/syntax.ts'

/** A test or a group of tests, by the words that it is known by. */
export type TestTitle = { file: string; title: string }

const IDS = /\b(?:(?:KIN|KCL|SQS|FIFO|SNS|LKI|LSQ|P)\d*\.\d+[a-z]?|X-[A-Z]\d|A\d+|W\d\d)\b/g

/** The titles of all unit tests, read from their source. */
export function testTitles(): TestTitle[] {
  const titles: TestTitle[] = []
  for (const [file, text] of Object.entries(readTexts('tests', ['.test.ts']))) {
    walkSyntax(file, text, (node) => {
      const title = titleOf(node)
      if (title !== null) titles.push({ file, title })
    })
  }
  return titles.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
}

/** IDs of statements that a title names. */
export const idsIn = (title: string): string[] => title.match(IDS) ?? []

/** `test('...')`, `it('...')`, `test.each(...)('...')`. */
function titleOf(node: SyntaxNode): string | null {
  if (node.type !== 'CallExpression') return null
  const [first] = node['arguments'] as unknown[]
  return isTest(node['callee']) ? (stringOf(first) ?? templateOf(first)) : null
}

function isTest(callee: unknown): boolean {
  const name = nameOf(callee)
  if (name !== null) return name === 'test' || name === 'it'
  if (!isNode(callee)) return false
  if (callee.type === 'CallExpression') return isTest(callee['callee'])
  return callee.type === 'MemberExpression' && isTest(callee['object'])
}

/** What stands still in a template. */
function templateOf(value: unknown): string | null {
  if (!isNode(value) || value.type !== 'TemplateLiteral') return null
  return (value['quasis'] as { value: { raw: string } }[]).map((part) => part.value.raw).join('…')
}
