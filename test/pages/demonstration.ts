import type { AddressInfo } from 'node:net'
import express from 'express'
import type { LateVisits } from '../../src/pages/late-visits.ts'
import { createPages } from '../../src/pages/pages.ts'
import type { DirectoryEntry, Suggestion } from '../../src/pages/phones.ts'
import type { Story } from '../../src/pages/story.ts'
import { createStubSimulator, LINE } from './stub-simulator.ts'

export const ANNA = '+447700900123'
export const BRENDA = '+441632960582'
export const ANJALI = '+447700900215'
export const ESTELLE = '+447700900334'

/** Tuesday 24 November 2026, 09:02 in London. */
export const MORNING = Date.UTC(2026, 10, 24, 9, 2)

export const SUGGESTION: Suggestion = {
  visitRef: 'V1',
  careWorker: { number: ANNA, name: 'Anna Kowalska' },
  serviceUser: { number: BRENDA, name: 'Mrs Brenda Trundle', at: Date.UTC(2026, 10, 24, 9, 20) },
  manager: { number: ANJALI, name: 'Anjali Ramdas' },
}

/** The pages over the stub, on a free port of the loopback address, with as many phones as the demonstration agency has. */
export async function startDemonstration(
  suggested: Suggestion | undefined = SUGGESTION,
  more: { lateVisits?: LateVisits } = {},
) {
  let now = MORNING
  let suggestion = suggested
  const people = demonstrationPeople()
  const story: { now: Story | undefined; asked: string[] } = { now: undefined, asked: [] }
  const simulator = createStubSimulator(
    people.map(({ number, name, role }) => ({
      number,
      name,
      owner: role.replace('-', ' '),
      kind: number.startsWith('+447') ? 'mobile' : 'landline',
    })),
    () => (now += 1000),
  )
  const app = express()
  app.use(simulator.router)
  app.use(
    createPages({
      agencyName: 'Quillbrook Home Care',
      phones: {
        lineNumber: LINE,
        suggestion: async () => suggestion,
        directory: async () => people,
        story: async ({ visitRef, at }) => {
          story.asked.push(`${visitRef} ${at}`)
          return visitRef === SUGGESTION.visitRef ? story.now : undefined
        },
      },
      ...more,
      health: { alive: () => true, ready: async () => ({ ok: true, checks: {} }), metrics: async () => '' },
    }),
  )
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    play: simulator.play,
    story,
    suggest: (other: Suggestion) => void (suggestion = other),
    async stop() {
      simulator.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const FIRST = ['Jodie', 'Nabila', 'Michelle', 'Marva', 'Grace', 'Precious', 'Tracey', 'Luciana', 'Chloe', 'Ryan']
const LAST = [
  'Knapp',
  'Kurian',
  'Venables',
  'Grant-Lewis',
  'Mensah',
  'Moyo',
  'Nott',
  'Queiroz',
  'Everitt',
  'Poulter',
  'Halsey',
  'Lefèvre',
]

function demonstrationPeople(): DirectoryEntry[] {
  const name = (i: number): string => `${FIRST[i % FIRST.length]} ${LAST[Math.floor(i / FIRST.length) % LAST.length]}`
  const minutes = (i: number): string => `9.${String(10 + (i % 50)).padStart(2, '0')}am`
  return [
    { number: ANNA, name: 'Anna Kowalska', role: 'care-worker', now: true, note: 'Next: 9.20am, Mrs Brenda Trundle' },
    ...numbered(54, (i) => ({
      number: `+447700900${600 + i}`,
      name: name(i),
      role: 'care-worker',
      now: i < 17,
      note: i < 17 ? `Next: ${minutes(i)}, Mr Ryan Poulter` : '',
    })),
    { number: BRENDA, name: 'Mrs Brenda Trundle', role: 'service-user', now: true, note: 'Expects Anna at 9.20am' },
    {
      number: ESTELLE,
      name: 'Mrs Estelle Rosenthal',
      role: 'service-user',
      now: true,
      note: 'Expects Grace at 9.30am',
    },
    // of the same name as the first of those that follow
    { number: '+441632960777', name: 'Mrs Marva Knapp', role: 'service-user', now: false, note: '' },
    { number: '+447700900777', name: 'Mrs Marva Knapp', role: 'service-user', now: false, note: '' },
    ...numbered(106, (i) => ({
      number: `+441632960${100 + i}`,
      name: `Mrs ${name(i + 3)}`,
      role: 'service-user',
      now: i < 30,
      note: i < 30 ? `Expects ${FIRST[i % 10]} at ${minutes(i + 7)}` : '',
    })),
    { number: ANJALI, name: 'Anjali Ramdas', role: 'manager', now: true, note: 'On call until 5pm' },
    ...numbered(12, (i) => ({
      number: `+447700900${800 + i}`,
      name: name(i + 40),
      role: 'manager',
      now: i < 2,
      note: i < 2 ? 'On call until 5pm' : '',
    })),
    ...numbered(20, (i) => ({
      number: `+447700900${500 + i}`,
      name: name(i + 60),
      role: 'contact',
      now: false,
      note: `Daughter of Mrs ${name(i + 3)}`,
    })),
  ]
}

function numbered(count: number, one: (i: number) => DirectoryEntry): DirectoryEntry[] {
  return Array.from({ length: count }, (_, i) => one(i))
}
