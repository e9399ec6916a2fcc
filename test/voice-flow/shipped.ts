/** The flows as they ship, and small means to talk to them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Facts, NeededFlow, Values } from '../../src/voice-flow/catalogue.ts'
import { facts } from '../../src/voice-flow/catalogue.ts'
import { readFlows } from '../../src/voice-flow/check.ts'
import type { Flow } from '../../src/voice-flow/flow.ts'
import { advance, begin } from '../../src/voice-flow/stepper.ts'
import type { Heard, Turn } from '../../src/voice-flow/stepper.ts'
import { fill } from '../../src/voice-flow/utterances.ts'

const folder = join(import.meta.dirname, '../../voice-flows')

export const shippedFiles = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ file: name, text: readFileSync(join(folder, name), 'utf8') }))

export function shipped(name: NeededFlow): Flow {
  const read = readFlows(shippedFiles)
  const flow = 'flows' in read ? read.flows.get(name) : undefined
  if (flow === undefined) throw new Error(`${name} does not load: ${JSON.stringify(read)}`)
  return flow
}

export function holding(...names: (keyof typeof facts)[]): Facts {
  const none = Object.fromEntries(Object.keys(facts).map((name) => [name, false])) as Facts
  return names.reduce((all, name) => ({ ...all, [name]: true }), none)
}

export const spokenValues: Values = {
  agency: 'Quillbrook Home Care',
  'line-number': '01632 960999',
  listener: 'Mrs Shah',
  'care-worker-introduced': 'your care worker, Anna,',
  'care-worker': 'Anna',
  whom: 'you',
  eta: 'twenty past nine',
  'planned-time': "nine o'clock",
  'ring-back-time': 'ten past nine',
  'logged-in-time': 'two minutes past nine',
  'logged-out-time': 'half past ten',
  'next-time': "nine o'clock",
  'next-care-worker': 'Sam',
  me: 'Anna',
  'first-name': 'Anna',
  'second-name': 'Sam',
  'visit-person': 'Edna T',
  'visit-time': "nine o'clock",
  'new-time': 'twenty past nine',
  'first-person': 'Edna T',
  'first-time': "nine o'clock",
  'second-person': 'Peter A',
  'second-time': 'half past nine',
  'next-visits': "Edna T at nine o'clock",
  'on-call-person': 'Dev Patel',
  'on-call-number': '0 7 7 0 0',
  'on-call-until': "nine o'clock tomorrow",
  caller: 'Mrs Shah',
  what: "Mrs Shah's nine o'clock visit has nobody",
  due: 'ten past nine',
  'matter-what': "nobody has logged in at the visit to Mrs Shah, planned nine o'clock",
  'matter-risk': 'lives alone',
  'matter-clock': '20 minutes overdue',
  'matter-history': "Dev Patel took it at nine o'clock and nobody has said who is going",
  'matter-details': 'we will text the details',
  'matter-holder': 'Dev Patel',
}

/** A call with one flow; each thing heard gives a turn. */
export function ring(flow: Flow, given: Facts = holding()) {
  let known = given
  const turns: Turn[] = [begin(flow, 'en', known)]
  const now = (): Turn => turns.at(-1) ?? begin(flow, 'en', known)
  return {
    now,
    hear(...heard: Heard[]) {
      for (const one of heard) turns.push(advance(flow, structuredClone(now().memory), one, known))
      return now()
    },
    learn(next: Facts) {
      known = next
    },
    said: () => saidIn(now()),
    everythingSaid: () => turns.flatMap(saidIn),
    asked: () => turns.flatMap((turn) => turn.actions.map((action) => action.name)),
    outcome: () => now().memory.outcome,
  }
}

export function saidIn(turn: Turn): string[] {
  return fill(turn, spokenValues).flatMap((spoken) => ('say' in spoken ? [spoken.say] : []))
}

export const silence: Heard = { kind: 'silence' }
export const onward: Heard = { kind: 'continue' }
export const press = (keys: string): Heard => ({ kind: 'keys', keys })
export const say = (words: string): Heard => ({ kind: 'words', words })
