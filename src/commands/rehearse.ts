import { Command } from 'commander'
import type { Instant, Zone } from '../cellar/local-time.ts'
import { addDays, isoWithOffset, toInstant, toLocal } from '../cellar/local-time.ts'
import { readableNumber } from '../cellar/phone-number.ts'
import { flawsWithin, isCovered, minutesCovered } from '../on-call/gaps.ts'
import { dayAndTime, flawInWords } from '../on-call/in-words.ts'
import type { OnCall } from '../on-call/ladder.ts'
import { kindInWords, kindOfTime, type Stretch } from '../on-call/plan.ts'
import { rehearse, reasonInWords } from '../on-call/rehearsal.ts'
import { holdersAt } from '../on-call/shifts.ts'
import { stretchesOf } from '../on-call/stretches.ts'
import { throughNpm } from './through-npm.ts'

export interface RehearseOptions {
  at?: string
  /** a date to begin at; true is today */
  week?: string | true
  branch?: string
  json?: boolean
}

export interface RehearseDeps {
  zone: Zone
  now: Instant
  load(stretch: Stretch): Promise<OnCall>
  print(text: string): void
}

/** A time or date that cannot be read, in words for whoever typed it. */
export class BadTime extends Error {
  override readonly name = 'BadTime'
}

/** Prints a rehearsal and says whether every minute it looked at is covered. @throws BadTime */
export async function runRehearse(options: RehearseOptions, deps: RehearseDeps): Promise<boolean> {
  return options.week === undefined ? oneRound(options, deps) : oneWeek(options.week, options, deps)
}

/** `lateline rehearse`; `withDeps` opens the database of a branch and closes it again. */
export function rehearseCommand(
  withDeps: (branch: string | undefined, run: (deps: Omit<RehearseDeps, 'print'>) => Promise<void>) => Promise<void>,
): Command {
  const command = new Command('rehearse')
    .description(
      'every call that the on-call plan would make, in order, with times and reasons; exit code 1 where nobody is on call',
    )
    .option('--at <time>', 'from this moment of the branch, such as "2026-12-25 02:10"; now where it is left out')
    .option('--week [from]', 'prove that no minute of a week is uncovered, from a date such as 2026-12-21, or today')
    .option('--branch <name>', 'the branch, where there are several')
    .addOption(throughNpm('--json', 'for programs'))
    .action(async (options: RehearseOptions) => {
      const print = (text: string) => void process.stdout.write(text)
      try {
        await withDeps(options.branch, async (deps) => {
          if (!(await runRehearse(options, { ...deps, print }))) process.exitCode = 1
        })
      } catch (error) {
        if (error instanceof BadTime) command.error(error.message)
        throw error
      }
    })
  return command
}

async function oneRound({ at, json }: RehearseOptions, { zone, now, load, print }: RehearseDeps): Promise<boolean> {
  const from = at === undefined ? now : readMoment(at, { zone, now })
  const onCall = await load({ from, until: from + 60 * 60_000 })
  const { calls, leftOut, againAt } = rehearse(onCall, from)
  const kind = kindOfTime(onCall.plan, from)
  const covered = isCovered(onCall, { kind, holders: holdersAt(onCall.rota, from) })
  const clock = (moment: Instant) => dayAndTime(moment, zone)
  if (json === true) {
    const said = calls.map((call) => ({
      at: isoWithOffset(call.at, zone),
      number: call.number,
      whom: call.whom,
      role: call.role,
      tier: call.tier,
      reason: reasonInWords(onCall, call, clock),
    }))
    const again = againAt === undefined ? null : isoWithOffset(againAt, zone)
    print(
      `${JSON.stringify({ from: isoWithOffset(from, zone), kind: kindInWords(kind), covered, calls: said, leftOut, again })}\n`,
    )
    return covered
  }
  const seconds = (moment: Instant) => `${toLocal(moment, zone).time}:${isoWithOffset(moment, zone).slice(17, 19)}`
  const widest = Math.max(0, ...calls.map((call) => call.whom.length))
  const lines = calls.map((call, index) => {
    const number = readableNumber(call.number).padEnd(13)
    return `${String(index + 1).padStart(3)}  ${seconds(call.at)}  ${number}  ${call.whom.padEnd(widest)}  ${reasonInWords(onCall, call, clock)}`
  })
  print(
    [
      `From ${clock(from)} (${kindInWords(kind)}), if nobody takes it:`,
      ...(lines.length === 0 ? ['  nobody would be rung'] : lines),
      ...(againAt === undefined
        ? []
        : [`Then from ${seconds(againAt)} again from the top, until somebody takes it with 4 and 3.`]),
      ...leftOut.map((one) => `NOT RUNG: ${one.whom}, tier ${one.tier}, has no number.`),
      ...(covered
        ? []
        : ['GAP: the office is closed, and nobody on call has a number. Add a shift, or lateline on-call swap.']),
      '',
    ].join('\n'),
  )
  return covered
}

