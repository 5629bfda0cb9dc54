import { type Month, type PriceLine, total } from '../../review/bill.ts'
import { dollars } from '../../review/money.ts'
import type { Scenario } from '../../scenario/scenario.ts'

/** The bill as JSON has it: costs in dollars as text, exact to the cent, null where no price is known. */
export function priceReport(scenario: Scenario, untilMicros: number, month: Month, lines: readonly PriceLine[]) {
  return {
    scenario: scenario.id ?? null,
    title: scenario.title,
    seed: scenario.seed,
    untilMicros,
    ...month,
    lines: lines.map((line) =>
      line.ok
        ? { factId: line.id, what: line.what, quantity: line.quantity, unit: line.unit, usd: dollars(line.picoDollars) }
        : { factId: line.id, what: line.what, quantity: null, unit: null, usd: null, message: line.message },
    ),
    totalUsd: dollars(total(lines)),
    isComplete: lines.every(({ ok }) => ok),
    notPriced: notPriced(scenario),
  }
}

export function priceText(scenario: Scenario, untilMicros: number, month: Month, lines: readonly PriceLine[]): string {
  const report = priceReport(scenario, untilMicros, month, lines)
  const head = `${scenario.title}, seed ${scenario.seed}: ${untilMicros / 1_000_000} s scaled to a month of ${month.hours} h, ${month.region}, list prices in USD without free tiers`
  const rows = report.lines.map(({ factId, what, quantity, unit, usd }) => [
    factId,
    what,
    quantity === null ? '' : `${quantity.toLocaleString('en-US', { maximumFractionDigits: 2 })} ${unit}`,
    usd ?? 'no price',
  ])
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => row[column]!.length)))
  const table = rows.map((row) =>
    row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  '),
  )
  const unknown = report.lines.flatMap((line) => ('message' in line ? [`${line.factId}: ${line.message}`] : []))
  const sum = `${report.isComplete ? 'Total' : 'Total of what has a price'}: ${report.totalUsd}`
  return `${[head, '', ...table, '', sum, ...unknown, ...report.notPriced].join('\n')}\n`
}

/** What the scene uses and the bill leaves out, said rather than left to be missed. */
function notPriced({ nodes }: Scenario): string[] {
  const has = (is: (node: Scenario['nodes'][number]) => boolean) => nodes.some(is)
  return [
    ...(has(({ kind }) => kind === 'lambda')
      ? ['Not priced: the time of functions, which have no memory size here (P.14.time).']
      : []),
    ...(has((node) => node.kind === 'application' && node.coordination !== 'simple')
      ? ['Not priced: the lease table of the client library (P.15).']
      : []),
    ...(has(({ kind }) => kind === 'monolith' || kind === 'downstream' || kind === 'archive')
      ? ['Not priced: programs and stores around the services.']
      : []),
  ]
}
