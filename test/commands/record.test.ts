import { expect, it } from 'vitest'
import { runRecord, type RecordDeps, type RecordOptions } from '../../src/commands/record.ts'
import { lateVisitRecord } from '../../src/record/late-visit-record.ts'
import { at, aVisit, late, stored } from '../record/a-late-visit.ts'
import { loadWords } from '../../src/compose/words.ts'

const { reasons } = loadWords()

async function entering(number: string, options: RecordOptions, found?: { branches: string[] }) {
  const seen: unknown[] = []
  let printed = ''
  const enter: RecordDeps['enter'] = async (which, entered) => {
    seen.push(which, entered)
    const now = { ...stored, ...entered, actionedAt: entered.actionedBy === undefined ? undefined : at('10:15') }
    return (
      found ?? { record: lateVisitRecord(aVisit({ events: [late('e', '08:40', 20)] }), [], now, at('10:15'), reasons) }
    )
  }
  await runRecord(number, options, { enter, print: (text) => void (printed += text) })
  return { seen, printed }
}

it('enters what only a human knows, and prints how it reads now', async () => {
  const { seen, printed } = await entering('1', { action: ' Plan more travel ', by: 'Rosa Achebe', branch: 'Hertford' })
  expect(seen).toEqual([
    { number: 1, branch: 'Hertford' },
    { actionToBeTaken: 'Plan more travel', actionedBy: 'Rosa Achebe' },
  ])
  expect(printed).toBe(`No 1  Tue 24 Nov 2026  Mrs Brenda Trundle
  action       Plan more travel
  actioned by  Rosa Achebe, 10.15am
`)
})

it('one of the two by itself leaves the other as it was', async () => {
  expect((await entering('1', { action: 'Ring Brenda' })).seen[1]).toEqual({ actionToBeTaken: 'Ring Brenda' })
  const { seen, printed } = await entering('1', { by: 'Dev Patel', json: true })
  expect(seen[1]).toEqual({ actionedBy: 'Dev Patel' })
  expect(JSON.parse(printed)).toMatchObject({ actionedBy: 'Dev Patel', actionedAt: '2026-11-24T10:15:00+00:00' })
})

it.each<[string, RecordOptions, { branches: string[] } | undefined, RegExp]>([
  ['x', { by: 'R' }, undefined, /"x" is no record number: write it as it stands/],
  ['0', { by: 'R' }, undefined, /no record number/],
  ['1', {}, undefined, /Nothing to enter: give --action/],
  ['1', { action: ' \u0007 ' }, undefined, /--action takes 1 to 2000 letters/],
  ['1', { by: 'a'.repeat(2001) }, undefined, /--by takes 1 to 2000 letters/],
  ['7', { by: 'R' }, { branches: [] }, /There is no Late Visit Record no 7: lateline report late-visits lists them/],
  ['7', { by: 'R', branch: 'Ware' }, { branches: [] }, /no 7 at the branch "Ware"/],
  ['7', { by: 'R' }, { branches: ['Hertford', 'Ware'] }, /add --branch and one of "Hertford", "Ware"/],
])('%s %j says what to do', async (number, options, found, words) => {
  await expect(entering(number, options, found)).rejects.toThrow(words)
})
