/** A press moves about so much of the axis, in whole steps of the curve. */
const SMALL_STEPS = 120
const BIG_STEPS = 12

/** Where an arrow key takes a cursor that stands at a moment; null: the key means nothing here. */
export function cursorKey(key: string, atMicros: number, stepMicros: number, durationMicros: number): number | null {
  const by = (parts: number) => Math.max(1, Math.round(durationMicros / parts / stepMicros)) * stepMicros
  const to: Partial<Record<string, number>> = {
    ArrowRight: atMicros + by(SMALL_STEPS),
    ArrowUp: atMicros + by(SMALL_STEPS),
    ArrowLeft: atMicros - by(SMALL_STEPS),
    ArrowDown: atMicros - by(SMALL_STEPS),
    PageUp: atMicros + by(BIG_STEPS),
    PageDown: atMicros - by(BIG_STEPS),
    Home: 0,
    End: durationMicros,
  }
  const wanted = to[key]
  return wanted === undefined ? null : Math.min(durationMicros, Math.max(0, wanted))
}
