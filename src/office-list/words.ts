import type { Instant } from '../cellar/local-time.ts'
import type { OfficeItemFacts } from './item.ts'

/** An item in one sentence, without a full stop; times as `time` says or writes them. */
export function itemInWords(item: OfficeItemFacts, time: (at: Instant) => string): string {
  return item.what.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = item.details[name]
    if (typeof value === 'number') return time(value)
    return typeof value === 'string' ? value : 'somebody'
  })
}
