import type { CarrierReport, SendOutcome } from '../cellar/ports.ts'
import { CODE, meaningOf } from './code-table.ts'
import { callStatus, NETWORK_ANSWER, textStatus } from './status-table.ts'

/**
 * A call's status in our words. What the network answered, or the carrier's code, says more than "failed".
 *
 * @param networkAnswer SIP response code, where the carrier gives one
 */
export function callReport(said: {
  providerId: string
  status: string
  code?: number | undefined
  networkAnswer?: number | undefined
}): CarrierReport {
  const { state, outcome } = callStatus(said.status)
  const closer = outcome === 'failed' ? (networkOutcome(said.networkAnswer) ?? codeOutcome(said.code)) : undefined
  return report(said.providerId, state, closer ?? outcome, said.code)
}

/** A text's status in our words; the code says why it did not arrive. */
export function textReport(said: { providerId: string; status: string; code?: number | undefined }): CarrierReport {
  const { state, outcome } = textStatus(said.status)
  const closer = outcome === 'failed' ? codeOutcome(said.code) : undefined
  return report(said.providerId, state, closer ?? outcome, said.code)
}

function networkOutcome(answer: number | undefined): SendOutcome | undefined {
  return answer === undefined ? undefined : NETWORK_ANSWER[answer]
}

function codeOutcome(code: number | undefined): SendOutcome | undefined {
  return code !== undefined && code in CODE ? meaningOf(code).outcome : undefined
}

function report(
  providerId: string,
  state: CarrierReport['state'],
  outcome: SendOutcome | undefined,
  code: number | undefined,
): CarrierReport {
  return { providerId, state, ...(outcome === undefined ? {} : { outcome }), ...(code === undefined ? {} : { code }) }
}
