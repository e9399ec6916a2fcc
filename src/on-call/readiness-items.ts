import type { Instant } from '../cellar/local-time.ts'
import { fullName } from '../rota/names.ts'
import type { ItemKind, Wanted } from '../office-list/new-item.ts'
import type { Flaw } from './gaps.ts'
import type { OnCall } from './ladder.ts'
import { rightBy } from './readiness.ts'

const KIND_OF = {
  uncovered: 'on-call-gap',
  'empty-tier': 'on-call-tier-empty',
  'no-number': 'on-call-no-number',
  unreachable: 'on-call-no-number',
  'not-verified': 'on-call-not-verified',
} as const satisfies Record<Flaw['kind'], ItemKind>

/** Whether an item of the office list is about the plan itself, and over once the plan is put right. */
export function isOnCallItem(kind: string): boolean {
  return Object.values(KIND_OF).some((own) => own === kind)
}

/** What the office must put right, one item a flaw; an empty tier is no second item where nobody at all is on call. */
export function itemsFor(flaws: readonly Flaw[], onCall: OnCall, now: Instant): Wanted[] {
  const gaps = flaws.filter((flaw) => flaw.kind === 'uncovered')
  return flaws.flatMap((flaw) => {
    const isGapToo = gaps.some((gap) => gap.from < flaw.until && flaw.from < gap.until)
    return flaw.kind === 'empty-tier' && isGapToo ? [] : [itemFor(flaw, onCall, now)]
  })
}

function itemFor(flaw: Flaw, onCall: OnCall, now: Instant): Wanted {
  const { from, until } = flaw
  const dueAt = rightBy(flaw, now, onCall.plan.zone)
  const common = { kind: KIND_OF[flaw.kind], dueAt }
  switch (flaw.kind) {
    case 'uncovered':
      return { ...common, details: { time: from, until }, subject: `gap ${from}` }
    case 'empty-tier':
      return { ...common, details: { tier: String(flaw.tier), time: from }, subject: `tier ${flaw.tier} ${from}` }
    case 'no-number':
    case 'unreachable':
    case 'not-verified': {
      const person = onCall.people.get(flaw.person)
      const number = person?.numbers[0]?.number
      return {
        ...common,
        details: { person: person === undefined ? 'somebody' : fullName(person), time: from },
        // a number is to be tried once, whatever the night; a missing one is missing every night anew
        subject: flaw.kind === 'not-verified' ? `${flaw.person} ${number ?? ''}` : `${flaw.person} ${from}`,
        ...(number === undefined ? {} : { number }),
      }
    }
  }
}
