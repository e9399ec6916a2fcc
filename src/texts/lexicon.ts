/** The compiled phrase books, and the speller that knows all their words. Built once when the program loads. */

import { CRIES } from './cries-for-help.ts'
import { DANGER_VOCABULARY } from './danger-lexicon.ts'
import { GRAMMAR } from './grammar.ts'
import { HARMLESS, HARMLESS_FROM_STAFF } from './harmless-phrases.ts'
import { HOUSEHOLD } from './household-words.ts'
import { CRIES_OF_HOUSEHOLDS, CRIES_OF_STRANGERS } from './person-cries.ts'
import { phraseBook } from './phrase-book.ts'
import { REASONS } from './reasons.ts'
import { createSpeller, openShortForm } from './spelling.ts'
import { TITLES } from './tokens.ts'
import { NOTS, TURNING_WORDS } from './turning-words.ts'
import { CLASS_WORDS } from './word-classes.ts'

/** A gap never swallows a "not" among the facts; among the cries it may. */
export const factBook = phraseBook(GRAMMAR, openShortForm, { bars: NOTS })
export const reasonBook = phraseBook(REASONS, openShortForm)
export const cryBook = phraseBook(CRIES, openShortForm, { gap: 3 })
export const cryOfHouseholdBook = phraseBook([{ tag: 'person' as const, phrases: CRIES_OF_HOUSEHOLDS }], openShortForm)
export const cryOfStrangersBook = phraseBook([{ tag: 'person' as const, phrases: CRIES_OF_STRANGERS }], openShortForm)
export const harmlessBook = phraseBook([{ tag: 'anybody', phrases: HARMLESS }], openShortForm)
export const harmlessFromStaffBook = phraseBook([{ tag: 'staff', phrases: HARMLESS_FROM_STAFF }], openShortForm)
export const householdBook = phraseBook(HOUSEHOLD, openShortForm)

export const speller = createSpeller([
  ...[
    factBook,
    reasonBook,
    cryBook,
    cryOfHouseholdBook,
    cryOfStrangersBook,
    harmlessBook,
    harmlessFromStaffBook,
    householdBook,
  ].flatMap((book) => [...book.words]),
  ...CLASS_WORDS,
  ...DANGER_VOCABULARY,
  ...TITLES,
  ...TURNING_WORDS,
])
