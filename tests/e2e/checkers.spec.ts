import { expect, test } from '@playwright/test'
import { controlFaults } from './support/controlFaults.ts'
import { seriousFindings } from './support/seriousFindings.ts'
import { textFaults } from './support/textFaults.ts'

// The checkers of the layout are checked themselves: each fault below is one that they must find.
const FAULTS = [
  ['over one another', '<p style="margin:0">first words</p><p style="margin:-14px 0 0">other words</p>'],
  [
    'over one another',
    '<svg width="200" height="40"><text x="5" y="20">left</text><text x="20" y="20">right</text></svg>',
  ],
  ['cut off', '<div style="width:40px;overflow:hidden;white-space:nowrap">words that do not fit</div>'],
  [
    'cut off',
    '<svg width="40" height="40" style="overflow:hidden"><text x="5" y="20">words that do not fit</text></svg>',
  ],
  ['shortened', '<div style="width:40px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">too long</div>'],
  ['outside the window', '<div style="position:absolute;left:-30px">words outside</div>'],
  ['does not fit its field', '<input style="width:40px" value="1,234,567,890">'],
] as const

test('the checker finds text that is cut off, covered, shortened, outside or too long for its field', async ({
  page,
}) => {
  for (const [fault, html] of FAULTS) {
    await page.setContent(html)
    expect((await page.evaluate(textFaults)).join(), html).toContain(fault)
  }
})

test('the checker finds nothing in text that can be read', async ({ page }) => {
  await page.setContent(
    '<h1>Title</h1><p>One line.<br>Another line.</p><svg><text x="5" y="20">a</text><text x="30" y="20">b</text></svg>',
  )
  expect(await page.evaluate(textFaults)).toEqual([])
})

test('the checker finds controls without a name, covered ones, and small ones', async ({ page }) => {
  await page.setContent(`<button style="height:40px"></button>
    <button style="height:40px;width:90px">Covered</button><div style="position:absolute;inset:0 0 0 60px"></div>
    <button style="position:absolute;top:90px;left:0;height:20px;width:50px;padding:0">Low</button>`)
  const faults = (await page.evaluate(controlFaults, 32)).join()
  expect(faults).toContain('no name')
  expect(faults).toContain('not hit at its centre: Covered')
  expect(faults).toContain('only 20 px high: Low')
})

test('axe finds a button without a name and text too pale to be read, and nothing else', async ({ page }) => {
  await page.setContent(`<html lang="en"><title>Page</title><main><h1>Title</h1>
    <button style="width:40px;height:40px"></button><p style="color:#bbb;background:#fff">Pale</p></main></html>`)
  expect((await seriousFindings(page)).map((finding) => finding.split(':')[0]).sort()).toEqual([
    'button-name',
    'color-contrast',
  ])
})
