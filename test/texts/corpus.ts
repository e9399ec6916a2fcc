/** Reads the labelled texts. One JSON object a line: {text, from, context, want, trap?, why?}. */

import { readFileSync, readdirSync } from 'node:fs'
import { contextOf } from '../../src/texts/understand-lines.ts'
import type { Context } from '../../src/texts/reading.ts'
import type { Label } from './score.ts'

export interface Labelled {
  file: string
  text: string
  context: Context
  want: Label
  trap: boolean
}

const FOLDER = new URL('./corpus/', import.meta.url)

export function readCorpus(only?: (file: string) => boolean): Labelled[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.jsonl') && (only?.(file) ?? true))
    .flatMap((file) =>
      readFileSync(new URL(file, FOLDER), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => {
          const { text, from, context, want, trap } = JSON.parse(line)
          return { file, text, context: contextOf({ text, from, context }), want, trap: trap === true }
        }),
    )
}
