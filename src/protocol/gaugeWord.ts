/** A metric that CloudWatch keeps of this number, and the statistic by which it is read. */
export type Metric = { name: string; namespace: string; statistic: 'Sum' | 'Average' | 'Maximum' }

/** What a gauge is called, and how it becomes a curve. */
export type GaugeWord = {
  label: string
  /** rate: growth a second of a total; count: the total itself; value: as it is; age: microseconds, shown in seconds. */
  as: 'rate' | 'count' | 'value' | 'age'
  /** What is counted; B: bytes. */
  unit: string
  metric?: Metric
}

export const word = (as: GaugeWord['as'], unit: string, label: string, metric?: Metric): GaugeWord => ({
  ...{ label, as, unit },
  ...(metric !== undefined && { metric }),
})

const of =
  (namespace: string) =>
  (name: string, statistic: Metric['statistic'] = 'Sum'): Metric => ({ name, namespace, statistic })
export const kinesis = of('AWS/Kinesis')
export const sqs = of('AWS/SQS')
export const sns = of('AWS/SNS')
export const lambda = of('AWS/Lambda')
/** The Kinesis Client Library publishes under the name of the application. */
export const kcl = of('the application’s name')

/** The unit of the curve. */
export function unitOf({ as, unit }: GaugeWord): string {
  if (as === 'age') return 's'
  return as === 'rate' ? `${unit}/s` : unit
}

/** What the curve's unit is of the gauge's. */
export const factorOf = ({ as }: GaugeWord): number => (as === 'age' ? 1e-6 : 1)
