/** Holds what is shown, spoken and stored to the design's words, outside the source files. */
import { parse } from 'yaml'
import { FORBIDDEN_WORDS } from './rules.ts'

/** Sentences in a voice flow or a list of texts that use a word the design does not use. Words listened for may. */
export function wrongSentences(yaml: string): string[] {
  return spoken(parse(yaml), false).filter(hasForbiddenWord)
}

/** Names of tables, columns and kinds in a Prisma schema that do. */
export function wrongColumns(schema: string): string[] {
  const withoutGenerator = schema.replace(/^generator \w+ \{[^}]*\}/gm, '').replace(/\/\/.*$/gm, '')
  return withoutGenerator.match(/\w+/g)?.filter(hasForbiddenWord) ?? []
}

/** `clientName`, `client_name` and "the client's name" all hold the word "client". */
export function wordsIn(text: string): string[] {
  return text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
}

/** What stands under `say`, at any depth; in a plain list of texts, everything. */
function spoken(value: unknown, underSay: boolean): string[] {
  if (typeof value === 'string') return underSay ? [value] : []
  if (Array.isArray(value)) return value.flatMap((one: unknown) => spoken(one, underSay))
  if (typeof value !== 'object' || value === null) return []
  const isFlow = 'steps' in value
  const isPlainList = !isFlow && Object.values(value).every((one) => typeof one === 'string')
  return Object.entries(value).flatMap(([key, one]: [string, unknown]) =>
    spoken(one, underSay || key === 'say' || isPlainList),
  )
}

function hasForbiddenWord(text: string): boolean {
  const words = wordsIn(text)
  return FORBIDDEN_WORDS.some(({ word }) => words.includes(word))
}
