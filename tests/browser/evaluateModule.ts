import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { rolldown } from 'rolldown'

/** Bundles a module of the tests, loads it into an empty page and gives what one of its functions returns there. */
export async function evaluateModule(page: Page, file: string, call: string): Promise<unknown> {
  const bundle = await rolldown({ input: fileURLToPath(new URL(file, import.meta.url)), platform: 'browser' })
  const { output } = await bundle.generate({ format: 'iife', name: 'bundled', codeSplitting: false })
  const { code } = output[0]
  await page.goto('about:blank')
  return page.evaluate(
    ([text, name]) => {
      const script = document.createElement('script')
      script.textContent = `${text};globalThis.bundled = bundled`
      document.head.append(script)
      return (globalThis as unknown as { bundled: Record<string, () => unknown> }).bundled[name as string]?.()
    },
    [code, call],
  )
}
