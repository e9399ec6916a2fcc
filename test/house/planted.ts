/** Breaches planted on purpose, so that a rule that looks at nothing is noticed. At least one for every rule. */
import type { Rule } from './check.ts'
import type { SourceFile } from './read-source.ts'
import { MOST_LINES } from './rules.ts'

export type Planted = { rule: Rule; title: string; files: SourceFile[] }

const file = (path: string, text: string): SourceFile => ({ path, text })
const one = (rule: Rule, title: string, path: string, text: string): Planted => ({
  rule,
  title,
  files: [file(path, text)],
})
const imports = (title: string, path: string, text: string): Planted => one('who may import whom', title, path, text)
const impure = (title: string, text: string): Planted => one('pure files', title, 'rota/planted.ts', text)

export const PLANTED: readonly Planted[] = [
  one('known place', 'a folder that is no room', 'helpers/planted.ts', 'export const x = 1'),
  one('known place', 'a file loose at the top', 'utils.ts', 'export const x = 1'),

  imports('a room from a room above it', 'rota/planted.ts', `import { x } from '../matter/x.ts'`),
  imports('a re-export', 'rota/planted.ts', `export { x } from '../matter/x.ts'`),
  imports('a re-export of everything', 'rota/planted.ts', `export * from '../matter/x.ts'`),
  imports('a re-export of a type', 'rota/planted.ts', `export type { X } from '../matter/x.ts'`),
  imports('a type by import()', 'rota/planted.ts', `export type X = import('../matter/x.ts').X`),
  imports('a side effect', 'rota/planted.ts', `import '../matter/x.ts'`),
  imports('the cellar from a room', 'cellar/planted.ts', `import type { X } from '../rota/x.ts'`),
  imports('a room from its act', 'rota/planted.ts', `import { act } from './act/x.ts'`),
  imports('a room from the machinery', 'rota/planted.ts', `import { x } from '../store/x.ts'`),
  imports('a room from voice-flow by value', 'rota/planted.ts', `import { x, type Y } from '../voice-flow/x.ts'`),
  imports('voice-flow from a room', 'voice-flow/planted.ts', `import { x } from '../rota/x.ts'`),
  imports('an act from the machinery', 'rota/act/planted.ts', `import { x } from '../../twilio/x.ts'`),
  imports('an act from the top', 'rota/act/planted.ts', `import { x } from '../../settings.ts'`),
  imports('machinery from machinery', 'pages/planted.ts', `import { x } from '../store/x.ts'`),
  imports('machinery from an act', 'queue/planted.ts', `import { x } from '../rota/act/x.ts'`),
  imports('machinery from an act, late', 'queue/planted.ts', `export const x = () => import('../rota/act/x.ts')`),
  imports('machinery from the simulator', 'twilio/planted.ts', `import { x } from '../simulator/x.ts'`),
  imports('machinery from the top', 'store/planted.ts', `import { x } from '../compose.ts'`),
  imports('the simulator from the cellar', 'simulator/planted.ts', `import { x } from '../cellar/x.ts'`),
  imports('a page in the browser from the server', 'pages/planted.js', `import { x } from '../cellar/x.ts'`),
  imports('anything outside src', 'rota/planted.ts', `import { x } from '../../test/x.ts'`),

  one('pure packages', 'Node in a room', 'rota/planted.ts', `import { readFileSync } from 'node:fs'`),
  one('pure packages', 'Node in an act', 'rota/act/planted.ts', `import fs from 'fs'`),
  one('pure packages', 'a package with effects', 'cellar/planted.ts', `export { default } from 'pg'`),
  one('pure packages', 'luxon in a room', 'rota/planted.ts', `import { DateTime } from 'luxon'`),
  one('pure packages', 'luxon elsewhere in the cellar', 'cellar/planted.ts', `import { DateTime } from 'luxon'`),
  one(
    'pure packages',
    'chance from Node',
    'voice-flow/planted.ts',
    `import { createHash, randomUUID } from 'node:crypto'`,
  ),
  one('pure packages', 'all of node:crypto', 'voice-flow/planted.ts', `import * as everything from 'node:crypto'`),
  one('pure packages', 'a package by import()', 'rota/planted.ts', `export type X = import('pg').Pool`),

  impure('new Date()', 'export const now = new Date()'),
  impure('Date.now', 'export const now = Date.now()'),
  impure('Date handed on', 'export const clock = { Date }'),
  impure('globalThis.Date', 'export const now = globalThis.Date.now()'),
  impure('typeof process', 'export const x = typeof process'),
  impure('process.env', `export const x = process.env['X']`),
  impure('Math.random', 'export const x = Math.random()'),
  impure('Math["random"]', `export const x = Math['random']()`),
  impure('Math.random picked out', 'const { random } = Math; export const x = random()'),
  impure('a timer', 'setTimeout(() => undefined, 1)'),
  impure('a late import', `export const x = await import('./x.ts')`),
  impure('import.meta', 'export const x = import.meta.url'),
  impure('require', `export const x = require('pg')`),
  one('pure files', 'a clock in an act', 'rota/act/planted.ts', 'export const now = Date.now()'),
  one('pure files', 'a clock in voice-flow', 'voice-flow/planted.ts', 'export const now = Date.now()'),
  one('pure files', 'a clock in the cellar', 'cellar/planted.ts', 'export const now = performance.now()'),
  one('pure files', "luxon's clock", 'cellar/local-time.ts', `import { DateTime } from 'luxon'; DateTime.now()`),

  one('one clock', 'Date.now in the machinery', 'store/planted.ts', 'export const now = Date.now()'),
  one('one clock', 'new Date() in the machinery', 'pages/planted.ts', 'export const now = new Date()'),
  one('one clock', 'Date() at the top', 'compose.ts', 'export const now = Date()'),

  one('one reader of settings', 'in the machinery', 'store/planted.ts', `export const x = process.env['X']`),
  one('one reader of settings', 'picked out', 'queue/planted.ts', 'const { env } = process; export const x = env'),

  {
    rule: 'no cycle',
    title: 'two files that import each other',
    files: [file('rota/a.ts', `import { b } from './b.ts'`), file('rota/b.ts', `import { a } from './a.ts'`)],
  },
  {
    rule: 'no cycle',
    title: 'two rooms that know each other by type alone',
    files: [
      file('rota/a.ts', `import type { B } from '../texts/b.ts'`),
      file('texts/b.ts', `import type { A } from '../rota/a.ts'`),
    ],
  },
  {
    rule: 'no cycle',
    title: 'three files in a ring, by re-export',
    files: [
      file('rota/a.ts', `export { b } from './b.ts'`),
      file('rota/b.ts', `export * from './c.ts'`),
      file('rota/c.ts', `import { a } from './a.ts'`),
    ],
  },
  { rule: 'no cycle', title: 'a file that imports itself', files: [file('rota/a.ts', `import { x } from './a.ts'`)] },

  one('design words', 'a name', 'rota/planted.ts', 'export const carerName = 1'),
  one('design words', 'a key', 'store/planted.ts', 'export const x = { carers: 1 }'),
  one('design words', 'a name where words are listed', 'texts/planted.ts', 'export const carerName = 1'),
  one('design words', 'a property', 'store/planted.ts', 'export type X = { patient_id: string }'),
  one('design words', 'a client who is a person', 'rota/planted.ts', 'export const clients = []'),
  one('design words', 'a sentence people hear', 'lateness/words.ts', `export const x = 'Your carer is late.'`),
  one('design words', 'a sentence people read', 'pages/planted.ts', 'export const x = `Patient ${1}`'),
  one('design words', 'a file', 'rota/carer.ts', 'export const x = 1'),

  one('file length', 'one line too many', 'rota/planted.ts', `export const x = 1${'\n'.repeat(MOST_LINES + 1)}`),
]

