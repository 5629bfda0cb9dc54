/** "1,600 records/s" as number and unit, so that the unit can stand in a quieter ink. */
export function splitUnit(text: string): [number: string, unit: string] {
  const at = text.indexOf(' ')
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
