import type { Instant } from '../cellar/local-time.ts'
import type { PhoneNumber } from '../cellar/phone-number.ts'
import type { Clock } from '../cellar/ports.ts'
import { inTime } from './in-time.ts'
import { faultForLog, type Log } from './log.ts'

/** Who is rung when everything else fails, known by heart: the database may be what failed. */
export interface FallbackBook {
  /** The people behind a line, from memory; asked for only when the line was never seen. Never throws, never waits long. */
  numbersFor(line: string): Promise<PhoneNumber[]>
  /** Looks the line up anew when what is remembered is older than a minute. Never throws; nobody need wait for it. */
  refresh(line: string): Promise<void>
}

export function createFallbackBook(deps: {
  find: (line: string) => Promise<PhoneNumber[]>
  clock: Clock
  log: Log
  patienceMs: number
}): FallbackBook {
  const known = new Map<string, { numbers: PhoneNumber[]; at: Instant }>()
  const looking = new Map<string, Promise<void>>()

  /** Many calls at once make one question. */
  function look(line: string): Promise<void> {
    const begun = looking.get(line) ?? find(line).finally(() => looking.delete(line))
    looking.set(line, begun)
    return begun
  }

  async function find(line: string): Promise<void> {
    try {
      const numbers = await inTime(deps.patienceMs, () => deps.find(line))
      // an empty answer never pushes out people who were known
      if (numbers.length > 0 || !known.has(line)) remember(line, numbers)
    } catch (fault) {
      deps.log.warn(
        faultForLog(fault),
        'Who to ring when the line fails could not be looked up; the last known people stay.',
      )
    }
  }

  function remember(line: string, numbers: PhoneNumber[]): void {
    if (known.size >= MOST_LINES) known.clear()
    known.set(line, { numbers, at: deps.clock.now() })
  }

  return {
    async numbersFor(line) {
      if ((known.get(line)?.numbers ?? []).length === 0) await look(line)
      return known.get(line)?.numbers ?? []
    },
    async refresh(line) {
      const seen = known.get(line)
      if (seen === undefined || deps.clock.now() - seen.at > GOOD_FOR_MS) await look(line)
    },
  }
}

const GOOD_FOR_MS = 60_000

/** Far more than lines exist; the carrier names the line, so only a fault could fill it. */
const MOST_LINES = 10_000
