import { describe, expect, it } from 'vitest'
import { BadStatus, runStatus } from '../../src/commands/status.ts'

const good = { by: 'Rosa Achebe', reason: 'spoke to the family' }

async function run(status: string, options = good, found: object = { name: 'Mrs Brenda Trundle', was: 'paused' }) {
  const entered: unknown[] = []
  let printed = ''
  await runStatus('SU1', status, options, {
    enter: async (...what) => {
      entered.push(what)
      return found as { name: string; was: string | undefined }
    },
    print: (text) => void (printed += text),
  })
  return { entered, printed }
}

describe('lateline status', () => {
  it('enters who says it and why, and says what follows', async () => {
    expect(await run('active')).toEqual({
      entered: [['SU1', { status: 'active', ...good }]],
      printed: 'Mrs Brenda Trundle: active, was paused. From now on the line contacts them again.\n',
    })
    expect((await run('in_hospital', good, { name: 'Mr X', was: undefined })).printed).toBe(
      'Mr X: in_hospital, was active. The line contacts nobody there.\n',
    )
  })

  it.each([
    ['alive', good, {}, /"alive" is no status of a package: use one of active, in_hospital, respite, ended, paused/],
    ['active', { ...good, by: ' ' }, {}, /--by takes 1 to 500 letters/],
    ['active', { ...good, reason: 'x'.repeat(501) }, {}, /--reason takes 1 to 500 letters/],
    ['active', good, { people: [] }, /There is no service user "SU1"\. Give the reference/],
    ['active', good, { people: ['SU1 Ann Hill', 'SU7 Ann Hill'] }, /Several .* SU1 Ann Hill, SU7 Ann Hill\. Give the/],
  ])('%s %j, found %j: refused with the remedy', async (status, options, found, words) => {
    const fault: unknown = await run(status, options, found).catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(BadStatus)
    expect(fault).toMatchObject({ message: expect.stringMatching(words) })
  })
})
