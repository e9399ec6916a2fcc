import { describe, expect, it } from 'vitest'
import { claimIn, mayClaim, namedIn } from '../../../src/texts/act/claims.ts'
import { ANNAS, annaAt, anotherVisit, samAt, visit, worker } from './a-line.ts'

const joe = worker('joe', 'Joe', 'Marsh', ANNAS)
const annaP = worker('anna-p', 'Anna', 'Pike', ANNAS)
const staff = [annaAt, annaP, joe, samAt]
const peter = worker('peter', 'Peter', 'Lowe', ANNAS)
const visits = [visit, anotherVisit('V2', '10:00', '10:30')]

describe('texts that claim to be somebody else’s, or about somebody else’s visits (design 3.9)', () => {
  it.each<[string, 'from' | 'for', string[]]>([
    ['this is Anna on Joes phone, late 20', 'from', ['anna', 'anna-p']],
    ["It's Anna Kowal here, late 20", 'from', ['anna']],
    ['its anna k using sams phone running 20 late', 'from', ['anna']],
    ['late 20. Message from Joe', 'from', ['joe']],
    ['Joe here late 20', 'from', ['joe']],
    ['im joe, late 20', 'from', ['joe']],
    ['late 20 not me, its Joe', 'from', ['joe']],
    ['this is Zoe on Sams phone, late 20', 'from', []],
    ['late 20, on sams phone', 'from', []],
    ['LATE 20 on someone elses phone', 'from', []],
    ['standing in for Joe, late 20', 'for', ['joe']],
    ['im covering Joes visits today, late 20', 'for', ['joe']],
    ['late 20 im doing joes run as well', 'for', ['joe']],
    ['covering for Joe. LATE 20 Trundle', 'for', ['joe']],
    ['texting for joe she is late 20', 'for', ['joe']],
  ])('%s', (body, as, ids) => {
    expect(mayClaim(body)).toBe(true)
    const claim = claimIn(body, staff, [samAt], visits)
    expect({ as: claim?.as, people: claim?.people.map((p) => p.id) }).toEqual({ as, people: ids })
  })

  it.each([
    'LATE 20',
    'late 20 its the traffic',
    'this is sam, late 20',
    'Sam here, running 20 late',
    'im late 20',
    'late 20, was on the phone to the doctor',
    'late 20, on my phone',
    'covering Mrs Trundle next, late 20',
    'covering Trundle late 20',
    'this is brenda trundle late 20',
    'LATE 20 had a long phone call',
    'doing meds run late 20',
    'on my works phone, late 20',
  ])('%s: no claim', (body) => {
    expect(claimIn(body, staff, [samAt], visits)).toBeUndefined()
  })

  it('a name that a service user has as well is the service user’s', () => {
    const person = { ...visit.serviceUser, firstName: 'Peter', preferredName: 'Peter' }
    const named = anotherVisit('V3', '10:00', '10:30', { serviceUser: person })
    expect(claimIn('covering Peters call late 20', [...staff, peter], [samAt], [named])).toBeUndefined()
  })

  it.each<[string, string | undefined]>([
    ['ANNA', undefined],
    ['anna k', 'anna'],
    ['Anna Pike', 'anna-p'],
    ['its joe', 'joe'],
    ['yes', undefined],
    ['joe and sam', undefined],
  ])('"%s" as the answer', (body, id) => {
    expect(namedIn(body, staff)?.id).toBe(id)
  })
})
