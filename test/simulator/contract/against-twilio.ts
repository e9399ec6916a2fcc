/**
 * Holds the stand-in carrier and Lateline's own requests to Twilio's description of its API: Prism stands between
 * client and carrier and checks both ways. It covers the REST API only; webhooks are not described there.
 *
 * Run by `.ci/prism`, which installs Prism and the descriptions beside the project: `tsx against-twilio.ts FOLDER`.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setStage } from '../stage.ts'
import { mendRepeatedFields, readDescription, unknownFields, writeDescription } from './descriptions.ts'
import { lookupExercises, ownExercises, sdkExercises, type Exercise } from './exercises.ts'
import { plantedViolations } from './planted.ts'
import { mendByExample } from './mend-by-example.ts'
import { clientThrough, startPrism, type Prism } from './prism.ts'

const [, , folder] = process.argv
if (folder === undefined) throw new Error('Name the folder in which Prism and Twilio’s descriptions are installed')

const say = (words: string): void => void process.stdout.write(`${words}\n`)
const bin = join(folder, 'node_modules/.bin/prism')
const described = join(folder, 'node_modules/@twilio/cli-core/src/services/twilio-api')
const served = /\/Accounts\/\{(Account)?Sid\}(\.json|\/(Calls|Messages|IncomingPhoneNumbers)(\.json|\/\{Sid\}\.json))$/
const { description: api, mended } = mendByExample(
  readDescription(join(described, 'twilio_api_v2010.json'), (path) => served.test(path)),
)
const { description: lookups, mended: lookupsMended } = mendByExample(
  readDescription(join(described, 'twilio_lookups_v2.json'), (path) => path === '/v2/PhoneNumbers/{PhoneNumber}'),
)
say(
  `Twilio's description, mended: ${mendRepeatedFields(api)} repeated fields, ${mended + lookupsMended} contradictions of its own examples`,
)
const apiFile = writeDescription(api, join(folder, 'api.json'))
const lookupFile = writeDescription(lookups, join(folder, 'lookups.json'))

let violations = 0
const stage = await setStage({ settings: { callsPerSecond: 100 } })
const started: Prism[] = []
try {
  const [apiUrl, lookupUrl] = [await prismBefore(apiFile), await prismBefore(lookupFile)]
  await go('Between client and carrier', [
    ...sdkExercises(clientThrough(apiUrl), stage),
    ...ownExercises(apiUrl, stage),
    ...lookupExercises(clientThrough(lookupUrl)),
  ])
  await go('Names of fields', [...namesOfFields()])
  const planted = {
    prismUrl: apiUrl,
    prismBin: bin,
    descriptionFile: apiFile,
    description: api,
    port: await freePort(),
  }
  await go('Planted violations', plantedViolations(planted))
} finally {
  await Promise.all(started.map((prism) => prism.stop()))
  await stage.close()
}
say(violations === 0 ? "The carrier keeps Twilio's contract" : `${violations} violations of Twilio's contract`)
process.exitCode = violations === 0 ? 0 : 1

async function prismBefore(description: string): Promise<string> {
  const prism = await startPrism(bin, description, await freePort(), stage.apiUrl)
  started.push(prism)
  return prism.url
}

async function go(title: string, exercises: Exercise[]): Promise<void> {
  say(`\n${title}`)
  for (const [name, run] of exercises) {
    try {
      await run()
      say(`  ok    ${name}`)
    } catch (error) {
      violations += 1
      say(`  WRONG ${name}\n        ${inWords(error)}`)
    }
  }
}

function inWords(error: unknown): string {
  return error instanceof Error ? `${error.message} ${JSON.stringify(error)}` : String(error)
}

/** Every form and query that reached the carrier, against the names that Twilio knows. */
function* namesOfFields(): Generator<Exercise> {
  const requests = stage.log().filter((entry) => entry.kind === 'request')
  if (requests.length < 20)
    throw new Error(`Only ${requests.length} requests reached the carrier: the exercises looked at nothing`)
  for (const { detail } of requests) {
    const { operation, method, path, form, query } = detail
    const names = [...Object.keys(Object(form)), ...Object.keys(Object(query))]
    const description = String(path).startsWith('/v2/') ? lookups : api
    const unknown = unknownFields(description, String(method), String(path), names)
    if (unknown.length === 0) continue
    yield [String(operation), () => Promise.reject(new Error(`Twilio does not know ${unknown.join(', ')}`))]
  }
  yield [`${requests.length} requests looked at`, () => Promise.resolve()]
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
