import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, minutesBetween } from '../../src/cellar/local-time.ts'
import type { DemoCareWorker } from '../../src/demo/care-workers.ts'
import { createDemo } from '../../src/demo/demo.ts'
import type { Demo } from '../../src/demo/demo.ts'
import { shiftsOn } from '../../src/demo/on-call.ts'
import type { DemoVisit } from '../../src/demo/visits.ts'

const ZONE = 'Europe/London'
const HOUR = 60
/** An ordinary week, the two in which the clocks change, and one over the turn of the year. */
const WEEKS = ['2026-11-23', '2026-10-21', '2027-03-24', '2026-12-28']

/** Few enough to be made once and looked at from every side. */
const seeds = fc.integer({ min: 1, max: 9 }).map((n) => n * 7_919)
const weeks = fc.constantFrom(...WEEKS)
const few = { numRuns: 3 }

const made = new Map<number, Demo>()
function demoOf(seed: number): Demo {
  const known = made.get(seed) ?? createDemo({ seed, zone: ZONE })
  made.set(seed, known)
  return known
}

function visitsOf(demo: Demo, monday: string, days = 7): DemoVisit[] {
  return Array.from({ length: days }, (_, n) => demo.visitsOn(addDays(monday, n))).flat()
}

function byWorker(visits: readonly DemoVisit[]): [DemoCareWorker, DemoVisit[]][] {
  const days = new Map<DemoCareWorker, DemoVisit[]>()
  for (const visit of visits.filter((one) => one.status !== 'suspended')) {
    for (const worker of visit.careWorkers) {
      if (worker !== undefined) days.set(worker, [...(days.get(worker) ?? []), visit])
    }
  }
  return [...days].map(([worker, theirs]) => [worker, theirs.toSorted((one, other) => one.start - other.start)])
}

