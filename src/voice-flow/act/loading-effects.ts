import type { Change } from '../../cellar/change.ts'
import type { HeardInput } from '../../cellar/ports.ts'
import type { Loading } from '../../matter/act/store.ts'
import { noteAsked } from '../../no-show-line/act/note-call.ts'
import { saidByCaller, whatIsNoted } from '../../no-show-line/act/said-by-caller.ts'
import type { Understand } from '../../texts/act/context.ts'
import type { ActionRequest } from '../catalogue.ts'
import type { Conversation } from './conversation.ts'
import { EFFECTS } from './effects.ts'
import { reportLate, reportSaid, reportWord } from './report-late.ts'

/** What the actions of a turn change, in their order; in the same transaction as the turn. */
export async function effectsOf(
  tx: Loading,
  actions: readonly ActionRequest[],
  conversation: Conversation,
  heard: HeardInput,
  understand: Understand,
): Promise<Change[]> {
  const changes: Change[] = []
  for (const action of actions) {
    changes.push(...(await withLoading(tx, action, conversation, heard, understand)), ...effectOf(action, conversation))
  }
  return changes
}

/** What must load more than the turn did, or needs the words that were said. */
async function withLoading(
  tx: Loading,
  { name }: ActionRequest,
  c: Conversation,
  heard: HeardInput,
  understand: Understand,
): Promise<Change[]> {
  switch (name) {
    case 'report-late':
      return reportLate(tx, c, understand)
    case 'care-worker-said':
      return reportSaid(tx, c, heard, understand)
    case 'report-arrived':
      return reportWord(tx, c, 'arrived')
    case 'report-cannot-come':
      return reportWord(tx, c, 'cannot-attend')
    case 'note-asked': {
      const noting = whatIsNoted(c, undefined)
      return noting === undefined ? [] : noteAsked(noting)
    }
    case 'said-there':
    case 'said-nobody-came':
    case 'chose-to-wait':
    case 'chose-someone-else':
      return saidByCaller(c, name, heard)
    default:
      return []
  }
}

function effectOf(action: ActionRequest, conversation: Conversation): Change[] {
  // each handler takes its own action's parameters; the catalogue's types hold the two together
  const handler: (given: ActionRequest['with'] & { why: string }, c: Conversation) => Change[] = EFFECTS[action.name]
  return handler({ why: '', ...action.with }, conversation)
}
