import type { TwimlElement } from './twiml-reader.ts'

/** What a voice says and how long its breaks last beside the words. */
export interface Speech {
  text: string
  breakSeconds: number
  rate: number
}

const speechTags = new Set(['break', 'emphasis', 'lang', 'p', 'phoneme', 'prosody', 's', 'say-as', 'sub', 'w'])
const namedBreaks: Record<string, number> = {
  none: 0,
  'x-weak': 0.1,
  weak: 0.25,
  medium: 0.5,
  strong: 1,
  'x-strong': 1.5,
}
const namedRates: Record<string, number> = { 'x-slow': 0.5, slow: 0.8, medium: 1, fast: 1.2, 'x-fast': 1.5 }

/** Reads the inside of a `<Say>`, speech markup included. `unknown` names a tag that no voice knows. */
export function readSpeech(say: TwimlElement): Speech & { unknown: string | undefined } {
  let breakSeconds = 0
  let rate = 1
  let unknown: string | undefined

  function words(element: TwimlElement): string {
    return element.children.map((child) => (typeof child === 'string' ? child : tag(child))).join('')
  }
  function tag(element: TwimlElement): string {
    if (!speechTags.has(element.name)) unknown ??= element.name
    if (element.name === 'break') {
      breakSeconds += breakLength(element.attributes)
      return ' '
    }
    if (element.name === 'prosody') rate = rateOf(element.attributes['rate'])
    if (element.name === 'sub') return element.attributes['alias'] ?? words(element)
    return element.name === 'p' || element.name === 's' ? ` ${words(element)} ` : words(element)
  }

  const text = words(say).replace(/\s+/g, ' ').trim()
  return { text, breakSeconds, rate, unknown }
}

/** Seconds the voice needs, at so many words a second. */
export function speakingSeconds(speech: Speech, wordsPerSecond: number): number {
  return wordsOf(speech.text).length / (wordsPerSecond * speech.rate) + speech.breakSeconds
}

export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

function breakLength(attributes: Record<string, string>): number {
  const time = /^([\d.]+)(ms|s)$/.exec(attributes['time'] ?? '')
  if (time !== null) return Math.min(10, Number(time[1]) / (time[2] === 'ms' ? 1000 : 1))
  return namedBreaks[attributes['strength'] ?? 'medium'] ?? 0.5
}

function rateOf(rate: string | undefined): number {
  const percent = /^(\d+)%$/.exec(rate ?? '')
  if (percent !== null) return Math.min(2, Math.max(0.2, Number(percent[1]) / 100))
  return namedRates[rate ?? 'medium'] ?? 1
}
