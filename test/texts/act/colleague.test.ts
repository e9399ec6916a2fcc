import { describe, expect, it } from 'vitest'
import { namesServed } from '../../../src/texts/act/claims.ts'
import { awayColleague } from '../../../src/texts/act/colleague.ts'
import { ANNAS, annaAt, NOW, samAt, visit, whatFollows } from './a-line.ts'

const people = [{ kind: 'care-worker', careWorker: annaAt } as const]
const SAY_AWAY = [
  'Sam is off sick',
  'sams off sick',
  'Sam is sick',
  "Sam's ill today",
  'Sam O not coming',
  "Sam isn't coming",
  'sam cant come today',
  'Sam can’t make it',
  'Sam hasnt turned up',
  'sam not here yet',
  'Sam called in sick',
  'sam told me hes not well',
  'Sam has gone home',
  'morning, Sam Osei not coming in',
]
const DO_NOT = [
  'is Sam off sick?',
  'Sams dog is ill',
  'I am off sick',
  'off sick with flu',
  'Sam is here with me',
  'Sam says Mrs Trundle is poorly',
  'sams phone is not working',
  'Sam',
]

describe('a colleague who is said to be away', () => {
  it.each(SAY_AWAY)('%s', (body) => {
    expect(awayColleague(body, [samAt], new Set())?.knownAs).toBe('Sam')
  })

  it.each(DO_NOT)('not: %s', (body) => {
    expect(awayColleague(body, [samAt], new Set())).toBeUndefined()
  })

  it.each(['Sam is ill and has collapsed', 'Sam is poorly, not breathing'])(
    'in danger, that goes before: %s',
    async (body) => {
      expect(awayColleague(body, [samAt], new Set())?.knownAs).toBe('Sam')
      const changes = await whatFollows(body, ANNAS, { people })
      expect(changes.flatMap((c) => (c.kind === 'office-item-added' ? [c.item.kind] : []))).toEqual(['cry-for-help'])
    },
  )

  it('is nobody who is visited by that name', () => {
    expect(
      awayColleague('Brenda is poorly', [{ ...samAt, firstName: 'Brenda', knownAs: 'Brenda' }], namesServed([visit])),
    ).toBe(undefined)
  })

  it.each(SAY_AWAY)(
    '"%s": a phone rings at once with both names, and no visit of the sender is touched',
    async (body) => {
      const changes = await whatFollows(body, ANNAS, { people })
      expect(changes.filter((c) => c.kind === 'event-added')).toEqual([])
      const [item, ...others] = changes.flatMap((c) => (c.kind === 'office-item-added' ? [c.item] : []))
      expect(others).toEqual([])
      expect(item).toMatchObject({ kind: 'colleague-away', details: { careWorker: 'Anna', other: 'Sam' }, ringAt: NOW })
      const answers = changes.flatMap((c) => (c.kind === 'contact-added' ? [c.contact.details] : []))
      expect(answers).toMatchObject([{ text: 'office-has-it', by: item?.dueAt }])
    },
  )

  it('help goes before it, and a report in their place is asked about', async () => {
    const help = await whatFollows('Sam is off sick and Mrs Trundle has collapsed', ANNAS, { people })
    expect(help.flatMap((c) => (c.kind === 'office-item-added' ? [c.item.kind] : []))).toEqual(['cry-for-help'])
    const late = await whatFollows('covering for Sam, hes off sick, late 20', ANNAS, {
      people,
      visits: { anna: [visit], sam: [visit] },
    })
    expect(late.flatMap((c) => (c.kind === 'office-item-added' ? [c.item.kind] : []))).toEqual(['whose-visit'])
  })
})
