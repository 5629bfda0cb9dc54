/** Thrown inside the parser only; `parseScenario` turns it into an answer. */
export class ScenarioRefusal extends Error {
  readonly kind: 'damaged' | 'hostile'
  constructor(kind: 'damaged' | 'hostile', message: string) {
    super(message)
    this.kind = kind
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
