import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { accountSid, anna, lineNumber } from '../stage.ts'
import { unknownFields, type readDescription } from './descriptions.ts'
import type { Exercise } from './exercises.ts'
import { clientThrough, startPrism } from './prism.ts'

type Description = ReturnType<typeof readDescription>

/** Violations that must be noticed: a check that lets these pass looks at nothing. */
export function plantedViolations(deps: {
  prismUrl: string
  prismBin: string
  descriptionFile: string
  description: Description
  port: number
}): Exercise[] {
  const calls = `/2010-04-01/Accounts/${accountSid}/Calls.json`
  return [
    [
      'notices a wrong request',
      () =>
        mustFail(
          clientThrough(deps.prismUrl).calls.create({
            to: anna,
            from: lineNumber,
            twiml: '<Response/>',
            statusCallbackMethod: 'SHOUT',
          }),
        ),
    ],
    [
      'notices a wrong answer',
      async () => {
        const liar = createServer((_request, response) => {
          response
            .writeHead(200, { 'content-type': 'application/json' })
            .end(JSON.stringify({ calls: [{ sid: 17, status: 'asleep' }] }))
        })
        await new Promise<void>((resolve) => liar.listen(0, '127.0.0.1', resolve))
        const upstream = `http://127.0.0.1:${(liar.address() as AddressInfo).port}`
        const prism = await startPrism(deps.prismBin, deps.descriptionFile, deps.port, upstream)
        try {
          await mustFail(clientThrough(prism.url).calls.list({ limit: 1 }))
        } finally {
          await prism.stop()
          liar.close()
        }
      },
    ],
    [
      'notices an unknown field',
      async () => {
        const found = unknownFields(deps.description, 'POST', calls, ['To', 'StatusCallBack'])
        if (found.join() !== 'StatusCallBack') throw new Error(`The check of field names found "${found.join()}"`)
      },
    ],
  ]
}

async function mustFail(request: Promise<unknown>): Promise<void> {
  const outcome = await request.then(
    () => 'passed unnoticed',
    (error: unknown) => String(error),
  )
  if (outcome === 'passed unnoticed') throw new Error('A planted violation passed unnoticed')
  if (!outcome.includes('Prism, at')) throw new Error(`A planted violation was met by something else: ${outcome}`)
}
