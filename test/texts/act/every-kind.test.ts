import { describe, expect, it } from 'vitest'
import type { Change } from '../../../src/cellar/change.ts'
import { loadWords } from '../../../src/compose/words.ts'
import { fillText, isTextName, TEXT_VALUES } from '../../../src/contact/text-words.ts'
import type { KnownPerson } from '../../../src/matter/act/store.ts'
import type { Reading, ReadingKind } from '../../../src/texts/reading.ts'
import { ANNAS, annaAt, GAILS, NOW, PETERS, rosa, ROSAS, samAt, STRANGERS, visit, whatFollows } from './a-line.ts'

/** A kind that is added must be written here, and then must be handled honestly for everybody who may send it. */
const KINDS: Record<ReadingKind, Partial<Reading>[]> = {
  late: [{ minutes: 20, countedFrom: 'plan' }, { minutes: 95, countedFrom: 'plan' }, {}],
  missed: [{}, { named: 'shah' }],
  'cannot-attend': [{}, { visit: 'V1' }],
  sick: [{}, { until: '2026-11-25' }],
  arrived: [{}],
  left: [{}],
  'found-missed': [{}],
  'no-reply': [{}],
  frustrated: [{}],
  'on-my-way': [{}],
  ok: [{}],
  'needs-more-time': [{ minutes: 15 }],
  'needs-less-time': [{}],
  help: [
    { level: 'emergency' },
    { level: 'person' },
    { level: 'person', about: 'cancel' },
    { level: 'person', about: 'bereavement' },
  ],
  'who-is-on-call': [{}],
  'accept-offer': [{ code: '4821' }],
  'decline-offer': [{ code: '4821' }],
  'accept-escalation': [{ code: '4821' }],
  'pass-escalation': [{ code: '4821' }],
  'known-safe': [{ code: '4821' }, {}],
  covering: [{ code: '4821', named: 'Anna' }],
  undo: [{}],
  next: [{}],
  stop: [{}],
  'no-show-report': [{}],
  thanks: [{}],
  chatter: [{}],
  ask: [{ about: 'minutes' }, { about: 'which-visit', of: 'arrived', named: 'shah' }, { about: 'what' }],
  unknown: [{}],
}

const SENDERS: Record<string, { from: typeof ANNAS; people: KnownPerson[] }> = {
  'a care worker': { from: ANNAS, people: [{ kind: 'care-worker', careWorker: annaAt }] },
  'two care workers on one number': {
    from: ANNAS,
    people: [
      { kind: 'care-worker', careWorker: annaAt },
      { kind: 'care-worker', careWorker: samAt },
    ],
  },
  'a manager': { from: ROSAS, people: [{ kind: 'manager', manager: rosa }] },
  'a manager who does visits': {
    from: ANNAS,
    people: [
      { kind: 'care-worker', careWorker: annaAt },
      { kind: 'manager', manager: rosa },
    ],
  },
  'a service user': { from: PETERS, people: [{ kind: 'service-user', serviceUser: visit.serviceUser }] },
  'a family member': {
    from: GAILS,
    people: [{ kind: 'service-user-contact', id: 'gail', name: 'Gail Trundle', serviceUser: visit.serviceUser }],
  },
  'a service user’s mobile that the family uses': {
    from: PETERS,
    people: [
      { kind: 'service-user', serviceUser: visit.serviceUser },
      { kind: 'service-user-contact', id: 'gail', name: 'Gail Trundle', serviceUser: visit.serviceUser },
    ],
  },
  'a number we do not know': { from: STRANGERS, people: [] },
}

const TABLE = Object.entries(SENDERS).flatMap(([who, sender]) =>
  Object.entries(KINDS).flatMap(([kind, forms]) =>
    forms.map((more) => [kind, JSON.stringify(more), who, sender, { kind, ...more } as Reading] as const),
  ),
)

/** Nothing is lost when nothing is done about these, and nothing is answered. */
const NOTHING_TO_DO: ReadonlySet<ReadingKind> = new Set(['thanks', 'ok', 'chatter'])
/** Answered there and then. */
const ANSWERED_AT_ONCE: ReadonlySet<ReadingKind> = new Set(['who-is-on-call', 'next'])

const words = loadWords().texts

describe('every kind, from everybody who may send it', () => {
  it.each(TABLE)('%s %s from %s: honestly handled', async (kind, _form, _who, { from, people }, reading) => {
    const changes = await whatFollows('the words do not matter here', from, { people, understand: () => reading })
    expect(isHandled(reading, changes), `${kind} is done, kept, answered with the truth, or with a person`).toBe(true)
    // every time that is promised is the due time of an item, for which a phone rings before
    expect(
      answers(changes)
        .flatMap(({ details }) => details['by'] ?? [])
        .filter((by) => !isKept(by, changes)),
    ).toEqual([])
    expect(answers(changes).flatMap(({ details }) => withoutWords(details))).toEqual([])
    // a cry for help rings at once, and in an emergency the sender is told 999
    const cry = reading.kind === 'help'
    expect(!cry || items(changes).some((item) => item.ringAt === NOW)).toBe(true)
    expect(names(changes).includes('emergency')).toBe(cry && reading.level === 'emergency')
  })
})

/** A manager's code that is none of theirs: said plainly, asked for again, never acted upon. The phones ring on. */
const REFUSED: ReadonlySet<string> = new Set(['code-wrong'])

function isHandled(reading: Reading, changes: Change[]): boolean {
  if (names(changes).some((name) => REFUSED.has(name))) return changes.length === 1
  const kept = changes.some((c) => c.kind === 'event-added' || c.kind === 'number-learned')
  const told = ANSWERED_AT_ONCE.has(reading.kind) && answers(changes).length > 0
  const nothing = NOTHING_TO_DO.has(reading.kind) && changes.length === 0
  return kept || items(changes).length > 0 || told || nothing
}

function isKept(by: unknown, changes: Change[]): boolean {
  return items(changes).some((item) => item.dueAt === by && item.dueAt > NOW && item.ringAt < item.dueAt)
}

/** Answers that no words can be made for. */
function withoutWords(details: Record<string, unknown>): string[] {
  const name = String(details['text'])
  if (!isTextName(name)) return [name]
  const given = [...Object.keys(details), 'agency', 'line']
  const values = Object.fromEntries(Object.entries(TEXT_VALUES).filter(([key]) => given.includes(key)))
  try {
    fillText(words, name, values)
    return []
  } catch (error) {
    return [String(error)]
  }
}

describe('a death', () => {
  it.each(['a care worker', 'a service user', 'a family member'])('told by %s: contact pauses', async (who) => {
    const sender = SENDERS[who]
    const reading: Reading = { kind: 'help', level: 'person', about: 'bereavement' }
    const changes = await whatFollows('...', sender?.from ?? STRANGERS, {
      people: sender?.people ?? [],
      understand: () => reading,
    })
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'package-status-added' }))
    expect(items(changes)).toHaveLength(1)
  })
})

function items(changes: Change[]) {
  return changes.flatMap((c) => (c.kind === 'office-item-added' ? [c.item] : []))
}

function answers(changes: Change[]) {
  return changes.flatMap((c) => (c.kind === 'contact-added' && c.contact.message === 'answer' ? [c.contact] : []))
}

function names(changes: Change[]): string[] {
  return answers(changes).map((a) => String(a.details['text']))
}
