import { expect, type Locator, type Page, test } from '@playwright/test'
import { comesAndGoes, done, standStill, tabTo } from './support/hands.ts'
import { select } from './support/shardscope.ts'

// What hands do to the queues that are not standard ones: one over a stream, and a FIFO queue, by mouse and by key.

/** The console of a node, opened with the mouse. */
async function openConsole(page: Page, name: string) {
  await select(page, name)
  const console = page.getByRole('region', { name: 'API console' })
  const opener = console.getByRole('button', { name: 'API console' })
  const calls = console.getByLabel('Call', { exact: true })
  await opener.click()
  await expect(calls).toBeVisible()
  return { console, opener, calls, made: console.getByRole('list', { name: 'Calls made' }).locator('li') }
}

/** Shut and opened again by key, which then stands at the choice of calls. */
async function openByKey(page: Page, opener: Locator, calls: Locator): Promise<void> {
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(calls).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(calls).toBeVisible()
  await tabOn(page, calls)
}

/** The tab key leads from one control to the next one. */
async function tabOn(page: Page, to: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await page.keyboard.press(key)
  await expect(to).toBeFocused()
}

test('KIN6.02 a record is received from a queue over a stream, at its handle and as a call: by mouse and by key', async ({
  page,
}) => {
  // The new queue has been there for two seconds: orders of a minute wait in it.
  const before = await standStill(page, '#scenario=kinesis-queues&t=62')
  const take = page.getByRole('button', { name: 'Take one out of New queue', exact: true })
  // It is there while a record is held, so that something was received indeed.
  const acknowledge = page.getByRole('button', { name: 'Delete the message taken from New queue', exact: true })

  // The handle by mouse.
  await take.click()
  await expect(acknowledge).toBeVisible()
  await comesAndGoes(page, /New queue: one received by hand/, before)
  await expect(acknowledge).toHaveCount(0)

  // The handle by key; what was taken is acknowledged.
  await tabTo(page, 'newQueue', 'Take one out of New queue')
  await page.keyboard.press('Enter')
  await expect(acknowledge).toBeVisible()
  await tabOn(page, acknowledge, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(done(page)).toHaveCount(2)
  await expect(acknowledge).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(acknowledge).toBeVisible()
  await comesAndGoes(page, /New queue: one received by hand/, before)

  // A call by mouse.
  const { console, opener, calls, made } = await openConsole(page, 'New queue')
  const receive = console.getByRole('button', { name: 'Call ReceiveQueueRecords' })
  await receive.click()
  await comesAndGoes(page, /ReceiveQueueRecords Limit=1\s*Success\./, before, made)

  // Calls by key: the one that stands there, and another one that is chosen.
  await openByKey(page, opener, calls)
  await tabOn(page, receive)
  await page.keyboard.press('Enter')
  await expect(made).toContainText(/ReceiveQueueRecords Limit=1\s*Success\./)
  await tabOn(page, calls, 'Shift+Tab')
  await page.keyboard.type('Ack')
  const acknowledgeCall = console.getByRole('button', { name: 'Call AcknowledgeQueueRecords' })
  await expect(acknowledgeCall).toBeVisible()
  await tabOn(page, acknowledgeCall)
  await page.keyboard.press('Enter')
  await expect(made).toHaveCount(2)
  await expect(made.first()).toContainText(/AcknowledgeQueueRecords\s*Success\./)
  await page.keyboard.press('Control+z')
  await comesAndGoes(page, /ReceiveQueueRecords Limit=1\s*Success\./, before, made)
})

test('a message is sent to a FIFO queue as a call: by mouse and by key', async ({ page }) => {
  const before = await standStill(page, '#scenario=order-in-fifo&t=12')
  const { console, opener, calls, made } = await openConsole(page, 'Orders.fifo')
  const send = console.getByRole('button', { name: 'Call SendMessage' })
  await send.click()
  await comesAndGoes(page, /SendMessage MessageGroupId=by hand MessageBody=1024 B\s*Success\./, before, made)

  await openByKey(page, opener, calls)
  await tabOn(page, console.getByLabel('MessageGroupId'))
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Rome')
  await tabOn(page, console.getByLabel('MessageBody'))
  await page.keyboard.press('Control+a')
  await page.keyboard.type('2048')
  await tabOn(page, send)
  await page.keyboard.press('Enter')
  await comesAndGoes(page, /SendMessage MessageGroupId=Rome MessageBody=2048 B\s*Success\./, before, made)
})
