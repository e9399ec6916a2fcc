import { resolveLocal } from '../cellar/local-time.ts'
import { machineClock } from '../clock.ts'
import { createQueues } from '../queue/backend.ts'
import { readSettings, type Settings } from '../settings.ts'
import { clockDifference } from '../store/beat.ts'
import { openDatabase, type Database } from '../store/database.ts'
import { migrate } from '../store/migrate.ts'
import { peopleOutOfReach } from '../store/out-of-reach.ts'
import { createTwilioCarrier } from '../twilio/client.ts'
import { isForPeople } from './for-people.ts'
import { createLog } from './log.ts'
import { IF_ANOTHER_IS_MEANT, openOwnDatabase, whichDatabase } from './own-database.ts'
import { onCallFlaws } from './on-call.ts'
import { redisTrouble } from './reach.ts'
import { loadFlows, loadWords } from './words.ts'

/** One thing looked at: well, to be minded, or wrong; and what to do about it. */
export interface Finding {
  what: string
  state: 'well' | 'mind' | 'wrong'
  note: string
}

type Check = () => Promise<Omit<Finding, 'what'>>

/** Looks at everything the line leans on. Never stops at the first thing that is wrong. */
export async function examine(environment: Record<string, string | undefined>): Promise<Finding[]> {
  let settings: Settings
  try {
    settings = readSettings(environment)
  } catch (error) {
    return [{ what: 'settings', state: 'wrong', note: error instanceof Error ? error.message : 'unreadable' }]
  }
  const log = createLog('silent')
  const findings: Finding[] = [
    { what: 'settings', state: 'well', note: `role ${settings.role}, carrier ${settings.carrier.kind}` },
  ]
  const look = async (what: string, check: Check) => void findings.push({ what, ...(await sheltered(check)) })
  await look('flows and texts', async () =>
    well(`${loadFlows().size} flows proved, ${Object.keys(loadWords().texts).length} texts`),
  )
  await look('time zones', async () => zoneCheck())
  await look('carrier', async () => carrierCheck(settings))
  let own: Awaited<ReturnType<typeof openOwnDatabase>> | undefined
  await look('database', async () => {
    own = await openOwnDatabase(settings, log)
    await migrate({ url: own.url, log })
    return well(`${whichDatabase(settings)}, migrations applied. ${IF_ANOTHER_IS_MEANT}`)
  })
  if (own === undefined) return findings
  const database = openDatabase(own.url, 4)
  const { url } = own
  await look('clock', async () => clockCheck(database))
  await look('queue', async () => queueCheck(url, settings))
  await look('people', async () => peopleCheck(database))
  await look('on call', async () => onCallCheck(database))
  await database.$disconnect()
  await own.stop()
  return findings
}

async function sheltered(check: Check): Promise<Omit<Finding, 'what'>> {
  try {
    return await check()
  } catch (error) {
    const note = isForPeople(error)
      ? error.message
      : `does not answer (${error instanceof Error ? error.name : 'unknown fault'})`
    return { state: 'wrong', note }
  }
}

/** The night of 25 October 2026 has 01:30 twice, wherever the host stands: wrong data would move every visit by an hour. */
function zoneCheck() {
  const autumn = resolveLocal({ date: '2026-10-25', time: '01:30' }, 'Europe/London', 'start')
  const spring = resolveLocal({ date: '2027-03-28', time: '01:30' }, 'Europe/London', 'start')
  const right = autumn.kind === 'repeated' && spring.kind === 'skipped'
  return right
    ? well('the clock changes of Europe/London are known')
    : wrong('the time zone data of this Node.js is out of date: install a newer one')
}

async function carrierCheck({ carrier, callsPerSecond, textsPerSecond }: Settings) {
  const pace = `${callsPerSecond} call${callsPerSecond === 1 ? '' : 's'} and ${textsPerSecond} texts a second are claimed`
  if (carrier.kind === 'simulator')
    return mind(`the simulator: no real phone rings. ${pace}. Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN to go live`)
  const log = createLog('silent')
  const port = createTwilioCarrier({
    accountSid: carrier.accountSid,
    authToken: carrier.authTokens[0],
    ...(carrier.baseUrl === undefined ? {} : { baseUrl: carrier.baseUrl }),
    timeoutMs: 10_000,
    log,
  })
  const limits = await port.limits()
  return mind(`${JSON.stringify(limits)}; ${pace}. Without an approved business profile only 2 calls may be up at once`)
}

async function clockCheck(database: Database) {
  const difference = Math.round(await clockDifference(database, machineClock.now))
  return Math.abs(difference) <= 1000
    ? well(`${difference} ms from the database's`)
    : wrong(`${difference} ms from the database's: set both by NTP`)
}

async function queueCheck(url: string, settings: Settings) {
  const trouble = settings.redisUrl === undefined ? undefined : await redisTrouble(settings.redisUrl)
  if (trouble !== undefined) return wrong(trouble)
  const queues = await createQueues({ url, redisUrl: settings.redisUrl, log: createLog('silent') })
  const health = await queues.health()
  await queues.close()
  return health.ok
    ? well(`${queues.kind}, ${health.waiting} jobs waiting`)
    : mind(`${health.why}; the loop does the work, half a second later`)
}

async function peopleCheck(database: Database) {
  const out = await peopleOutOfReach(database)
  if (out.total === 0) return mind('nobody is stored yet: lateline import FILE…')
  const problems = out.problems.slice(0, 20).map((p) => `\n         ${p}`)
  return out.problems.length === 0
    ? well(`${out.total} people, all can be reached`)
    : mind(`${out.problems.length} of ${out.total} people cannot be reached as planned:${problems.join('')}`)
}

/** A standing warning for as long as the plan is not put right. */
async function onCallCheck(database: Database) {
  const { branches, flaws, uncovered } = await onCallFlaws(database)
  if (branches === 0) return mind('no branch has a line yet: lateline import FILE…')
  if (flaws.length === 0) return well('the week to come is covered, by people whose numbers are proved')
  const first = flaws.slice(0, 20).map((flaw) => `\n         ${flaw}`)
  const note = `${flaws.length} things are wrong with the week to come:${first.join('')}`
  return uncovered ? wrong(note) : mind(note)
}

const well = (note: string) => ({ state: 'well' as const, note })
const mind = (note: string) => ({ state: 'mind' as const, note })
const wrong = (note: string) => ({ state: 'wrong' as const, note })
