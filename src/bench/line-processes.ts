import { z } from 'zod'
import { type Child, startChild } from './child.ts'
import type { Stage } from './measure.ts'
import { MEASURED } from './seed/agency.ts'

const Port = z.object({ port: z.number() })

export interface LineProcess {
  child: Child
  port: number
}

export interface LineNeeds {
  role: 'web' | 'worker'
  databaseUrl: string
  /** the stand-in carrier's port */
  carrierPort?: number
  perSecond?: number
  publicUrl?: string
}

/** The program as it is started for real, in this role. */
export async function startLine(stage: Stage, needs: LineNeeds): Promise<LineProcess> {
  const child = await startChild(stage, 'line', {
    LATELINE_ROLE: needs.role,
    LATELINE_DEMO: 'false',
    PORT: '0',
    PUBLIC_URL: needs.publicUrl ?? MEASURED.publicUrl,
    DATABASE_URL: needs.databaseUrl,
    TWILIO_ACCOUNT_SID: MEASURED.accountSid,
    TWILIO_AUTH_TOKEN: MEASURED.authToken,
    TWILIO_API_BASE_URL: `http://127.0.0.1:${needs.carrierPort ?? 9}`,
    CARRIER_CALLS_PER_SECOND: String(needs.perSecond ?? 1),
    CARRIER_TEXTS_PER_SECOND: String(needs.perSecond ?? 10),
    LOG_LEVEL: 'warn',
  })
  return listening(child)
}

/** Starts what listens on a port of its own. */
export async function listening(child: Child): Promise<LineProcess> {
  const { port } = await child.ask('start', null, Port)
  return { child, port }
}

export async function startStandInCarrier(stage: Stage): Promise<LineProcess> {
  return listening(await startChild(stage, 'stand-in-carrier'))
}

/** Runs `work` with things that are to be stopped afterwards, whatever happens; the last opened is stopped first. */
export async function withAll<Result>(
  work: (open: <One>(one: Promise<One>, stop: (one: One) => Promise<unknown>) => Promise<One>) => Promise<Result>,
): Promise<Result> {
  const stops: (() => Promise<unknown>)[] = []
  const open = async <One>(one: Promise<One>, stop: (one: One) => Promise<unknown>): Promise<One> => {
    const opened = await one
    stops.push(() => stop(opened))
    return opened
  }
  try {
    return await work(open)
  } finally {
    for (const stop of stops.toReversed()) await stop().catch(() => undefined)
  }
}
