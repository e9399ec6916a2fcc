import { make, part, write } from './dom.js'

const MOST_SHOWN = 5

/**
 * Phones that ring and are not on the desk, at the top of the screen. A phone on the desk rings where it lies.
 * @param {{ root: HTMLElement, words: import('./phones.js').Words, onBring: (number: string) => void }} deps
 */
export function createRinging({ root, words, onBring }) {
  const list = part(root, 'ul')
  const more = part(root, '.more')
  /** @type {Map<string, HTMLLIElement>} */
  const shown = new Map()

  /** @param {import('./simulator.js').Handset} handset */
  function makeItem(handset) {
    const button = make('button', { class: 'row is-ringing' }, [
      make('span', { class: 'name', text: words.called(handset.number) }),
      ' ',
      make('span', { class: 'note', text: 'Bring this phone to the desk' }),
    ])
    button.type = 'button'
    button.addEventListener('click', () => onBring(handset.number))
    return make('li', {}, [button])
  }

  return {
    /** @param {import('./simulator.js').Handset[]} handsets */
    show(handsets) {
      const numbers = new Set(handsets.map((handset) => handset.number))
      for (const [number, item] of shown) {
        if (numbers.has(number)) continue
        item.remove()
        shown.delete(number)
      }
      for (const handset of handsets) {
        if (shown.size >= MOST_SHOWN || shown.has(handset.number)) continue
        const item = makeItem(handset)
        shown.set(handset.number, item)
        list.append(item)
      }
      root.hidden = handsets.length === 0
      more.hidden = handsets.length <= shown.size
      write(more, `and ${handsets.length - shown.size} more, marked in the list`)
    },
  }
}
