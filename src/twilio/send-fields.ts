import type { CallToPlace, TextToSend } from '../cellar/ports.ts'

/** What is asked of the carrier for a call. Machine detection runs beside the call: nobody waits in silence for it. */
export function callFields(call: CallToPlace, fallbackUrl: string | undefined) {
  return {
    from: call.from,
    to: call.to,
    url: call.answerUrl,
    method: 'POST',
    ...(fallbackUrl === undefined ? {} : { fallbackUrl, fallbackMethod: 'POST' }),
    statusCallback: call.statusUrl,
    statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
    statusCallbackMethod: 'POST',
    timeout: within(call.ringSeconds, 5, 600),
    ...(call.detectMachine ? machineFields(call.machineUrl) : {}),
  }
}

/** What is asked of the carrier for a text; it is not sent once it is no longer true. */
export function textFields(text: TextToSend) {
  return {
    from: text.from,
    to: text.to,
    body: text.body,
    statusCallback: text.statusUrl,
    validityPeriod: within(text.validSeconds, 1, 36_000),
  }
}

function machineFields(machineUrl: string) {
  return {
    machineDetection: 'Enable',
    asyncAmd: 'true',
    asyncAmdStatusCallback: machineUrl,
    asyncAmdStatusCallbackMethod: 'POST',
  }
}

function within(seconds: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(seconds)))
}
