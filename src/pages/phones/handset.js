import { createCall } from './call.js'
import { make, part, write } from './dom.js'
import { createThread } from './thread.js'
import { dialled, readable } from './words.js'

/** @typedef {import('./simulator.js').Handset} Handset */

/** Words a care worker may begin with; they are put into the box, not sent. */
const STARTERS = ['LATE 20', 'LATE', 'UNDO']

/** What happens when somebody rings this phone. */
const BEHAVIOURS = {
  answers: 'you answer',
  'never-answers': 'nobody answers',
  engaged: 'engaged',
  voicemail: 'voicemail',
  'switched-off': 'switched off',
}

/**
 * One phone on the desk. Its element is made once and then only changed, so that focus and half-written words stay.
 *
 * @param {Handset} handset
 * @param {{ line: string, words: import('./phones.js').Words, sound: import('./phones.js').Sound, simulator: typeof import('./simulator.js').simulator,
 *   about: (handset: Handset) => string, isCareWorker: boolean, changed: (number: string) => void, texted: (number: string, message: string | undefined) => void, putBack: () => void }} deps
 */
export function createHandset(
  handset,
  { line, words, sound, simulator, about, isCareWorker, changed, texted, putBack },
) {
  const { number } = handset
  const element = fromTemplate(`${handset.kind === 'landline' ? 'landline' : 'mobile'}-handset`)
  const name = part(element, '.name')
  const trouble = part(element, '.trouble')
  const recipient = part(element, '[name="to"]', HTMLInputElement)
  const recipientName = part(element, '.recipient-name')
  const behaviour = part(element, '.behaviour select', HTMLSelectElement)
  const past = createThread(part(element, '.thread'), words)
  const act = actions()
  const call = createCall(element, {
    words,
    sound,
    answer: () => act(() => simulator.answer(number)),
    hangUp: () => act(() => simulator.hangUp(number)),
    press: (key) => act(() => simulator.press(number, key)),
    say: (spoken) => act(() => simulator.say(number, spoken)),
  })

  name.id = `phone-${number.replace(/\W/g, '')}`
  recipient.value = readable(line)
  recipient.addEventListener('input', showRecipient)
  showRecipient()
  part(element, '.ring').addEventListener('click', () => act(() => simulator.ring(number, dialled(recipient.value))))
  part(element, '.put-back').addEventListener('click', putBack)
  behaviour.append(...Object.entries(BEHAVIOURS).map(([value, label]) => new Option(label, value)))
  behaviour.addEventListener('change', () => act(() => simulator.behave(number, behaviour.value)))
  const textBox = handset.kind === 'landline' ? undefined : createTextBox()

  function showRecipient() {
    write(recipientName, words.nameOf(dialled(recipient.value)) ?? '')
  }

  function createTextBox() {
    const form = part(element, '.text', HTMLFormElement)
    const box = part(form, 'textarea', HTMLTextAreaElement)
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const body = box.value.trim()
      if (body === '') return box.focus()
      box.value = ''
      act(
        async () => {
          const after = await simulator.text(number, dialled(recipient.value), body)
          texted(number, after.messages.findLast((message) => message.direction === 'out')?.id)
        },
        () => (box.value ||= body),
      )
    })
    box.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
      event.preventDefault()
      form.requestSubmit()
    })
    const starters = part(element, '.starters')
    starters.hidden = !isCareWorker
    for (const words of STARTERS) {
      const button = make('button', { class: 'quiet', text: words })
      button.type = 'button'
      button.addEventListener('click', () => fill(words))
      starters.append(button)
    }
    /** @param {string} words */
    function fill(words) {
      box.value = words
      box.focus()
    }
    return { fill }
  }

  /** Does one thing through the simulator; what went wrong is shown at the foot of the phone, and read aloud by screen readers. */
  function actions() {
    /** @param {() => Promise<unknown>} deed @param {() => void} [undo] */
    return (deed, undo) => {
      trouble.hidden = true
      deed()
        .catch((error) => {
          undo?.()
          trouble.textContent = error.message
          trouble.hidden = false
        })
        .finally(() => changed(number))
    }
  }

  return {
    element,
    /** @param {Handset} now */
    update(now) {
      write(name, now.name)
      write(part(element, '.about'), about(now))
      const called = words.called(number)
      element.setAttribute('aria-label', called)
      write(part(element, '.put-back .unseen'), `Put ${called}’s phone back`)
      const thread = part(element, '.thread')
      thread.setAttribute('aria-label', `${now.kind === 'landline' ? 'Calls' : 'Messages'} of ${called}`)
      if (document.activeElement !== behaviour) behaviour.value = now.behaviour
      call.update(now)
      past.update(now)
    },
    focus() {
      name.focus()
      element.scrollIntoView({ block: 'nearest' })
    },
    focusAnswer: call.focusAnswer,
    /** Puts words into the text box without sending them. @param {string} words */
    write: (words) => textBox?.fill(words),
  }
}

/** @param {string} id @returns {HTMLElement} */
function fromTemplate(id) {
  const template = part(document, `#${id}`, HTMLTemplateElement)
  return part(/** @type {DocumentFragment} */ (template.content.cloneNode(true)), 'article')
}
