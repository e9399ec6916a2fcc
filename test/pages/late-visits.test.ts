import express from 'express'
import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { LATE_FORM } from '../../src/pages/late-visit-form.ts'
import type { LateVisits } from '../../src/pages/late-visits.ts'
import { createPages } from '../../src/pages/pages.ts'
import type { LateVisitRecord } from '../../src/record/late-visit-record.ts'
import { at } from '../record/a-late-visit.ts'
import { aMorning, aRecord, CALL_ID, hasBeenTold } from './recorded-late-visits.ts'

const PHONES = { lineNumber: '+441632960999', suggestion: async () => undefined, story: async () => undefined }

function pages(lateVisits?: LateVisits, withPhones = true) {
  const app = express().use(
    createPages({
      agencyName: 'Quillbrook Home Care',
      health: { alive: () => true, ready: async () => ({ ok: true, checks: {} }), metrics: async () => '' },
      ...(withPhones ? { phones: PHONES } : {}),
      ...(lateVisits === undefined ? {} : { lateVisits }),
    }),
  )
  return request(app)
}

function holding(records: LateVisitRecord[]): LateVisits {
  return { list: async () => records, one: async (number) => records.find((record) => record.number === number) }
}

describe('the list of late visits', () => {
  it('shows the newest day first, with who was told and how well that is proved', async () => {
    const { text } = await pages(holding(aMorning())).get('/late-visits').expect(200)
    const words = asWords(text)
    expect(words.indexOf('Tuesday 24 November 2026')).toBeLessThan(words.indexOf('Monday 23 November 2026'))
    expect(words).toContain('planned 9am expected 9.20am, 20 minutes late')
    expect(words).toContain(
      'Mrs Brenda Trundle was told at 8.43am to expect 9.20am. Proof: call, A: spoke or pressed a key',
    )
    expect(words).toContain('Mr Peter Ashdown is being told.')
    expect(words).toContain('Anna Kowal, now Sam Osei · traffic')
    expect(words).toContain('Mrs Estelle Rosenthal could not be reached by 8.44am')
    expect(words).toContain('planned 7.30am taken back: the planned time holds')
    expect(text).toContain('href="/late-visits/4"')
  })

  it('says what to do when there is none', async () => {
    const { text } = await pages(holding([])).get('/late-visits').expect(200)
    expect(asWords(text)).toContain('No visit has been late. When a care worker texts LATE 20')
  })
})

describe('one record as a sheet', () => {
  it('holds every field of the form CC44 in its order (P-150), and what proves it', async () => {
    const { text } = await pages(holding(aMorning())).get('/late-visits/4').expect(200)
    const form = [...text.matchAll(/<dt>([^<]*)<\/dt>\s*<dd[^>]*>([\s\S]*?)<\/dd>/g)]
    expect(form.map(([, label, value]) => [label, asWords(value ?? '')])).toEqual([
      ['Service User’s Name', 'Mrs Brenda Trundle'],
      ['Date of Visit', 'Tuesday 24 November 2026'],
      ['Scheduled Visit Time', '9am to 9.30am'],
      ['Time Delayed', '20 minutes expected: 9.20am instead of 9am'],
      ['Visit Duration', '30 minutes'],
      ['Reason for the Delay', 'traffic'],
      ['Rostered Care Worker', 'Anna Kowal'],
      ['Substitute Care Worker (if applicable)', 'not applicable'],
      ['Action to be taken', 'nothing entered yet'],
      ['Actioned by', 'nothing entered yet'],
    ])
    const words = asWords(text)
    expect(words).toContain('Quillbrook Home Care Line 01632 960999 · Office 01632 960998')
    expect(words).toContain(`Proof: call ${CALL_ID} , A: spoke or pressed a key`)
    expect(words).toContain('8.40am call to Mrs Brenda Trundle F: not reached (engaged)')
    expect(words).toContain('Of the late visit: Rosa Achebe was told at 8.41am.')
    expect(words).toContain('Anna Kowal by text at 8.40am: 20 minutes, expected at 9.20am, traffic. LATE 20 traffic')
    expect(words).toContain('Late: more than 15 minutes after the planned start (definition QCS-policy, version 1')
    expect(words).toContain('Opened by the line at 8.40am on Tuesday 24 November 2026; as known at 8.45am')
  })

  it('shows what a human entered', async () => {
    const record = { ...aRecord(4, [hasBeenTold]), actionToBeTaken: 'Plan more travel', actionedBy: 'Rosa Achebe' }
    const { text } = await pages(holding([record])).get('/late-visits/4')
    expect(asWords(text)).toContain('Action to be taken Plan more travel Actioned by Rosa Achebe')
  })

  it('shows the plan as it was before it was moved', async () => {
    const record = { ...aRecord(4, []), scheduledBefore: [{ start: at('08:30'), end: at('09:00') }] }
    const { text } = await pages(holding([record])).get('/late-visits/4')
    expect(asWords(text)).toContain('9am to 9.30am (before: 8.30am to 9am)')
  })

  it('is there as an empty form, for when the line is down (P-080)', async () => {
    const { text } = await pages(holding([])).get('/late-visits/blank').expect(200)
    expect([...text.matchAll(/<dt>([^<]*)<\/dt>/g)].map(([, label]) => label)).toEqual(
      LATE_FORM.map(({ label }) => label),
    )
    expect(text).not.toContain('data-news')
  })
})

