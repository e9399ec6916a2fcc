import type { Change } from '../../cellar/change.ts'
import type { Incoming } from './sender.ts'

/** As many answers go to one number in a row without anything done; then it is silent, and a person has what is written. */
const MOST_EMPTY_ANSWERS = 5
/** After a day without, it may be answered again. */
const IN_A_ROW_MS = 24 * 60 * 60_000

/**
 * Two machines must never write to each other for ever, nor an on-call manager be rung for each line of it. Counted in
 * the database: the answers since the last one that came with something done. Whatever is done is always answered, and
 * so is whatever cannot wait; what is written beyond that is one item of the office list an hour, and a new one once that
 * is done.
 */
export async function withinLimit(incoming: Incoming, changes: Change[]): Promise<Change[]> {
  if (changes.some(isDone) || !changes.some((c) => isAnswer(c, incoming))) return changes
  const { tx, place, from } = incoming
  if ((await tx.emptyAnswers(from, place.branchId, tx.now - IN_A_ROW_MS)) < MOST_EMPTY_ANSWERS)
    return changes.map((change) => marked(change, incoming))
  const hour = Math.floor(tx.now / 3_600_000)
  return changes.flatMap((change): Change[] => {
    if (isAnswer(change, incoming) || change.kind === 'asked') return []
    if (change.kind !== 'office-item-added') return [change]
    const { item } = change
    const details = { ...item.details, gathers: true }
    return [{ kind: change.kind, item: { ...item, details, subject: `many texts ${from} hour ${hour}` } }]
  })
}

/** A fact, a number learned, a household left in peace, or a phone that rings at once. */
function isDone(change: Change): boolean {
  switch (change.kind) {
    case 'event-added':
    case 'number-learned':
    case 'package-status-added':
    case 'matter-taken':
    case 'matter-released':
    case 'matter-closed':
    case 'stage-set':
      return true
    case 'office-item-added':
      return change.item.ringAt <= change.item.createdAt
    default:
      return false
  }
}

function isAnswer(change: Change, { from }: Incoming): boolean {
  return change.kind === 'contact-added' && change.contact.message === 'answer' && change.contact.number === from
}

function marked(change: Change, incoming: Incoming): Change {
  if (change.kind !== 'contact-added' || !isAnswer(change, incoming)) return change
  return { kind: change.kind, contact: { ...change.contact, details: { ...change.contact.details, empty: true } } }
}
