import { randomUUID } from 'node:crypto'
import { toInstant, toLocal } from '../../src/cellar/local-time.ts'
import { parsePhoneNumber } from '../../src/cellar/phone-number.ts'
import type { Database } from '../../src/store/database.ts'
import { watchVisits } from '../../src/store/save/checks.ts'

/** The smallest agency in which something can happen. Everybody is invented; every number is one of the drama ranges. */
export const LINE = '+441632960999'
export const OFFICE = '01632 960998'
export const ANNA = '07700 900101'
export const SAM = '07700 900102'
export const BRENDA = '01632 960101'
export const GAIL = '07700 900201'
export const PETER = '07700 900301'
export const ROSA = '07700 900401'
export const DEV = '07700 900402'
export const MEI = '07700 900403'

export const ZONE = 'Europe/London'

export interface VisitSeed {
  ref?: string
  serviceUser: string
  careWorker?: string | undefined
  /** of a double-up */
  secondCareWorker?: string
  date: string
  start: string
  end: string
  status?: 'planned' | 'cancelled' | 'suspended'
  timeCritical?: boolean
  /** in the hour that comes twice: which of the two the start is; the first by default */
  side?: 'start' | 'end'
}

export interface ServiceUserSeed {
  ref: string
  title?: string
  firstName: string
  lastName: string
  preferredChannel?: 'voice_landline' | 'voice_mobile' | 'sms' | 'via_contact'
  numbers?: string[]
  livesAlone?: boolean
  cognitiveImpairment?: boolean
  lateMinutes?: number
  missedMinutes?: number
  contacts?: {
    ref: string
    firstName: string
    lastName: string
    numbers: string[]
    mayBeTold?: boolean
    ringFrom?: string
    ringTo?: string
  }[]
  status?: { status: string; fromAt: number }
}

/** A shift as the rota writes it, on the wall clock: `{ manager: 'MG2', from: '2026-11-24 17:00', until: '2026-11-25 07:00' }` */
export interface ShiftSeed {
  manager: 'MG1' | 'MG2' | 'MG3'
  tier?: number
  from: string
  until: string
}

export interface CareWorkerSeed {
  ref: string
  firstName: string
  lastName: string
  number: string
}

export const CARE_WORKERS: CareWorkerSeed[] = [
  { ref: 'CW1', firstName: 'Anna', lastName: 'Kowal', number: ANNA },
  { ref: 'CW2', firstName: 'Sam', lastName: 'Osei', number: SAM },
]

export interface AgencySeed {
  /** nobody watches unless a story is about the watch */
  watch?: 'off' | 'shadow' | 'on'
  careWorkers?: CareWorkerSeed[]
  account?: string
  zone?: string
  callSlotMs?: number
  textSlotMs?: number
  serviceUsers?: ServiceUserSeed[]
  visits: VisitSeed[]
  /** who is on call when; Dev and behind him Mei always, where it is left out */
  shifts?: ShiftSeed[]
  /** as a care manager writes them; the office has no hours where it is left out */
  officeHours?: string
  /** managers who have no number */
  withoutNumber?: string[]
  /** managers who never answered a call by key */
  notVerified?: string[]
}

export const BRENDA_TRUNDLE: ServiceUserSeed = {
  ref: 'SU1',
  title: 'Mrs',
  firstName: 'Brenda',
  lastName: 'Trundle',
  numbers: [BRENDA],
  livesAlone: true,
  contacts: [{ ref: 'CT1', firstName: 'Gail', lastName: 'Trundle', numbers: [GAIL] }],
}
export const PETER_ASHDOWN: ServiceUserSeed = {
  ref: 'SU2',
  title: 'Mr',
  firstName: 'Peter',
  lastName: 'Ashdown',
  preferredChannel: 'sms',
  numbers: [PETER],
}

export type SeededAgency = Awaited<ReturnType<typeof seedAgency>>

