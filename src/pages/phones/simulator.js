/**
 * The simulator's JSON, and nothing else of this page speaks to it.
 *
 * @typedef {{ id: string, direction: 'in' | 'out', with: string, body: string, at: number | string, status: string }} Message
 *   direction is seen from the handset: 'in' came to it
 * @typedef {{ by: 'line' | 'handset' | 'other', text: string, at: number | string }} Said  'other' is the person at the far end
 * @typedef {{ id: string, direction: 'in' | 'out', with: string, state: string, since: number | string, said: Said[], keys?: { key: string, at: number | string }[],
 *   listening?: { keys: boolean, speech: boolean } | null, outcome?: string | null, recorded?: string | null }} Call
 * @typedef {{ number: string, name: string, kind: 'mobile' | 'landline', behaviour: string, owner?: unknown,
 *   messages: Message[], call: Call | null, pastCalls: Call[] }} Handset
 * @typedef {(Pick<Handset, 'number' | 'name' | 'kind' | 'behaviour' | 'owner'> & Partial<Handset>)} ListedHandset
 */

const HANDSETS = '/simulator/handsets'

/** Throws an Error whose message can be shown as it is. */
export const simulator = {
  /** @returns {Promise<ListedHandset[]>} */
  async list() {
    const answer = await ask(HANDSETS)
    return Array.isArray(answer) ? answer : answer.handsets
  },
  /** @param {string} number @returns {Promise<Handset>} */
  handset: (number) => ask(`${HANDSETS}/${encodeURIComponent(number)}`),
  /** @param {string} from @param {string} to @param {string} body @returns {Promise<Handset>} */
  text: (from, to, body) => tell(from, 'text', { to, body }),
  /** @param {string} from @param {string} to */
  ring: (from, to) => tell(from, 'ring', { to }),
  /** @param {string} number */
  answer: (number) => tell(number, 'answer', {}),
  /** @param {string} number @param {string} digits */
  press: (number, digits) => tell(number, 'press', { digits }),
  /** @param {string} number @param {string} words */
  say: (number, words) => tell(number, 'say', { words }),
  /** @param {string} number */
  hangUp: (number) => tell(number, 'hang-up', {}),
  /** @param {string} number @param {string} behaviour */
  behave: (number, behaviour) => tell(number, 'behaviour', { behaviour }),
  events: () => new EventSource('/simulator/events'),
}

/** @param {string} number @param {string} verb @param {object} body */
function tell(number, verb, body) {
  return ask(`${HANDSETS}/${encodeURIComponent(number)}/${verb}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

/** @param {string} path @param {RequestInit} [request] @returns {Promise<any>} */
async function ask(path, request) {
  const response = await fetch(path, request).catch(() => undefined)
  if (response === undefined) throw new Error('The line does not answer. Is the program still running?')
  const answer = await response.json().catch(() => undefined)
  if (response.ok) return answer
  throw new Error(answer?.error?.message ?? answer?.message ?? answer?.error ?? 'That did not work. Try it again.')
}
