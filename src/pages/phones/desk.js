import { make, part, write } from './dom.js'
import { rings } from './news.js'

/** @typedef {import('./simulator.js').Handset} Handset */
/** @typedef {ReturnType<typeof import('./handset.js').createHandset>} View */

const KEY = 'lateline.desk'

/**
 * The phones one has taken, side by side. Their order is remembered while the tab is open.
 *
 * @param {{ root: HTMLElement, handsets: Map<string, Handset>, words: import('./phones.js').Words, build: (handset: Handset, putBack: () => void) => View, onMoved: (number: string) => void }} deps
 */
export function createDesk({ root, handsets, words, build, onMoved }) {
  const places = part(root, '.places')
  const tabs = part(root, '.tabs ul')
  const empty = part(root, '.empty')
  /** @type {Map<string, { view: View, tab: HTMLLIElement }>} */
  const taken = new Map()

  /** @param {string} number @param {'first' | 'last'} where */
  function take(number, where) {
    const known = taken.get(number)
    if (known !== undefined) return known.view
    const handset = handsets.get(number)
    if (handset === undefined) return undefined
    const view = build(handset, () => putBack(number))
    const tab = makeTab(view)
    taken.set(number, { view, tab })
    places[where === 'first' ? 'prepend' : 'append'](view.element)
    tabs[where === 'first' ? 'prepend' : 'append'](tab)
    update(handset)
    settle(number)
    return view
  }

  /** @param {string} number */
  function putBack(number) {
    const place = taken.get(number)
    if (place === undefined) return
    const hadFocus = place.view.element.contains(document.activeElement)
    place.view.element.remove()
    place.tab.remove()
    taken.delete(number)
    settle(number)
    if (hadFocus) root.focus()
  }

  /** @param {string} number */
  function settle(number) {
    empty.hidden = taken.size > 0
    const order = [...places.children].map(
      (element) => [...taken].find(([, { view }]) => view.element === element)?.[0],
    )
    remember(order.filter((one) => one !== undefined))
    onMoved(number)
  }

  /** @param {View} view */
  function makeTab(view) {
    const link = make('a')
    link.href = `#${part(view.element, '.name').id}`
    link.addEventListener('click', (event) => {
      event.preventDefault()
      view.element.scrollIntoView({ block: 'start' })
      part(view.element, '.name').focus({ preventScroll: true })
    })
    return make('li', {}, [link])
  }

  /** @param {Handset} handset */
  function update(handset) {
    const place = taken.get(handset.number)
    if (place === undefined) return
    place.view.update(handset)
    const [link, name] = [part(place.tab, 'a'), words.called(handset.number)]
    write(link, rings(handset) ? `${name} · ringing` : handset.call ? `${name} · in a call` : name)
    link.classList.toggle('is-ringing', rings(handset))
  }

  return {
    take,
    putBack,
    update,
    /** @param {string} number */
    has: (number) => taken.has(number),
    /** @param {string} number */
    view: (number) => taken.get(number)?.view,
    numbers: () => [...taken.keys()],
    /** What lay on the desk before the page was opened again, or undefined. @returns {string[] | undefined} */
    remembered() {
      try {
        const stored = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
        return Array.isArray(stored) ? stored : undefined
      } catch {
        return undefined
      }
    },
  }
}

/** @param {(string | undefined)[]} numbers */
function remember(numbers) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(numbers))
  } catch {
    // A browser that forbids storage forgets the order, and nothing else.
  }
}
