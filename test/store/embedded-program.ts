/** A program of its own that uses the embedded database until it is told "stop" on stdin, or killed. */
import { createInterface } from 'node:readline'
import { startEmbedded } from '../../src/store/embedded.ts'
import { quietLog } from '../support/quiet-log.ts'

const [dataDir, durability] = process.argv.slice(2)
try {
  const { adopted, url, stop } = await startEmbedded({
    dataDir,
    durability: durability === 'full' ? 'full' : 'tests',
    log: quietLog,
  })
  console.log(JSON.stringify({ adopted, url }))
  for await (const line of createInterface({ input: process.stdin })) if (line === 'stop') break
  await stop()
  console.log(JSON.stringify({ stopped: true }))
  process.exit(0)
} catch (error) {
  console.log(JSON.stringify({ error: error instanceof Error ? error.message : String(error) }))
  process.exit(1)
}
