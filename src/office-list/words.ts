import type { Instant } from '../cellar/local-time.ts'
import { tooLong, type TextWords } from '../contact/text-words.ts'
import type { OfficeItemFacts } from './item.ts'
import { ITEM_KINDS, type ItemKind, type ItemValue } from './new-item.ts'

/** The longest value each can reasonably have: lengths are proved with these. */
const ITEM_VALUES: Record<ItemValue, string> = {
  person: 'Bartholomew W and Bernadette-Rose W',
  careWorker: 'Maximiliana',
  other: 'Maximiliana',
  time: 'tomorrow 12.55pm',
  until: 'tomorrow 12.55pm',
  tier: '12',
  why: 'gave 120 minutes for Bartholomew W, and did not confirm it',
}

/** The sentence of each kind, from `voice-flows/words/office-list.en.yaml`. */
export type ItemWords = Readonly<Record<ItemKind, string>>

/** An item in one sentence, without a full stop; times as `time` says or writes them. */
export function itemInWords(item: Pick<OfficeItemFacts, 'what' | 'details'>, time: (at: Instant) => string): string {
  return filled(item.what, (name) => {
    const value = item.details[name]
    if (typeof value === 'number') return time(value)
    return typeof value === 'string' ? value : 'somebody'
  })
}

/** The sentence for a kind as it stands in the database, where kinds of earlier versions may still lie. */
export function sentenceOf(kind: string, words: ItemWords): string {
  return isItemKind(kind) ? words[kind] : words['line-needs-a-human']
}

/** What is wrong with a set of sentences, each with its remedy; empty when nothing is. */
export function faultsOfItems(words: Record<string, unknown>, texts: TextWords, file: string): string[] {
  const unknown = Object.keys(words)
    .filter((kind) => !isItemKind(kind))
    .map((kind) => `${file}: nothing called "${kind}" can lie on the office list; take it out or correct its name`)
  const faults = Object.entries(ITEM_KINDS).flatMap(([kind, values]) => {
    const sentence = words[kind]
    if (typeof sentence !== 'string' || sentence.trim() === '') return [`"${kind}" has no sentence; write it`]
    return [...strangeNames(kind, sentence, values), ...tooLongFor(kind, sentence, texts)]
  })
  return [...unknown, ...faults.map((fault) => `${file}: ${fault}`)]
}

function strangeNames(kind: string, sentence: string, values: readonly string[]): string[] {
  const known = values.length === 0 ? 'it can name nothing' : `use one of ${values.join(', ')}`
  return [...sentence.matchAll(/\{([^}]*)\}/g)]
    .map(([, name = '']) => name)
    .filter((name) => !values.includes(name))
    .map((name) => `the sentence of "${kind}" asks for {${name}}, which nobody fills; ${known}`)
}

/** Whoever takes an item has it by text too, which must stay one text. */
function tooLongFor(kind: string, sentence: string, texts: TextWords): string[] {
  const what = filled(sentence, (name) => (isItemValue(name) ? ITEM_VALUES[name] : ''))
  const fault = tooLong(texts, 'office-item-details', { what })
  return fault === undefined ? [] : [`the sentence of "${kind}" ${fault}`]
}

function filled(sentence: string, value: (name: string) => string): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => value(name))
}

function isItemKind(kind: string): kind is ItemKind {
  return Object.hasOwn(ITEM_KINDS, kind)
}

function isItemValue(name: string): name is ItemValue {
  return Object.hasOwn(ITEM_VALUES, name)
}
