import type { Scenario } from '../../scenario/scenario.ts'
import type { Report } from './report.ts'

const COLUMNS = [
  'new',
  'attempts',
  'refused',
  'stored',
  'not yet stored',
  'held',
  'dropped',
  'given up',
  'delivered',
  'processed',
  'backlog',
] as const

/** The report as a table for people; `--json` gives all of it. */
export function summaryOf(scenario: Scenario, report: Report): string {
  const rows = report.nodes.map((node) => {
    const { records: r } = node
    const refused = Object.values(node.refusedAttempts).reduce((a, b) => a + b, 0)
    const values = [
      r.new,
      node.attempts,
      refused,
      r.stored,
      r.notYetStored,
      r.held,
      r.dropped,
      r.givenUp,
      node.deliveries,
      node.processed,
      node.backlog,
    ]
    return [node.id, ...values.map((value) => value.toLocaleString('en-US'))]
  })
  const table = [['node', ...COLUMNS], ...rows]
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)))
  const lines = table.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  '),
  )
  const why = report.nodes.flatMap(({ id, refusedAttempts }) =>
    Object.entries(refusedAttempts).map(
      ([fact, count]) => `${id}: ${count.toLocaleString('en-US')} refused by ${fact}`,
    ),
  )
  const notDone = report.steps.flatMap(({ atMicros, node, action, refusedBy, reason }) =>
    reason === null
      ? []
      : [
          `${atMicros / 1_000_000} s: ${node} refuses ${action}, ${reason}${refusedBy === null ? '' : ` (${refusedBy})`}`,
        ],
  )
  const where = scenario.profile || scenario.region ? `, profile ${report.profile}, ${report.region}` : ''
  const head = `${scenario.title}${where}, seed ${report.seed}, 0 to ${report.untilMicros / 1_000_000} s, fingerprint ${report.fingerprint}`
  return `${[head, ...report.problems, '', ...lines, ...(why.length > 0 ? ['', ...why] : []), ...(notDone.length > 0 ? ['', ...notDone] : [])].join('\n')}\n`
}
