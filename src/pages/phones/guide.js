import { make, part, write } from './dom.js'
import { rings } from './news.js'
import { SAYS, STEP_OF } from './guide-words.js'
import { keepStory, keptStory } from './story.js'

/** @typedef {import('./simulator.js').Handset} Handset */
/** @typedef {import('./story.js').Suggestion} Suggestion */
/** @typedef {import('./story.js').Late} Late */
/** @typedef {import('./story.js').Stage} Stage */

/** How often the program is asked about the late visit once the story has begun: not all of it shows on a phone. */
const LOOK_EVERY_MS = 1500

/**
 * The sentence at the top: what to do first, and what comes next. Whether a visit is late and whether somebody was told
 * is what the program says of it, never a guess from what the phones show.
 *
 * @param {{ root: HTMLElement, handsets: Map<string, Handset>, line: string, words: import('./phones.js').Words,
 *   ask: () => Promise<Suggestion | null>, askLate: (about: Suggestion) => Promise<Late | null>,
 *   onWrite: (number: string) => void, onGoTo: (number: string) => void, onAnother: (suggestion: Suggestion) => void }} deps
 */
export function createGuide({ root, handsets, line, words, ask, askLate, onWrite, onGoTo, onAnother }) {
  const sentence = part(root, '.sentence')
  const why = part(root, '.why')
  const button = part(root, 'button', HTMLButtonElement)
  /** There only where the page has records to lead to. */
  const record = root.querySelector('a.record')
  const steps = [...root.querySelectorAll('.steps li')]
  let story = keptStory()
  let [asking, askAgain] = [false, false]
  let press = () => {}
  button.addEventListener('click', () => press())
  if (story !== undefined) show(story)
  setInterval(() => {
    if (story !== undefined && story.stage !== 'text' && !document.hidden) void look()
  }, LOOK_EVERY_MS)

  /** Goes on with the story of before, where its phones are still there and its visit is not over; else begins one. */
  async function begin() {
    const { suggestion, stage } = story ?? {}
    const known =
      suggestion && [suggestion.careWorker, suggestion.serviceUser].every(({ number }) => handsets.has(number))
    if (!known || (stage === 'text' && isOver(suggestion))) return beginAnew()
    await look()
    return suggestion
  }

  async function beginAnew() {
    const suggestion = await ask().catch(() => null)
    if (suggestion === null) return null
    story = { suggestion, late: null, stage: 'text', sent: undefined }
    show(story)
    return suggestion
  }

  /** Whether something came back after this text. @param {Suggestion} whose @param {string} sent */
  function isAnswered(whose, sent) {
    const { messages = [] } = handsets.get(whose.careWorker.number) ?? {}
    const place = messages.findIndex((message) => message.id === sent)
    return place >= 0 && messages.slice(place).some((message) => message.direction === 'in')
  }

  /** @param {{ direction: string, with: string }} call */
  const isOfLine = (call) => call.direction === 'in' && call.with === line

  /** @param {import('./story.js').Story} told @returns {Stage} */
  function stageOf({ suggestion, late, sent, stage, inVainBefore }) {
    if (late === null) return sent === undefined ? 'text' : isAnswered(suggestion, sent) ? 'unread' : 'reading'
    const waiting = handsets.get(suggestion.serviceUser.number)
    const call = waiting?.call != null && isOfLine(waiting.call) ? waiting.call : undefined
    if (waiting !== undefined && call !== undefined && rings(waiting)) return 'ringing'
    if (call?.state === 'up') return waiting?.behaviour === 'voicemail' ? 'unheard' : 'up'
    if (late.tone === 'told' || late.tone === 'quiet') return late.tone
    // it has just ended, and the program does not know of it yet
    const over = stage === 'up' || stage === 'over'
    if (over && late.tone === 'waiting' && late.inVain === inVainBefore) return 'over'
    return late.tone === 'trouble' || late.inVain > 0 ? 'unheard' : 'known'
  }

  /** Asks the program how it stands; whoever asks while it is being asked gets one more look afterwards. */
  async function look() {
    const about = story
    if (about === undefined) return
    if (asking) return void (askAgain = true)
    asking = true
    const late = await askLate(about.suggestion).catch(() => about.late)
    asking = false
    if (story === about) {
      about.late = late
      about.stage = stageOf(about)
      if (about.stage === 'up') about.inVainBefore = late?.inVain
      show(about)
    }
    if (askAgain) {
      askAgain = false
      await look()
    }
  }

  /** @param {import('./story.js').Story} told */
  function show({ suggestion, stage, late }) {
    if (story !== undefined) keepStory(story)
    const said = SAYS[stage](suggestion, words, late)
    const fresh = make('p', {}, said.sentence)
    if (fresh.textContent !== sentence.textContent) sentence.replaceChildren(...fresh.childNodes)
    write(why, said.why)
    button.hidden = said.button === undefined
    write(button, said.button ?? '')
    press = deeds(suggestion)[stage]
    if (record instanceof HTMLAnchorElement) {
      record.hidden = late === null || STEP_OF[stage] < 3
      if (late !== null) record.href = `/late-visits/${late.record}`
    }
    steps.forEach((step, place) => step.classList.toggle('now', place === STEP_OF[stage]))
    steps.forEach((step, place) => step.classList.toggle('done', place < STEP_OF[stage]))
  }

  async function another() {
    const next = await beginAnew()
    if (next === null) write(why, 'Nobody else is due soon. Take any phone from the list.')
    else onAnother(next)
  }

  /** @param {Suggestion} whose @returns {Record<Stage, () => void>} */
  function deeds(whose) {
    const [writeIt, goToWaiting] = [() => onWrite(whose.careWorker.number), () => onGoTo(whose.serviceUser.number)]
    return {
      text: writeIt,
      reading: goToWaiting,
      unread: writeIt,
      known: goToWaiting,
      ringing: goToWaiting,
      up: goToWaiting,
      over: goToWaiting,
      unheard: goToWaiting,
      told: () => void another(),
      quiet: () => void another(),
    }
  }

  return {
    begin,
    /** Something happened on these phones. @param {string[]} numbers */
    update(numbers) {
      const { careWorker, serviceUser } = story?.suggestion ?? {}
      if (numbers.some((number) => number === careWorker?.number || number === serviceUser?.number)) void look()
    },
    /** Somebody at this page has sent this text from this phone. @param {string} number @param {string | undefined} message */
    texted(number, message) {
      if (story === undefined || story.suggestion.careWorker.number !== number) return
      story.sent = message
      void look()
    },
    /** Asks for another suggestion where nobody has begun and the visit's time has come. */
    refresh: () =>
      story === undefined || (story.stage === 'text' && isOver(story.suggestion)) ? beginAnew() : undefined,
  }
}

/** @param {Suggestion} suggestion */
function isOver({ serviceUser }) {
  return new Date(serviceUser.at).getTime() <= Date.now()
}
