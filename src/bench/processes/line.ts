/** The whole program in a process of its own, in the role that its environment says. */
import { createLog } from '../../compose/log.ts'
import { createLine } from '../../compose.ts'
import { readSettings } from '../../settings.ts'
import { answerParent } from './answer-parent.ts'

const settings = readSettings(process.env)
if (settings.databaseUrl === undefined) throw new Error('DATABASE_URL is missing: the measurement sets it')
const line = await createLine({ settings, databaseUrl: settings.databaseUrl, log: createLog(settings.logLevel) })

answerParent({ start: async () => ({ port: await line.start() }) }, () => line.stop())
