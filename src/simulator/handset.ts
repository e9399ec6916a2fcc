import { isoTime } from './carrier-time.ts'
import { dramaKind, readable } from './phone-numbers.ts'

export const behaviours = ['answers', 'never-answers', 'engaged', 'voicemail', 'switched-off'] as const
export type Behaviour = (typeof behaviours)[number]

export interface HandsetSeed {
  number: string
  name: string
  kind: 'mobile' | 'landline'
  /** Whose phone it is, in the words of the field: "care worker", "service user", "manager", "office". */
  owner?: string
  behaviour?: Behaviour
}

/** `other` is the person at the far end of a connected call. */
export interface Said {
  by: 'line' | 'handset' | 'other'
  text: string
  at: number
}

export interface HandsetCall {
  /** The carrier's own call id. */
  id: string
  /** Seen from the handset: a call that rings here is `in`. */
  direction: 'in' | 'out'
  with: string
  state: 'ringing' | 'up' | 'ended'
  since: number
  said: Said[]
  /** The keys that were pressed here, in order. */
  keys: { key: string; at: number }[]
  listening: { keys: boolean; speech: boolean } | null
  /** How it ended, in Twilio's word for it. */
  outcome: string | null
  /** What the voicemail kept: the words after the tone. */
  recorded: string | null
}

export interface HandsetMessage {
  id: string
  direction: 'in' | 'out'
  with: string
  body: string
  at: number
  status: string
}

export interface Handset {
  number: string
  name: string
  kind: 'mobile' | 'landline'
  owner: string | null
  behaviour: Behaviour
  /** A person has used it, so it no longer picks up by itself; what a program sends from it unattended leaves it free. */
  taken: boolean
  messages: HandsetMessage[]
  call: HandsetCall | null
  pastCalls: HandsetCall[]
}

export interface Handsets {
  add(seed: HandsetSeed): Handset
  find(number: string): Handset | undefined
  /** Finds the handset, or makes one for a number from the drama ranges; undefined for any other number. */
  reach(number: string): Handset | undefined
  all(): Handset[]
  /** To be called after each change of a handset. */
  changed(handset: Handset): void
  onChange(listener: (handset: Handset) => void): () => void
}

const kept = 500

export function createHandsets(isLine: (number: string) => boolean): Handsets {
  const handsets = new Map<string, Handset>()
  const listeners = new Set<(handset: Handset) => void>()

  function add(seed: HandsetSeed): Handset {
    const handset: Handset = {
      number: seed.number,
      name: seed.name,
      kind: seed.kind,
      owner: seed.owner ?? null,
      behaviour: seed.behaviour ?? 'answers',
      taken: false,
      messages: [],
      call: null,
      pastCalls: [],
    }
    handsets.set(seed.number, handset)
    return handset
  }

  function reach(number: string): Handset | undefined {
    const known = handsets.get(number)
    const kind = dramaKind(number)
    if (known !== undefined || kind === undefined || isLine(number)) return known
    return add({ number, name: readable(number), kind })
  }

  return {
    add,
    find: (number) => handsets.get(number),
    reach,
    all: () => [...handsets.values()],
    changed: (handset) => {
      if (handset.messages.length > kept) handset.messages.splice(0, handset.messages.length - kept)
      if (handset.pastCalls.length > kept) handset.pastCalls.splice(0, handset.pastCalls.length - kept)
      for (const listener of listeners) listener(handset)
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

/** The handset as the JSON routes show it; instants as ISO 8601 in UTC. */
export function handsetView(handset: Handset): Record<string, unknown> {
  return {
    ...handset,
    readable: readable(handset.number),
    messages: handset.messages.map((message) => ({ ...message, at: isoTime(message.at) })),
    call: handset.call === null ? null : callView(handset.call),
    pastCalls: handset.pastCalls.map(callView),
  }
}

function callView(call: HandsetCall): Record<string, unknown> {
  return {
    ...call,
    since: isoTime(call.since),
    said: call.said.map((said) => ({ ...said, at: isoTime(said.at) })),
    keys: call.keys.map((key) => ({ ...key, at: isoTime(key.at) })),
  }
}
