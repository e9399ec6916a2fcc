import type { Change, ContactDetails } from '../../cellar/change.ts'
import { matterId } from '../../cellar/ids.ts'
import { heldBy } from '../../escalation/acceptance.ts'
import type { TextName } from '../../contact/text-words.ts'
import { passMatter } from '../../matter/pass-matter.ts'
import { takeMatter } from '../../matter/take-matter.ts'
import type { MatterStanding } from '../../matter/act/store.ts'
import type { VisitPicture } from '../../matter/matter-facts.ts'
import { fullName } from '../../rota/names.ts'
import type { PersonFacts } from '../../rota/visit-facts.ts'
import type { Reading } from '../reading.ts'
import { contactId } from '../../cellar/ids.ts'
import { SLOT_CLASS } from '../../contact/slot-class.ts'
import type { Incoming } from './sender.ts'
import { answer } from './sender.ts'

/** A manager's text with a code of ours, the matter it was given for, and whoever wrote it. */
export interface CodeText {
  incoming: Incoming
  manager: PersonFacts
  reading: Reading
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
  reading: Reading,
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
  return act({ incoming, manager, reading, code, standing, picture })
}

async function act(text: CodeText): Promise<Change[]> {
  const { incoming, manager, reading, code, standing, picture } = text
  const { tx, newId, from } = incoming
  switch (reading.kind) {
    case 'accept-escalation': {
      const held = heldBy(picture.matter?.climb)
      if (held === undefined) {
        const taker = { managerId: manager.id, whom: fullName(manager), number: from, how: 'text', code } as const
        return takeMatter(picture, { ...taker, contact: undefined }, tx.now, newId)
      }
      const details = { code, ...about(standing), other: held.whom, time: held.acceptedAt }
      return [said(incoming, manager, held.managerId === manager.id ? 'matter-yours' : 'matter-held', details)]
    }
    case 'pass-escalation':
      return [
        ...passMatter(picture, manager.id, tx.now, newId),
        said(incoming, manager, 'matter-passed', { code, ...about(standing) }),
      ]
    default:
      return [said(incoming, manager, 'code-words', { code })]
  }
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
  return {
    kind: 'contact-added',
    contact: {
      agencyId: place.agencyId,
      branchId: place.branchId,
      id: contactId(newId()),
      matterId: undefined,
      visitId: undefined,
      party: { kind: 'manager', id: owner },
      message: 'escalation-news',
      details: { text: 'code-tried', ...details },
      subject: `text ${delivery.id} tried`,
      class: SLOT_CLASS.answer,
      riskAt: tx.now,
      createdAt: tx.now,
      nextDueAt: tx.now,
      validUntil: undefined,
    },
  }
}

function about({ person, planned }: MatterStanding): ContactDetails {
  return { person, planned }
}

function said(incoming: Incoming, manager: PersonFacts, text: TextName, details: ContactDetails): Change {
  return answer(incoming, { kind: 'manager', id: manager.id }, text, { me: manager.firstName, ...details })
}
