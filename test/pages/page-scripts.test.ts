import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'

it('the scripts of the pages hold under strict types', { timeout: 60_000 }, () => {
  const check = (): string =>
    execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'test/pages/tsconfig.browser.json'], {
      encoding: 'utf8',
    })
  expect(check()).toBe('')
})
