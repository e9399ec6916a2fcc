import { isoTime } from './carrier-time.ts'

/** Everything the carrier sent or received, in order. "Nothing else was sent" is read from here. */
export interface LogEntry {
  n: number
  /** ISO 8601, UTC, on the carrier's clock. */
  at: string
  kind: 'request' | 'webhook' | 'callback' | 'text-in' | 'text-out' | 'ring' | 'handset' | 'error' | 'warning'
  detail: Record<string, unknown>
}

export interface CarrierLog {
  add(kind: LogEntry['kind'], detail: Record<string, unknown>): void
  /** Entries after number `n` (0 for all that is kept). */
  after(n: number): LogEntry[]
}

const kept = 20_000

export function createLog(now: () => number): CarrierLog {
  let entries: LogEntry[] = []
  let n = 0
  return {
    add: (kind, detail) => {
      n += 1
      entries.push({ n, at: isoTime(now()), kind, detail })
      if (entries.length > kept * 1.1) entries = entries.slice(-kept)
    },
    after: (from) => entries.filter((entry) => entry.n > from),
  }
}
