import { type Field, text } from './field.ts'

export const NOTE_FIELDS: readonly Field[] = [
  { ...text('text', 'tx', { label: 'Text', max: 400, default: 'A note changes nothing.' }), layout: true },
]
