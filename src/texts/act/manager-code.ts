import type { Change, ContactDetails } from '../../cellar/change.ts'
import { matterId } from '../../cellar/ids.ts'
import { heldBy, withStage } from '../../escalation/acceptance.ts'
import type { Acceptance } from '../../escalation/climb-facts.ts'
import { NO_CLIMB } from '../../escalation/climb-facts.ts'
import type { TextName } from '../../contact/text-words.ts'
import { situationOf } from '../../lateness/situation.ts'
import { closeMatter } from '../../matter/close-matter.ts'
import { whileHeld } from '../../matter/held-step.ts'
import { passMatter } from '../../matter/pass-matter.ts'
import { takeMatter, type Taker } from '../../matter/take-matter.ts'
import type { MatterStanding } from '../../matter/act/store.ts'
import type { VisitPicture } from '../../matter/matter-facts.ts'
import { fullName, shortName } from '../../rota/names.ts'
import type { PersonFacts } from '../../rota/visit-facts.ts'
import { careWorkersNow } from '../../rota/visit-now.ts'
import { howKnown, wordsBeside } from '../how-known.ts'
import type { Reading } from '../reading.ts'
import { SLOT_CLASS } from '../../contact/slot-class.ts'
import { textToManager } from '../../contact/text-to-manager.ts'
import { namedIn } from './claims.ts'
import type { Incoming } from './sender.ts'
import { answer } from './sender.ts'

/** What they say of it, with what the text says beside. "TOLD 4821" is known by its own form (`toldCode`). */
export type ManagersWord = Pick<Reading, 'also'> & { kind: Reading['kind'] | 'told' }

/** "TOLD 4821": the household knows what is going on. */
export function toldCode(body: string): string | undefined {
  return /^\s*told\s+(\d{4})\b/i.exec(body)?.[1]
}

/** A manager's text with a code of ours, the matter it was given for, and whoever wrote it. */
export interface CodeText {
  incoming: Incoming
  manager: PersonFacts
  word: ManagersWord
  code: string
  standing: MatterStanding
  picture: VisitPicture
}

/**
 * A manager answers with the code they were texted: as good as the keys (design 1.3). A code that we do not know, that
 * somebody else was given, or whose matter is settled changes nothing, and that is said plainly; in between the phones
 * ring on.
 *
 * @returns undefined when the code was given for something else than a matter
 */
export async function byCode(
  incoming: Incoming,
  manager: PersonFacts,
  word: ManagersWord,
  code: string,
): Promise<Change[] | undefined> {
  const { tx, place } = incoming
  const known = await tx.replyCode(place.agencyId, code)
  if (known === undefined) return [said(incoming, manager, 'code-wrong', { code })]
  if (known.target.kind !== 'matter') return undefined
  const id = matterId(known.target.id)
  const standing = await tx.matterStanding(id)
  if (standing === undefined) return [said(incoming, manager, 'code-wrong', { code })]
  if (known.party.id !== manager.id) return somebodyElses(incoming, manager, { code, standing, owner: known.party.id })
  const picture = await tx.picture(standing.visitId)
  if (picture.matter?.id !== id) return [said(incoming, manager, 'matter-settled', { code, ...about(standing) })]
  return act({ incoming, manager, word, code, standing, picture })
}

async function act(text: CodeText): Promise<Change[]> {
  const { incoming, manager, word, code, standing, picture } = text
  const { tx, newId } = incoming
  const held = heldBy(picture.matter?.climb)
  const isTheirs = held?.managerId === manager.id
  switch (word.kind) {
    case 'accept-escalation':
      if (held === undefined) return takeMatter(picture, takerOf(text), tx.now, newId)
      return [said(incoming, manager, isTheirs ? 'matter-yours' : 'matter-held', heldDetails(text, held))]
    case 'pass-escalation':
      // another has it: there is nothing to pass on
      if (held !== undefined && !isTheirs) return [said(incoming, manager, 'matter-held', heldDetails(text, held))]
      return [
        ...passMatter(picture, manager.id, tx.now, newId),
        said(incoming, manager, 'matter-passed', { code, ...about(standing) }),
      ]
    case 'covering':
      return covering(text)
    case 'known-safe':
      return safe(text)
    default:
      return told(text)
  }
}

function takerOf({ incoming, manager, code }: CodeText): Taker {
  const { from: number } = incoming
  return { managerId: manager.id, whom: fullName(manager), number, how: 'text', code, contact: undefined }
}

function heldDetails({ code, standing }: CodeText, { whom, acceptedAt }: Acceptance): ContactDetails {
  return { code, ...about(standing), other: whom, time: acceptedAt }
}

