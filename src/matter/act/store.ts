import type { Change, Party } from '../../cellar/change.ts'
import type {
  AgencyId,
  AttemptId,
  BranchId,
  CallId,
  CareWorkerId,
  CarrierAccountId,
  ContactId,
  DeliveryId,
  EventId,
  HandOverId,
  MatterId,
  OfficeItemId,
  ServiceUserId,
  VisitId,
} from '../../cellar/ids.ts'
import type { Instant, LocalDate, Zone } from '../../cellar/local-time.ts'
import type { PhoneNumber } from '../../cellar/phone-number.ts'
import type { Decision, DeliveryKind } from '../../cellar/ports.ts'
import type { AttemptFacts, ContactFacts } from '../../contact/attempt-facts.ts'
import type { LogInEvent } from '../../log-in/log-in-event.ts'
import type { NumberRest } from '../../escalation/ladder.ts'
import type { OfficeItemFacts } from '../../office-list/item.ts'
import type { HandOverFacts, OnCallItem, OnCallWatch } from '../../on-call/act/on-call-facts.ts'
import type { OnCall } from '../../on-call/ladder.ts'
import type { Stretch } from '../../on-call/plan.ts'
import type { BranchFacts, CareWorkerFacts, PersonFacts, ServiceUserFacts, VisitFacts } from '../../rota/visit-facts.ts'
import type { LogInShare } from '../../watch/feed-health.ts'
import type { PlannedPlace } from '../../watch/forecast.ts'
import type { VisitWatch } from '../../watch/act/visit-watch.ts'
import type { CallFacts } from '../../voice-flow/call-facts.ts'
import type { VisitPicture } from '../matter-facts.ts'

/**
 * The store as acts see it: load and lock, decide, hand back changes; all of them are written in the same transaction,
 * and only after it has been committed is anybody woken. A lost race for a lock is tried again, three times.
 */
export interface Store {
  act<Result>(work: (tx: Loading) => Promise<Decision<Result>>): Promise<Result>
  /** Writes one change that nothing has to be looked at for: a statement is a transaction by itself. */
  write(change: (now: Instant) => Change): Promise<void>
}

/**
 * What can be loaded within an act. Whatever is decided over is locked, always in the order visits (by id) → matter →
 * contacts; so load a visit's picture before anything that hangs on it.
 */
