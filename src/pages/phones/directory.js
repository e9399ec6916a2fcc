import { make, part, write } from './dom.js'
import { rings } from './news.js'
import { readable } from './words.js'

/** @typedef {import('./simulator.js').Handset} Handset */
/** @typedef {{ number: string, name: string, role: string, now: boolean, note: string }} Entry  see DirectoryEntry in phones.ts */
/** @typedef {{ button: HTMLButtonElement, item: HTMLLIElement, badge: HTMLElement, note: HTMLElement, text: string, unread: number }} Row */

/** The groups, in the order of the screen. Those marked open are the ones of interest at this moment. */
const GROUPS = [
  { role: 'care-worker', now: true, title: 'Care workers on shift', open: true },
  { role: 'service-user', now: true, title: 'Service users expecting a visit', open: true },
  { role: 'manager', now: true, title: 'Managers on call', open: true },
  { role: 'care-worker', now: false, title: 'Other care workers', open: false },
  { role: 'service-user', now: false, title: 'Other service users', open: false },
  { role: 'manager', now: false, title: 'Other managers', open: false },
  { role: 'contact', now: undefined, title: 'Families and other contacts', open: false },
  { role: 'care-worker', now: undefined, title: 'Care workers', open: true },
  { role: 'service-user', now: undefined, title: 'Service users', open: true },
  { role: 'manager', now: undefined, title: 'Managers', open: true },
  { role: 'other', now: undefined, title: 'Other phones', open: false },
]

const ROLE_NAMES = {
  'care-worker': 'Care worker',
  'service-user': 'Service user',
  manager: 'Manager',
  contact: 'Contact',
  other: 'Phone',
}

/**
 * Every phone there is, in groups, with what is new on it, and a search.
 * @param {{ root: HTMLElement, handsets: Map<string, Handset>, onTake: (number: string) => void, isTaken: (number: string) => boolean }} deps
 */
