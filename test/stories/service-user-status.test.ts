import { afterEach, describe, expect, it } from 'vitest'
import { ANNA } from '../support/agency.ts'
import { beginStory, type Story } from './support/story.ts'

let story: Story
afterEach(() => story.close())

const DAY = '2026-11-24'
const TOKEN = 'the-token-of-the-rota-system'

async function say(body: object) {
  const answer = await fetch(`${story.url}/api/service-user-status`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
    body: JSON.stringify(body),
  })
  await story.settle()
  return { status: answer.status, body: await answer.json() }
}

describe('the status of a service user by another system', () => {
  it('in hospital: what the watch has begun is taken back, and nobody is contacted about her until she is back', async () => {
    const visits = [{ serviceUser: 'SU1', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }]
    story = await beginStory({ date: DAY, time: '08:55', watch: 'on', apiToken: TOKEN, visits })
    await story.pass(16)
    await story.phone(ANNA).gets(/you have not logged in yet/)
    const entered = { service_user: 'SU1', status: 'in_hospital', by: 'the ward', reason: 'fell at two' }
    expect(await say(entered)).toEqual({ status: 200, body: { outcome: 'stored', was: 'active' } })
    await story.pass(180)
    await story.nothingElseWasSent()
    expect(await say({ ...entered, status: 'active' })).toMatchObject({ body: { was: 'in_hospital' } })
  })

  it('refuses what it does not know, with the reason', async () => {
    story = await beginStory({ date: DAY, time: '08:55', apiToken: TOKEN, visits: [] })
    const entered = { service_user: 'SU9', status: 'in_hospital', by: 'the ward' }
    expect(await say(entered)).toEqual({ status: 422, body: { why: 'no service user has the reference SU9' } })
    expect(await say({ ...entered, service_user: 'SU1', status: 'dead' })).toMatchObject({ status: 422 })
    expect(await story.line.database.serviceUserStatus.count()).toBe(0)
  })
})
