import { agencyId, attemptId, branchId, callId, contactId } from '../../cellar/ids.ts'
import type { SpokenTurn } from '../../cellar/ports.ts'
import type { CallFacts } from '../../voice-flow/call-facts.ts'
import type { Transaction } from '../database.ts'
import type { Prisma } from '../prisma-client/client.ts'
import { partyOf } from './values.ts'
import { storedNumber } from './numbers.ts'

/** Locks a call and loads it with the turns already answered; undefined when there is none. */
export async function lockCall(tx: Transaction, where: Prisma.CallWhereInput): Promise<CallFacts | undefined> {
  const found = await tx.call.findFirst({ where, select: { id: true } })
  if (found === null) return undefined
  await tx.$queryRaw`SELECT id FROM call WHERE id = ${found.id}::uuid FOR NO KEY UPDATE`
  const row = await tx.call.findUniqueOrThrow({
    where: { id: found.id },
    include: { turns: { orderBy: { n: 'asc' } } },
  })
  if (row.agencyId === null || row.branchId === null) throw new Error(`call ${row.id} belongs to no branch`)
  return {
    id: callId(row.id),
    agencyId: agencyId(row.agencyId),
    branchId: branchId(row.branchId),
    providerId: row.providerId ?? undefined,
    direction: row.direction === 'in' || row.direction === 'whisper' ? row.direction : 'out',
    attemptId: row.attemptId === null ? undefined : attemptId(row.attemptId),
    contactId: row.contactId === null ? undefined : contactId(row.contactId),
    parentId: row.parentId === null ? undefined : callId(row.parentId),
    party: partyOf(row.partyKind ?? '', row.partyId),
    number: row.number,
    lineNumber: storedNumber(row.lineNumber),
    flow: row.flow,
    memory: objectOf(row.memory),
    turn: row.turn,
    answeredBy: row.answeredBy ?? undefined,
    proof: row.proof === 'heard' || row.proof === 'answered' ? row.proof : undefined,
    startedAt: row.startedAt.getTime(),
    endedAt: row.endedAt?.getTime(),
    // written by save from a SpokenTurn and by nobody else
    replies: new Map(row.turns.map((turn) => [turn.n, turn.reply as unknown as SpokenTurn])),
  }
}

function objectOf(json: unknown): Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : {}
}
