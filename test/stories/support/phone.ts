import { expect } from 'vitest'
import { parsePhoneNumber } from '../../../src/cellar/phone-number.ts'

export interface HandsetView {
  number: string
  messages: { direction: 'in' | 'out'; body: string }[]
  call: CallView | null
  pastCalls: CallView[]
}

interface CallView {
  direction: 'in' | 'out'
  state: string
  said: { by: string; text: string }[]
}

/** Somebody's phone in a story: texts, rings, answers, listens, presses keys; and says what it did not expect. */
export type Phone = ReturnType<typeof createPhone>

export function createPhone(
  url: string,
  line: string,
  number: string,
  settle: () => Promise<void>,
  passSeconds: (seconds: number) => Promise<void>,
) {
  let messages = 0
  let calls = 0
  let heard = 0

  async function view(): Promise<HandsetView> {
    const response = await fetch(`${url}/simulator/handsets/${encodeURIComponent(number)}`)
    return (await response.json()) as HandsetView
  }

  async function post(what: string, body: unknown = {}): Promise<void> {
    const response = await fetch(`${url}/simulator/handsets/${encodeURIComponent(number)}/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${number} could not ${what}: ${await response.text()}`)
  }

  async function act(what: string, body: unknown = {}): Promise<void> {
    await post(what, body)
    await settle()
  }

  async function rings(withinSeconds = 20): Promise<void> {
    for (let seconds = 0; seconds < withinSeconds; seconds += seconds < 20 ? 1 : 10) {
      const { call } = await view()
      if (call?.direction === 'in' && call.state === 'ringing') {
        calls += 1
        heard = 0
        return
      }
      // a phone rings for half a minute, so a long wait may take longer steps
      await passSeconds(seconds < 20 ? 1 : 10)
    }
    throw new Error(`${number} did not ring within ${withinSeconds} seconds`)
  }

  async function nextMessage(): Promise<{ body: string } | undefined> {
    return (await view()).messages.filter((m) => m.direction === 'in')[messages]
  }

  return {
    number,
    is: (other: string) => parsePhoneNumber(other) === parsePhoneNumber(number),
    messagesSeen: () => messages,
    callsSeen: () => calls,
    texts: (body: string) => act('text', { to: line, body }),
    /** The same, and the line does nothing about it yet: several people text in the same moment. */
    sends: (body: string) => post('text', { to: line, body }),
    ringsTheLine: (withheld = false) => {
      heard = 0
      return act('ring', { to: line, withheld })
    },
    presses: (digits: string) => act('press', { digits }),
    says: (words: string) => act('say', { words }),
    hangsUp: () => act('hang-up'),
    behaves: (behaviour: 'answers' | 'never-answers' | 'engaged' | 'voicemail' | 'switched-off') =>
      act('behaviour', { behaviour }),
    view,
    /** Whether a message lies there that nobody has read. */
    hasMail: async () => (await nextMessage()) !== undefined,
    /** The next message that came in, in order. */
    async gets(pattern: RegExp): Promise<string> {
      await settle()
      let message = await nextMessage()
      for (let seconds = 0; message === undefined && seconds < 20; seconds += 1) {
        await passSeconds(1)
        message = await nextMessage()
      }
      expect(message?.body ?? `no message number ${messages + 1}`, `message ${messages + 1} to ${number}`).toMatch(
        pattern,
      )
      messages += 1
      return message?.body ?? ''
    },
    rings,
    /** Answers while it rings. */
    picksUp: () => act('answer'),
    /** The phone rings and is answered. */
    async answers(withinSeconds = 20): Promise<void> {
      await rings(withinSeconds)
      await act('answer')
    },
    /** The line says this within the call, after what was heard before. */
    async hears(pattern: RegExp, withinSeconds = 60): Promise<void> {
      for (let seconds = 0; ; seconds += 1) {
        const { call, pastCalls } = await view()
        const said = (call ?? pastCalls.at(-1))?.said.filter((s) => s.by !== 'handset') ?? []
        const words = said
          .slice(heard)
          .map((s) => s.text)
          .join(' ')
        if (pattern.test(words)) {
          heard = said.length
          return
        }
        if (seconds >= withinSeconds || call === null) {
          expect(words || '(silence)', `what ${number} hears`).toMatch(pattern)
          return
        }
        await passSeconds(1)
      }
    },
    /** What the person at the other end of a connected call says. */
    async hearsTheOther(pattern: RegExp): Promise<void> {
      const { call } = await view()
      const words = call?.said.filter((s) => s.by === 'other').map((s) => s.text) ?? []
      expect(words.join(' '), `what ${number} hears from the other end`).toMatch(pattern)
    },
    /** The whole of what was said on the last call. */
    async heardInAll(): Promise<string> {
      const { call, pastCalls } = await view()
      return ((call ?? pastCalls.at(-1))?.said ?? [])
        .filter((s) => s.by !== 'handset')
        .map((s) => s.text)
        .join(' ')
    },
    /** Waits until the call is over. */
    async callEnds(withinSeconds = 120): Promise<void> {
      for (let seconds = 0; seconds < withinSeconds; seconds += 1) {
        if ((await view()).call === null) return settle()
        await passSeconds(1)
      }
      throw new Error(`the call at ${number} is still up after ${withinSeconds} seconds`)
    },
    /** A call that rang, or was engaged or taken by a machine, while nobody was looking. */
    async missedCalls(count: number): Promise<void> {
      const { pastCalls, call } = await view()
      const incoming = pastCalls.filter((c) => c.direction === 'in').length + (call?.direction === 'in' ? 1 : 0)
      expect(incoming - calls, `calls to ${number} that nobody answered`).toBe(count)
      calls = incoming
    },
  }
}
