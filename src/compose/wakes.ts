import type { Change } from '../cellar/change.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { JobId, JobName } from '../queue/catalogue.ts'

export type Wake = <Name extends JobName>(name: Name, id: JobId<Name>) => void

/** After a commit: whoever has something to do now because of these changes is woken. The loop finds whatever is not. */
export function wakeAfter(changes: readonly Change[], now: Instant, wake: Wake): void {
  const taken = new Set(changes.flatMap((change) => (change.kind === 'contact-moved' ? [change.id] : [])))
  for (const change of changes) {
    switch (change.kind) {
      case 'contact-added':
        if (change.contact.nextDueAt <= now && !taken.has(change.contact.id)) wake('contact', change.contact.id)
        break
      case 'attempt-planned':
        wake(change.attempt.channel === 'call' ? 'send-calls' : 'send-texts', change.attempt.accountId)
        break
      case 'attempt-moved':
        if (change.to.state === 'cancel-wanted') wake('look-up', change.id)
        break
      case 'office-item-added':
        if (change.item.ringAt <= now) wake('office-item', change.item.id)
        break
      default:
        break
    }
  }
}
