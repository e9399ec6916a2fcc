import type { DemoCareWorker, Place } from './care-workers.ts'
import type { Chance } from './chance.ts'
import type { Round } from './rounds.ts'
import type { DemoServiceUser } from './service-users.ts'

/**
 * What a service user asks of care workers. It is found after the rounds were staffed, among what the people who come
 * can do: so skills, gender wishes and exclusions are kept by themselves.
 */
export interface Needs {
  skills: string[]
  gender: 'F' | 'none'
  excluded: string[]
  mostCareWorkers: number
  timeCriticalReason: string
  agreedBy: string
}

const EXCLUSIONS = 6
const TIME_CRITICAL_SHARE = 0.15

/** Reasons for which a visit's time matters, with the skill the care worker then needs. */
const REASONS: readonly (readonly [reason: string, skill: string, agreedBy: string])[] = [
  ['parkinsons_medicine', 'medication', 'gp_practice'],
  ['insulin', 'insulin_delegated', 'specialist_nurse'],
  ['peg_feed', 'peg', 'specialist_nurse'],
  ['epilepsy_medicine', 'epilepsy_rescue', 'gp_practice'],
  ['pressure_care', 'hoist', 'specialist_nurse'],
  ['medication_prompt', 'medication', 'council'],
  ['day_centre_transport', '', 'council'],
]

export function findNeeds(
  people: readonly DemoServiceUser[],
  rounds: readonly Round[],
  places: readonly Place[],
  careWorkers: readonly DemoCareWorker[],
  chance: Chance,
): Map<string, Needs> {
  const comers = whoComes(people, rounds, places)
  const needs = new Map(
    people.map((person) => [person.ref, needsOf(person, [...(comers.get(person.ref) ?? [])], chance)]),
  )
  for (let made = 0; made < EXCLUSIONS; made += 1) {
    const person = chance.pick(people)
    const others = careWorkers.filter((worker) => worker.status === 'active' && !comers.get(person.ref)?.has(worker))
    needs.get(person.ref)?.excluded.push(chance.pick(others).ref)
  }
  for (const one of needs.values()) one.excluded = [...new Set(one.excluded)]
  return needs
}

/** Everybody who may come to a person in a usual week, by day or by night. */
function whoComes(
  people: readonly DemoServiceUser[],
  rounds: readonly Round[],
  places: readonly Place[],
): Map<string, Set<DemoCareWorker>> {
  const comers = new Map(people.map((person) => [person.ref, new Set<DemoCareWorker>()]))
  for (const place of places) {
    const round = rounds.find((one) => one.ref === place.round)
    const part = place.half === 'SLEEP' ? 'sleep-in' : 'night'
    const visited =
      round === undefined
        ? people.filter((person) => person.slots.some((slot) => slot.part === part))
        : round.stops.map((stop) => stop.person)
    for (const person of visited) for (const worker of place.week) comers.get(person.ref)?.add(worker)
  }
  return comers
}

function needsOf(person: DemoServiceUser, comers: readonly DemoCareWorker[], chance: Chance): Needs {
  const can = (skill: string) => skill === '' || comers.every((worker) => worker.skills.includes(skill))
  const reasons = REASONS.filter(([, skill]) => can(skill))
  const reason = chance.happens(TIME_CRITICAL_SHARE) && reasons.length > 0 ? chance.pick(reasons) : undefined
  const wished = [
    ...(person.double ? ['hoist'] : []),
    ...(person.cognitive && chance.happens(0.35) ? ['dementia'] : []),
    ...(chance.happens(0.1) ? ['catheter'] : []),
    ...(reason === undefined || reason[1] === '' ? [] : [reason[1]]),
  ]
  const allWomen = comers.every((worker) => worker.gender === 'F')
  return {
    skills: [...new Set(wished)].filter(can),
    gender: person.gender === 'F' && allWomen && chance.happens(0.2) ? 'F' : 'none',
    excluded: [],
    mostCareWorkers: comers.length + 2,
    timeCriticalReason: reason?.[0] ?? '',
    agreedBy: reason?.[2] ?? '',
  }
}