describe('what is true of every demonstration agency, whatever its seed and week', () => {
  it('nobody is in two places at once, and every road has the time it takes', () => {
    fc.assert(
      fc.property(seeds, weeks, (seed, week) => {
        const wrong = byWorker(visitsOf(demoOf(seed), week)).flatMap(([worker, visits]) =>
          pairs(visits).flatMap(([before, visit]) =>
            minutesBetween(before.end, visit.start) < visit.travel ? [`${worker.ref} ${visit.ref}`] : [],
          ),
        )
        expect(wrong).toEqual([])
      }),
      few,
    )
  })

  it('everybody has eleven hours of rest between working days, and no more hours than their contract allows', () => {
    fc.assert(
      fc.property(seeds, weeks, (seed, week) => {
        const demo = demoOf(seed)
        const most = new Map(
          rowsOf(demo, 'care-workers.csv', week).map((row) => [row['worker_ref'], Number(row['max_hours_week'])]),
        )
        const wrong = byWorker(visitsOf(demo, week)).flatMap(([worker, visits]) => {
          const hours = visits.reduce((sum, visit) => sum + visit.minutes + visit.travel, 0) / HOUR
          const tired = pairs(visits).filter(
            ([before, visit]) =>
              workingDay(before) !== workingDay(visit) && minutesBetween(before.end, visit.start) < 11 * HOUR,
          )
          return [
            ...tired.map(([, visit]) => `${worker.ref} ${visit.ref}`),
            ...(hours > (most.get(worker.ref) ?? 0) ? [`${worker.ref} ${hours} hours`] : []),
          ]
        })
        expect(wrong).toEqual([])
      }),
      few,
    )
  })

  it('skills, gender wishes and exclusions are kept, and only those who may be sent are sent', () => {
    fc.assert(
      fc.property(seeds, weeks, (seed, week) => {
        const demo = demoOf(seed)
        const wrong = visitsOf(demo, week).filter((visit) => {
          const needs = demo.world.needs.get(visit.person.ref)
          return visit.careWorkers.some(
            (worker) =>
              worker !== undefined &&
              (needs === undefined ||
                worker.status !== 'active' ||
                needs.skills.some((skill) => !worker.skills.includes(skill)) ||
                needs.excluded.includes(worker.ref) ||
                (needs.gender === 'F' && worker.gender !== 'F')),
          )
        })
        expect(wrong).toEqual([])
        const { needs } = demo.world
        expect([...needs.values()].some((one) => one.skills.length > 0)).toBe(true)
        expect([...needs.values()].some((one) => one.gender === 'F')).toBe(true)
        expect([...needs.values()].some((one) => one.excluded.length > 0)).toBe(true)
      }),
      few,
    )
  })

  it('nobody shares a number but the couples who share a landline, and every number is from the drama ranges', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const demo = demoOf(seed)
        const couples = demo.world.people.filter((person) => person.sharedWith !== '')
        expect(couples).toHaveLength(6)
        const numbers = [
          ...demo.world.people.flatMap((one) => [one.sharedWith > one.ref ? '' : one.landline, one.mobile]),
          ...demo.careWorkers.map((one) => one.mobile),
          ...demo.managers.flatMap((one) => [one.phone1, one.phone2]),
          ...demo.contacts.flatMap((one) => [one.phone1, one.phone2]),
          '01632 960997',
          '01632 960998',
          '01632 960999',
        ].filter((number) => number !== '')
        expect(new Set(numbers).size).toBe(numbers.length)
        expect(numbers.filter((number) => !/^(07700 900\d{3}|01632 960\d{3}|020 7946 0\d{3})$/.test(number))).toEqual(
          [],
        )
        for (const person of couples) {
          const other = demo.world.people.find((one) => one.ref === person.sharedWith)
          expect(other?.landline).toBe(person.landline)
          expect(person.landline).not.toBe('')
        }
      }),
      few,
    )
  })

  it('is as large as a middling agency, with the usual spread over the day', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const demo = demoOf(seed)
        const planned = visitsOf(demo, '2026-11-23').filter((visit) => visit.status === 'planned')
        expect(demo.world.people).toHaveLength(110)
        expect(demo.careWorkers).toHaveLength(55)
        expect(demo.managers).toHaveLength(13)
        expect(planned.length).toBeGreaterThan(1_250)
        expect(planned.length).toBeLessThan(1_700)
        const share = (from: string, until: string) =>
          planned.filter((visit) => visit.written.start >= from && visit.written.start <= until).length / planned.length
        expect(share('07:00', '10:30')).toBeGreaterThan(0.3)
        expect(share('07:00', '10:30')).toBeLessThan(0.46)
        expect(share('12:00', '14:00')).toBeGreaterThan(0.13)
        expect(share('16:00', '18:00')).toBeGreaterThan(0.09)
        expect(share('19:00', '22:00')).toBeGreaterThan(0.15)
        const doubles = planned.filter((visit) => visit.careWorkers.length === 2)
        expect(doubles.length / planned.length).toBeGreaterThan(0.08)
      }),
      few,
    )
  })

  it('has people of every kind the line must be careful with', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { people, needs } = demoOf(seed).world
        expect(people.filter((one) => one.status === 'in_hospital')).toHaveLength(2)
        expect(people.filter((one) => one.status === 'respite')).toHaveLength(1)
        expect(people.filter((one) => one.status === 'ended')).toHaveLength(1)
        expect(people.some((one) => one.cognitive)).toBe(true)
        expect(people.some((one) => one.livesAlone)).toBe(true)
        expect(people.some((one) => one.landline !== '' && one.mobile === '')).toBe(true)
        expect(people.some((one) => one.landline === '' && one.mobile !== '')).toBe(true)
        expect([...needs.values()].some((one) => one.timeCriticalReason !== '')).toBe(true)
      }),
      few,
    )
  })

  it('is the same on every start, and tomorrow finds today as it was', () => {
    fc.assert(
      fc.property(seeds, weeks, (seed, week) => {
        const now = Date.parse(`${week}T09:00:00Z`)
        const files = createDemo({ seed, zone: ZONE }).files(now)
        expect(files).toEqual(demoOf(seed).files(now))
        const today = new Map(rowsOf(demoOf(seed), 'visits.csv', week).map((row) => [row['visit_ref'], row]))
        const tomorrow = rowsOf(demoOf(seed), 'visits.csv', addDays(week, 1))
        const both = tomorrow.filter((row) => today.has(row['visit_ref']))
        expect(both.length).toBeGreaterThan(1_000)
        expect(both).toEqual(both.map((row) => today.get(row['visit_ref'])))
      }),
      { numRuns: 1 },
    )
  })
})

