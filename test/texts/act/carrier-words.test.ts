import { describe, expect, it } from 'vitest'
import type { Change } from '../../../src/cellar/change.ts'
import { contactId, officeItemId } from '../../../src/cellar/ids.ts'
import { parsePhoneNumber, type PhoneNumber } from '../../../src/cellar/phone-number.ts'
import type { KnownPerson, Loading } from '../../../src/matter/act/store.ts'
import { besideTheCarrier, carrierWord } from '../../../src/texts/act/carrier-words.ts'
import type { Incoming } from '../../../src/texts/act/sender.ts'
import { at } from '../../record/a-late-visit.ts'

const NOW = at('08:40')
const ANNA = parsePhoneNumber('07700 900101') as PhoneNumber
const answer = { kind: 'contact-added', contact: { id: contactId('answer'), message: 'answer' } } as Change
const item = { kind: 'office-item-added', item: { id: officeItemId('item') } } as Change
const again: Change = { kind: 'number-learned', number: ANNA, fact: 'texts-again', at: NOW }
const stopped: Change = { kind: 'number-learned', number: ANNA, fact: 'texts-stopped', at: NOW }
const careWorker = (noTexts: boolean) =>
  ({
    kind: 'care-worker',
    careWorker: { id: 'anna', knownAs: 'Anna', numbers: [{ number: ANNA, lineType: 'mobile', noTexts }] },
  }) as KnownPerson
const household = {
  kind: 'service-user',
  serviceUser: { preferredName: 'Peter', lastName: 'Ashdown' },
} as KnownPerson

function incoming(body: string, people: KnownPerson[] = []): Incoming {
  const tx = { now: NOW, openItems: async () => [officeItemId('open')] } as unknown as Loading
  const place = { agencyId: 'agency', branchId: 'branch', zone: 'Europe/London' } as unknown as Incoming['place']
  const delivery = { id: 'delivery' } as Incoming['delivery']
  return { tx, delivery, place, from: ANNA, body, people, question: undefined, newId: () => 'id' }
}

describe('words that the carrier answers itself (design 3.3)', () => {
  it.each<[string, Change[]]>([
    ['LATE 20', [answer, item]],
    ['stop it please', [answer, item]],
    [' help ', [item]],
    ['Info', [item]],
  ])('beside "%s"', async (body, expected) => {
    expect(await besideTheCarrier(incoming(body), [answer, item])).toEqual(expected)
  })

  it('YES is an opt-in, and a person reads it', async () => {
    const changes = await besideTheCarrier(incoming('yes'), [answer, item])
    expect(changes).toMatchObject([again, { kind: 'office-item-moved', id: 'open' }, item])
  })

  it.each(['STOP', ' stop\n', 'StopAll', 'UNSUBSCRIBE', 'cancel', 'END', 'Quit'])(
    '"%s" is kept, whoever it comes from',
    async (word) => {
      expect(await carrierWord(incoming(word))).toEqual([stopped])
    },
  )

  it('STOP from staff rings them; once they are known to have stopped, no more', async () => {
    const first = await carrierWord(incoming('STOP', [careWorker(false)]))
    expect(first).toMatchObject([
      stopped,
      { kind: 'contact-added', contact: { message: 'texts-stopped', number: ANNA, details: { me: 'Anna' } } },
      { kind: 'office-item-added', item: { kind: 'opted-out' } },
    ])
    expect(await carrierWord(incoming('STOP', [careWorker(true)]))).toEqual([stopped])
  })

  it('STOP from a service user rings nobody and is for the morning', async () => {
    expect(await carrierWord(incoming('STOP', [household]))).toMatchObject([
      stopped,
      { kind: 'office-item-added', item: { kind: 'household-opted-out', dueAt: at('10:00') } },
    ])
  })

  it.each(['START', 'unstop'])('"%s" takes it back', async (word) => {
    expect(await carrierWord(incoming(word))).toMatchObject([again, { kind: 'office-item-moved', id: 'open' }])
  })

  it('HELP from staff rings them and a manager; from anybody else it is read like any text', async () => {
    expect(await carrierWord(incoming('Help', [careWorker(false)]))).toMatchObject([
      { kind: 'office-item-added', item: { kind: 'cry-for-help', dueAt: NOW } },
      { kind: 'contact-added', contact: { message: 'help-asked', class: 0 } },
    ])
    expect(await carrierWord(incoming('Help', [household]))).toBeUndefined()
  })

  it.each(['LATE 20', 'stop texting me', 'help me', 'YES', 'INFO', ''])(
    '"%s" is not one of them alone',
    async (body) => {
      expect(await carrierWord(incoming(body, [careWorker(false)]))).toBeUndefined()
    },
  )
})
