import { monthlyLines } from '../../review/prices.ts'
import { whereOf } from '../../scenario/index.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { compile } from '../../worker/compile.ts'
import { InputError } from '../sim/inputError.ts'
import { priceReport, priceText } from './priceText.ts'
import { usageOfRun } from './usageOf.ts'

/** What a month of so many hours would cost that goes on as the scenario does up to a moment. */
export function tellPrice(scenario: Scenario, untilSeconds: number, hours: number, asJson: boolean): string {
  if (untilSeconds <= 0) throw new InputError('--until must be after 0: nothing has happened before.')
  const month = { ...whereOf(scenario), hours }
  const usage = usageOfRun(compile(scenario), scenario.seed, Math.round(untilSeconds * 1_000_000))
  const lines = monthlyLines(usage, month)
  return asJson
    ? `${JSON.stringify(priceReport(scenario, usage.micros, month, lines), null, 2)}\n`
    : priceText(scenario, usage.micros, month, lines)
}