describe('the on-call plan', () => {
  it.each(['2026-10-23', '2026-12-23', '2027-03-26'])('has four tiers for every hour from %s on', (first) => {
    const { managers } = createDemo()
    const shifts = Array.from({ length: 10 }, (_, n) => shiftsOn(managers, addDays(first, n))).flat()
    for (const tier of [1, 2, 3, 4]) {
      const own = shifts.filter((shift) => shift.tier === tier)
      expect(own[0]?.startsAt).toBe(`${first}T07:00`)
      own.slice(1).forEach((shift, index) => expect(shift.startsAt).toBe(own[index]?.endsAt))
    }
    for (const startsAt of new Set(shifts.map((shift) => shift.startsAt))) {
      const rungTogether = shifts.filter((shift) => shift.startsAt === startsAt).map((shift) => shift.manager.ref)
      expect(new Set(rungTogether).size).toBe(4)
    }
  })

  it('knows bank holidays, the substitute ones too', () => {
    const { managers } = createDemo()
    const typeOf = (date: string) => shiftsOn(managers, date)[0]?.dayType
    expect(typeOf('2026-12-25')).toBe('bank_holiday')
    expect(typeOf('2026-12-28')).toBe('bank_holiday')
    expect(typeOf('2026-12-26')).toBe('weekend')
    expect(typeOf('2026-12-29')).toBe('weekday')
  })
})

describe('the nights on which the clocks change', () => {
  it('checks every hour that really passes: once more in autumn, once less in spring', () => {
    const demo = createDemo()
    const checks = (date: string) =>
      [...demo.visitsOn(date), ...demo.visitsOn(addDays(date, 1))].filter(
        (visit) =>
          visit.type === 'night_check' &&
          visit.start >= Date.parse(`${date}T21:00:00Z`) &&
          visit.start < Date.parse(`${addDays(date, 1)}T07:00:00Z`),
      )
    expect(checks('2026-11-23')).toHaveLength(8)
    expect(checks('2026-10-24')).toHaveLength(9)
    expect(checks('2027-03-27')).toHaveLength(7)
    expect(checks('2026-10-24').map((visit) => visit.written.start)).toEqual([
      '23:00',
      '00:00',
      '01:00 BST',
      '01:00 GMT',
      '02:00',
      '03:00',
      '04:00',
      '05:00',
      '06:00',
    ])
    expect(checks('2027-03-27').map((visit) => visit.written.start)).toEqual([
      '23:00',
      '00:00',
      '02:00',
      '03:00',
      '04:00',
      '05:00',
      '06:00',
    ])
  })
})

function pairs(visits: readonly DemoVisit[]): [DemoVisit, DemoVisit][] {
  return visits.slice(1).flatMap((visit, index) => {
    const before = visits[index]
    return before === undefined ? [] : [[before, visit]]
  })
}

/** A night belongs to the day on which it begins. */
function workingDay(visit: DemoVisit): string {
  const night = /^(NIGHT|SLEEP)/.test(visit.run) && visit.written.start < '12:00'
  return night ? addDays(visit.date, -1) : visit.date
}

function rowsOf(demo: Demo, file: string, date: string): Record<string, string>[] {
  const text = demo.files(Date.parse(`${date}T09:00:00Z`)).find((one) => one.name === file)?.text ?? ''
  const [headings = '', ...lines] = text.trim().split('\n')
  const names = headings.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index] ?? '', cell])))
}
