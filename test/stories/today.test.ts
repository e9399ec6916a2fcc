import { afterEach, describe, expect, it } from 'vitest'
import { saveAccount } from '../../src/store/accounts.ts'
import { ANNA, BRENDA, DEV, ROSA } from '../support/agency.ts'
import { beginStory, type Story } from './support/story.ts'

let story: Story
afterEach(() => story.close())

const DAY = '2026-11-24'
const PASSWORD = 'kettle-window-garden'

/** Somebody at a browser: keeps their cookie, and sends forms as a browser does. */
function visitor() {
  let cookie = ''
  const send = async (path: string, fields?: Record<string, string>, headers: Record<string, string> = {}) => {
    const response = await fetch(`${story.url}${path}`, {
      redirect: 'manual',
      headers: { cookie, 'sec-fetch-site': 'same-origin', ...headers },
      ...(fields === undefined ? {} : { method: 'POST', body: new URLSearchParams(fields) }),
    })
    const given = response.headers.get('set-cookie')
    if (given !== null) cookie = given.split(';')[0] ?? ''
    await story.settle()
    return { status: response.status, text: await response.text(), to: response.headers.get('location'), given }
  }
  return {
    send,
    signIn: (name = 'Rosa', password = PASSWORD) => send('/sign-in', { name, password }),
    async form(path: string): Promise<string> {
      return /name="form" value="([\w-]+)"/.exec((await send(path)).text)?.[1] ?? 'none'
    },
  }
}

async function aLateVisit() {
  story = await beginStory({
    date: DAY,
    time: '08:40',
    visits: [{ serviceUser: 'SU1', careWorker: 'CW1', date: DAY, start: '09:00', end: '09:30' }],
  })
  const { database } = story.line
  const { agencyId, managers } = story.agency
  await saveAccount(database, { agencyId, name: 'Rosa', password: PASSWORD, managerId: managers[0]?.id }, false)
  await saveAccount(database, { agencyId, name: 'Dev', password: PASSWORD, managerId: managers[1]?.id }, false)
  await story.phone(ANNA).texts('LATE 20')
  await story.phone(ANNA).gets(/We are telling them now/)
  await story.phone(ROSA).gets(/^Late visit no 1/)
  const brenda = story.phone(BRENDA)
  await brenda.answers()
  await brenda.callEnds()
  const [matter] = await database.matter.findMany()
  return matter?.id ?? ''
}

