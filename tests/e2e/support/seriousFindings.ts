import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds serious or critical in the page as it stands. */
export async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
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
