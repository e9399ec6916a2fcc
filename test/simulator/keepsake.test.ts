import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anna, frank, lineNumber, setStage, type Stage } from './stage.ts'

let folder = ''
let stages: Stage[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lateline-handsets-'))
})
afterEach(async () => {
  for (const stage of stages) await stage.close()
  stages = []
  rmSync(folder, { recursive: true })
})

/** A carrier that begins, after the one before it went down. */
async function begin(): Promise<Stage> {
  for (const stage of stages) await stage.close()
  const stage = await setStage({ keepIn: join(folder, 'data', 'handsets.json') })
  stages = [stage]
  return stage
}

describe('what handsets show after a restart', () => {
  it('is what they showed before: texts, past calls, behaviour, and whose they are', async () => {
    const before = await begin()
    before.script['/doc'] = '<Response><Say>Hello</Say><Pause length="60"/></Response>'
    await before.post(`/simulator/handsets/${anna}/text`, { to: lineNumber, body: 'LATE 20' })
    await before.client.messages.create({ to: anna, from: lineNumber, body: 'Thanks Anna.' })
    await before.settled()
    await before.client.calls.create({ to: anna, from: lineNumber, url: `${before.programUrl}/doc` })
    await before.settled()
    await before.post(`/simulator/handsets/${anna}/answer`)
    await before.settled()
    await before.post(`/simulator/handsets/${anna}/press`, { digits: '4' })
    await before.advance(5)
    await before.post(`/simulator/handsets/${anna}/hang-up`)
    await before.post(`/simulator/handsets/${frank}/behaviour`, { behaviour: 'engaged' })
    await before.post(`/simulator/handsets/${frank}/text`, { to: lineNumber, body: 'STOP' })
    await before.settled()
    const shown = await Promise.all([anna, frank].map((number) => before.handset(number)))
    expect(shown[0]).toMatchObject({ taken: true, messages: [{ body: 'LATE 20' }, { body: 'Thanks Anna.' }] })
    expect(shown[0]?.pastCalls).toMatchObject([{ said: [{ text: 'Hello' }], keys: [{ key: '4' }] }])

    const after = await begin()
    expect(await Promise.all([anna, frank].map((number) => after.handset(number)))).toEqual(shown)
    await expect(after.client.messages.create({ to: frank, from: lineNumber, body: 'Hello' })).rejects.toMatchObject({
      code: 21610,
    })
  })

  it('a call that was up is gone, and the phone is free', async () => {
    const before = await begin()
    before.script['/doc'] = '<Response><Pause length="60"/></Response>'
    await before.client.calls.create({ to: anna, from: lineNumber, url: `${before.programUrl}/doc` })
    await before.settled()
    expect((await before.handset(anna)).call?.state).toBe('ringing')

    const after = await begin()
    expect(await after.handset(anna)).toMatchObject({ call: null, pastCalls: [] })
  })

  it('a file that makes no sense costs the past, never the carrier', async () => {
    const before = await begin()
    await before.post(`/simulator/handsets/${anna}/text`, { to: lineNumber, body: 'LATE 20' })
    const file = join(folder, 'data', 'handsets.json')
    await before.close()
    expect(readFileSync(file, 'utf8')).toContain('LATE 20')
    writeFileSync(file, '{"handsets":[{"number":7}]}')
    stages = []

    const after = await begin()
    expect((await after.handset(anna)).messages).toEqual([])
    expect(JSON.stringify(after.log())).toContain('kept handsets could not be read: ZodError')
  })
})
