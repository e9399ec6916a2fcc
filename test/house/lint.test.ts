import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/**
 * The lint settings, tried on planted breaches: a pattern that matches no file, or a rule that a new version renamed,
 * would otherwise pass for ever. One run over a small tree laid out like ours.
 */
const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url))

const TYPE_AS_VALUE = `import { X } from './x.ts'\nexport const x = (y: X): X => y`
const FORGOTTEN_CASE = `export function x(y: 'a' | 'b'): number {
  switch (y) {
    case 'a':
      return 1
  }
  return 2
}`

const PLANTED = [
  ['a clock in a room', 'src/rota/clock.ts', 'export const now = Date.now()', 'no-restricted-globals'],
  ['the process in a room', 'src/rota/environment.ts', `export const x = process.env['X']`, 'no-restricted-globals'],
  ['a way around in a room', 'src/rota/around.ts', 'export const x = globalThis', 'no-restricted-globals'],
  ['a timer in an act', 'src/rota/act/timer.ts', 'setTimeout(() => undefined, 1)', 'no-restricted-globals'],
  ['a clock in the cellar', 'src/cellar/clock.ts', 'export const now = performance.now()', 'no-restricted-globals'],
  ['a clock in voice-flow', 'src/voice-flow/clock.ts', 'export const now = new Date()', 'no-restricted-globals'],
  ['chance in a room', 'src/rota/chance.ts', 'export const x = Math.random()', 'no-restricted-properties'],
  ['Node in a room', 'src/rota/files.ts', `export { readFileSync } from 'node:fs'`, 'no-restricted-imports'],
  ['machinery in a room', 'src/rota/up.ts', `export { x } from '../store/save.ts'`, 'no-restricted-imports'],
  ['any', 'src/store/any.ts', 'export const x = (y: any) => y', 'no-explicit-any'],
  ['a non-null !', 'src/store/sure.ts', 'export const x = (y?: string) => y!', 'no-non-null-assertion'],
  ['a default export', 'src/store/default.ts', 'export default 1', 'no-default-export'],
  ['console in the machinery', 'src/store/loud.ts', `console.log('x')`, 'no-console'],
  ['a type imported as a value', 'src/store/type.ts', TYPE_AS_VALUE, 'consistent-type-imports'],
  ['a promise nobody waits for', 'src/store/adrift.ts', 'const x = async () => 1\nx()', 'no-floating-promises'],
  ['a forgotten case', 'src/store/case.ts', FORGOTTEN_CASE, 'switch-exhaustiveness-check'],
  [
    'a test that runs alone',
    'test/alone.test.ts',
    `import { it } from 'vitest'\nit.only('x', () => {})`,
    'no-focused-tests',
  ],
] as const

const ALLOWED = [
  ['a date in the machinery', 'src/store/ok.ts', 'export const x = (at: number) => new Date(at)'],
  ['the clock', 'src/clock.ts', 'export const now = () => Date.now()'],
  ['a room that computes', 'src/rota/ok.ts', 'export const x = (y: number) => Math.max(y, 1)'],
] as const

/** No packages here: a link to them would be walked and linted too. */
const TSCONFIG = {
  compilerOptions: { strict: true, target: 'ES2023', lib: ['ES2023'], module: 'NodeNext', types: [], noEmit: true },
  include: ['src', 'test'],
}

let folder = ''
let found: { code: string; filename: string }[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lateline-lint-'))
  cpSync(join(REPOSITORY, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(TSCONFIG))
  for (const [, path, text] of [...PLANTED, ...ALLOWED]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), `${text}\n`)
  }
  const bin = join(REPOSITORY, 'node_modules', '.bin')
  const run = spawnSync(join(bin, 'oxlint'), ['--format', 'json', 'src', 'test'], {
    cwd: folder,
    env: { ...process.env, OXLINT_TSGOLINT_PATH: join(bin, 'tsgolint') },
    encoding: 'utf8',
    timeout: 60_000,
    killSignal: 'SIGKILL',
  })
  found = readDiagnostics(run.stdout)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('lint', () => {
  it.each(PLANTED)('finds %s', (_title, path, _text, rule) => {
    expect(rulesFor(path)).toEqual(expect.arrayContaining([expect.stringContaining(`(${rule})`)]))
  })

  it.each(ALLOWED)('leaves alone %s', (_title, path) => {
    expect(rulesFor(path)).toEqual([])
  })
})

function rulesFor(path: string): string[] {
  return found.filter(({ filename }) => filename === path).map(({ code }) => code)
}

function readDiagnostics(json: string): typeof found {
  const report: unknown = JSON.parse(json)
  if (typeof report !== 'object' || report === null || !('diagnostics' in report)) throw new Error('No lint report.')
  if (!Array.isArray(report.diagnostics)) throw new Error('No list in the lint report.')
  return report.diagnostics.map((one: { code: string; filename: string }) => one)
}
