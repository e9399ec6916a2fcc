import type { Databases } from './databases.ts'

/** What every measurement is given. */
export interface Stage {
  databases: Databases
  /** how long each steady part of a measurement lasts */
  seconds: number
  /** a folder for CPU profiles of the processes that are measured */
  profileTo?: string | undefined
  /** tells whoever waits what is happening */
  say(words: string): void
}

/** One line of the table. */
export interface Row {
  what: string
  /** the measured value, in the unit its name or figure says */
  value: number
  /** the value as people read it */
  figure: string
  /** what it is held against */
  beside?: string
  /** value over what it is held against */
  ratio?: number
  goal?: Goal
}

/** What a row is to reach: its ratio where it has one, else its value. */
export type Goal =
  { atLeast: number; words?: string } | { atMost: number; words?: string } | { below: number; words?: string }

export interface Section {
  name: string
  title: string
  rows: Row[]
  /** how it was measured, and what else was seen */
  notes: string[]
}

/** Undefined where a row has no goal. What could not be measured has not reached it. */
export function reaches({ goal, ratio, value }: Row): boolean | undefined {
  if (goal === undefined) return undefined
  const held = ratio ?? value
  if ('atLeast' in goal) return held >= goal.atLeast
  return 'atMost' in goal ? held <= goal.atMost : held < goal.below
}

export function goalInWords(goal: Goal): string {
  if (goal.words !== undefined) return goal.words
  if ('atLeast' in goal) return `≥ ${goal.atLeast}`
  return 'atMost' in goal ? `≤ ${goal.atMost}` : `< ${goal.below}`
}

/** Milliseconds as people read them. */
export function inMs(ms: number): string {
  if (Number.isNaN(ms)) return 'not measured'
  if (ms === Number.POSITIVE_INFINITY) return 'never'
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`
  return ms >= 10 ? `${ms.toFixed(0)} ms` : `${ms.toFixed(2)} ms`
}

export function perSecond(value: number): string {
  return value >= 100 ? `${Math.round(value).toLocaleString('en-GB')}/s` : `${value.toFixed(2)}/s`
}
