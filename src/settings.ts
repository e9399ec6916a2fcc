import { z } from 'zod'

/** Everything that can be set from outside, read once. Nothing else in `src` looks at the environment. */
export interface Settings {
  role: 'all' | 'web' | 'worker'
  /** where the program listens; a proxy in front of it speaks to the world */
  host: string
  port: number
  publicUrl: string
  databaseUrl: string | undefined
  redisUrl: string | undefined
  dataDir: string | undefined
  carrier: CarrierSettings
  callsPerSecond: number
  textsPerSecond: number
  demo: boolean
  smtpUrl: string | undefined
  heartbeatUrl: string | undefined
  sessionSecret: string | undefined
  apiToken: string | undefined
  logLevel: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace'
}

/** A real carrier, or the simulator in this program. */
export type CarrierSettings =
  | { kind: 'simulator' }
  | { kind: 'twilio'; accountSid: string; authTokens: [string, ...string[]]; baseUrl: string | undefined }

/** A setting that cannot be used: the message names it, says what is wrong and what to do. */
export class BadSetting extends Error {
  override readonly name = 'BadSetting'
}

const optional = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text))
  .optional()
const whole = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error })
}
const MANY_A_SECOND = 'must be a number from 0.1 to 1000, as many a second as your carrier account may send'
const perSecond = z.coerce
  .number({ error: MANY_A_SECOND })
  .min(0.1, { error: MANY_A_SECOND })
  .max(1000, { error: MANY_A_SECOND })
const oneOf = <Word extends string>(...words: readonly [Word, ...Word[]]) =>
  z.enum(words, { error: `must be one of ${words.join(', ')}` })
const webAddress = z.url({ protocol: /^https?$/, error: 'must be a full address that begins with http:// or https://' })

const Environment = z.object({
  LATELINE_ROLE: oneOf('all', 'web', 'worker').default('all'),
  HOST: z.string().trim().default('127.0.0.1'),
  PORT: whole(0, 65_535).default(3000),
  PUBLIC_URL: optional.pipe(webAddress.optional()),
  DATABASE_URL: optional.pipe(z.url({ protocol: /^postgres(ql)?$/, error: 'must begin with postgres://' }).optional()),
  REDIS_URL: optional.pipe(z.url({ protocol: /^rediss?$/, error: 'must begin with redis:// or rediss://' }).optional()),
  LATELINE_DATA_DIR: optional,
  TWILIO_ACCOUNT_SID: optional.pipe(
    z
      .string()
      .regex(/^AC[0-9a-fA-F]{32}$/, 'must be AC and 32 hexadecimal digits')
      .optional(),
  ),
  TWILIO_AUTH_TOKEN: optional,
  TWILIO_AUTH_TOKEN_SECONDARY: optional,
  TWILIO_API_BASE_URL: optional.pipe(webAddress.optional()),
  CARRIER_CALLS_PER_SECOND: perSecond.default(1),
  CARRIER_TEXTS_PER_SECOND: perSecond.default(10),
  LATELINE_DEMO: optional.pipe(oneOf('true', 'false').optional()),
  SMTP_URL: optional,
  HEARTBEAT_URL: optional.pipe(webAddress.optional()),
  SESSION_SECRET: optional.pipe(z.string().min(16, 'must have at least 16 characters').optional()),
  LATELINE_API_TOKEN: optional,
  LOG_LEVEL: oneOf('silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace').optional(),
})

/** The names of all settings there are. */
export const SETTING_NAMES: readonly string[] = Object.keys(Environment.shape)

/**
 * Reads the settings from an environment.
 *
 * @throws BadSetting with every setting that is wrong, its name, what is wrong and the remedy; never its value
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const read = Environment.safeParse(withoutEmpty(environment))
  if (!read.success) throw new BadSetting(read.error.issues.map(explain).join('\n'))
  const env = read.data
  const carrier = carrierOf(env)
  return {
    role: env.LATELINE_ROLE,
    host: env.HOST,
    port: env.PORT,
    publicUrl: publicUrlOf(env, carrier),
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    dataDir: env.LATELINE_DATA_DIR,
    carrier,
    callsPerSecond: env.CARRIER_CALLS_PER_SECOND,
    textsPerSecond: env.CARRIER_TEXTS_PER_SECOND,
    demo: env.LATELINE_DEMO === undefined ? carrier.kind === 'simulator' : env.LATELINE_DEMO === 'true',
    smtpUrl: env.SMTP_URL,
    heartbeatUrl: env.HEARTBEAT_URL,
    sessionSecret: env.SESSION_SECRET,
    apiToken: env.LATELINE_API_TOKEN,
    // on the screen of a demonstration only what matters
    logLevel: env.LOG_LEVEL ?? (carrier.kind === 'simulator' ? 'warn' : 'info'),
  }
}

type Env = z.output<typeof Environment>

function carrierOf(env: Env): CarrierSettings {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: token, TWILIO_AUTH_TOKEN_SECONDARY: second } = env
  if (accountSid === undefined && token === undefined) {
    if (env.LATELINE_ROLE === 'all') return { kind: 'simulator' }
    throw new BadSetting(
      `LATELINE_ROLE is ${env.LATELINE_ROLE}, but no carrier is set: the simulator runs only all in one. Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN, or LATELINE_ROLE=all.`,
    )
  }
  if (accountSid === undefined)
    throw new BadSetting('TWILIO_ACCOUNT_SID is missing although TWILIO_AUTH_TOKEN is set: set both, or neither.')
  if (token === undefined)
    throw new BadSetting('TWILIO_AUTH_TOKEN is missing although TWILIO_ACCOUNT_SID is set: set both, or neither.')
  return {
    kind: 'twilio',
    accountSid,
    authTokens: second === undefined ? [token] : [token, second],
    baseUrl: env.TWILIO_API_BASE_URL,
  }
}

function publicUrlOf(env: Env, carrier: CarrierSettings): string {
  if (env.PUBLIC_URL !== undefined) return env.PUBLIC_URL.replace(/\/+$/, '')
  if (carrier.kind === 'twilio') {
    throw new BadSetting(
      'PUBLIC_URL is missing: with a real carrier it must be the address by which the carrier reaches this program, for example https://line.example.',
    )
  }
  return `http://127.0.0.1:${env.PORT}`
}

function withoutEmpty(environment: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined || value.trim() === '' ? [] : [[name, value]],
    ),
  )
}

function explain(issue: { path: PropertyKey[]; message: string }): string {
  return `${issue.path.join('.')}: ${issue.message}. Correct it or leave it out; the README lists every setting.`
}
