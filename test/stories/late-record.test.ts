import express from 'express'
import request from 'supertest'
import { afterEach, describe, expect, it } from 'vitest'
import { lateVisitPages } from '../../src/pages/late-visits.ts'
import { lateRecords, type WhichRecords } from '../../src/store/late-records.ts'
import { ANNA, BRENDA, GAIL, ROSA, SAM } from '../support/agency.ts'
import { beginStory, type Story } from './support/story.ts'

let story: Story
afterEach(() => story.close())

const DAY = '2026-11-24'
const records = (which: WhichRecords = {}) => lateRecords(story.line.database, which, story.at())

describe('the record of a late visit', () => {
  it('names the call that proves who was told, the calls that did not, and the text that began it (P-072 to P-079)', async () => {
    story = await beginStory({
      date: DAY,
      time: '08:40',
      visits: [{ serviceUser: 'SU1', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }],
    })
    expect(await records()).toEqual([])
    await story.phone(ANNA).texts('LATE 20 traffic')
    await story.phone(BRENDA).answers()
    await story.phone(BRENDA).hears(/Do you need help/)
    await story.phone(BRENDA).says('no thank you')
    await story.phone(BRENDA).callEnds()
    const [record, ...others] = await records()
    expect(others).toEqual([])
    expect(record).toMatchObject({
      number: 1,
      serviceUser: 'Mrs Brenda Trundle',
      dateOfVisit: DAY,
      delayedMinutes: 20,
      rosteredCareWorkers: ['Anna Kowal'],
      reason: { code: 'traffic' },
      reports: [{ by: 'Anna Kowal', source: 'text', words: 'LATE 20 traffic', state: 'stands' }],
      rules: [{ what: 'late', definitionKey: 'QCS-policy', minutes: 15 }],
    })
    expect(record?.household).toMatchObject([
      { told: { whom: 'Mrs Brenda Trundle' }, attempts: [{ channel: 'call', grade: 'A', proof: true }] },
    ])
    const [proof] = record?.household[0]?.attempts ?? []
    expect(proof?.carrierId).toMatch(/^CA[0-9a-f]{32}$/)
    expect(proof?.expectedStart).toBe(record?.expectedStart)
    const [notice] = record?.responsiblePerson.tellings ?? []
    expect(notice).toMatchObject({ about: 'late visit', told: { whom: 'Rosa Achebe' } })
    expect(notice?.attempts[0]?.carrierId).toMatch(/^SM[0-9a-f]{32}$/)
    const lateVisits = { list: () => records(), one: async (number: number) => (await records({ number }))[0] }
    const site = request(express().use(lateVisitPages({ lateVisits, agencyName: 'Quillbrook Home Care', nav: [] })))
    const sheet = await site.get('/late-visits/newest').redirects(1).expect(200)
    expect(sheet.text).toContain(`<code>${proof?.carrierId}</code>`)
    expect(sheet.text).toContain('<q>LATE 20 traffic</q>')
  })

  it('tells of UNDO without losing what was said (design 1.7)', async () => {
    story = await beginStory({
      date: DAY,
      time: '08:40',
      visits: [{ serviceUser: 'SU1', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }],
    })
    await story.phone(ANNA).texts('LATE 20')
    await story.phone(ANNA).texts('UNDO')
    const [record] = await records()
    expect(record).toMatchObject({
      standing: { kind: 'taken-back' },
      delayedMinutes: 0,
      reports: [{ minutes: 20, state: 'taken-back' }],
    })
  })

  it('is found by day, by number, by planned start, and newest first', async () => {
    story = await beginStory({
      date: DAY,
      time: '08:40',
      visits: [
        { serviceUser: 'SU1', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' },
        { serviceUser: 'SU2', careWorker: 'CW2', date: DAY, start: '09:10', end: '09:40' },
        { serviceUser: 'SU1', careWorker: 'CW2', date: '2026-11-25', start: '00:10', end: '00:40' },
      ],
    })
    await story.phone(ANNA).texts('LATE 20')
    await story.pass(1)
    await story.phone(SAM).texts('LATE 20')
    const numbers = async (which: WhichRecords) => (await records(which)).map((r) => `${r.number} ${r.serviceUser}`)
    const [anna, sam] = ['1 Mrs Brenda Trundle', '2 Mr Peter Ashdown']
    expect(await numbers({})).toEqual([sam, anna])
    expect(await numbers({ limit: 1 })).toEqual([sam])
    expect(await numbers({ number: 1 })).toEqual([anna])
    expect(await numbers({ number: 3 })).toEqual([])
    expect(await numbers({ from: DAY, to: DAY, branchId: story.agency.branchId })).toEqual([sam, anna])
    expect(await numbers({ from: '2026-11-25' })).toEqual([])
    expect(await numbers({ to: '2026-11-23' })).toEqual([])
    expect(await numbers({ scheduledStart: (await records({ number: 1 }))[0]?.scheduledStart ?? 0 })).toEqual([anna])
    expect(await numbers({ branchId: '00000000-0000-4000-8000-000000000000' })).toEqual([])
  })

  it('shows every person who was tried when the first phone is engaged (P-043)', async () => {
    story = await beginStory({
      date: DAY,
      time: '08:40',
      visits: [{ serviceUser: 'SU1', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }],
    })
    await story.phone(BRENDA).behaves('engaged')
    await story.phone(ANNA).texts('LATE 20')
    await story.phone(GAIL).answers()
    await story.phone(GAIL).hears(/by twenty past nine/)
    await story.phone(ROSA).gets(/Late visit/)
    const attempts = (await records())[0]?.household[0]?.attempts ?? []
    expect(attempts.map(({ whom, outcome, grade }) => [whom, outcome, grade])).toEqual([
      ['Mrs Brenda Trundle', 'engaged', 'F'],
      ['Gail Trundle (daughter)', undefined, undefined],
    ])
    expect(attempts.every((a) => /^CA[0-9a-f]{32}$/.test(a.carrierId ?? ''))).toBe(true)
  })
})
