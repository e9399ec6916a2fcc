import { make, part, scrollToLast, write } from './dom.js'

/** @typedef {import('./simulator.js').Handset} Handset */
/** @typedef {import('./simulator.js').Message} Message */
/** @typedef {import('./simulator.js').Call} Call */

/** How a past call ended, in the carrier's word for it; a call that was answered needs none. @type {Partial<Record<string, string>>} */
const ENDINGS = {
  'no-answer': 'not answered',
  busy: 'engaged',
  canceled: 'rang off',
  failed: 'did not get through',
}

/** How a sent message stands. Nothing is shown while it is on its way. @type {Partial<Record<string, string>>} */
const STATUSES = {
  received: 'Sent',
  sent: 'Sent',
  delivered: 'Delivered',
  failed: 'Not delivered',
  undelivered: 'Not delivered',
}

/**
 * The messages and past calls of one handset in the order in which they happened. What is there stays; only new things are added.
 * @param {HTMLElement} region the element with class "thread"
 * @param {import('./phones.js').Words} words
 */
export function createThread(region, words) {
  const list = part(region, 'ol')
  const nothing = part(region, '.nothing')
  /** @type {Map<string, HTMLLIElement>} */
  const shown = new Map()
  let first = true
  /** Something came while the thread was out of sight, behind a call. */
  let unseen = false

  /** @param {Message} message */
  function messageItem(message) {
    const mine = message.direction === 'out'
    const who = make('span', {
      class: 'unseen',
      text: mine ? `To ${words.who(message.with)}: ` : `From ${words.who(message.with)}: `,
    })
    const bubble = make('p', { class: 'bubble' }, [who, message.body])
    return make('li', { class: mine ? 'message mine' : 'message' }, [bubble, make('p', { class: 'when' })])
  }

  /** @param {Message} message @param {HTMLLIElement} item */
  function mark(message, item) {
    const status = message.direction === 'out' ? STATUSES[message.status] : undefined
    write(part(item, '.when'), [words.dayAndTime(message.at), status].filter(Boolean).join(' · '))
  }

  /** @param {Call} call */
  function callItem(call) {
    const headline = `${call.direction === 'in' ? 'Call from' : 'Call to'} ${words.who(call.with)}`
    const ending = ENDINGS[call.outcome ?? '']
    const kept =
      call.recorded == null
        ? undefined
        : call.recorded === ''
          ? 'the voicemail kept nothing'
          : `the voicemail kept: ${call.recorded}`
    const when = make('p', {
      class: 'when',
      text: [words.dayAndTime(call.since), ending, kept].filter(Boolean).join(' · '),
    })
    const item = make('li', { class: 'past-call' })
    item.setAttribute('aria-live', 'off') // it was heard already, while the call was up
    const lines = linesOf(call)
    if (lines.length === 0) {
      item.append(make('p', { class: 'headline', text: headline }), when)
      return item
    }
    const details = make('details', {}, [
      make('summary', { class: 'headline', text: headline }),
      make('ol', { class: 'lines' }, lines.map(lineItem)),
    ])
    details.open = !first
    item.append(details, when)
    return item
  }

  /** @param {string} id @param {() => HTMLLIElement} create */
  function item(id, create) {
    const known = shown.get(id)
    if (known !== undefined) return known
    const made = create()
    shown.set(id, made)
    return made
  }

  return {
    /** @param {Handset} handset */
    update(handset) {
      const before = shown.size
      const items = [
        ...handset.messages.map((message) => ({ at: message.at, id: `m${message.id}`, message })),
        ...handset.pastCalls.map((call) => ({ at: call.since, id: `c${call.id}`, call })),
      ].sort((a, b) => Number(new Date(a.at)) - Number(new Date(b.at)))
      items.forEach((one, place) => {
        const element = item(one.id, () => ('message' in one ? messageItem(one.message) : callItem(one.call)))
        if ('message' in one) mark(one.message, element)
        if (list.children[place] !== element) list.insertBefore(element, list.children[place] ?? null)
      })
      nothing.hidden = items.length > 0
      unseen = unseen || shown.size > before
      if (unseen && region.clientHeight > 0) {
        scrollToLast(region)
        unseen = false
      }
      first = false
    },
  }
}

/** What was said and which keys were pressed, in the order in which it happened. @param {Call} call @returns {import('./simulator.js').Said[]} */
function linesOf({ said, keys = [] }) {
  /** @type {import('./simulator.js').Said[]} */
  const pressed = keys.map(({ key, at }) => ({ by: 'handset', text: `Pressed ${key}`, at }))
  return [...said, ...pressed].sort((a, b) => Number(new Date(a.at)) - Number(new Date(b.at)))
}

const SPEAKERS = { line: 'The line: ', handset: 'This phone: ', other: 'The other person: ' }

/** One thing that was said in a call. @param {import('./simulator.js').Said} said */
export function lineItem(said) {
  const speaker = make('span', { class: 'unseen', text: SPEAKERS[said.by] })
  return make('li', { class: said.by === 'handset' ? 'line mine' : 'line' }, [
    make('p', { class: 'bubble' }, [speaker, said.text]),
  ])
}
