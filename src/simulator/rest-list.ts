import { readFilterTime } from './carrier-time.ts'
import { Refusal } from './rest-errors.ts'

/** Filters by time come as `Name`, `Name>` and `Name<`; what has no such time is left out as soon as one is given. */
export function withinTimes(query: Record<string, unknown>, name: string, at: number | undefined): boolean {
  const [on, after, before] = [name, `${name}>`, `${name}<`].map((key) => timeIn(query, key))
  if (on === undefined && after === undefined && before === undefined) return true
  if (at === undefined) return false
  return (
    (on === undefined || (at >= on.from && at < on.until)) &&
    (after === undefined || at >= after.from) &&
    (before === undefined || at < before.until)
  )
}

function timeIn(query: Record<string, unknown>, key: string): { from: number; until: number } | undefined {
  const text = query[key]
  if (typeof text !== 'string' || text === '') return undefined
  const time = readFilterTime(text)
  if (time === undefined)
    throw new Refusal(20001, `Parameter '${key}' is no date: use 2026-11-23 or 2026-11-23T07:00:00Z`)
  return time
}

/** One page of a list, newest first, in the envelope of Twilio's 2010 API. */
export function pageOf<T extends { sid: string }>(
  name: string,
  items: T[],
  show: (item: T) => unknown,
  asked: { path: string; query: Record<string, unknown>; page: number; pageSize: number; token: string | undefined },
): Record<string, unknown> {
  const { page, pageSize } = asked
  const afterToken = asked.token === undefined ? -1 : items.findIndex((item) => item.sid === asked.token?.slice(2))
  const start = afterToken >= 0 ? afterToken + 1 : page * pageSize
  const shown = items.slice(start, start + pageSize)
  const last = shown.at(-1)
  const uri = (number: number, token?: string): string => pageUri(asked.path, asked.query, pageSize, number, token)
  return {
    [name]: shown.map(show),
    first_page_uri: uri(0),
    next_page_uri: last === undefined || start + pageSize >= items.length ? null : uri(page + 1, `PA${last.sid}`),
    previous_page_uri: page === 0 ? null : uri(page - 1),
    uri: uri(page),
    page,
    page_size: pageSize,
    start,
    end: Math.max(start, start + shown.length - 1),
  }
}

function pageUri(path: string, query: Record<string, unknown>, pageSize: number, page: number, token?: string): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (typeof value === 'string' && !['Page', 'PageSize', 'PageToken'].includes(key)) search.set(key, value)
  }
  search.set('PageSize', String(pageSize))
  search.set('Page', String(page))
  if (token !== undefined) search.set('PageToken', token)
  return `${path}?${search.toString()}`
}
