/** @typedef {import('./handsets.js').Change} Change */

/**
 * What happened to one handset, in the words of the page.
 * @typedef {{ kind: 'rings' | 'rings-out' | 'up' | 'up-out' | 'ended' | 'message', number: string, count: number }} News
 */

/** @param {Change} change @returns {News[]} */
export function newsOf({ now, before }) {
  const number = now.number
  /** @type {News[]} */
  const news = []
  const [was, is] = [before?.call ?? null, now.call]
  if (rings(now) && !(was !== null && was.id === is?.id)) news.push({ kind: 'rings', number, count: 1 })
  if (before === undefined) return news
  if (ringsOut(now) && was?.id !== is?.id) news.push({ kind: 'rings-out', number, count: 1 })
  if (is !== null && is.state === 'up' && !(was?.id === is.id && was.state === 'up'))
    news.push({ kind: is.direction === 'in' ? 'up' : 'up-out', number, count: 1 })
  if (was !== null && was.id !== is?.id) news.push({ kind: 'ended', number, count: 1 })
  const known = new Set(before.messages.map((message) => message.id))
  const count = now.messages.filter((message) => message.direction === 'in' && !known.has(message.id)).length
  if (count > 0) news.push({ kind: 'message', number, count })
  return news
}

/** Somebody rings this handset and it has not been picked up. @param {import('./simulator.js').Handset} handset */
export function rings(handset) {
  return handset.call !== null && handset.call.state !== 'up' && handset.call.direction === 'in'
}

/** This handset rings somebody who has not picked up. @param {import('./simulator.js').Handset} handset */
export function ringsOut(handset) {
  return handset.call !== null && handset.call.state !== 'up' && handset.call.direction === 'out'
}
