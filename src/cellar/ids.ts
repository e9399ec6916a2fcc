/**
 * Names for rows that must not be mixed up: a visit's id is not a matter's id, and the compiler knows it.
 * Each kind has a type and the one function of the same name that makes it.
 */
declare const kind: unique symbol

/** An id of one kind. At run time it is the plain string. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind }

export type AgencyId = Id<'agency'>
export type BranchId = Id<'branch'>
export type CarrierAccountId = Id<'carrier account'>
export type PhoneLineId = Id<'phone line'>
export type PersonId = Id<'person'>
export type ServiceUserId = Id<'service user'>
export type ServiceUserContactId = Id<'service user contact'>
export type CareWorkerId = Id<'care worker'>
export type ManagerId = Id<'on-call manager'>
export type CommissionerId = Id<'commissioner'>
export type ContractId = Id<'contract'>
export type DefinitionId = Id<'definition'>
export type RunId = Id<'run'>
export type VisitId = Id<'visit'>
export type EventId = Id<'event'>
export type DeliveryId = Id<'inbound delivery'>
export type MatterId = Id<'matter'>
export type ContactId = Id<'contact'>
export type AttemptId = Id<'attempt'>
export type CallId = Id<'call'>
export type EscalationId = Id<'escalation'>
export type AcceptanceId = Id<'acceptance'>
export type OnCallPlanId = Id<'on-call plan'>
export type TierId = Id<'tier'>
export type ShiftId = Id<'shift'>
export type HandOverId = Id<'hand-over'>
export type CoverSearchId = Id<'cover search'>
export type CoverOfferId = Id<'cover offer'>
export type OfficeItemId = Id<'office item'>
export type RecordId = Id<'record'>
export type IncidentId = Id<'incident'>

/**
 * Each maker checks that the text can be an id everywhere it travels (database, web address, queue): 1 to 64 letters,
 * digits, `-` or `_`, and not digits alone, which the queue refuses.
 *
 * @throws RangeError otherwise
 */
export const agencyId = makerOf<AgencyId>('agency')
export const branchId = makerOf<BranchId>('branch')
export const carrierAccountId = makerOf<CarrierAccountId>('carrier account')
export const phoneLineId = makerOf<PhoneLineId>('phone line')
export const personId = makerOf<PersonId>('person')
export const serviceUserId = makerOf<ServiceUserId>('service user')
export const serviceUserContactId = makerOf<ServiceUserContactId>('service user contact')
export const careWorkerId = makerOf<CareWorkerId>('care worker')
export const managerId = makerOf<ManagerId>('on-call manager')
export const commissionerId = makerOf<CommissionerId>('commissioner')
export const contractId = makerOf<ContractId>('contract')
export const definitionId = makerOf<DefinitionId>('definition')
export const runId = makerOf<RunId>('run')
export const visitId = makerOf<VisitId>('visit')
export const eventId = makerOf<EventId>('event')
export const deliveryId = makerOf<DeliveryId>('inbound delivery')
export const matterId = makerOf<MatterId>('matter')
export const contactId = makerOf<ContactId>('contact')
export const attemptId = makerOf<AttemptId>('attempt')
export const callId = makerOf<CallId>('call')
export const escalationId = makerOf<EscalationId>('escalation')
export const acceptanceId = makerOf<AcceptanceId>('acceptance')
export const onCallPlanId = makerOf<OnCallPlanId>('on-call plan')
export const tierId = makerOf<TierId>('tier')
export const shiftId = makerOf<ShiftId>('shift')
export const handOverId = makerOf<HandOverId>('hand-over')
export const coverSearchId = makerOf<CoverSearchId>('cover search')
export const coverOfferId = makerOf<CoverOfferId>('cover offer')
export const officeItemId = makerOf<OfficeItemId>('office item')
export const recordId = makerOf<RecordId>('record')
export const incidentId = makerOf<IncidentId>('incident')

/** Whether a text from outside (a callback's address, say) can be an id at all. */
export function isIdText(text: string): boolean {
  return /^(?!\d+$)[A-Za-z0-9_-]{1,64}$/.test(text)
}

function makerOf<Made extends Id<string>>(of: string): (text: string) => Made {
  const isMade = (text: string): text is Made => isIdText(text)
  return (text) => {
    if (isMade(text)) return text
    throw new RangeError(`Not an id of a ${of}: 1 to 64 letters, digits, "-" or "_" are needed, and not digits alone.`)
  }
}
