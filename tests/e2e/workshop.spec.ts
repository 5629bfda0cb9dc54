import { expect, test } from '@playwright/test'
import { open } from './support/shardscope.ts'

test('a workshop: put together, begun, walked through by bar and by a remote, and printed', async ({
  page,
  context,
}) => {
  await open(page, '#workshop=two-shards,hot-key')
  const bar = page.getByRole('navigation', { name: 'Workshop' })
  await expect(bar).toContainText('Scene 1 of 2')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Two shards and their limit')

  // One scene more; the link stays short enough for a code.
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find a command' }).fill('several scenes')
  await expect(page.getByRole('option', { name: /several scenes in one link/ })).toBeVisible()
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: 'A workshop: several scenes in one link' })
  await sheet.getByRole('button', { name: 'One shard, one reader' }).click()
  await sheet.getByRole('button', { name: 'One shard, one reader earlier' }).click()
  const link = sheet.getByRole('textbox', { name: 'Link of the workshop' })
  await expect(link).toHaveValue(/#workshop=two-shards,one-shard,hot-key$/)
  expect((await link.inputValue()).length).toBeLessThanOrEqual(110)
  await expect(sheet.getByRole('img', { name: 'QR code of this link' }).first()).toBeVisible()
  // The large code lies over the sheet: what closes it leaves the sheet and its list.
  await sheet.getByRole('button', { name: 'Show the code large' }).click()
  const large = page.getByRole('dialog', { name: 'Code of the link, large' })
  await expect(large).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(large).toBeHidden()
  await expect(link).toHaveValue(/#workshop=two-shards,one-shard,hot-key$/)
  await sheet.getByRole('button', { name: 'Begin' }).click()
  await expect(bar).toContainText('Scene 1 of 3')
  await bar.getByRole('button', { name: 'Next: One shard, one reader' }).click()
  await expect(bar).toContainText('Scene 2 of 3')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One shard, one reader')
  await expect.poll(() => page.url()).toContain('&workshop=two-shards,one-shard,hot-key&at=2')

  // A remote goes back and on between the scenes too.
  const [notes] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Shift+P')])
  await expect(notes.getByText('Scene 2 of 3')).toBeVisible()
  await notes.keyboard.press('PageUp')
  await expect(notes.getByRole('heading', { level: 1 })).toHaveText('Two shards and their limit')
  await expect(notes.getByText('Scene 1 of 3')).toBeVisible()

  // A sheet of paper for each scene, and nothing else on it. Over a show its keys scroll, and turn nothing.
  const strip = page.getByRole('region', { name: 'For the class' })
  const beat = (await strip.getAttribute('data-beat')) ?? ''
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find a command' }).fill('handout')
  await expect(page.getByRole('option', { name: /Handout/ })).toBeVisible()
  await page.keyboard.press('Enter')
  const handout = page.getByRole('dialog', { name: 'Handout' })
  await expect(handout.getByRole('article')).toHaveCount(3)
  await expect(handout.getByRole('article').first()).toContainText('scene 1 of 3')
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(/\/Count (\d+)/.exec(pdf)?.[1]).toBe('3')
  await page.keyboard.press('PageDown')
  await page.keyboard.press('Escape')
  await expect(handout).toBeHidden()
  await expect(strip).toHaveAttribute('data-beat', beat)
  await Promise.all([notes.waitForEvent('close'), page.keyboard.press('Shift+P')])
  await bar.getByRole('button', { name: 'Leave the workshop' }).click()
  await expect(bar).toBeHidden()
})
