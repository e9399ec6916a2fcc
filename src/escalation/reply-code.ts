/** No code can be read as a clock time, whatever stands before it: 2400 is the first that is none. */
const FIRST = 2400
const LAST = 9999

/**
 * A code of four figures that nobody of the agency has been given, as far as the given ones say.
 *
 * @param chance any id: where the search for a free one begins
 * @throws Error when every code of the day is given out
 */
export function pickCode(given: ReadonlySet<string>, chance: string): string {
  const many = LAST - FIRST + 1
  const start = parseInt(chance.replaceAll('-', '').slice(0, 8), 16) % many
  for (let step = 0; step < many; step += 1) {
    const code = String(FIRST + ((start + step) % many))
    if (!given.has(code)) return code
  }
  throw new Error('every reply code is given out; the matter is still rung for, and can be taken by key')
}
