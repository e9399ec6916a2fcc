import type { Instant, LocalDate, Zone } from '../cellar/local-time.ts'
import { addDays, toLocal, weekdayOf } from '../cellar/local-time.ts'
import type { SourceFile } from '../rota/import/read-file.ts'
import type { DemoCareWorker } from './care-workers.ts'
import { staffRounds } from './care-workers.ts'
import { chanceOf } from './chance.ts'
import type { DemoContact } from './contacts.ts'
import { makeContacts } from './contacts.ts'
import { createDealer } from './dealer.ts'
import { filesOf } from './files.ts'
import { findNeeds } from './needs.ts'
import type { DemoManager } from './on-call.ts'
import { makeManagers, shiftsOn } from './on-call.ts'
import { makeRounds } from './rounds.ts'
import { makeServiceUsers } from './service-users.ts'
import { keepSomebodyReachable } from './steady.ts'
import type { DemoVisit, World } from './visits.ts'
import { visitsOn } from './visits.ts'

/** The demonstration agency: Quillbrook Home Care, its people and its rota for any day. */
export interface Demo {
  zone: Zone
  world: World
  careWorkers: DemoCareWorker[]
  contacts: DemoContact[]
  managers: DemoManager[]
  /** the agency, its people and the rota from yesterday for a week, as files for `lateline import` */
  files(now: Instant): SourceFile[]
  /** the visits that start on a date, by start */
  visitsOn(date: LocalDate): DemoVisit[]
}

/** It gives a week of some 1,450 planned visits. */
const USUAL_SEED = 1259

/** Yesterday belongs to it: at half past midnight, last evening's visits are what people talk about. */
const DAYS_BACK = 1
const DAYS = 7
/** The on-call plan reaches a little further, so that nobody rings into a gap at the end of the week. */
const ON_CALL_DAYS = 10

/** Makes the agency from a seed: the same seed and day give the same rota, whenever the program is started. */
export function createDemo({ seed = USUAL_SEED, zone = 'Europe/London' }: { seed?: number; zone?: Zone } = {}): Demo {
  const dealer = createDealer(chanceOf(seed, 'names and numbers'))
  const people = makeServiceUsers(chanceOf(seed, 'service users'), dealer)
  const rounds = makeRounds(people, chanceOf(seed, 'rounds'))
  keepSomebodyReachable(rounds, dealer)
  const { places, careWorkers } = staffRounds(rounds, chanceOf(seed, 'care workers'), dealer)
  const needs = findNeeds(people, rounds, places, careWorkers, chanceOf(seed, 'needs'))
  const contacts = makeContacts(people, chanceOf(seed, 'contacts'), dealer)
  const managers = makeManagers(chanceOf(seed, 'managers'), dealer)
  const world: World = { seed, zone, people, rounds, places, needs }
  const days = new Map<LocalDate, DemoVisit[]>()
  const visits = (date: LocalDate): DemoVisit[] => {
    const known = days.get(date) ?? visitsOn(world, date)
    days.set(date, known)
    return known
  }
  return {
    zone,
    world,
    careWorkers,
    contacts,
    managers,
    visitsOn: visits,
    files(now) {
      const first = addDays(toLocal(now, zone).date, -DAYS_BACK)
      const dates = (count: number) => Array.from({ length: count }, (_, n) => addDays(first, n))
      const monday = addDays(first, 1 - weekdayOf(first))
      return filesOf({
        monday,
        world,
        careWorkers,
        contacts,
        visits: dates(DAYS).flatMap(visits),
        shifts: dates(ON_CALL_DAYS).flatMap((date) => shiftsOn(managers, date)),
        responsible: managers[0],
      })
    },
  }
}
