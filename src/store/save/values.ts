import type { Instant } from '../../cellar/local-time.ts'
import type { Prisma } from '../prisma-client/client.ts'

/** Plain data for a JSON column: what is undefined is left out. */
export function json(value: unknown): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject
}

export function optionalInstant(at: Instant | undefined): Date | null {
  return at === undefined ? null : new Date(at)
}
