import type { ContactDetails, Party } from '../../cellar/change.ts'

/** Whoever a row speaks of. */
export function partyOf(kind: string, id: string | null): Party {
  if (id === null) return { kind: 'unknown' }
  switch (kind) {
    case 'service-user':
    case 'service-user-contact':
    case 'care-worker':
    case 'manager':
      return { kind, id }
    default:
      return { kind: 'unknown' }
  }
}

/** Details out of a JSON column: only plain values were ever written there. */
export function detailsOf(json: unknown): ContactDetails {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as ContactDetails) : {}
}
