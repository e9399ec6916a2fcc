import nock from 'nock'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHeartbeat } from '../../src/compose/heartbeat.ts'

const SECRET = 'a-secret-path'
const URL_OUTSIDE = `https://watch.example/${SECRET}?key=hunter2`

beforeEach(() => nock.disableNetConnect())
afterEach(() => {
  expect(nock.pendingMocks()).toEqual([])
  nock.cleanAll()
  nock.enableNetConnect()
})

function begin(isFresh: () => Promise<boolean>, url = URL_OUTSIDE) {
  const logged: string[] = []
  const note = (...said: unknown[]) => void logged.push(JSON.stringify(said))
  const heartbeat = createHeartbeat({ url, isFresh, log: { warn: note, info: note } as never, timeoutMs: 200 })
  return { ...heartbeat, logged }
}

const outside = () => nock('https://watch.example').get(`/${SECRET}`).query({ key: 'hunter2' })

describe('the word to a watch outside', () => {
  it('goes out while the loop goes round, and says nothing of it', async () => {
    outside().twice().reply(200)
    const { beatOnce, logged } = begin(async () => true)
    await beatOnce()
    await beatOnce()
    expect(logged).toEqual([])
  })

  it('does not go out when the loop stands still, nor when nobody can tell', async () => {
    for (const isFresh of [async () => false, () => Promise.reject(new Error('the database is away'))]) {
      const { beatOnce, logged } = begin(isFresh)
      // an unexpected request would be refused, and named as such
      await beatOnce()
      expect(logged).toEqual([expect.stringContaining('the loop over due rows stands still')])
    }
  })

  it.each<[string, () => unknown, RegExp]>([
    ['a refusal', () => outside().reply(503), /answered 503/],
    ['a lost connection', () => outside().replyWithError({ code: 'ECONNRESET', message: URL_OUTSIDE }), /ECONNRESET/],
    ['silence', () => outside().delay(2_000).reply(200), /no answer in time/],
  ])('%s is logged once, without the address, and so is its end', async (_what, arrange, why) => {
    const { beatOnce, logged } = begin(async () => true)
    arrange()
    await beatOnce()
    arrange()
    await beatOnce()
    outside().reply(204)
    await beatOnce()
    expect(logged).toHaveLength(2)
    expect(logged[0]).toMatch(why)
    expect(logged[1]).toContain('hears this line again')
    expect(logged.join()).not.toMatch(/watch\.example|a-secret-path|hunter2/)
  })
})