/** Puts an agency with one branch, its people and these visits into an empty database. */
export async function seedAgency(db: Database, seed: AgencySeed) {
  const agencyId = randomUUID()
  const branchId = randomUUID()
  const accountId = randomUUID()
  const place = { agencyId, branchId }
  const zone = seed.zone ?? ZONE
  const managers = [
    { id: randomUUID(), ref: 'MG1', firstName: 'Rosa', lastName: 'Achebe', role: 'registered_manager', number: ROSA },
    { id: randomUUID(), ref: 'MG2', firstName: 'Dev', lastName: 'Patel', role: 'senior_on_call', number: DEV },
    { id: randomUUID(), ref: 'MG3', firstName: 'Mei', lastName: 'Tan', role: 'care_manager', number: MEI },
  ]
  await db.agency.create({ data: { id: agencyId, name: 'Quillbrook Home Care', createdAt: new Date(0) } })
  await db.branch.create({
    data: {
      id: branchId,
      agencyId,
      name: 'Hertford',
      zone,
      nation: 'england',
      watchMode: seed.watch ?? 'off',
      officeNumber: e164(OFFICE),
      responsibleManagerId: managers[0]?.id ?? null,
    },
  })
  await db.carrierAccount.create({
    data: {
      id: accountId,
      agencyId,
      name: seed.account ?? `AC${'0'.repeat(31)}1`,
      callSlotMs: seed.callSlotMs ?? 1000,
      textSlotMs: seed.textSlotMs ?? 100,
      nextCallAt: new Date(0),
      nextTextAt: new Date(0),
    },
  })
  await db.phoneLine.create({ data: { e164: LINE, branchId, accountId, use: 'main' } })
  for (const { number, ...manager } of managers) {
    await db.manager.create({ data: { ...manager, ...place, email: `${manager.ref}@quillbrook.example` } })
    if (seed.withoutNumber?.includes(manager.ref) === true) continue
    await addNumber(number, 'manager', manager.id, 1)
    if (seed.notVerified?.includes(manager.ref) !== true)
      await db.phoneNumber.update({ where: { e164: e164(number) }, data: { testedAt: new Date(0) } })
  }
  const longAgo = new Date(0)
  const farAhead = new Date('2100-01-01')
  if (seed.officeHours !== undefined) {
    const rules = { officeHours: seed.officeHours, tiers: 1 }
    await db.onCallPlan.create({ data: { id: randomUUID(), branchId, version: 1, rules, validFrom: longAgo } })
  }
  for (const [index, shift] of (seed.shifts ?? []).entries()) await addShift(shift, index + 1)
  for (const [index, manager] of (seed.shifts === undefined ? [managers[1], managers[2]] : []).entries()) {
    if (manager === undefined) continue
    await db.shift.create({
      data: {
        id: randomUUID(),
        branchId,
        ref: `OC${index + 1}`,
        startsAt: longAgo,
        endsAt: farAhead,
        cover: 'out_of_hours',
        dayType: 'weekday',
        tier: index + 1,
        managerId: manager.id,
        notes: '',
      },
    })
  }
  const careWorkers = new Map<string, string>()
  for (const { ref, firstName, lastName, number } of seed.careWorkers ?? CARE_WORKERS) {
    const id = randomUUID()
    careWorkers.set(ref, id)
    await db.careWorker.create({ data: { id, ...place, ref, firstName, lastName, knownAs: firstName, ...CARE_WORKER } })
    await addNumber(number, 'care-worker', id, 1)
  }
  const serviceUsers = new Map<string, string>()
  for (const person of seed.serviceUsers ?? [BRENDA_TRUNDLE, PETER_ASHDOWN])
    serviceUsers.set(person.ref, await addServiceUser(person))
  const visits = new Map<string, string>()
  for (const [index, visit] of seed.visits.entries()) {
    const ref = visit.ref ?? `V${index + 1}`
    visits.set(ref, await addVisit(visit, ref, index + 1))
  }
  await watchVisits(db, branchId, 0)
  return { ...place, accountId, zone, careWorkers, serviceUsers, visits, managers, addVisit, addServiceUser }

  async function addShift(shift: ShiftSeed, n: number): Promise<void> {
    const local = (moment: string) => ({ date: moment.slice(0, 10), time: moment.slice(11) })
    const manager = managers.find((one) => one.ref === shift.manager)
    if (manager === undefined) throw new Error(`no manager ${shift.manager} in this agency`)
    await db.shift.create({
      data: {
        id: randomUUID(),
        branchId,
        ref: `OC${n}`,
        startsAt: new Date(toInstant(local(shift.from), zone, 'start')),
        endsAt: new Date(toInstant(local(shift.until), zone, 'end')),
        cover: 'out_of_hours',
        dayType: '',
        tier: shift.tier ?? 1,
        managerId: manager.id,
        notes: '',
      },
    })
  }

  async function addNumber(number: string, partyKind: string, partyId: string, ord: number): Promise<void> {
    const known = e164(number)
    const lineType = known.startsWith('+447') ? 'mobile' : 'landline'
    await db.phoneNumber.upsert({ where: { e164: known }, create: { e164: known, lineType }, update: {} })
    await db.personNumber.create({
      data: { id: randomUUID(), ...place, number: known, partyKind, partyId, role: lineType, ord },
    })
  }

  async function addServiceUser(person: ServiceUserSeed): Promise<string> {
    const id = randomUUID()
    const { ref, firstName, lastName, title = '', livesAlone = false, cognitiveImpairment = false } = person
    const preferredChannel = person.preferredChannel ?? 'voice_landline'
    await db.serviceUser.create({
      data: {
        id,
        ...place,
        ref,
        title,
        firstName,
        lastName,
        preferredName: firstName,
        livesAlone,
        cognitiveImpairment,
        preferredChannel,
        ...SERVICE_USER,
      },
    })
    await db.contract.create({
      data: {
        id: randomUUID(),
        serviceUserId: id,
        commissionerRef: 'HCC',
        definitionKey: 'QCS-policy',
        definitionVersion: 1,
        lateMinutes: person.lateMinutes ?? 15,
        missedMinutes: person.missedMinutes ?? 30,
        agreedWith: 'person',
        validFrom: longAgo,
      },
    })
    for (const [index, number] of (person.numbers ?? []).entries())
      await addNumber(number, 'service-user', id, index + 1)
    for (const [index, contact] of (person.contacts ?? []).entries()) {
      const contactId = randomUUID()
      await db.serviceUserContact.create({
        data: {
          id: contactId,
          ...place,
          serviceUserId: id,
          ref: contact.ref,
          ord: index + 1,
          firstName: contact.firstName,
          lastName: contact.lastName,
          mayBeTold: contact.mayBeTold ?? true,
          ringFrom: contact.ringFrom ?? '',
          ringTo: contact.ringTo ?? '',
          ...CONTACT,
        },
      })
      for (const [ord, number] of contact.numbers.entries())
        await addNumber(number, 'service-user-contact', contactId, ord + 1)
    }
    if (person.status !== undefined) {
      const fromAt = new Date(person.status.fromAt)
      await db.serviceUserStatus.create({
        data: {
          id: randomUUID(),
          serviceUserId: id,
          status: person.status.status,
          fromAt,
          source: 'office',
          reportedBy: 'MG1',
          receivedAt: fromAt,
        },
      })
    }
    return id
  }

  async function addVisit(visit: VisitSeed, ref: string, runOrder: number): Promise<string> {
    const id = randomUUID()
    const plannedStart = toInstant({ date: visit.date, time: visit.start }, zone, visit.side ?? 'start')
    const sameDay = toInstant({ date: visit.date, time: visit.end }, zone, 'end')
    const plannedEnd = sameDay > plannedStart ? sameDay : sameDay + 24 * 60 * 60_000
    const serviceUserId = serviceUsers.get(visit.serviceUser)
    if (serviceUserId === undefined) throw new Error(`no service user ${visit.serviceUser} in this agency`)
    await db.visit.create({
      data: {
        id,
        ...place,
        source: 'rota',
        ref,
        serviceUserId,
        visitType: 'personal_care',
        careWorkersRequired: visit.secondCareWorker === undefined ? 1 : 2,
        funderRef: 'HCC',
        packageRef: '',
        notes: '',
      },
    })
    await db.visitPlan.create({
      data: {
        visitId: id,
        rev: 1,
        plannedStart: new Date(plannedStart),
        plannedEnd: new Date(plannedEnd),
        localDate: new Date(`${toLocal(plannedStart, zone).date}T00:00:00Z`),
        timeCritical: visit.timeCritical ?? false,
        timeCriticalReason: visit.timeCritical === true ? 'insulin' : '',
        status: visit.status ?? 'planned',
        by: 'rota',
        reason: '',
        recordedAt: longAgo,
      },
    })
    const refs = [visit.careWorker, ...(visit.secondCareWorker === undefined ? [] : [visit.secondCareWorker])]
    for (const [index, careWorker] of refs.entries()) {
      await db.visitAllocation.create({
        data: {
          id: randomUUID(),
          visitId: id,
          slot: index + 1,
          careWorkerId: careWorker === undefined ? null : (careWorkers.get(careWorker) ?? null),
          runRef: 'R1',
          runOrder,
          travelMinutes: 10,
          fromAt: longAgo,
          by: 'rota',
        },
      })
    }
    return id
  }
}

