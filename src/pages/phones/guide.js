import { make, part, write } from './dom.js'
import { rings } from './news.js'
import { short } from './words.js'

/** @typedef {import('./simulator.js').Handset} Handset */
/** @typedef {{ number: string, name: string }} Owner */
/** @typedef {{ careWorker: Owner, serviceUser: Owner & { at: number | string }, responsiblePerson?: Owner, manager?: Owner }} Suggestion */
/** @typedef {'text' | 'sent' | 'ringing' | 'up' | 'unheard' | 'told'} Stage */

/**
 * The sentence at the top: what to do first, and what comes next. It follows what the phones do, whoever made them do it.
 *
 * @param {{ root: HTMLElement, handsets: Map<string, Handset>, words: import('./phones.js').Words, ask: () => Promise<Suggestion | null>,
 *   onWrite: (number: string) => void, onGoTo: (number: string) => void,
 *   onAnother: (suggestion: Suggestion) => void }} deps
 */
export function createGuide({ root, handsets, words, ask, onWrite, onGoTo, onAnother }) {
  const sentence = part(root, '.sentence')
  const why = part(root, '.why')
  const button = part(root, 'button', HTMLButtonElement)
  /** There only where the page has records to lead to. */
  const record = root.querySelector('a.record')
  const steps = [...root.querySelectorAll('.steps li')]
  /** @type {Suggestion | null} */
  let suggestion = null
  /** What the two phones held when the story began. */
  let start = { sent: 0, heard: 0, unheard: 0 }
  /** @type {Stage | undefined} */
  let shown
  let press = () => {}
  button.addEventListener('click', () => press())

  async function begin() {
    const fresh = await ask().catch(() => null)
    if (fresh === null) return null
    suggestion = fresh
    start = counts(suggestion)
    shown = undefined
    update()
    return suggestion
  }

  /** @param {Suggestion} whose */
  function counts(whose) {
    const [from, to] = [handsets.get(whose.careWorker.number), handsets.get(whose.serviceUser.number)]
    const calls = (to?.pastCalls ?? []).filter((call) => call.direction === 'in')
    const texts = (to?.messages ?? []).filter((message) => message.direction === 'in')
    return {
      sent: from?.messages.filter((message) => message.direction === 'out').length ?? 0,
      heard: texts.length + calls.filter(heard).length,
      unheard: calls.filter((call) => !heard(call)).length,
    }
  }

  /** @param {Suggestion} whose @returns {Stage} */
  function stage(whose) {
    const now = counts(whose)
    if (now.sent <= start.sent) return 'text'
    const waiting = handsets.get(whose.serviceUser.number)
    if (waiting !== undefined && rings(waiting)) return 'ringing'
    if (waiting?.call?.state === 'up') return waiting.behaviour === 'voicemail' ? 'unheard' : 'up'
    if (now.heard > start.heard) return 'told'
    // A phone that is engaged or switched off never rings, so nothing of the call is seen on it.
    const unreachable = waiting?.behaviour === 'engaged' || waiting?.behaviour === 'switched-off'
    return unreachable || now.unheard > start.unheard ? 'unheard' : 'sent'
  }

  function update() {
    if (suggestion === null) return
    const now = stage(suggestion)
    if (now === shown) return
    shown = now
    const said = SAYS[now](suggestion, words)
    const fresh = make('p', {}, said.sentence)
    if (fresh.textContent !== sentence.textContent) sentence.replaceChildren(...fresh.childNodes)
    write(why, said.why)
    button.hidden = said.button === undefined
    button.textContent = said.button ?? ''
    press = deeds(suggestion)[now]
    if (record instanceof HTMLAnchorElement) leadTo(record, now === 'told' ? suggestion : undefined)
    steps.forEach((step, place) => step.classList.toggle('now', place === STEP_OF[now]))
    steps.forEach((step, place) => step.classList.toggle('done', place < STEP_OF[now]))
  }

  /** @param {Suggestion} whose @returns {Record<Stage, () => void>} */
  function deeds(whose) {
    return {
      text: () => onWrite(whose.careWorker.number),
      sent: () => onGoTo(whose.serviceUser.number),
      ringing: () => onGoTo(whose.serviceUser.number),
      up: () => onGoTo(whose.serviceUser.number),
      unheard: () => onGoTo(whose.serviceUser.number),
      told: () => void begin().then((next) => next && onAnother(next)),
    }
  }

  return {
    begin,
    update,
    /** Asks for another suggestion, unless the story is already running. */
    refresh: () => (shown === 'text' || shown === undefined ? begin() : undefined),
  }
}

/** @type {Record<Stage, number>} */
const STEP_OF = { text: 0, sent: 1, ringing: 1, unheard: 1, up: 2, told: 3 }

/** @type {Record<Stage, (whose: Suggestion, words: import('./phones.js').Words) => { sentence: (Node | string)[], why: string, button?: string }>} */
const SAYS = {
  text: ({ careWorker, serviceUser }, words) => ({
    sentence: ['Take ', bold(`${short(careWorker.name)}’s phone`), ' and text ', bold('LATE 20'), '.'],
    why: `${short(careWorker.name)} is due at ${words.time(serviceUser.at)}, at the home of ${serviceUser.name}.`,
    button: 'Write it for me',
  }),
  sent: ({ serviceUser }) => ({
    sentence: ['Sent. Now watch ', bold(`${short(serviceUser.name)}’s phone`), '.'],
    why: 'The line works out the new time and tells the person who is waiting.',
  }),
  ringing: ({ serviceUser }) => ({
    sentence: [bold(`${short(serviceUser.name)}’s phone`), ' is ringing. Answer it.'],
    why: 'For a moment you are the person who is waiting.',
    button: 'Go to the phone',
  }),
  up: ({ serviceUser }) => ({
    sentence: ['Listen: ', bold(short(serviceUser.name)), ' hears who is coming, and at what time.'],
    why: 'You can speak or press a key, as in any call. Or just hang up.',
  }),
  unheard: ({ serviceUser }) => ({
    sentence: [bold(short(serviceUser.name)), ' has not heard it yet. Watch which phone rings next.'],
    why: 'The line does not give up: it goes on to the next number or the next person.',
  }),
  told: ({ careWorker, serviceUser }) => ({
    sentence: [bold(short(serviceUser.name)), ' has been told. Nobody in the office had to ring.'],
    why: `Now try ${short(careWorker.name)}’s phone with UNDO, or let a phone be engaged.`,
    button: 'Show me another',
  }),
}

/**
 * The record of the visit that the story was about: the newest of those planned for its time.
 * @param {HTMLAnchorElement} link @param {Suggestion | undefined} whose
 */
function leadTo(link, whose) {
  link.hidden = whose === undefined
  if (whose !== undefined) link.search = `?planned=${new Date(whose.serviceUser.at).getTime()}`
}

/**
 * Somebody listened past the agency's name: a voicemail keeps no more than that, and whoever hangs up at once has heard no time.
 * @param {import('./simulator.js').Call} call
 */
function heard(call) {
  return call.recorded == null && call.said.filter((said) => said.by === 'line').length >= 2
}

/** @param {string} text */
function bold(text) {
  return make('b', { text })
}
