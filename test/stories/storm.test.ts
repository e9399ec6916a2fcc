import { afterEach, describe, expect, it } from 'vitest'
import type { CareWorkerSeed, ServiceUserSeed, VisitSeed } from '../support/agency.ts'
import { beginStory, type Story } from './support/story.ts'

let story: Story
afterEach(() => story.close())

const DAY = '2026-11-24'
const PEOPLE = 60
/** A slot that is claimed a little late keeps the pace: the next one comes that much sooner. */
const SLACK_MS = 30

/** Person number n: everybody lives differently, so that everybody has a risk of their own. */
const two = (n: number) => String(n).padStart(2, '0')
const careWorkers: CareWorkerSeed[] = []
const serviceUsers: ServiceUserSeed[] = []
const visits: VisitSeed[] = []
for (let n = 0; n < PEOPLE; n += 1) {
  careWorkers.push({ ref: `CW${n}`, firstName: 'Anna', lastName: `Number${two(n)}`, number: `07700 9001${two(n)}` })
  serviceUsers.push({
    ref: `SU${n}`,
    title: 'Mrs',
    firstName: 'Brenda',
    lastName: `Number${two(n)}`,
    numbers: [`01632 9601${two(n)}`],
    livesAlone: n % 2 === 0,
    cognitiveImpairment: n % 3 === 0,
  })
  const start = 9 * 60 + ((n * 7) % 53)
  const time = `${two(Math.floor(start / 60))}:${two(start % 60)}`
  visits.push({
    serviceUser: `SU${n}`,
    careWorker: `CW${n}`,
    date: DAY,
    start: time,
    end: '12:00',
    timeCritical: n % 5 === 0,
  })
}

describe('a snow morning', () => {
  it('60 late texts at once: one call a second, strictly in risk order, and nobody left out (design section 2)', async () => {
    story = await beginStory({ date: DAY, time: '08:50', careWorkers, serviceUsers, visits })
    for (const { number } of careWorkers) await story.phone(number).sends('LATE 50 snow')
    await story.settle()
    await story.passSeconds(PEOPLE + 5)
    const calls = await story.line.database.attempt.findMany({
      where: { channel: 'call' },
      orderBy: { placedAt: 'asc' },
    })
    expect(calls).toHaveLength(PEOPLE)
    expect(calls.every((call) => call.providerId !== null)).toBe(true)
    const risks = calls.map((call) => call.riskAt.getTime())
    expect(risks).toEqual(risks.toSorted((a, b) => a - b))
    expect(new Set(risks).size).toBeGreaterThan(20)
    const times = calls.map((call) => call.placedAt?.getTime() ?? 0)
    const inASecond = times.map((at) => times.filter((other) => other >= at && other < at + 1000 - SLACK_MS).length)
    expect(Math.max(...inASecond)).toBe(1)
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThanOrEqual(PEOPLE * 1000)
    // all of the texts are out long before: they belong to slots of their own, and the answers go before the notices
    const texts = await story.line.database.attempt.findMany({
      where: { channel: 'text' },
      orderBy: { placedAt: 'asc' },
    })
    const classes = texts.map((text) => text.class)
    expect(classes).toEqual(classes.toSorted((a, b) => a - b))
    for (const call of calls) await story.phone(call.number).missedCalls(1)
    for (const { number } of careWorkers) await story.phone(number).gets(/We are telling them now\.$/)
    for (let n = 1; n <= PEOPLE; n += 1) await story.phone('07700 900401').gets(/^Late visit no \d+/)
    await story.nothingElseWasSent()
  }, 400_000)
})
