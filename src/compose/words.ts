import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { faultsOfTexts, type TextWords } from '../contact/text-words.ts'
import { explainFault, readFlows } from '../voice-flow/check.ts'
import type { Flow } from '../voice-flow/flow.ts'

const FOLDER = resolve(import.meta.dirname, '../../voice-flows')

/** Flows or texts that cannot be used: file, step, what is wrong and what to do. */
export class BadWords extends Error {
  override readonly name = 'BadWords'
}

/** Every flow, read and proved. @throws BadWords */
export function loadFlows(folder = FOLDER): ReadonlyMap<string, Flow> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => ({ file: `voice-flows/${name}`, text: readFileSync(join(folder, name), 'utf8') }))
  const read = readFlows(files)
  if ('faults' in read) throw new BadWords(read.faults.map(explainFault).join('\n'))
  return read.flows
}

/** The words of every text. @throws BadWords */
export function loadTexts(folder = FOLDER): TextWords {
  const file = 'voice-flows/words/texts.en.yaml'
  const words: unknown = parse(readFileSync(join(folder, 'words/texts.en.yaml'), 'utf8'))
  if (typeof words !== 'object' || words === null)
    throw new BadWords(`${file}: this is no list of texts; write "name: 'words'" lines`)
  const faults = faultsOfTexts({ ...words }, file)
  if (faults.length > 0) throw new BadWords(faults.join('\n'))
  return words as TextWords
}