/** Who goes is the manager's word, in the rota's place where it is one care worker whom we know. */
async function covering(text: CodeText): Promise<Change[]> {
  const { incoming, manager, code, standing, picture } = text
  const { tx, place, body, newId } = incoming
  const who = namedIn(body, await tx.careWorkersOf(place.branchId))
  const words = who === undefined ? wordsBeside(body, ['covering', 'covered', 'cover', 'by', 'with', code]) : ''
  if (who === undefined && words === '') return [said(incoming, manager, 'covering-who', { code, ...about(standing) })]
  const now = careWorkersNow(picture.visit)
  const [before] = now
  const swap: Change[] =
    who === undefined || before === undefined || now.length > 1 || before.id === who.id
      ? []
      : [
          {
            kind: 'visit-reallocated',
            visitId: picture.visit.id,
            from: before.id,
            to: who.id,
            allocationId: newId(),
            at: tx.now,
            by: fullName(manager),
          },
        ]
  const other = who === undefined ? words.slice(0, LONGEST_NAME) : shortName({ ...who, preferredName: who.knownAs })
  return [
    ...reached(text, 'covered'),
    ...swap,
    said(incoming, manager, 'matter-covered', { code, other, ...about(standing) }),
  ]
}

/** The household knows what is going on: somebody has told them. */
function told(text: CodeText): Change[] {
  const { incoming, manager, code, standing } = text
  return [...reached(text, 'told'), said(incoming, manager, 'matter-told', { code, ...about(standing) })]
}

/** Closed only with what somebody saw or heard (P-007): a bare SAFE is asked how it is known. */
function safe(text: CodeText): Change[] {
  const { incoming, manager, word, code, standing, picture } = text
  const { tx, body, newId } = incoming
  // a text that says something else as well is asked about, too
  const how = (word.also ?? []).length === 0 ? howKnown(body) : undefined
  if (how === undefined) return [said(incoming, manager, 'safe-how', { code, ...about(standing) })]
  const who = fullName(manager)
  const evidence = { id: newId(), how, who, saidBy: who, statement: body.slice(0, LONGEST_STATEMENT), at: tx.now }
  return [
    ...closeMatter(picture, evidence, tx.now, newId),
    said(incoming, manager, 'matter-safe', { ...about(standing) }),
  ]
}

const LONGEST_STATEMENT = 500
const LONGEST_NAME = 13

/** A stage has come about by a manager's word. Nobody had the matter: then it is theirs now. */
function reached(text: CodeText, stage: 'covered' | 'told'): Change[] {
  const { incoming, picture } = text
  const { tx, newId } = incoming
  const { matter } = picture
  if (matter === undefined) return []
  const climb = matter.climb ?? NO_CLIMB
  const held = heldBy(climb)
  const round = climb.taken.length + (held === undefined ? 1 : 0)
  const row = { round, stage, deadline: tx.now, reachedAt: tx.now }
  const noted: Change = { kind: 'stage-set', stage: { id: newId(), matterId: matter.id, ...row } }
  if (held === undefined) return [...takeMatter(picture, takerOf(text), tx.now, newId), noted]
  const after = { ...matter, climb: withStage(climb, row) }
  const situation = situationOf(picture.visit, tx.now)
  return [noted, ...whileHeld({ ...picture, matter: after, situation }, tx.now, newId)]
}

/** Nothing is done with another's code; whoever it was given to learns that somebody tried. */
function somebodyElses(
  incoming: Incoming,
  manager: PersonFacts,
  { code, standing, owner }: { code: string; standing: MatterStanding; owner: string },
): Change[] {
  return [
    said(incoming, manager, 'code-not-yours', { code }),
    tellOwner(incoming, owner, { code, ...about(standing), other: fullName(manager) }),
  ]
}

/** Somebody tried to use a code that was given to another: whoever it was given to is told, and nothing is changed. */
export function tellOwner({ tx, place, delivery, newId }: Incoming, owner: string, details: ContactDetails): Change {
  const text = {
    party: { kind: 'manager', id: owner },
    message: 'escalation-news',
    details: { text: 'code-tried', ...details },
    subject: `text ${delivery.id} tried`,
    class: SLOT_CLASS.answer,
  } as const
  return textToManager(place, text, tx.now, newId)
}

function about({ person, planned }: MatterStanding): ContactDetails {
  return { person, planned }
}

function said(incoming: Incoming, manager: PersonFacts, text: TextName, details: ContactDetails): Change {
  return answer(incoming, { kind: 'manager', id: manager.id }, text, { me: manager.firstName, ...details })
}
