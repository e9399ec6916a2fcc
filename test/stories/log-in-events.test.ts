import { afterEach, describe, expect, it } from 'vitest'
import { ANNA, BRENDA, ROSA } from '../support/agency.ts'
import { beginStory, type Story, type StoryOptions } from './support/story.ts'

let story: Story
afterEach(() => story.close())

const DAY = '2026-11-24'
const NINE = { serviceUser: 'SU1', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }
const TOKEN = 'the-token-of-the-log-in-system'

function atNine(more: Partial<StoryOptions> = {}): Promise<Story> {
  return beginStory({ date: DAY, time: '08:55', watch: 'on', visits: [NINE], apiToken: TOKEN, ...more })
}

async function send(body: unknown, token: string | undefined = TOKEN) {
  const authorization: Record<string, string> = token === '' ? {} : { authorization: `Bearer ${token}` }
  const answer = await fetch(`${story.url}/api/log-in-events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorization },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  await story.settle()
  return {
    status: answer.status,
    body: (await answer.json()) as { results?: Record<string, unknown>[]; error?: string },
  }
}

const here = {
  source: 'tags',
  ref: 'E1',
  kind: 'in',
  said_at: `${DAY}T09:02:00+00:00`,
  visit: 'V1',
  care_worker: 'CW1',
}

describe('log-in events from another system (P-019, P-031)', () => {
  it('a log-in is the fact that everybody waits for: nobody is asked, and the same event again changes nothing', async () => {
    story = await atNine()
    await story.pass(8)
    expect(await send(here)).toEqual({
      status: 200,
      body: { results: [{ ref: 'E1', status: 200, outcome: 'stored', visit: 'V1' }] },
    })
    expect(await send([here, here])).toMatchObject({
      status: 200,
      body: { results: [{ outcome: 'known' }, { outcome: 'known' }] },
    })
    await story.pass(120)
    await story.nothingElseWasSent()
    const events = await story.line.database.visitEvent.findMany({})
    expect(events).toMatchObject([{ kind: 'arrived', source: 'log-in system tags', evidence: 'log-in system' }])
    expect(events[0]?.saidAt?.toISOString()).toBe('2026-11-24T09:02:00.000Z')
  })

  it('who and at whom is enough: the nearest of her visits', async () => {
    story = await atNine({ visits: [NINE, { ...NINE, ref: 'V2', start: '12:00', end: '12:30' }] })
    await story.pass(8)
    const { source, ref, kind, said_at } = here
    const event = { source, ref, kind, said_at, care_worker: 'CW1', service_user: 'SU1', location: 'tag 4711' }
    expect(await send(event)).toMatchObject({ status: 200, body: { results: [{ visit: 'V1' }] } })
  })

  it('closes a matter of lateness as seen', async () => {
    story = await atNine()
    const [anna, brenda, rosa] = [story.phone(ANNA), story.phone(BRENDA), story.phone(ROSA)]
    await anna.texts('LATE 20 traffic')
    await anna.gets(/9am now 9\.20am/)
    await rosa.gets(/^Late visit no 1/)
    await brenda.answers()
    await brenda.hears(/twenty past nine/)
    await brenda.says('no thank you')
    await brenda.callEnds()
    await story.pass(22)
    await send({ ...here, said_at: `${DAY}T09:15:00Z` })
    const matter = await story.line.database.matter.findFirstOrThrow({ include: { evidence: true } })
    expect(matter.closedAt).not.toBeNull()
    expect(matter.evidence).toMatchObject({ how: 'care-worker-there', who: 'Anna Kowal' })
    await story.pass(60)
    await story.nothingElseWasSent()
  })

  it.each<[string, object, RegExp]>([
    ['an unknown visit', { visit: 'V99' }, /no visit has the reference V99/],
    ['an unknown care worker', { care_worker: 'CW9' }, /no care worker has the reference CW9/],
    ['the future', { said_at: `${DAY}T11:00:00Z` }, /lies in the future; set the clock/],
    ['another branch', { branch: 'Ware' }, /there is no branch called Ware/],
    ['no offset', { said_at: `${DAY}T09:02:00` }, /said_at/],
    ['neither in nor out', { kind: 'there' }, /kind/],
    ['nothing to match with', { visit: undefined, care_worker: undefined }, /it names no visit/],
  ])('refuses %s with the reason, and takes what is beside it', async (_what, wrong, why) => {
    story = await atNine()
    await story.pass(8)
    const answer = await send([{ ...here, ...wrong, ref: 'E2' }, here])
    expect(answer.status).toBe(422)
    expect(answer.body.results?.[0]).toMatchObject({
      ref: 'E2',
      status: 422,
      why: expect.stringMatching(why) as string,
    })
    expect(answer.body.results?.[1]).toMatchObject({ status: 200, outcome: 'stored' })
  })

  it('what cannot be matched lies on the office list once a day, whatever comes', async () => {
    story = await atNine()
    await send([1, 2, 3].map((n) => ({ ...here, ref: `E${n}`, visit: `V9${n}`, said_at: `${DAY}T08:50:00Z` })))
    const items = await story.line.database.officeItem.findMany({})
    expect(items.map((item) => item.kind)).toEqual(['log-in-unmatched'])
  })

  it('takes nothing without the token, nothing that is no JSON, and nothing where no token is set', async () => {
    story = await atNine()
    expect((await send(here, '')).status).toBe(401)
    expect((await send(here, 'guessed')).status).toBe(401)
    expect((await send('{')).status).toBe(400)
    expect(await story.line.database.visitEvent.count()).toBe(0)
    await story.close()
    story = await atNine({ apiToken: undefined })
    expect((await send(here)).body.error).toMatch(/LATELINE_API_TOKEN is not set/)
  })
})

describe('a log-in that is contradicted (design 3.6)', () => {
  it('the household says after it that nobody has come: the matter is open, whoever says that they are there', async () => {
    story = await atNine()
    await story.pass(8)
    await send(here)
    const visitId = story.agency.visits.get('V1') ?? ''
    await story.line.database.visitEvent.create({
      data: {
        id: crypto.randomUUID(),
        agencyId: story.agency.agencyId,
        branchId: story.agency.branchId,
        visitId,
        kind: 'no-show-report',
        source: 'text',
        sourceRef: 'a-text',
        n: 1,
        evidence: 'said by the service user',
        receivedAt: new Date(story.at()),
      },
    })
    await story.line.duties.handle('visit', visitId)
    expect(await story.line.database.matter.count({ where: { closedAt: null } })).toBe(1)
  })
})