function e164(number: string): string {
  const parsed = parsePhoneNumber(number)
  if (parsed === undefined) throw new Error(`not a number for a story: ${number}`)
  return parsed
}

const CARE_WORKER = {
  gender: 'F',
  smartphone: true,
  languages: ['en'],
  transport: 'car',
  baseArea: 'HAR',
  basePostcode: '',
  contractType: 'permanent_full',
  standby: false,
  quietFrom: '',
  quietTo: '',
  dbsLevel: 'enhanced',
  status: 'active',
}

const SERVICE_USER = {
  gender: 'F',
  addressLine: '',
  town: '',
  postcode: '',
  area: '',
  areaType: 'urban',
  withheldNumber: false,
  noMobileSignal: false,
  relayUk: false,
  linePowerDependent: false,
  language: 'en',
  needsInterpreter: false,
  communicationNote: '',
  fundingType: 'council',
  funderRef: 'HCC',
  homeAuthority: 'HCC',
  packageRef: '',
  packageType: 'fixed_time',
  riskGrade: 'moderate',
  timeCriticalReason: '',
  timeCriticalAgreedBy: '',
  ifLateOrMissed: '',
  keyAccess: 'key_safe',
  skillsRequired: [],
  genderPreference: 'none',
  excludedWorkerRefs: [],
  choiceIfLate: 'ask',
  notes: '',
}

const CONTACT = {
  relationship: 'daughter',
  contactType: 'family',
  emergencyContact: true,
  canVisit: true,
  keyHolder: true,
  available: 'any_time',
  healthAttorney: false,
  knownCaller: true,
  language: 'en',
  notes: '',
}
