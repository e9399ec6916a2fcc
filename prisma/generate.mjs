/**
 * Writes the Prisma client from schema.prisma into src/store/prisma-client (not kept in git). Runs after every
 * `npm ci`, and as `npm run generate` after a change of the schema. Says nothing unless something went wrong.
 */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { spawnSync } from 'node:child_process'

const project = resolve(import.meta.dirname, '..')
const schema = resolve(project, 'prisma/schema.prisma')
const client = resolve(project, 'src/store/prisma-client/client.ts')
const cli = prismaCommand()

// An image may copy package.json and install before it copies the rest: nothing to generate from yet.
if (!existsSync(schema)) console.log('prisma/schema.prisma is not here yet: run "npm run generate" once it is.')
else if (cli !== undefined) generate(cli)
else if (!existsSync(client))
  fail('The database client is not generated, and the prisma package (a dev dependency) is not installed.')

function generate(command) {
  const run = spawnSync(process.execPath, [command, 'generate', '--no-hints'], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  })
  if (run.status !== 0)
    fail(`prisma generate failed (${run.status ?? run.signal}):\n${run.stdout}${run.stderr}${run.error ?? ''}`)
}

function prismaCommand() {
  try {
    const manifest = createRequire(import.meta.url).resolve('prisma/package.json')
    return resolve(dirname(manifest), 'build/index.js')
  } catch {
    return undefined
  }
}

function fail(what) {
  console.error(
    `${what}\nRun "npm ci" with the dev dependencies; afterwards "npm prune --omit=dev" may take them away again.`,
  )
  process.exitCode = 1
}
