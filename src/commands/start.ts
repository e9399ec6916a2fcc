import { join } from 'node:path'
import { Command } from 'commander'
import { createAdvancingClock } from '../clock.ts'
import { createLine, type Line } from '../compose.ts'
import { demonstration } from '../compose/demonstration.ts'
import { listen } from '../compose/listen.ts'
import { createLog } from '../compose/log.ts'
import { holdAlone } from '../compose/only-one.ts'
import { openOwnDatabase, whichDatabase } from '../compose/own-database.ts'
import { redisTrouble } from '../compose/reach.ts'
import { quietKnownWarnings } from '../compose/warnings.ts'
import { loadFlows, loadWords } from '../compose/words.ts'
import { readSettings, type Settings } from '../settings.ts'

export function startCommand(): Command {
  return new Command('start')
    .description('start the line (the same as npm start); settings come from the environment')
    .action(() => startFromEnvironment(process.env))
}

/** Starts the line and ends it on SIGINT or SIGTERM. Throws before anything runs when a setting, flow or text is wrong. */
export async function startFromEnvironment(environment: Record<string, string | undefined>): Promise<void> {
  quietKnownWarnings(process)
  const settings = readSettings(environment)
  const log = createLog(settings.logLevel)
  const say = (words: string) => void process.stdout.write(`${words}\n`)
  loadFlows()
  loadWords()
  await portIsFree(settings)
  const trouble = settings.redisUrl === undefined ? undefined : await redisTrouble(settings.redisUrl)
  if (trouble !== undefined) say(`${trouble} Until then the loop over due rows does its work, half a second later.`)
  const simulated = settings.carrier.kind === 'simulator'
  const clock = createAdvancingClock()
  const demo = settings.demo ? demonstration(settings, clock, log, say) : undefined
  let letGo: (() => Promise<void>) | undefined
  let line: Line | undefined
  let endLife: (() => Promise<void>) | undefined
  let stopping: Promise<void> | undefined
  // From here on there is something to end in good order: a database that is just being made, an agency that is just being
  // brought up to today.
  const stop = () => {
    stopping ??= end()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  if (settings.databaseUrl === undefined) say(`Starting ${whichDatabase(settings)} …`)
  const opening = openOwnDatabase(settings, log)
  async function end(): Promise<void> {
    say('Coming to an end …')
    const database = await opening.catch(() => undefined) // what was cut off complains, and that is no fault
    await endLife?.()
    await line?.stop()
    await letGo?.()
    await database?.stop()
    process.exit(0)
  }

  const database = await opening.catch((error: unknown) => {
    if (stopping === undefined) throw error
    return undefined
  })
  if (database === undefined || stopping !== undefined) return stopping
  try {
    if (simulated) letGo = await holdAlone(database.url, whichDatabase(settings), settings.port)
    line = await createLine({
      settings,
      databaseUrl: database.url,
      log,
      clock,
      ...(demo === undefined ? {} : { seed: demo.seed }),
      ...(database.folder === undefined ? {} : { handsetsFile: join(database.folder, 'handsets.json') }),
    })
    const port = await line.start()
    if (simulated) endLife = demo?.begin(`http://127.0.0.1:${port}`)
    for (const words of greeting(settings, port)) say(words)
  } catch (error) {
    if (stopping !== undefined) return stopping
    await database.stop() // or our own PostgreSQL would be left behind
    throw error
  }
}

/** Before anything is begun: a second program must not touch the first one's database and then find the port taken. */
async function portIsFree({ port, host }: Settings): Promise<void> {
  const { server } = await listen(() => undefined, port, host)
  await new Promise((closed) => server.close(closed))
}

function greeting(settings: Settings, port: number): string[] {
  const here = `Lateline is ready: ${settings.publicUrl} (role ${settings.role}, port ${port}).`
  if (settings.carrier.kind !== 'simulator') return [here]
  return [
    here,
    `Open ${settings.publicUrl}/phones : every phone of the demonstration is on that page, and no real one rings. Ctrl-C ends it.`,
  ]
}
