import { describe, expect, it } from 'vitest'
import { serviceUserId } from '../../src/cellar/ids.ts'
import { whoIsCalling, type HouseholdMember } from '../../src/no-show-line/who-is-calling.ts'
import type { ServiceUserFacts } from '../../src/rota/visit-facts.ts'
import { aVisit } from '../record/a-late-visit.ts'

const brenda = aVisit().serviceUser
const harold: ServiceUserFacts = {
  ...brenda,
  id: serviceUserId('harold'),
  title: 'Mr',
  firstName: 'Harold',
  relayUk: true,
}
const noContact: ServiceUserFacts = { ...brenda, contacts: brenda.contacts.map((c) => ({ ...c, mayBeTold: false })) }
const own = (serviceUser: ServiceUserFacts): HouseholdMember => ({ kind: 'service-user', serviceUser })
const gail = (serviceUser: ServiceUserFacts): HouseholdMember => ({
  kind: 'service-user-contact',
  id: 'gail',
  serviceUser,
})

describe('who is calling, by their number (care-practice 3.3)', () => {
  it.each<[string, HouseholdMember[], [people: number, themselves: boolean, ambiguous: boolean, mayBeTold: boolean]]>([
    ['a service user', [own(brenda)], [1, true, false, true]],
    ['a couple on one line', [own(brenda), own(harold)], [2, false, true, true]],
    ['a daughter', [gail(brenda)], [1, false, false, true]],
    ['a daughter of two', [gail(brenda), gail(harold)], [2, false, true, true]],
    ['a daughter who may not be told', [gail(noContact)], [1, false, false, false]],
    ['a daughter who may be told of one of two', [gail(noContact), gail(harold)], [2, false, true, false]],
    ['a husband, a service user himself, who is her contact', [own(harold), gail(brenda)], [2, false, true, true]],
    ['a wife who is down as contact on the same line', [own(brenda), gail(noContact)], [1, true, false, true]],
    ['nobody', [], [0, false, false, false]],
    [
      'a house of four',
      ['a', 'b', 'c', 'd'].map((id) => own({ ...brenda, id: serviceUserId(id) })),
      [4, false, true, false],
    ],
  ])('%s', (_who, members, [people, themselves, ambiguous, mayBeTold]) => {
    const who = whoIsCalling(members)
    expect(who).toMatchObject({ themselves, ambiguous, mayBeTold })
    expect(who.about).toHaveLength(people)
  })

  it('waits longer where one of them rings through a relay', () => {
    expect([whoIsCalling([own(brenda)]).relayUk, whoIsCalling([own(brenda), own(harold)]).relayUk]).toEqual([
      false,
      true,
    ])
  })
})
