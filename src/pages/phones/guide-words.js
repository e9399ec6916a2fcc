import { make } from './dom.js'
import { short } from './words.js'

/** @typedef {import('./story.js').Suggestion} Suggestion */
/** @typedef {import('./story.js').Late} Late */
/** @typedef {import('./story.js').Stage} Stage */

/** Which of the numbered steps a stage belongs to. @type {Record<Stage, number>} */
export const STEP_OF = {
  text: 0,
  reading: 0,
  unread: 0,
  known: 1,
  ringing: 1,
  unheard: 1,
  up: 2,
  over: 2,
  told: 3,
  quiet: 3,
}

/** What is said at each stage, and what the button does in one or two words. @type {Record<Stage, (whose: Suggestion, words: import('./phones.js').Words, late: Late | null) => { sentence: (Node | string)[], why: string, button?: string }>} */
export const SAYS = {
  text: ({ careWorker, serviceUser }, words) => ({
    sentence: ['Take ', bold(`${short(careWorker.name)}’s phone`), ' and text ', bold('LATE 20', 'keep'), '.'],
    why: `${short(careWorker.name)} is due at ${words.time(serviceUser.at)}, at the home of ${serviceUser.name}.`,
    button: 'Write it for me',
  }),
  reading: ({ careWorker }) => ({
    sentence: ['Sent. The line is reading it.'],
    why: `Its answer comes to ${short(careWorker.name)}’s phone.`,
  }),
  unread: ({ careWorker }) => ({
    sentence: ['No visit is late yet. Read the answer on ', bold(`${short(careWorker.name)}’s phone`), '.'],
    why: 'Words without a time, or only a few minutes, make no visit late. LATE 20 does.',
    button: 'Write it for me',
  }),
  known: ({ serviceUser }) => ({
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
  over: ({ serviceUser }) => ({
    sentence: ['The call is over. The line looks whether ', bold(short(serviceUser.name)), ' has heard it.'],
    why: 'What counts is what was heard, not that somebody picked up.',
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
  quiet: (_whose, _words, late) => ({
    sentence: ['Nobody has to ring: the record says why.'],
    why: late?.words ?? '',
    button: 'Show me another',
  }),
}

/** @param {string} text @param {string} [kind] "keep" is never broken over two lines */
function bold(text, kind = '') {
  return make('b', { text, class: kind })
}
