import type { Reason } from '../texts/reading.ts'

/** How reasons are written, from `voice-flows/words/reasons.en.yaml`: each by its code, and the sentence with and without one. */
export type ReasonWords = Readonly<Record<Reason | 'given' | 'none', string>>

/** What may be filled into each. A code that texts can be read as and that is missing here does not compile. */
const REASONS = {
  none: [],
  given: ['reason'],
  traffic: [],
  overran: [],
  breakdown: [],
  transport: [],
  weather: [],
  sick: [],
  emergency: [],
  access: [],
  other: [],
} as const satisfies Record<keyof ReasonWords, readonly string[]>

/** The words for a reason's code; the code itself where it has none. */
export function reasonInWords(code: string, words: ReasonWords): string {
  return isReason(code) ? words[code] : code
}

/** A sentence of its own: the reason, or that there is none yet. */
export function reasonSentence(code: string | undefined, words: ReasonWords): string {
  return code === undefined ? words.none : words.given.replace('{reason}', () => reasonInWords(code, words))
}

/**
 * What is wrong with a set of words, each with its remedy; empty when nothing is.
 *
 * @param tooLong what is wrong with the text that such a sentence goes into, if it makes it too long
 */
export function faultsOfReasons(
  words: Record<string, unknown>,
  file: string,
  tooLong: (sentence: string) => string | undefined,
): string[] {
  const unknown = Object.keys(words)
    .filter((name) => !isReason(name))
    .map((name) => `${file}: there is no reason called "${name}"; take it out or correct its name`)
  const faults = Object.entries(REASONS).flatMap(([name, values]: [string, readonly string[]]) => {
    const text = words[name]
    if (typeof text !== 'string' || text.trim() === '') return [`"${name}" has no words; write them`]
    return namesIn(text)
      .filter((key) => !values.includes(key))
      .map((key) => `the words of "${name}" ask for {${key}}, which nobody fills; take it out`)
  })
  if (unknown.length + faults.length > 0) return [...unknown, ...faults.map((fault) => `${file}: ${fault}`)]
  return [undefined, ...Object.keys(REASONS)].flatMap((code) => {
    const fault = tooLong(reasonSentence(code, words as ReasonWords))
    return fault === undefined ? [] : [`${file}: "${code ?? 'none'}" ${fault}`]
  })
}

function namesIn(text: string): string[] {
  return [...text.matchAll(/\{([^}]*)\}/g)].map(([, key = '']) => key)
}

function isReason(name: string): name is keyof ReasonWords {
  return Object.hasOwn(REASONS, name)
}
