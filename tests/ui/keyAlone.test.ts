import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { KeyAlone } from '../../src/panels/inquiry/KeyAlone.tsx'
import type { Layout } from '../../src/protocol/layout.ts'
import { frames } from '../../src/state/index.ts'

test('a message whose key has no colour of its own says why the key is not shown alone', () => {
  const layout = { paintedKeys: [{ paint: 0, key: 'Rome' }] } as Layout
  vi.spyOn(frames, 'current').mockReturnValue({ layout } as ReturnType<typeof frames.current>)
  const told = (name: string) => renderToString(createElement(KeyAlone, { name, isLit: false, onChange: () => {} }))
  expect(told('Rome')).toMatch(/<button.+Show its key alone/)
  expect(told('one of many')).toMatch(/^<p.+Its key cannot be shown alone: only the busiest keys/)
})
