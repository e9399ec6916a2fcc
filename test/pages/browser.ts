import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type BrowserContextOptions } from 'playwright-core'

const CHROMIUM = '/usr/bin/chromium'

/** Without Debian's Chromium the browser tests are skipped, in plain sight; in CI they fail instead. */
export const NO_BROWSER = !existsSync(CHROMIUM) && process.env['CI'] !== 'true'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A browser with an empty profile. It stands in New York, so that a time shown in the browser's own zone is seen to be wrong. */
export async function openBrowser(
  options: BrowserContextOptions = {},
): Promise<{ context: BrowserContext; close(): Promise<void> }> {
  const profile = mkdtempSync(join(tmpdir(), 'lateline-chromium-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    args: FLAGS,
    timezoneId: 'America/New_York',
    locale: 'en-US',
    viewport: { width: 1280, height: 800 },
    ...options,
  })
  context.setDefaultTimeout(8000)
  return {
    context,
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
