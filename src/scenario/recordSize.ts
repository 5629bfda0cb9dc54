import type { ProducerNode } from './scenario.ts'

/** Mean size of a record with its key, bytes; of a list the mean over its entries. */
export function meanBytes(producer: ProducerNode): number {
  return (producer.recordBytes + Math.max(producer.recordBytes, producer.recordBytesMax)) / 2 + meanKeyBytes(producer)
}

function meanKeyBytes({ keys, keyList, keyPrefix, keyCount }: ProducerNode): number {
  if (keys !== 'list') return utf8Length(keyPrefix) + String(keyCount - 1).length
  const list = listedKeys(keyList)
  return list.length === 0 ? 0 : list.reduce((sum, key) => sum + utf8Length(key), 0) / list.length
}

/** The keys of a pasted list: separated by commas or line breaks, without blanks around them. */
export function listedKeys(keyList: string): string[] {
  return keyList
    .split(/[,\n\r]/)
    .map((key) => key.trim())
    .filter((key) => key !== '')
}

export function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