async function oneWeek(
  week: string | true,
  { json }: RehearseOptions,
  { zone, now, load, print }: RehearseDeps,
): Promise<boolean> {
  const first = week === true ? toLocal(now, zone).date : week
  if (!/^\d{4}-\d{2}-\d{2}$/.test(first)) throw new BadTime(`"${first}" is no date: write it as 2026-12-21.`)
  const stretch = weekFrom(first, zone)
  const onCall = await load(stretch)
  const { minutes, uncovered } = minutesCovered(onCall, stretch)
  const flaws = flawsWithin(onCall, stretch)
  const stretches = stretchesOf(onCall, stretch)
  const nameOf = (id: string) => {
    const person = onCall.people.get(id)
    return person === undefined ? 'unknown' : `${person.firstName} ${person.lastName}`
  }
  if (json === true) {
    const iso = (at: Instant) => isoWithOffset(at, zone)
    print(
      `${JSON.stringify({
        from: iso(stretch.from),
        until: iso(stretch.until),
        minutes,
        uncovered,
        flaws: flaws.map((flaw) => ({
          ...flaw,
          from: iso(flaw.from),
          until: iso(flaw.until),
          says: flawInWords(flaw, onCall),
        })),
        stretches: stretches.map(({ from, until, kind, holders }) => ({
          from: iso(from),
          until: iso(until),
          kind: kindInWords(kind),
          holders: holders.map((one) => ({ tier: one.tier, whom: nameOf(one.managerId), why: one.why })),
        })),
      })}\n`,
    )
    return uncovered === 0
  }
  const lines = stretches.map(({ from, until, kind, holders }) => {
    const who = holders.map((one) => `${one.tier} ${nameOf(one.managerId)}`).join(', ')
    return `${dayAndTime(from, zone)} to ${toLocal(until, zone).time}  ${kindInWords(kind)}: ${who || 'nobody on call'}`
  })
  const verdict = uncovered === 0 ? 'no minute is uncovered' : `${uncovered} minutes are UNCOVERED`
  print(
    [
      ...lines,
      '',
      `${minutes} minutes from ${dayAndTime(stretch.from, zone)}: ${verdict}.`,
      ...flaws.map((flaw) => `- ${flawInWords(flaw, onCall)}`),
      '',
    ].join('\n'),
  )
  return uncovered === 0
}

function weekFrom(date: string, zone: Zone): Stretch {
  try {
    const midnight = (days: number) => toInstant({ date: addDays(date, days), time: '00:00' }, zone, 'start')
    return { from: midnight(0), until: midnight(7) }
  } catch {
    throw new BadTime(`"${date}" is no date that exists.`)
  }
}

/** "02:10" today, "2026-12-25 02:10" on the wall clock, or with an offset, which tells the two 01:30s of autumn apart. */
export function readMoment(text: string, { zone, now }: { zone: Zone; now: Instant }): Instant {
  const [, date = toLocal(now, zone).date, time = '', offset] =
    /^(?:(\d{4}-\d{2}-\d{2})[ T])?(\d{2}:\d{2})(?::\d{2})?(Z|[+-]\d{2}:\d{2})?$/.exec(text.trim()) ?? []
  try {
    const at =
      offset === undefined ? toInstant({ date, time }, zone, 'start') : Date.parse(`${date}T${time}:00${offset}`)
    if (Number.isFinite(at)) return at
  } catch {
    // said below
  }
  throw new BadTime(`"${text}" is no time: write it as "2026-12-25 02:10", or "02:10" for today.`)
}
