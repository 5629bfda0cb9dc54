import type { AttributeInput, Attributes } from './snsApi.ts'

/** An attribute as AWS's text. */
export function attributeText(value: AttributeInput): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Attributes as AWS's texts. */
export function attributeTexts(inputs: Readonly<Record<string, AttributeInput>>): Attributes {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, attributeText(value)]))
}
