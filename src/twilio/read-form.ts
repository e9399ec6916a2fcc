import { storableText } from '../cellar/clean-text.ts'

/** A form as it came in: `signed` is what a signature is computed over, `fields` the first value of each name. */
export interface Form {
  fields: Record<string, string>
  signed: Record<string, string | string[]>
}

/** The carrier sends some twenty fields; nobody sends hundreds. */
const MOST_FIELDS = 200

/**
 * Reads a form-encoded body strictly: the content type must say so, in UTF-8; each `%` must begin an escape and all
 * escapes together must be UTF-8. Lenient readers let a broken escape pass as text, and a signature with it.
 *
 * @returns undefined when the body is anything else
 */
export function readForm(contentType: string | undefined, body: unknown): Form | undefined {
  if (!isFormType(contentType) || !Buffer.isBuffer(body)) return undefined
  const text = body.toString('latin1')
  if (/[^\x20-\x7E]/.test(text)) return undefined
  const pairs = text.split('&').filter((pair) => pair !== '')
  if (pairs.length > MOST_FIELDS) return undefined

  const values = new Map<string, string[]>()
  for (const pair of pairs) {
    const cut = pair.indexOf('=')
    const name = decoded(cut < 0 ? pair : pair.slice(0, cut))
    const value = decoded(cut < 0 ? '' : pair.slice(cut + 1))
    if (name === undefined || value === undefined) return undefined
    values.set(name, [...(values.get(name) ?? []), value])
  }
  return {
    fields: Object.fromEntries([...values].map(([name, all]) => [name, storableText(all[0] ?? '')])),
    signed: Object.fromEntries([...values].map(([name, all]) => [name, all.length === 1 ? (all[0] ?? '') : all])),
  }
}

function isFormType(contentType: string | undefined): boolean {
  return /^\s*application\/x-www-form-urlencoded\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?;?\s*$/i.test(contentType ?? '')
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}
