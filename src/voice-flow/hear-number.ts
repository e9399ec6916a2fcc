/** Numbers said or keyed: within the catalogue's bounds, or not heard at all. */
import { numbers } from './catalogue.ts'
import type { NumberName } from './catalogue.ts'
import type { Heard } from './hear.ts'
import type { HeardNumber } from './memory.ts'

/** What nobody keys for minutes. */
const EMERGENCY: ReadonlySet<string> = new Set(['999', '112'])

export function isEmergency(keys: string): boolean {
  return EMERGENCY.has(keys)
}

/** Undefined for what is no number, or none that may be: "unclear", and asked again. */
export function numberHeard(is: NumberName, heard: Heard): HeardNumber | undefined {
  if (heard.kind === 'keys' && /^\d{1,3}$/.test(heard.keys)) return within(is, Number(heard.keys), 'keyed', heard.keys)
  if (heard.kind === 'words' && heard.read?.minutes !== undefined)
    return within(is, heard.read.minutes, 'said', heard.words)
  return undefined
}

function within(is: NumberName, value: number, source: HeardNumber['source'], words: string): HeardNumber | undefined {
  const { least, most } = numbers[is]
  return value >= least && value <= most ? { is, value, source, words } : undefined
}
