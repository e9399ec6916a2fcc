import type { Logger } from 'pino'
import type { Carrier } from '../cellar/ports.ts'
import { readableNumber, type PhoneNumber } from '../cellar/phone-number.ts'
import type { AdvancingClock } from '../clock.ts'
import type { CarrierSettings, Settings } from '../settings.ts'
import type { PhoneBookEntry } from '../store/phone-book.ts'
import { createSimulator, type Simulator } from '../simulator/simulator.ts'
import { createTwilioCarrier } from '../twilio/client.ts'
import { webAddresses, type WebAddresses } from '../twilio/web-addresses.ts'

/** The account of the simulator, where no carrier is set. Not a secret: it is reached on loopback only. */
export const SIMULATED = { accountSid: `AC${'0'.repeat(31)}1`, authToken: 'the-simulator-signs-with-this' }

/** How long to wait for the carrier's answer before it counts as unknown. */
const TIMEOUT_MS = 10_000

export interface OpenCarrier {
  port: Carrier
  accountSid: string
  authTokens: string[]
  addresses: WebAddresses
  simulator: Simulator | undefined
}

export interface CarrierDeps {
  settings: Settings
  clock: AdvancingClock
  log: Logger
  lines: { number: PhoneNumber; agency: string }[]
  /** whose phones the simulator shows */
  phoneBook: PhoneBookEntry[]
  /** where the simulator's handsets keep their texts */
  handsetsFile: string | undefined
}

/** The carrier that is set, or the simulator in its place: the same client, the same signatures, another base URL. */
export function openCarrier(deps: CarrierDeps): OpenCarrier {
  const { settings, log } = deps
  const addresses = webAddresses(settings.publicUrl)
  const account = accountOf(settings.carrier)
  const baseUrl = settings.carrier.kind === 'twilio' ? settings.carrier.baseUrl : `http://127.0.0.1:${settings.port}`
  const port = createTwilioCarrier({
    accountSid: account.accountSid,
    authToken: account.authTokens[0],
    ...(baseUrl === undefined ? {} : { baseUrl }),
    timeoutMs: TIMEOUT_MS,
    fallbackUrl: addresses.fallback,
    log,
  })
  const simulator = settings.carrier.kind === 'simulator' ? simulatorFor(deps, addresses) : undefined
  return { port, ...account, addresses, simulator }
}

/** The name of the account that a line belongs to at its carrier. */
export function accountName(carrier: CarrierSettings): string {
  return accountOf(carrier).accountSid
}

function accountOf(carrier: CarrierSettings): { accountSid: string; authTokens: [string, ...string[]] } {
  if (carrier.kind === 'twilio') return carrier
  return { accountSid: SIMULATED.accountSid, authTokens: [SIMULATED.authToken] }
}

function simulatorFor(
  { settings, clock, log, lines, phoneBook, handsetsFile }: CarrierDeps,
  addresses: WebAddresses,
): Simulator {
  return createSimulator({
    ...SIMULATED,
    clock,
    log,
    lines: lines.map(({ number, agency }) => ({
      number,
      name: `${agency} ${readableNumber(number)}`,
      smsUrl: addresses.inboundText,
      voiceUrl: addresses.inboundCall,
      statusCallback: addresses.inboundCallStatus,
      fallbackUrl: addresses.fallback,
    })),
    numbers: phoneBook.map(handsetOf),
    settings: { callsPerSecond: settings.callsPerSecond },
    ...(handsetsFile === undefined ? {} : { keepIn: handsetsFile }),
  })
}

function handsetOf({ number, name, role }: PhoneBookEntry) {
  const kind = number.startsWith('+447') ? ('mobile' as const) : ('landline' as const)
  return { number, name, kind, owner: role.replace('-', ' ') }
}