/** Looks forbidden and is not: a rule with false alarms is soon switched off. */
export const ALLOWED: readonly SourceFile[] = [
  file('cellar/ok.ts', `import { x } from './x.ts'`),
  file(
    'rota/ok.ts',
    `import type { Step } from '../voice-flow/x.ts'; import { z } from 'zod'; import { x } from '../cellar/x.ts'`,
  ),
  file(
    'matter/ok.ts',
    `import { x } from '../rota/x.ts'; export type { Y } from '../record/y.ts'; import { z } from './z.ts'`,
  ),
  file(
    'rota/act/ok.ts',
    `import { x } from '../../matter/x.ts'; import { y } from '../../cover/act/y.ts'; import type { P } from '../../cellar/ports.ts'`,
  ),
  file(
    'store/ok.ts',
    `import pg from 'pg'; import { x } from '../rota/x.ts'; import { y } from './deep/y.ts'; export const d = new Date(5); export const client = pg`,
  ),
  file('store/port.ts', `import type { Port } from '../matter/act/store.ts'; export const x = (port: Port) => port`),
  file('store/deep/ok.ts', `import { x } from '../x.ts'; process.on('exit', x); setTimeout(x, 5)`),
  file(
    'simulator/ok.ts',
    `import { x } from './deep/x.ts'; import express from 'express'; export const now = Date.now()`,
  ),
  file('pages/look/ok.js', `import { x } from '../phones/x.js'; x(new Date(), window)`),
  file(
    'compose.ts',
    `import { x } from './rota/act/x.ts'; import { y } from './twilio/y.ts'; import { z } from './simulator/z.ts'`,
  ),
  file('settings.ts', `export const x = process.env['PORT']`),
  file('clock.ts', `export const clock = { now: () => Date.now() }`),
  file('bench/ok.ts', `import { x } from '../store/x.ts'; import { y } from '../compose.ts'; performance.now()`),
  file(
    'rota/words-of-types.ts',
    `export type Row = { date: Date; process: string; random: number }; export const a = (b: Row) => b.process`,
  ),
  file(
    'rota/keys.ts',
    `export const x = { Date: 1, process: 2, fetch() {}, 'import()': 3 }; export const y = Math.max(1, 2)`,
  ),
  file('texts/grammar.ts', `export const heard = ['carer', 'client', 'patient']; export const short = { carers: 1 }`),
  file('voice-flow/act/ok.ts', `import { x } from '../../rota/x.ts'; import { y } from '../../matter/act/y.ts'`),
]
