/**
 * Reads the report of the test runner and prints its totals. The last line is "N passed, N failed", alone on its line.
 * A file that broke before its first test counts as one failure. Ends with 1 when anything failed or nothing ran.
 */
import { readFileSync } from 'node:fs'

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'))
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
