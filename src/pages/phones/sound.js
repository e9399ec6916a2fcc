/**
 * What is heard: the ringing of a phone on the desk, and the words of a call, where the browser has a voice.
 * Off is remembered. Without a voice the words on the screen are read by screen readers instead (`speaks()` is false).
 *
 * @param {{ button: HTMLButtonElement, onChange: () => void }} deps
 */
export function createSound({ button, onChange }) {
  let on = remembered() !== 'off'
  const voices = 'speechSynthesis' in window ? window.speechSynthesis : undefined
  const tone = createRingingTone()

  const speaks = () => on && voices !== undefined && voices.getVoices().length > 0

  function show() {
    button.setAttribute('aria-pressed', String(on))
    button.textContent = on ? 'Sound on' : 'Sound off'
    button.title =
      voices !== undefined && voices.getVoices().length > 0
        ? 'Ringing and voices'
        : 'Ringing. This browser has no voice, so calls are read on the screen.'
  }
  button.addEventListener('click', () => {
    on = !on
    remember(on ? 'on' : 'off')
    if (!on) {
      voices?.cancel()
      tone.set(false)
    }
    show()
    onChange()
  })
  voices?.addEventListener?.('voiceschanged', show)
  show()

  return {
    speaks,
    /** @param {string} words */
    speak(words) {
      if (!speaks() || voices === undefined) return
      const utterance = new SpeechSynthesisUtterance(words)
      utterance.lang = 'en-GB'
      utterance.rate = 0.95
      const voice = voices.getVoices().find((one) => one.lang === 'en-GB')
      if (voice !== undefined) utterance.voice = voice
      voices.speak(utterance)
    },
    /** Stops in the middle of a word, as the line does when somebody speaks or presses a key. */
    hush: () => voices?.cancel(),
    /** @param {boolean} ringing */
    ring: (ringing) => tone.set(on && ringing),
  }
}

/** The British double ring, softly. Browsers allow it only once the page has been touched; until then it stays silent. */
function createRingingTone() {
  /** @type {AudioContext | undefined} */
  let audio
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let timer
  let touched = false
  for (const gesture of ['pointerdown', 'keydown'])
    window.addEventListener(gesture, () => (touched = true), { once: true })

  function burst() {
    if (!touched || !('AudioContext' in window)) return
    audio ??= new AudioContext()
    for (const start of [0, 0.6]) for (const hertz of [400, 450]) note(audio, hertz, audio.currentTime + start)
  }

  /** @param {AudioContext} context @param {number} hertz @param {number} at */
  function note(context, hertz, at) {
    const source = new OscillatorNode(context, { frequency: hertz })
    const loudness = new GainNode(context, { gain: 0 })
    loudness.gain.setTargetAtTime(0.03, at, 0.02)
    loudness.gain.setTargetAtTime(0, at + 0.4, 0.03)
    source.connect(loudness).connect(context.destination)
    source.start(at)
    source.stop(at + 0.6)
  }

  return {
    /** @param {boolean} ringing */
    set(ringing) {
      if (ringing === (timer !== undefined)) return
      if (timer !== undefined) {
        clearInterval(timer)
        timer = undefined
        void audio?.close()
        audio = undefined
        return
      }
      burst()
      timer = setInterval(burst, 3000)
    },
  }
}

const KEY = 'lateline.sound'

function remembered() {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null // a browser that forbids storage forgets the choice, and nothing else
  }
}

/** @param {string} choice */
function remember(choice) {
  try {
    localStorage.setItem(KEY, choice)
  } catch {
    // as above
  }
}