export function createDirectory({ root, handsets, onTake, isTaken }) {
  const search = part(root, '#search', HTMLInputElement)
  const found = part(root, '.found')
  const box = part(root, '.groups')
  /** @type {Map<string, Entry>} */
  let entries = new Map()
  /** @type {Map<string, Row>} */
  const rows = new Map()
  const groups = GROUPS.map((group) => ({ ...group, ...makeGroup(group) }))
  box.replaceChildren(...groups.map(({ details }) => details))
  search.addEventListener('input', filter)

  /** @param {string} number @returns {{ role: keyof typeof ROLE_NAMES, now: boolean | undefined, note: string }} */
  function standing(number) {
    const entry = entries.get(number)
    const role = roleOf(entry?.role ?? handsets.get(number)?.owner)
    return { role, now: role === 'contact' || role === 'other' ? undefined : entry?.now, note: entry?.note ?? '' }
  }

  /** Puts every row into its group; called again when the list of people was read anew or a phone came up that was not known. @param {Entry[]} [read] */
  function draw(read) {
    if (read !== undefined) entries = new Map(read.map((entry) => [entry.number, entry]))
    const focused = document.activeElement
    const numbers = [...new Set([...[...entries.keys()].filter((number) => handsets.has(number)), ...handsets.keys()])]
    for (const group of groups) {
      const items = numbers.filter((number) => sameGroup(standing(number), group)).map((number) => rowOf(number).item)
      const same =
        items.length === group.list.children.length && items.every((item, place) => item === group.list.children[place])
      if (!same) group.list.replaceChildren(...items)
    }
    for (const number of numbers) update(number)
    filter()
    if (focused instanceof HTMLElement && focused !== document.activeElement && box.contains(focused)) focused.focus()
  }

  /** @param {string} number */
  function rowOf(number) {
    const known = rows.get(number)
    if (known !== undefined) return known
    const name = make('span', { class: 'name', text: handsets.get(number)?.name ?? readable(number) })
    const note = make('span', { class: 'note' })
    const badge = make('span', { class: 'badge' })
    const button = make('button', { class: 'row' }, [name, ' ', badge, ' ', note])
    button.type = 'button'
    button.addEventListener('click', () => onTake(number))
    const row = { button, item: make('li', {}, [button]), badge, note, text: '', unread: 0 }
    rows.set(number, row)
    return row
  }

  /** @param {string} number */
  function update(number) {
    const [row, handset] = [rows.get(number), handsets.get(number)]
    if (row === undefined || handset === undefined) return
    if (isTaken(number)) row.unread = 0
    const { note } = standing(number)
    write(row.note, [note, kindAndNumber(handset)].filter(Boolean).join(' · '))
    const badge = rings(handset)
      ? 'ringing'
      : handset.call !== null
        ? 'in a call'
        : row.unread > 0
          ? `${row.unread} new`
          : ''
    write(row.badge, badge)
    row.badge.className = `badge ${rings(handset) ? 'is-ringing' : handset.call !== null ? 'is-up' : 'is-new'}`
    row.badge.hidden = badge === ''
    row.button.setAttribute('aria-pressed', String(isTaken(number)))
    row.text =
      `${handset.name} ${readable(number)} ${readable(number).replaceAll(' ', '')} ${number} ${note}`.toLowerCase()
  }

  function filter() {
    const wanted = search.value.trim().toLowerCase().split(/\s+/).filter(Boolean)
    let fitting = 0
    for (const row of rows.values()) {
      const fits = wanted.every((word) => row.text.includes(word))
      row.item.hidden = !fits
      if (fits) fitting += 1
    }
    for (const { details, list, count } of groups) {
      const members = [...list.children].filter((item) => item instanceof HTMLElement && !item.hidden).length
      write(count, String(members))
      showGroup(details, members > 0, wanted.length > 0)
    }
    write(
      found,
      wanted.length === 0
        ? ''
        : fitting === 0
          ? 'No phone found. Try part of a name or number.'
          : fitting === 1
            ? '1 phone found'
            : `${fitting} phones found`,
    )
  }

  return {
    draw,
    update,
    filter,
    standing,
    /** New messages on a phone that is not on the desk. @param {string} number @param {number} count */
    addUnread(number, count) {
      const row = rows.get(number)
      if (row !== undefined) row.unread += count
    },
    /** "Care worker · mobile 07700 900123". @param {Handset} handset */
    about: (handset) => `${ROLE_NAMES[standing(handset.number).role]} · ${kindAndNumber(handset)}`,
  }
}

/** Two people may have one name, and one person two phones. @param {Handset} handset */
function kindAndNumber({ kind, number }) {
  return `${kind} ${readable(number)}`
}

/** @param {{ title: string, open: boolean }} group */
function makeGroup({ title, open }) {
  const [list, count] = [make('ul'), make('span', { class: 'count' })]
  const details = make('details', {}, [make('summary', {}, [`${title} `, count]), list])
  details.open = open
  return { details, list, count }
}

/** A search opens every group that has something; without one each lies as it lay before. @param {HTMLDetailsElement} details @param {boolean} any @param {boolean} searching */
function showGroup(details, any, searching) {
  details.hidden = !any
  if (searching) details.dataset['before'] ??= String(details.open)
  if (searching) details.open = true
  else if (details.dataset['before'] !== undefined) {
    details.open = details.dataset['before'] === 'true'
    delete details.dataset['before']
  }
}

/** @param {{ role: string, now: boolean | undefined }} one @param {{ role: string, now: boolean | undefined }} group */
function sameGroup(one, group) {
  return one.role === group.role && one.now === group.now
}

/** The simulator keeps whom a phone belongs to as the program wrote it: a word, or an object with a role. @param {unknown} owner @returns {keyof typeof ROLE_NAMES} */
function roleOf(owner) {
  const word =
    typeof owner === 'string'
      ? owner
      : typeof owner === 'object' && owner !== null && 'role' in owner
        ? String(owner.role)
        : ''
  const plain = word.toLowerCase().replace(/[\s_]+/g, '-')
  if (plain.startsWith('care-worker')) return 'care-worker'
  if (plain.startsWith('service-user')) return 'service-user'
  if (plain.includes('manager')) return 'manager'
  if (plain.includes('contact') || plain.includes('responsible')) return 'contact'
  return 'other'
}
