import type { Page } from '@playwright/test'
import axe from 'axe-core'

/**
 * What axe finds serious or critical in the page as it stands. It runs inside the page: without frames nothing has to be put
 * together, and only what is wrong comes back. That takes a quarter of the time. `within`: a selector; `rules`: these alone.
 */
export async function seriousFindings(page: Page, within = 'body', rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  // Between two colours there is a moment of less contrast.
  await page.evaluate(() =>
    Promise.allSettled(
      document.getAnimations().flatMap((change) => (change instanceof CSSTransition ? [change.finished] : [])),
    ),
  )
  const { violations } = await page.evaluate(
    ([selector, asked]) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(selector === 'body' ? document : selector, {
        ...(asked === undefined ? {} : { runOnly: asked }),
        resultTypes: ['violations'],
      }),
    [within, rules] as const,
  )
  return (
    violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      // A node of the canvas is one control with a drawing of twenty numbers in it. Its name begins with
      // the name that is drawn above it (tested below) and says the numbers in words.
      .map((found) =>
        found.id === 'label-content-name-mismatch'
          ? { ...found, nodes: found.nodes.filter(({ target }) => !String(target).includes('data-node')) }
          : found,
      )
      .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`))
  )
}
