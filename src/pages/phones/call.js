import { part, scrollToLast, write } from './dom.js'
import { rings } from './news.js'
import { lineItem } from './thread.js'

/** @typedef {import('./simulator.js').Handset} Handset */
/** @typedef {import('./simulator.js').Call} Call */

/**
 * The call of one handset: who rings, what is said, the keys, the box for speech.
 *
 * @param {HTMLElement} element the handset's element
 * @param {{ words: import('./phones.js').Words, sound: import('./phones.js').Sound,
 *   answer: () => void, hangUp: () => void, press: (key: string) => void, say: (words: string) => void }} deps
 */
export function createCall(element, { words, sound, answer, hangUp, press, say }) {
  const panel = part(element, '.call')
  const rest = part(element, '.rest')
  const said = part(panel, '.said')
  const lines = part(said, 'ol')
  const sayForm = part(panel, '.say', HTMLFormElement)
  const speech = part(sayForm, 'input', HTMLInputElement)
  const keypad = part(element, '.keypad')
  const ringButton = part(element, '.ring', HTMLButtonElement)
  const answerButton = part(element, '.answer', HTMLButtonElement)
  const hangUpButton = part(element, '.hang-up', HTMLButtonElement)
  const keysToggle = element.querySelector('.keys-toggle')
  const alwaysKeys = element.classList.contains('landline')
  /** @type {string | undefined} */
  let shownCall
  /** What the state of the call is called, and the keys pressed since the line last spoke: a key leaves no other trace. */
  let [stateText, keysPressed] = ['', '']
  let mine = false
  /** The green button was pressed: once the call is up, the focus goes to what is said. */
  let answering = false
  /** Whether the keys lie open; undefined leaves it to what the line listens for. @type {boolean | undefined} */
  let keysOpen

  answerButton.addEventListener('click', () => {
    mine = true
    answering = true
    answer()
  })
  hangUpButton.addEventListener('click', () => {
    sound.hush()
    hangUp()
  })
  keysToggle?.addEventListener('click', () => {
    keysOpen = keysToggle.getAttribute('aria-expanded') !== 'true'
    showKeys(true, keysOpen)
  })
  sayForm.addEventListener('submit', (event) => {
    event.preventDefault()
    const spoken = speech.value.trim()
    if (spoken === '') return speech.focus()
    speech.value = ''
    sound.hush()
    say(spoken)
  })
  keypad.addEventListener('click', (event) => {
    const key = event.target instanceof Element ? event.target.closest('button')?.dataset['key'] : undefined
    if (key !== undefined) pressed(key)
  })
  // The keys of a keyboard work while the call has the focus, as long as nothing is being typed.
  element.addEventListener('keydown', (event) => {
    if (
      keypad.dataset['live'] !== 'true' ||
      event.target instanceof HTMLInputElement ||
      event.target instanceof HTMLTextAreaElement
    )
      return
    if (/^[0-9*#]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) pressed(event.key)
  })

  /** @param {string} key */
  function pressed(key) {
    sound.hush()
    press(key)
    keysPressed = `${keysPressed} ${key}`.trim()
    showState()
    const button = keypad.querySelector(`[data-key="${CSS.escape(key)}"]`)
    button?.classList.add('down')
    setTimeout(() => button?.classList.remove('down'), 160)
  }

  function showState() {
    write(part(panel, '.call-state'), keysPressed === '' ? stateText : `You pressed ${keysPressed}`)
  }

  /** @param {Call} call */
  function begin(call) {
    shownCall = call.id
    mine = mine || call.direction === 'out'
    keysOpen = undefined
    keysPressed = ''
    lines.replaceChildren()
  }

  /** @param {boolean} up @param {boolean} open */
  function showKeys(up, open) {
    keypad.hidden = !alwaysKeys && !(up && open)
    keypad.dataset['live'] = String(up)
    for (const key of keypad.querySelectorAll('button')) key.disabled = !up
    if (!(keysToggle instanceof HTMLElement)) return
    keysToggle.hidden = !up
    keysToggle.setAttribute('aria-expanded', String(open))
    scrollToLast(said)
  }

  /** @param {Call} call */
  function addLines(call) {
    const fresh = call.said.slice(lines.children.length)
    said.setAttribute('aria-live', mine && sound.speaks() ? 'off' : 'polite')
    for (const one of fresh) {
      lines.append(lineItem(one))
      if (one.by === 'line') keysPressed = ''
      if (mine && one.by === 'line') sound.speak(one.text)
    }
    if (fresh.length > 0) scrollToLast(said)
  }

  function end() {
    if (shownCall === undefined) return
    const hadFocus = element.contains(document.activeElement) && !rest.contains(document.activeElement)
    shownCall = undefined
    mine = false
    if (hadFocus) part(element, '.name').focus()
  }

  return {
    /** Puts the keyboard on the green button, if the phone rings. */
    focusAnswer: () => answerButton.focus(),
    /** @param {Handset} handset */
    update(handset) {
      const call = handset.call
      const up = call !== null && call.state === 'up'
      if (call === null || (shownCall !== undefined && call.id !== shownCall)) end()
      if (call !== null && call.id !== shownCall) begin(call)
      const ringing = rings(handset)
      element.dataset['call'] = call === null ? 'none' : up ? 'up' : ringing ? 'ringing' : 'calling'
      panel.hidden = call === null
      rest.hidden = call !== null
      ringButton.hidden = call !== null
      write(part(hangUpButton, 'span'), ringing ? 'Decline' : 'Hang up')
      sayForm.hidden = !up
      said.hidden = !up
      showKeys(up, keysOpen ?? Boolean(call?.listening?.keys && !call.listening.speech))
      if (up && answering) said.focus() // before the button that has the focus goes
      answerButton.hidden = !ringing
      hangUpButton.hidden = call === null || (ringing && alwaysKeys)
      if (up || call === null) answering = false
      if (call === null) return
      write(part(panel, '.caller'), words.who(call.with))
      stateText = stateWords(call, ringing)
      panel.dataset['listening'] = String(Boolean(up && call.listening))
      addLines(call)
      showState()
    },
  }
}

/** @param {Call} call @param {boolean} ringing */
function stateWords(call, ringing) {
  if (ringing) return 'is ringing'
  if (call.state !== 'up') return 'Ringing…'
  if (call.recorded != null) return 'The voicemail is recording'
  if (call.listening?.keys && call.listening.speech) return 'Listening: speak or press a key'
  if (call.listening?.keys) return 'Listening: press a key'
  if (call.listening?.speech) return 'Listening: speak'
  return 'In a call'
}
