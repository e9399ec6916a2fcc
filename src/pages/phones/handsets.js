import { simulator } from './simulator.js'

/** @typedef {import('./simulator.js').Handset} Handset */
/** @typedef {{ now: Handset, before: Handset | undefined }} Change  before is undefined when the handset is seen for the first time */

/**
 * What every handset looks like at this moment. A change is announced by number only, so the handset is then asked for:
 * never two questions about one handset at once, and never an older answer over a newer one.
 *
 * @param {{ onChanges: (changes: Change[]) => void, onConnection: (up: boolean) => void }} deps
 */
export function createHandsets({ onChanges, onConnection }) {
  /** @type {Map<string, Handset>} */
  const all = new Map()
  const waiting = new Set()
  const asking = new Set()
  /** The list may be older than what was asked for while it came, so these are asked for once more. @type {Set<string>} */
  const changedWhileListing = new Set()

  async function fetchAll() {
    changedWhileListing.clear()
    const listed = await simulator.list().catch(() => undefined)
    if (listed === undefined) return onConnection(false)
    keep(listed.map(whole))
    for (const number of changedWhileListing) changed(number)
    for (const one of listed) if (one.messages === undefined && needed(one)) changed(one.number)
    onConnection(true)
  }

  function listen() {
    const events = simulator.events()
    events.addEventListener('open', () => void fetchAll())
    events.addEventListener('message', (event) => changed(JSON.parse(event.data).number))
    events.addEventListener('error', () => {
      onConnection(false)
      // After some errors the browser tries again by itself; after others (a proxy's answer, say) it gives up for good.
      if (events.readyState === EventSource.CLOSED) setTimeout(listen, AGAIN_MS)
    })
  }

  /** @param {string} number */
  function changed(number) {
    waiting.add(number)
    changedWhileListing.add(number)
    askNext()
  }

  function askNext() {
    for (const number of waiting) {
      if (asking.size >= MOST_AT_ONCE) return
      if (asking.has(number)) continue
      waiting.delete(number)
      asking.add(number)
      void simulator
        .handset(number)
        .then((handset) => keep([whole(handset)]))
        .catch(() => undefined)
        .finally(() => {
          asking.delete(number)
          askNext()
        })
    }
  }

  /** @param {Handset[]} fresh */
  function keep(fresh) {
    const changes = fresh.map((now) => ({ now, before: all.get(now.number) }))
    for (const { now } of changes) all.set(now.number, now)
    onChanges(changes)
  }

  /** The list may leave out messages and calls; then only handsets that are looked at, or busy, are asked for. */
  const lookedAt = new Set()
  /** @param {import('./simulator.js').ListedHandset} one */
  const needed = (one) => lookedAt.has(one.number) || Boolean(one.call) || all.get(one.number)?.call != null

  return {
    all,
    start: listen,
    /** Asks for this handset and keeps it whole from now on. @param {string} number */
    lookAt(number) {
      lookedAt.add(number)
      changed(number)
    },
    changed,
  }

  /** @param {import('./simulator.js').ListedHandset} listed @returns {Handset} */
  function whole(listed) {
    const known = all.get(listed.number)
    return { messages: known?.messages ?? [], pastCalls: known?.pastCalls ?? [], call: known?.call ?? null, ...listed }
  }
}

const MOST_AT_ONCE = 6
const AGAIN_MS = 1000
