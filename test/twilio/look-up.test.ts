import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FoundSend } from '../../src/cellar/ports.ts'
import { whichIsOurs } from '../../src/contact/which-is-ours.ts'
import { matching, type Listed } from '../../src/twilio/look-up.ts'
import { CARE_WORKER, LINE, MANAGER } from './support.ts'

const since = 1_000_000

function found(providerId: string, at: number): FoundSend {
  return { providerId, state: 'placed', at }
}

function listed(how: Partial<Listed> = {}): Listed {
  return { send: { providerId: 'SM1', state: 'placed' }, from: LINE, to: CARE_WORKER, at: since + 900, ...how }
}

describe('which entries can be the one sought', () => {
  it.each<[string, Partial<Listed>, boolean]>([
    ['the same numbers, just now', {}, true],
    ['another receiver', { to: MANAGER }, false],
    ['another line', { from: MANAGER }, false],
    ['by a clock 5 s behind', { at: since - 5_000 }, true],
    ['older than that', { at: since - 5_001 }, false],
    ['much later', { at: since + 600_000 }, true],
    ['without a time', { at: undefined }, true],
  ])('a call: %s', (_, how, is) => {
    expect(matching([listed(how)], { from: LINE, to: CARE_WORKER, since })).toHaveLength(is ? 1 : 0)
  })

  const body = 'Anna is on her way.\nShe comes at 9.20am.'
  it.each<[string, Partial<Listed>, boolean]>([
    ['the same words', { body }, true],
    ['the same words with other spaces and line ends', { body: 'Anna is on her way.\r\nShe comes at  9.20am. ' }, true],
    ['with a trial account’s words before them', { body: `Sent from your Twilio trial account - ${body}` }, true],
    ['another time in them', { body: body.replace('9.20', '9.40') }, false],
    ['no words', {}, false],
  ])('a text: %s', (_, how, is) => {
    expect(matching([listed(how)], { from: LINE, to: CARE_WORKER, body, since })).toHaveLength(is ? 1 : 0)
  })
})

describe('which of them is ours', () => {
  it.each<[string, FoundSend[], string[], string | undefined]>([
    ['nothing found', [], [], undefined],
    ['the only one', [found('CA1', since + 1_000)], [], 'CA1'],
    ['the only one is another attempt’s', [found('CA1', since + 1_000)], ['CA1'], undefined],
    ['the nearest', [found('CA3', since + 90_000), found('CA2', since + 500), found('CA1', since - 4_000)], [], 'CA2'],
    ['the nearest that is nobody’s', [found('CA2', since + 500), found('CA1', since + 90_000)], ['CA2'], 'CA1'],
    ['the smaller id of two in the same second', [found('CA2', since), found('CA1', since)], [], 'CA1'],
    ['none from before', [found('CA1', since - 60_000)], [], undefined],
  ])('%s', (_, all, adopted, ours) => {
    expect(whichIsOurs(all, { since, adopted: new Set(adopted) })?.providerId).toBe(ours)
  })

  it('two doubtful sends never adopt the same call, whatever is found in whatever order', () => {
    const anyFound = fc.uniqueArray(
      fc.record({ id: fc.integer({ min: 1, max: 9 }), after: fc.integer({ min: 0, max: 120_000 }) }),
      { selector: ({ id }) => id, maxLength: 6 },
    )
    fc.assert(
      fc.property(anyFound, fc.integer({ min: 0, max: 60_000 }), (entries, later) => {
        const all = entries.map(({ id, after }) => found(`CA${id}`, since + after))
        const first = whichIsOurs(all, { since, adopted: new Set() })
        const adopted = new Set(first === undefined ? [] : [first.providerId])
        const second = whichIsOurs(all, { since: since + later, adopted })
        expect(second === undefined || second.providerId !== first?.providerId).toBe(true)
        const reversed = whichIsOurs([...all].reverse(), { since, adopted: new Set() })
        expect(reversed).toEqual(first)
      }),
    )
  })
})