describe('ways to a record', () => {
  it('says that there is no such record', async () => {
    const { text } = await pages(holding(aMorning())).get('/late-visits/77').expect(404)
    expect(asWords(text)).toContain('There is no record no 77')
  })

  it.each(['0', '-1', '1e3', '4x', '99999999999999999999', '%00', '..%2f4'])(
    'knows nothing of record "%s"',
    async (number) => {
      const answer = await pages(holding(aMorning())).get(`/late-visits/${number}`)
      expect(answer.status).toBe(404)
    },
  )

  it('is in the list of pages, beside the phones', async () => {
    const site = pages(holding(aMorning()))
    const { text } = await site.get('/phones')
    expect(text).toMatch(/<a href="\/phones" aria-current="page"\s*>Phones</)
    expect(text).toMatch(/<a href="\/late-visits" aria-current="false"\s*>Late visits</)
    expect((await site.get('/late-visits')).text).toMatch(/<a href="\/late-visits" aria-current="page"\s*>Late visits</)
  })
})

describe('whom it is for', () => {
  it('is not there unless it is handed in', async () => {
    for (const path of ['/late-visits', '/late-visits/4', '/late-visits/blank', '/assets/late-visits/live.js'])
      await pages().get(path).expect(404)
    const phones = await pages().get('/phones')
    expect(phones.text).not.toContain('late-visits')
    expect(phones.text).not.toContain('See the record')
  })

  it('is there without the phones as well', async () => {
    const { text } = await pages(holding(aMorning()), false).get('/late-visits').expect(200)
    expect(text).not.toContain('href="/phones"')
    expect(text).not.toContain('Demonstration')
  })

  it('is kept by no cache, and under the same policy as every page', async () => {
    const site = pages(holding(aMorning()))
    for (const path of ['/late-visits', '/late-visits/4']) {
      const { headers } = await site.get(path)
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['content-security-policy']).toContain("default-src 'none'")
    }
  })

  it('says that it cannot be read, and not why', async () => {
    const away = async (): Promise<never> => Promise.reject(new Error('database away: Mrs Brenda Trundle'))
    const site = pages({ list: away, one: away })
    for (const path of ['/late-visits', '/late-visits/4']) {
      const { text } = await site.get(path).expect(503)
      expect(text).toContain('This page keeps trying.')
      expect(text).not.toContain('Trundle')
    }
  })

  it('is harmless whatever people are called and write', async () => {
    const evil = `</q></article><script>alert("x")</script> O'Hara & "Sons"`
    const record = aRecord(4, [hasBeenTold])
    const bad: LateVisitRecord = {
      ...record,
      agency: { ...record.agency, name: evil },
      serviceUser: evil,
      visitRef: evil,
      rosteredCareWorkers: [evil],
      substituteCareWorkers: [evil],
      reason: { code: evil, words: evil },
      reports: record.reports.map((report) => ({ ...report, by: evil, source: evil, words: evil })),
      household: record.household.map((telling) => ({ ...telling, whom: evil, told: undefined })),
      responsiblePerson: { name: evil, tellings: [] },
      actionToBeTaken: evil,
      actionedBy: evil,
    }
    for (const path of ['/late-visits', '/late-visits/4']) {
      const { text } = await pages(holding([bad]))
        .get(path)
        .expect(200)
      expect(text).not.toContain('<script>alert')
      expect(text).toContain('O&#39;Hara &#38; &#34;Sons&#34;')
    }
  })
})

/** What is to be read, without the markup. */
function asWords(text: string): string {
  return text
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ')
    .trim()
}
