/** What a person on the phone meant by what was heard. A mis-hearing must fall to doubt, never to an answer. */
import type { Language } from './catalogue.ts'
import type { Answer } from './flow.ts'
import { meanings, vocabularies } from './vocabulary.ts'
import type { Meaning, Vocabulary } from './vocabulary.ts'

/** What words amount to: the name of one answer, a cry for help, a machine's greeting, or nothing clear. */
export type Understood = { as: 'answer'; name: string } | { as: 'help' } | { as: 'machine' } | { as: 'unclear' }

/** Under this the carrier itself doubts its words. Zero means that it did not say (some of its models never do). */
const leastConfidence = 0.3
/** An answer may carry this many words that we do not know; more, and it was about something else. */
const mostUnknownWords = 1

/**
 * Reads speech against the answers of a step. Help is found anywhere in what was said and in spite of doubt;
 * any other answer has to be nearly all that was said, so that "no one can take your call" is not a "no".
 */
export function understand(
  said: { words: string; confidence?: number | undefined },
  answers: Readonly<Record<string, Answer>>,
  language: Language,
): Understood {
  const vocabulary = vocabularies[language]
  if (vocabulary === undefined) return { as: 'unclear' }
  const tokens = tokensOf(said.words, vocabulary)
  const found = withoutCovered(findPhrases(tokens, vocabulary, answers, language))
  if (found.some((match) => match.meaning === 'help')) return { as: 'help' }
  if (found.some((match) => match.meaning === 'machine')) return { as: 'machine' }
  if (isDoubted(said)) return { as: 'unclear' }
  if (found.some((match) => match.meaning === 'doubt')) return { as: 'unclear' }
  const name = onlyAnswer(found, answers)
  if (name === undefined) return { as: 'unclear' }
  if (isNegated(name, tokens, found, answers, vocabulary)) return { as: 'unclear' }
  if (unknownWords(tokens, found, vocabulary) > mostUnknownWords) return { as: 'unclear' }
  return { as: 'answer', name }
}

/** Whether the carrier itself doubts its words. */
export function isDoubted({ confidence }: { confidence?: number | undefined }): boolean {
  return confidence !== undefined && confidence > 0 && confidence < leastConfidence
}

/** The phrases to tell the carrier to expect. */
export function hintsFor(answers: Readonly<Record<string, Answer>>, language: Language): string[] {
  const spoken = Object.values(answers).flatMap((answer) => [
    ...answer.means.flatMap((meaning) => vocabularies[language]?.phrases[meaning] ?? []),
    ...(answer.words[language] ?? []),
  ])
  return [...new Set(spoken)]
}

interface Match {
  from: number
  to: number
  meaning?: Meaning
  answer?: string
}

function tokensOf(words: string, vocabulary: Vocabulary): string[] {
  const plain = words.toLowerCase().replaceAll('\u2019', "'")
  const pieces = plain.match(/[\p{L}\p{N}']+/gu) ?? []
  return pieces.flatMap((piece) => {
    const longForm = Object.hasOwn(vocabulary.shortForms, piece) ? vocabulary.shortForms[piece] : undefined
    return longForm === undefined ? [piece] : longForm.split(' ')
  })
}

function findPhrases(
  tokens: readonly string[],
  vocabulary: Vocabulary,
  answers: Readonly<Record<string, Answer>>,
  language: Language,
): Match[] {
  const common = meanings.flatMap((meaning) =>
    vocabulary.phrases[meaning].flatMap((phrase) =>
      placesOf(phrase, tokens, vocabulary).map((place) => ({ ...place, meaning })),
    ),
  )
  const own = Object.entries(answers).flatMap(([answer, { words }]) =>
    (words[language] ?? []).flatMap((phrase) =>
      placesOf(phrase, tokens, vocabulary).map((place) => ({ ...place, answer })),
    ),
  )
  return [...common, ...own]
}

function placesOf(phrase: string, tokens: readonly string[], vocabulary: Vocabulary): { from: number; to: number }[] {
  const wanted = tokensOf(phrase, vocabulary)
  const places: { from: number; to: number }[] = []
  for (let from = 0; from + wanted.length <= tokens.length; from += 1) {
    if (wanted.every((word, index) => tokens[from + index] === word)) places.push({ from, to: from + wanted.length })
  }
  return places
}

/** "not need help" hides the "help" inside it. */
function withoutCovered(matches: readonly Match[]): Match[] {
  return matches.filter(
    (match) =>
      !matches.some(
        (other) => other.from <= match.from && match.to <= other.to && other.to - other.from > match.to - match.from,
      ),
  )
}

/** The one answer that everything found speaks for; two that differ are doubt. */
function onlyAnswer(found: readonly Match[], answers: Readonly<Record<string, Answer>>): string | undefined {
  const named = found
    .map((match) => match.answer ?? answerMeaning(match.meaning, answers))
    .filter((name) => name !== undefined)
  const [first, ...others] = new Set(named)
  return others.length > 0 ? undefined : first
}

function answerMeaning(meaning: Meaning | undefined, answers: Readonly<Record<string, Answer>>): string | undefined {
  return Object.entries(answers).find(([, { means }]) => means.some((one) => one === meaning))?.[0]
}

/** A "not" that belongs to no phrase of this answer turns it round: "not right" is no thanks. */
function isNegated(
  name: string,
  tokens: readonly string[],
  found: readonly Match[],
  answers: Readonly<Record<string, Answer>>,
  vocabulary: Vocabulary,
): boolean {
  const own = found.filter((match) => (match.answer ?? answerMeaning(match.meaning, answers)) === name)
  return tokens.some(
    (token, index) =>
      vocabulary.negations.includes(token) && !own.some((match) => match.from <= index && index < match.to),
  )
}

function unknownWords(tokens: readonly string[], found: readonly Match[], vocabulary: Vocabulary): number {
  return tokens.filter(
    (token, index) =>
      !vocabulary.fillers.includes(token) && !found.some((match) => match.from <= index && index < match.to),
  ).length
}
