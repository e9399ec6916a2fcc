/**
 * Reads the report of the test runner and prints its totals. The last line is "N passed, N failed", alone on its line.
 * A file that broke before its first test counts as one failure, and so does a runner that left no report.
 * Ends with 1 when anything failed or nothing ran.
 */
import { existsSync, readFileSync } from 'node:fs'

const [, , reportFile] = process.argv
if (!existsSync(reportFile)) {
  console.log('The test runner left no report: it did not get to its end.\n0 passed, 1 failed')
  process.exit(1)
}
const report = JSON.parse(readFileSync(reportFile, 'utf8'))
const results = report.testResults.flatMap((file) => file.assertionResults.map((test) => test.status))
const count = (...statuses) => results.filter((status) => statuses.includes(status)).length
const broken = report.testResults.filter(
  (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
)
const passed = count('passed')
const failed = count('failed') + broken.length

for (const file of broken) console.log(`broke before or beside its tests: ${file.name}`)
console.log(`${count('skipped', 'pending', 'todo', 'disabled')} skipped`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 || report.success !== true ? 1 : 0
