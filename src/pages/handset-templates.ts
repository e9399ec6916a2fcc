import { html, type Html } from './html.ts'

/** The markup of a phone on the desk, once for each kind. The page's script clones and fills it, and knows its parts by class. */
export function handsetTemplates(): Html {
  return html` <template id="mobile-handset">${mobile()}</template>
    <template id="landline-handset">${landline()}</template>`
}

/** A mobile: one screen, which shows the messages at rest and the call when there is one. */
function mobile(): Html {
  return html` <article class="handset mobile">
    ${owner()}
    <div class="device">
      <div class="screen">
        <div class="rest">
          <div class="with">${recipient('To')}${ring('quiet')}</div>
          <div class="thread" role="log" tabindex="0">
            <ol></ol>
            <p class="nothing">No messages yet.</p>
          </div>
          <div class="starters" role="group" aria-label="Words to begin with"></div>
          <form class="text">
            <textarea
              name="body"
              rows="1"
              maxlength="1600"
              aria-label="Text message"
              placeholder="Text message"
              autocomplete="off"
            ></textarea>
            <button type="submit" class="strong">Send</button>
          </form>
        </div>
        <div class="call" role="group" aria-label="Call" hidden>
          ${callWith()}${said()}${say()}${keypad()}${callButtons(keypadButton())}
        </div>
      </div>
    </div>
    ${foot()}
  </article>`
}

/** A landline: a receiver, a small display and keys. It has no box for texts, because a landline gets none. */
function landline(): Html {
  return html` <article class="handset landline">
    ${owner()}
    <div class="device ivory">
      <div class="receiver" aria-hidden="true"></div>
      <div class="screen">
        <div class="rest">
          <div class="thread" role="log" tabindex="0">
            <ol></ol>
            <p class="nothing">No calls yet.</p>
          </div>
          <div class="with">${recipient('To ring')}</div>
        </div>
        <div class="call" role="group" aria-label="Call" hidden>${callWith()}${said()}${say()}</div>
      </div>
      ${keypad()}${callButtons(ring('answer-look'))}
    </div>
    ${foot()}
  </article>`
}

function owner(): Html {
  return html` <header class="owner">
    <div>
      <h3 class="name" tabindex="-1"></h3>
      <p class="about"></p>
    </div>
    <button type="button" class="put-back quiet">${icon('close')}<span class="unseen">Put back</span></button>
  </header>`
}

function recipient(label: string): Html {
  return html`<label class="recipient"
    ><span>${label} <b class="recipient-name"></b></span
    ><input name="to" inputmode="tel" autocomplete="off" spellcheck="false"
  /></label>`
}

function ring(look: string): Html {
  return html`<button type="button" class="ring ${look}">${icon('phone')}<span>Ring</span></button>`
}

function callWith(): Html {
  return html`<div class="call-with">
    <p class="caller"></p>
    <p class="call-state"></p>
  </div>`
}

function said(): Html {
  return html`<div class="said" role="log" tabindex="0" aria-label="What is said"><ol></ol></div>`
}

function say(): Html {
  return html` <form class="say">
    <input name="words" autocomplete="off" aria-label="Say something: type the words" placeholder="Say something" />
    <button type="submit" class="quiet">Say</button>
  </form>`
}

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const
const KEY_NAMES: Partial<Record<string, string>> = { '*': 'star', '#': 'hash' }

function keypad(): Html {
  return html` <div class="keypad" role="group" aria-label="Keypad">
    ${KEYS.map(
      (key) =>
        html`<button type="button" data-key="${key}" aria-label="Press ${KEY_NAMES[key] ?? key}">${key}</button>`,
    )}
  </div>`
}

/** On a mobile the keys lie behind a button, as they do on real ones: the words need the room. */
function keypadButton(): Html {
  return html`<button type="button" class="keys-toggle" aria-expanded="false" hidden>Keypad</button>`
}

function callButtons(more?: Html): Html {
  return html` <div class="call-buttons">
    ${more}
    <button type="button" class="answer" hidden>${icon('phone')}<span>Answer</span></button>
    <button type="button" class="hang-up" hidden>${icon('down')}<span>Hang up</span></button>
  </div>`
}

function foot(): Html {
  return html` <p class="trouble" role="alert" hidden></p>
    <label class="behaviour"
      ><span>When it rings</span
      ><select></select
    ></label>`
}

const PATHS = {
  phone:
    'M6.6 10.8a15 15 0 0 0 6.6 6.6l2.2-2.2a1 1 0 0 1 1-.25 11.4 11.4 0 0 0 3.6.57 1 1 0 0 1 1 1V20a1 1 0 0 1-1 1A17 17 0 0 1 3 4a1 1 0 0 1 1-1h3.5a1 1 0 0 1 1 1c0 1.25.2 2.45.57 3.57a1 1 0 0 1-.25 1z',
  down: 'M12 9c-1.6 0-3.15.25-4.6.72v3.1c0 .4-.23.74-.56.9-.98.49-1.87 1.12-2.66 1.85a1 1 0 0 1-1.4 0L.29 13.08a1 1 0 0 1 0-1.41A16.9 16.9 0 0 1 12 7c4.55 0 8.66 1.78 11.71 4.67a1 1 0 0 1 0 1.41l-2.48 2.48a1 1 0 0 1-1.4 0 11 11 0 0 0-2.67-1.85 1 1 0 0 1-.56-.9v-3.1A15 15 0 0 0 12 9z',
  close:
    'M18.3 5.7a1 1 0 0 0-1.4 0L12 10.6 7.1 5.7a1 1 0 1 0-1.4 1.4l4.9 4.9-4.9 4.9a1 1 0 1 0 1.4 1.4l4.9-4.9 4.9 4.9a1 1 0 0 0 1.4-1.4L13.4 12l4.9-4.9a1 1 0 0 0 0-1.4z',
} as const

function icon(name: keyof typeof PATHS): Html {
  return html`<svg class="icon" viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" focusable="false">
    <path fill="currentColor" d="${PATHS[name]}" />
  </svg>`
}
