import type { BrowserContext, Page } from 'playwright-core'
import { MORNING, type startDemonstration } from './demonstration.ts'

export type Demonstration = Awaited<ReturnType<typeof startDemonstration>>

/** Opens the phones page at nine in the morning and waits until the desk is laid. What the page's scripts complain about goes into `faults`. */
export async function openPhones(context: BrowserContext, demo: Demonstration, faults: string[]): Promise<Page> {
  const page = await context.newPage()
  page.on('pageerror', (fault) => faults.push(String(fault)))
  page.on('console', (message) => {
    if (/Content Security Policy|Uncaught/.test(message.text())) faults.push(message.text())
  })
  await page.clock.setFixedTime(MORNING)
  await page.goto(demo.url)
  await page.getByRole('article').nth(2).waitFor()
  return page
}