export interface Loading {
  /** one moment for the whole act */
  readonly now: Instant
  /** locked; undefined when it is not there or already processed */
  delivery(id: DeliveryId): Promise<DeliveryFacts | undefined>
  branchOfLine(line: string): Promise<BranchPlace | undefined>
  /** for what came to no line of ours; undefined while there is no branch at all */
  anyBranch(): Promise<BranchPlace | undefined>
  branch(id: BranchId): Promise<BranchPlace>
  whoHas(number: PhoneNumber, branch: BranchId): Promise<KnownPerson[]>
  /** everybody who works in a branch now: whose name may stand in a text */
  careWorkersOf(branch: BranchId): Promise<CareWorkerFacts[]>
  /** visits to a service user whose plan ends after `from` and starts before `until`, locked, by planned start */
  visitsTo(serviceUser: ServiceUserId, from: Instant, until: Instant): Promise<VisitFacts[]>
  /** how many answers in a row went to a number since a moment without anything done */
  emptyAnswers(number: PhoneNumber, branch: BranchId, since: Instant): Promise<number>
  /** when the same sender's last text before this one came, if it had the very same words and came after `since` */
  sameTextBefore(delivery: DeliveryId, since: Instant): Promise<Instant | undefined>
  /** what a code of an agency was last given out for; undefined when it never was */
  replyCode(agency: AgencyId, code: string): Promise<ReplyCode | undefined>
  /** whether this number was ever asked this about a visit since a moment, answered or not */
  wasAsked(asked: { number: PhoneNumber; about: string; visit: string; since: Instant }): Promise<boolean>
  openQuestion(number: PhoneNumber, branch: BranchId): Promise<OpenQuestion | undefined>
  /** visits whose plan ends after `from` and starts before `until`, locked, by planned start */
  visitsOf(careWorker: CareWorkerId, from: Instant, until: Instant): Promise<VisitFacts[]>
  /** the visit, its open matter, contacts and office items, all locked */
  picture(visit: VisitId): Promise<VisitPicture>
  matterVisit(id: MatterId): Promise<VisitId | undefined>
  /** locked, after its visit's picture where it has a visit; undefined when it is not there */
  contact(id: ContactId): Promise<{ contact: ContactFacts; picture: VisitPicture | undefined } | undefined>
  contactOfAttempt(id: AttemptId): Promise<ContactId | undefined>
  attemptOfProvider(providerId: string): Promise<AttemptId | undefined>
  /** an attempt that the carrier is to be asked about; nothing is locked while it is */
  doubtful(id: AttemptId): Promise<DoubtfulAttempt | undefined>
  /** provider ids that other attempts have already adopted */
  adopted(providerIds: string[]): Promise<Set<string>>
  /** whom to ring now, first first: the on-call managers by tier, then the office, the responsible person, the last resort */
  dutyLadder(branch: BranchId): Promise<DutyNumber[]>
  /** the out-of-hours plan of a branch, with everybody it names, for a stretch of time */
  onCall(branch: BranchId, stretch: Stretch): Promise<OnCall>
  /** locked; undefined for a branch whose watch is not on */
  onCallWatch(branch: BranchId): Promise<OnCallWatch | undefined>
  /** what stands on the office list about the plan itself */
  onCallItems(branch: BranchId): Promise<OnCallItem[]>
  /** locked, with the contact that rings for it */
  handOver(id: HandOverId): Promise<HandOverFacts | undefined>
  /** what is known of the calls to these numbers, whatever they were about; but for one attempt */
  numberRests(numbers: readonly PhoneNumber[], but?: AttemptId): Promise<NumberRest[]>
  /** the codes given out for a matter */
  codesOf(matter: MatterId): Promise<{ code: string; partyId: string; expiresAt: Instant }[]>
  /** the codes that must not be given out: of the day, still holding, or of an open matter; nobody else gives one out before this act is stored */
  codesGiven(agency: AgencyId, date: LocalDate): Promise<Set<string>>
  /** how a matter stands that a code was given for, open or closed; nothing is locked */
  matterStanding(id: MatterId): Promise<MatterStanding | undefined>
  officeItem(id: OfficeItemId): Promise<{ item: OfficeItemFacts; contacts: ContactFacts[] } | undefined>
  call(id: CallId): Promise<CallFacts | undefined>
  callOfProvider(providerId: string): Promise<CallFacts | undefined>
  /** who is known by the number on the other end of a call */
  peopleOfCall(call: CallFacts): Promise<KnownPerson[]>
  /** whether the carrier would refuse a text to this number, since whoever has it sent STOP */
  textsStopped(number: PhoneNumber): Promise<boolean>
  /** items of a kind that still stand on the office list about a number */
  openItems(number: PhoneNumber, branch: BranchId, kind: string): Promise<OfficeItemId[]>
  /** how often this number rang the line since a moment */
  callsFrom(number: PhoneNumber, since: Instant): Promise<number>
  manager(id: string): Promise<PersonFacts | undefined>
  /** how a branch's visits were looked over last, locked; undefined where its watch is not on */
  visitWatch(branch: BranchId): Promise<VisitWatch | undefined>
  /** gives visits of the next day that have no check their first one */
  watchVisits(branch: BranchId): Promise<void>
  /** visits that began after `from` and up to `until`, and at how many a care worker was heard of */
  logInShare(branch: BranchId, from: Instant, until: Instant): Promise<LogInShare>
  /** every place of every visit that starts in a stretch of time */
  plannedPlaces(branch: BranchId, from: Instant, until: Instant): Promise<PlannedPlace[]>
  /** what a log-in event of another system points at; its place in words where that cannot be told */
  logInRefs(event: LogInEvent): Promise<LogInRefs>
  /** whether a fact with this source and reference is stored already */
  isKnownFact(source: string, sourceRef: string): Promise<boolean>
  /** what this care worker's last text or call said of visits' times, as far as it still stands and came after `since` */
  lastSaid(careWorker: CareWorkerId, since: Instant): Promise<{ visitId: VisitId; eventId: EventId }[]>
}

/** What the references of a log-in event were found to be. */
export interface LogInRefs {
  place: BranchPlace | string
  visitId?: VisitId
  careWorkerId?: CareWorkerId
  serviceUserId?: ServiceUserId
}

export interface DeliveryFacts {
  id: DeliveryId
  kind: DeliveryKind
  providerId: string
  seq: number
  attemptId: AttemptId | undefined
  raw: Record<string, string>
  receivedAt: Instant
}

export interface BranchPlace {
  agencyId: AgencyId
  branchId: BranchId
  accountId: CarrierAccountId
  zone: Zone
  facts: BranchFacts
}

/** Somebody known by a number. A number can be several people's: a couple on one line, a shared mobile. */
export type KnownPerson =
  | { kind: 'care-worker'; careWorker: CareWorkerFacts }
  | { kind: 'service-user'; serviceUser: ServiceUserFacts }
  | { kind: 'service-user-contact'; id: string; name: string; serviceUser: ServiceUserFacts }
  | { kind: 'manager'; manager: PersonFacts }

/** A matter that somebody asks about by code. */
export interface MatterStanding {
  visitId: VisitId
  person: string
  planned: Instant
  closedAt: Instant | undefined
}

/** A code that was given out, to one person, for one thing, for one day. */
export interface ReplyCode {
  target: { kind: string; id: string }
  party: { kind: string; id: string }
  expiresAt: Instant
  usedAt: Instant | undefined
}

export interface OpenQuestion {
  id: string
  about: string
  details: Record<string, unknown>
  askedAt: Instant
}

/** One number of the ladder that is rung when a human must act. */
export interface DutyNumber {
  number: PhoneNumber
  party: Party
  whom: string
  /** who this is in the out-of-hours plan */
  role: 'office' | 'on-call' | 'responsible-person' | 'last-resort'
  /** rungs of one height; lower is rung first. Of a manager on call their tier, from 1; others lie before or behind those */
  tier: number
}

/** Attempts that a look-up asks the carrier about. */
export interface DoubtfulAttempt {
  attempt: AttemptFacts
  from: PhoneNumber
  words: string | undefined
  lookUpAt: Instant | undefined
  /** the moment as of which it was loaded */
  asOf: Instant
}
