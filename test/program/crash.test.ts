import { afterEach, describe, expect, it, vi } from 'vitest'
import { toLocal } from '../../src/cellar/local-time.ts'
import { ANNA, BRENDA, LINE, ROSA, ZONE } from '../support/agency.ts'
import { prepareProgram, until, type Program } from './program.ts'

// a program that starts twice, speaks and is looked up at the carrier takes its time on a busy machine
vi.setConfig({ testTimeout: 480_000, hookTimeout: 120_000 })

let program: Program
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') process.stderr.write(`${program.output()}\n`)
  await program.close()
})

describe('the program is killed between the text and the ring: one call, not two, not none', () => {
  it('just after the text was taken', async () => {
    program = await aVisitSoon()
    await program.start()
    await text()
    await program.kill()
    await program.start()
    await oneCallIsHeard()
  })

  it('before the text reaches it: the carrier knows it, and its list is read', async () => {
    program = await aVisitSoon()
    await program.start()
    await program.kill()
    await act(ANNA, 'text', { to: LINE, body: 'LATE 20 traffic' })
    await program.start()
    await oneCallIsHeard()
  })

  it('with the call planned and its slot not due yet', async () => {
    program = await aVisitSoon()
    await program.database.carrierAccount.updateMany({ data: { nextCallAt: new Date(Date.now() + 3_600_000) } })
    await program.start()
    await text()
    await until(
      'the call is planned',
      async () => (await program.database.attempt.count({ where: { channel: 'call', state: 'planned' } })) === 1,
    )
    await program.kill()
    await program.database.carrierAccount.updateMany({ data: { nextCallAt: new Date() } })
    await program.start()
    await oneCallIsHeard()
  })

  it('with the call accepted by the carrier and its answer still on the way', async () => {
    program = await aVisitSoon()
    await faults([{ on: 'calls.create', kind: 'timeout-after', times: 1 }])
    await program.start()
    await text()
    await until('the carrier has the call', async () => (await calls()).length === 1)
    await program.kill()
    await program.start()
    await oneCallIsHeard()
  })

  it('with the request for the call lost on the way', async () => {
    program = await aVisitSoon()
    await faults([{ on: 'calls.create', kind: 'timeout-before', times: 1 }])
    await program.start()
    await text()
    await until(
      'the call is being placed',
      async () => (await program.database.attempt.count({ where: { channel: 'call', state: 'placing' } })) === 1,
    )
    await program.kill()
    await program.start()
    await oneCallIsHeard(120)
  })

  it('while the phone rings, and again in the middle of what is said', async () => {
    program = await aVisitSoon()
    await program.start()
    await text()
    await until('the phone rings', ringing)
    await program.kill()
    await program.start()
    await act(BRENDA, 'answer')
    await until('the greeting is heard', async () => /This is Quillbrook/.test(await heard()))
    await program.kill()
    await program.start()
    // a start that takes longer than the carrier's patience costs this call; then she is rung again, and no third time
    const rest = async () => {
      if (await ringing()) await act(BRENDA, 'answer')
      return /twenty past|past|to |o'clock|will be with you/.test(await heard())
    }
    await until('the rest is heard', rest, 200)
    expect((await calls()).length).toBeLessThanOrEqual(2)
  })
})

it('ends in good order on SIGTERM', async () => {
  program = await aVisitSoon()
  await program.start()
  expect(await program.end()).toBe(0)
})

it('logs neither numbers nor words', async () => {
  program = await aVisitSoon()
  await program.start({ LOG_LEVEL: 'trace' })
  await text('LATE 20 traffic on the Secretword Road')
  await oneCallIsHeard()
  expect(program.output()).not.toMatch(/9001\d\d|9601\d\d|960999|Secretword|LATE 20|Trundle|a-token/)
})

/** A visit of Anna's to Brenda half an hour from now, whatever the time is. */
async function aVisitSoon(): Promise<Program> {
  const start = Math.ceil((Date.now() + 30 * 60_000) / 60_000) * 60_000
  const from = toLocal(start, ZONE)
  const until1 = toLocal(start + 30 * 60_000, ZONE)
  return prepareProgram({
    visits: [{ serviceUser: 'SU1', careWorker: 'CW1', date: from.date, start: from.time, end: until1.time }],
  })
}

async function text(body = 'LATE 20 traffic'): Promise<void> {
  await act(ANNA, 'text', { to: LINE, body })
  await program.simulator.settled()
}

/** The one call is answered and heard, and it and the two texts are all that was sent. */
async function oneCallIsHeard(seconds = 90): Promise<void> {
  await until('the phone rings', ringing, seconds)
  await act(BRENDA, 'answer')
  await until('the time is heard', async () => /I will say that again/.test(await heard()), seconds)
  await act(BRENDA, 'hang-up')
  await until(
    'the household is told',
    async () => (await program.database.contact.count({ where: { message: 'eta', toldAt: { not: null } } })) === 1,
    seconds,
  )
  // a text that was on its way when the program died is looked for at the carrier first, which takes a while
  for (const number of [ANNA, ROSA]) {
    await until('the texts arrive', async () => (await messagesTo(number)).length > 0, seconds)
  }
  await until(
    'nothing is on its way any more',
    async () => (await program.database.attempt.count({ where: { state: { in: ['planned', 'placing'] } } })) === 0,
    seconds,
  )
  expect(await calls()).toHaveLength(1)
  expect(await messagesTo(ANNA)).toHaveLength(1)
  expect(await messagesTo(ROSA)).toHaveLength(1)
  expect(await program.database.lateVisitRecord.count()).toBe(1)
  expect(await program.database.visitEvent.count()).toBe(1)
}

interface Handset {
  call: { state: string; said: { by: string; text: string }[] } | null
  pastCalls: { direction: string; said: { by: string; text: string }[] }[]
  messages: { direction: string; body: string }[]
}

async function handset(number: string): Promise<Handset> {
  const response = await fetch(`${program.carrierUrl}/simulator/handsets/${encodeURIComponent(number)}`)
  return (await response.json()) as Handset
}

async function ringing(): Promise<boolean> {
  return (await handset(BRENDA)).call?.state === 'ringing'
}

async function heard(): Promise<string> {
  const { call, pastCalls } = await handset(BRENDA)
  return ((call ?? pastCalls.at(-1))?.said ?? []).map((s) => s.text).join(' ')
}

/** Every call the carrier accepted to the service user. */
async function calls(): Promise<unknown[]> {
  const { call, pastCalls } = await handset(BRENDA)
  const attempted = program.simulator.log().filter((entry) => JSON.stringify(entry).includes('"calls.create"'))
  return call === null && pastCalls.length === 0 && attempted.length === 0
    ? []
    : [...pastCalls, ...(call === null ? [] : [call])]
}

async function messagesTo(number: string): Promise<unknown[]> {
  return (await handset(number)).messages.filter((m) => m.direction === 'in')
}

async function act(number: string, what: string, body: unknown = {}): Promise<void> {
  await post(`/simulator/handsets/${encodeURIComponent(number)}/${what}`, body)
}

async function faults(list: unknown[]): Promise<void> {
  await post('/simulator/carrier', { faults: list })
}

async function post(path: string, body: unknown): Promise<void> {
  const response = await fetch(`${program.carrierUrl}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
}
