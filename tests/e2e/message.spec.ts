import { expect, type Page, test } from '@playwright/test'
import { open, standing } from './support/shardscope.ts'

/** Middle of the largest disc of one colour that the pixel layer shows, in the window. */
async function someBead(page: Page): Promise<{ x: number; y: number }> {
  // What lies in a bag is drawn by a part that loads with the first of them.
  const found = await page.waitForFunction(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas.stage-pixels')!
    const { width, height } = canvas
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height)
    const at = (x: number, y: number) => [0, 1, 2, 3].map((i) => data[4 * (y * width + x) + i]!)
    const isSame = (a: number[], b: number[]) => a.every((value, i) => Math.abs(value - b[i]!) < 6)
    const ratio = width / canvas.clientWidth
    const r = Math.round(5 * ratio)
    const box = canvas.getBoundingClientRect()
    for (let y = r; y < height - r; y++)
      for (let x = r; x < width - r; x++) {
        // Left and right of a letter, above and below it.
        const around = [at(x - r, y), at(x + r, y), at(x, y - r), at(x, y + r)]
        const isDisc = around[0]![3] === 255 && around.every((one) => isSame(one, around[0]!))
        if (isDisc) return { x: box.left + x / ratio, y: box.top + y / ratio }
      }
    return null
  })
  return (await found.jsonValue())!
}

test('a click on a message tells its life; it is followed, its key shown alone, and the next one is a key away', async ({
  page,
}) => {
  await open(page, '#scenario=taking-turns&t=14', '?motion=off')
  await standing(page)
  await expect(page.locator('.react-flow')).toBeVisible()
  const bead = await someBead(page)
  await page.mouse.click(bead.x, bead.y)
  const panel = page.getByRole('region', { name: 'One message' })
  await expect(panel).toContainText(/Record \d+, key .+, was made by .+ at 0:\d\d\.\d.+ stored at/)
  // The ring stands around what was clicked.
  const ring = page.locator('[data-follow-ring]')
  await expect(ring).toBeVisible()
  const box = (await ring.boundingBox())!
  expect(Math.abs(box.x + box.width / 2 - bead.x)).toBeLessThan(8)
  expect(Math.abs(box.y + box.height / 2 - bead.y)).toBeLessThan(8)

  // Followed, it is known ahead: steps to come stand below those that have been.
  const follow = panel.getByRole('button', { name: 'Follow it' })
  await follow.click()
  await expect(follow).toHaveAttribute('aria-pressed', 'true')
  await expect(panel.locator('.is-later').first()).toBeVisible()
  await expect(panel.locator('.life-sentence')).toContainText(/ at 0:1\d\.\d[ .]/)

  const dimmed = () =>
    page
      .locator('.scope')
      .evaluate((scope) => [...'ABCDEFG'].filter((k) => scope.style.getPropertyValue(`--k${k}`) !== '').length)
  await panel.getByRole('button', { name: 'Show its key alone' }).click()
  await expect.poll(dimmed).toBe(6)
  await page.keyboard.press('Escape')
  await expect.poll(dimmed).toBe(0)

  const told = await panel.textContent()
  await page.locator('[data-node="queue"]').focus()
  await page.keyboard.press('i')
  await expect(panel).not.toHaveText(told!)
  await expect(panel).toContainText(/Record \d+, key/)
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()

  await page.keyboard.press('w')
  await panel.getByRole('textbox', { name: 'Key, or number' }).fill('Rome')
  await page.keyboard.press('Enter')
  await panel
    .getByRole('button', { name: /number \d+/ })
    .first()
    .click()
  await expect(panel).toContainText(/Record \d+, key Rome, was made by/)

  // Who finds nothing may mend what was typed, and a key may have blanks inside.
  await page.keyboard.press('Escape')
  await page.keyboard.press('w')
  const wanted = panel.getByRole('textbox', { name: 'Key, or number' })
  await wanted.fill('999999999')
  await page.keyboard.press('Enter')
  await expect(panel).toContainText('This record is not made yet.')
  await expect(wanted).toHaveValue('999999999')
  await wanted.fill('')
  await wanted.pressSequentially(' by hand')
  await page.keyboard.press('Enter')
  await expect(panel).toContainText('No record has the key by hand.')
  await expect(panel).not.toContainText('not made yet')
})
