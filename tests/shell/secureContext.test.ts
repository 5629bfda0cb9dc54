import { expect, test } from 'vitest'
import { readCode } from '../layers/sourceFiles.ts'

/** What a browser keeps away from a page that came over plain http from another machine. */
const SECURE_ONLY = [
  ...[
    'clipboard',
    'serviceWorker',
    'storage',
    'wakeLock',
    'locks',
    'share',
    'mediaDevices',
    'credentials',
    'geolocation',
  ].map((name) => `navigator\\.${name}`),
  ...['crypto\\.subtle', 'randomUUID', '\\bcaches\\.', 'cookieStore', 'SharedArrayBuffer', 'getScreenDetails'],
  ...['show(Open|Save|Directory)(File)?Picker', 'new Notification', 'PaymentRequest'],
]

/** Each has another way beside it, which the test of the room walks. */
const WITH_ANOTHER_WAY = [
  'src/state/copyText.ts: navigator.clipboard',
  'src/state/workbench/clipboard.ts: navigator.clipboard',
]

function usesOf(code: Readonly<Record<string, string>>): string[] {
  const pattern = new RegExp(SECURE_ONLY.join('|'), 'g')
  return Object.entries(code).flatMap(([path, text]) =>
    [...new Set(text.match(pattern) ?? [])].map((found) => `${path}: ${found}`),
  )
}

test('a page over plain http misses nothing: what needs a secure context stands where there is another way', () => {
  const code = readCode('src')
  expect(Object.keys(code).length).toBeGreaterThan(300)
  expect(usesOf(code).sort()).toEqual(WITH_ANOTHER_WAY)
})

test('such a use would be found', () => {
  for (const text of ['await navigator.storage.persist()', 'crypto.randomUUID()', 'const c = await caches.open(1)'])
    expect(usesOf({ 'src/a.ts': text }), text).toHaveLength(1)
})
