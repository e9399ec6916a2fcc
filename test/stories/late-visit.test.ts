import { afterEach, describe, expect, it } from 'vitest'
import { ANNA, BRENDA, ROSA } from '../support/agency.ts'
import { beginStory, type Story } from './support/story.ts'

let story: Story
afterEach(() => story.close())

const DAY = '2026-11-24'

describe('a late visit', () => {
  it('LATE 20 is texted: the waiting person is rung and told a clock time, and the record proves it (P-058, P-063, P-064, P-067)', async () => {
    story = await beginStory({
      date: DAY,
      time: '08:40',
      visits: [{ serviceUser: 'SU1', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }],
    })
    const [anna, brenda, rosa] = [ANNA, BRENDA, ROSA].map((n) => story.phone(n)) as [Phone, Phone, Phone]
    await anna.texts('LATE 20 traffic')
    await anna.gets(/^Thanks Anna\. Brenda T 9am now 9\.20am\. We are telling them now\.$/)
    await rosa.gets(/^Late visit no 1: Brenda T 9am now expected 9\.20am, Anna\. Reason: traffic\.$/)
    await brenda.answers()
    await brenda.hears(/This is Quillbrook Home Care/)
    await brenda.hears(/Mrs Trundle, your care worker, Anna, is running late today/)
    await brenda.hears(/Anna will be with you by twenty past nine/)
    await brenda.hears(/Do you need help/)
    await brenda.says('no thank you')
    await brenda.hears(/Thank you. Goodbye/)
    await brenda.callEnds()
    const contact = await story.line.database.contact.findFirstOrThrow({
      where: { message: 'eta' },
      include: { attempts: true },
    })
    expect(contact).toMatchObject({ grade: 'A', toldWhom: 'Brenda Trundle' })
    expect(contact.attempts).toHaveLength(1)
    expect(contact.attempts[0]?.providerId).toMatch(/^CA[0-9a-f]{32}$/)
    await story.nothingElseWasSent()
  })
})

type Phone = ReturnType<Story['phone']>
