import { json, Router, type Response } from 'express'

/** The handsets' JSON of design section 8, with nothing behind it: the test itself plays the line. */
export type StubHandset = {
  number: string
  name: string
  kind: 'mobile' | 'landline'
  behaviour: string
  owner: string
  messages: StubMessage[]
  call: StubCall | null
  pastCalls: StubCall[]
}
type StubMessage = { id: string; direction: 'in' | 'out'; with: string; body: string; at: string; status: string }
type StubCall = {
  id: string
  direction: 'in' | 'out'
  with: string
  state: 'ringing' | 'up' | 'ended'
  since: string
  outcome: string | null
  said: { by: 'line' | 'handset'; text: string; at: string }[]
  keys: { key: string; at: string }[]
  listening: null | { keys: boolean; speech: boolean }
}

export const LINE = '+441632960999'

export function createStubSimulator(
  people: readonly Pick<StubHandset, 'number' | 'name' | 'kind' | 'owner'>[],
  now: () => number,
) {
  const handsets = new Map(
    people.map((one): [string, StubHandset] => [
      one.number,
      { ...one, behaviour: 'answers', messages: [], call: null, pastCalls: [] },
    ]),
  )
  const streams = new Set<Response>()
  /** What the page asked for, in order: "+447700900123 text LATE 20". */
  const asked: string[] = []
  let ids = 0
  const at = (): string => new Date(now()).toISOString()
  const id = (): string => `id${(ids += 1)}`

  function changed(handset: StubHandset): void {
    for (const stream of streams) stream.write(`data: ${JSON.stringify({ number: handset.number })}\n\n`)
  }

  function find(number: string): StubHandset {
    const handset = handsets.get(number)
    if (handset === undefined) throw new Error(`The stub has no handset ${number}`)
    return handset
  }

  function begin(number: string, direction: 'in' | 'out', other: string): void {
    const handset = find(number)
    handset.call = {
      id: id(),
      direction,
      with: other,
      state: 'ringing',
      since: at(),
      said: [],
      keys: [],
      listening: null,
      outcome: null,
    }
    changed(handset)
  }

  function end(number: string, outcome: string): void {
    const handset = find(number)
    if (handset.call === null) return
    handset.pastCalls.push({ ...handset.call, state: 'ended', outcome, listening: null })
    handset.call = null
    changed(handset)
  }

  function hear(number: string, by: 'line' | 'handset', text: string): void {
    const handset = find(number)
    handset.call?.said.push({ by, text, at: at() })
    changed(handset)
  }

  const play = {
    /** The line texts this phone. */
    text(number: string, body: string): void {
      const handset = find(number)
      handset.messages.push({ id: id(), direction: 'in', with: LINE, body, at: at(), status: 'delivered' })
      changed(handset)
    },
    ring: (number: string) => begin(number, 'in', LINE),
    say: (number: string, words: string) => hear(number, 'line', words),
    listen(number: string, listening: StubCall['listening']): void {
      const handset = find(number)
      if (handset.call !== null) handset.call.listening = listening
      changed(handset)
    },
    /** The line picks up. */
    answer(number: string): void {
      const handset = find(number)
      if (handset.call !== null) handset.call.state = 'up'
      changed(handset)
    },
    end: (number: string, outcome = 'completed') => end(number, outcome),
    /** Breaks every live stream, as a restart does. */
    breakStreams(): void {
      for (const stream of streams) stream.end()
      streams.clear()
    },
    handset: find,
    asked,
  }

  const router = Router()
  router.use('/simulator', json())
  router.get('/simulator/handsets', (_req, res) => void res.json([...handsets.values()]))
  router.get('/simulator/handsets/:number', (req, res) => void res.json(find(req.params.number)))
  router.get('/simulator/events', (req, res) => {
    res.writeHead(200, { 'content-type': 'text/event-stream' })
    res.write('retry: 100\n\n')
    streams.add(res)
    req.on('close', () => streams.delete(res))
  })
  router.post('/simulator/handsets/:number/:verb', (req, res) => {
    const { number, verb } = req.params
    const body: Record<string, string> = req.body
    asked.push([number, verb, ...Object.values(body)].join(' '))
    if (body['to'] === '+441632960111') return void res.status(409).json({ error: 'That number does not exist.' })
    deeds[verb]?.(number, body)
    res.json(find(number))
  })

  const deeds: Record<string, (number: string, body: Record<string, string>) => void> = {
    text(number, { to = '', body = '' }) {
      const handset = find(number)
      handset.messages.push({ id: id(), direction: 'out', with: to, body, at: at(), status: 'received' })
      changed(handset)
    },
    ring: (number, { to = '' }) => begin(number, 'out', to),
    answer(number) {
      const handset = find(number)
      if (handset.call !== null) handset.call.state = 'up'
      changed(handset)
    },
    press: (number, { digits = '' }) => void find(number).call?.keys.push({ key: digits, at: at() }),
    say: (number, { words = '' }) => hear(number, 'handset', words),
    'hang-up': (number) => end(number, 'completed'),
    behaviour(number, { behaviour = '' }) {
      find(number).behaviour = behaviour
      changed(find(number))
    },
  }

  return { router, play, close: () => streams.forEach((stream) => stream.end()) }
}