describe('Today', () => {
  it('lists who may not be safe, with the reason for the order, who was told and how well that is proved', async () => {
    const id = await aLateVisit()
    const rosa = visitor()
    expect((await rosa.send('/today')).status).toBe(401)
    const signedIn = await rosa.signIn()
    expect(signedIn).toMatchObject({ status: 303, to: '/today' })
    expect(signedIn.given).toMatch(/HttpOnly.*SameSite=Strict/)
    const { text } = await rosa.send('/today')
    expect(text).toContain('Mrs Brenda Trundle')
    expect(text).toContain('counts as 20 minutes older: lives alone')
    expect(text).toContain('planned 09:00, expected 09:20')
    expect(text).toMatch(/Brenda Trundle told at 08:4\d, heard the whole message/)
    expect(text).toContain('wait for the care worker to log in')
    const sheet = await rosa.send(`/today/${id}`)
    expect(sheet.text).toMatch(/LATE 20/)
    expect(sheet.text).toMatch(/Call to Mrs Brenda Trundle, when somebody will be there: heard the whole message/)
    // no number stands on the page, and none in its address
    expect(sheet.text).not.toMatch(/07700|\+44|01632/)
    await story.nothingElseWasSent()
  })

  it('taken and closed with evidence: no phone rings, and it stays closed', async () => {
    const id = await aLateVisit()
    const rosa = visitor()
    await rosa.signIn()
    const form = await rosa.form('/today')
    // 09:35: nobody has logged in, and the climb is about to begin
    await story.pass(40)
    expect(await rosa.send(`/today/${id}/take`, { form })).toMatchObject({ status: 303, to: `/today/${id}` })
    expect((await rosa.send('/today')).text).toMatch(/Rosa, until 09:\d\d/)
    const dev = visitor()
    await dev.signIn('Dev')
    const late = await dev.send(`/today/${id}/take`, { form: await dev.form('/today') })
    expect(late.to).toBe(`/today/${id}?said=held`)
    expect((await dev.send(late.to ?? '')).text).toContain('Somebody else has it already')
    const nothing = await rosa.send(`/today/${id}/close`, { form, how: 'spoken-to', who: ' ' })
    expect(nothing.to).toBe(`/today/${id}?said=incomplete`)
    const fields = { form, how: 'spoken-to', who: 'Rosa Achebe', statement: 'she is well' }
    expect((await rosa.send(`/today/${id}/close`, fields)).to).toBe(`/today/${id}`)
    const { database } = story.line
    expect(await database.matter.findMany({ include: { evidence: true } })).toMatchObject([
      { evidence: { how: 'spoken-to', who: 'Rosa Achebe', saidBy: 'Rosa', statement: 'she is well' } },
    ])
    expect((await rosa.send('/today')).text).toContain('Nobody is waited for.')
    expect((await rosa.send(`/today/${id}`)).text).toContain(
      'Closed. Spoken to (Rosa Achebe), as Rosa said: she is well',
    )
    expect((await rosa.send(`/today/${id}/close`, fields)).to).toBe(`/today/${id}?said=not-open`)
    await story.pass(60)
    expect(await database.matter.count()).toBe(1)
    await story.nothingElseWasSent()
  })

  it('held and not done: when the deadline is missed, the plan rings', async () => {
    const id = await aLateVisit()
    const rosa = visitor()
    await rosa.signIn()
    await story.pass(53)
    // a minute before phones would have rung; ten minutes later nobody has said who is going
    await rosa.send(`/today/${id}/take`, { form: await rosa.form('/today') })
    await story.pass(9)
    await story.phone(DEV).rings(180)
    expect((await rosa.send('/today')).text).toContain('phones ring until somebody takes it')
  })

  it('changes nothing for another site, a form that is not ours, a stranger or another agency', async () => {
    const id = await aLateVisit()
    const rosa = visitor()
    await rosa.signIn()
    const form = await rosa.form('/today')
    const take = `/today/${id}/take`
    expect((await rosa.send(take, { form }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await rosa.send(take, { form: 'guessed' })).status).toBe(403)
    expect((await rosa.send(take, {})).status).toBe(403)
    expect((await visitor().send(take, { form })).status).toBe(401)
    const { database } = story.line
    const other = await database.agency.create({
      data: { id: '7f3c1a52-55b5-4c5f-9a3e-1f2d3c4b5a69', name: 'Marlpit Care', createdAt: new Date(0) },
    })
    await saveAccount(database, { agencyId: other.id, name: 'Mel', password: PASSWORD, managerId: undefined }, false)
    const mel = visitor()
    await mel.signIn('Mel')
    expect((await mel.send('/today')).text).toContain('Nobody is waited for.')
    expect((await mel.send(`/today/${id}`)).status).toBe(404)
    // no form of theirs is on a page without matters, so the token is taken from the session itself: still not theirs
    expect((await mel.send(take, { form })).status).toBe(403)
    expect(await database.acceptance.count()).toBe(0)
    await rosa.send('/sign-out', {})
    expect((await rosa.send('/today')).status).toBe(401)
  })

  it('a wrong password says so, and after five the name rests; sessions end after twelve hours', async () => {
    await aLateVisit()
    const rosa = visitor()
    for (let times = 0; times < 5; times += 1) expect((await rosa.signIn('Rosa', 'wrong')).status).toBe(401)
    expect((await rosa.signIn()).status).toBe(429)
    expect((await visitor().signIn('Nobody')).status).toBe(401)
    const dev = visitor()
    await dev.signIn('Dev')
    expect((await dev.send('/today')).status).toBe(200)
    await story.line.database.session.updateMany({ data: { expiresAt: new Date(story.at()) } })
    expect((await dev.send('/today')).status).toBe(401)
  })
})
