import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { readMark } from '../../src/store/embedded/in-use.ts'
import { runningPostmaster, stopPostmaster } from '../../src/store/embedded/postmaster.ts'
import { isSameAndAlive, ourMark } from '../../src/store/embedded/processes.ts'
import { folders, roomyFolder } from './roomy-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the database server of this run; the first test that wants a database starts it there. */
    testDataDir: string
  }
}

const prefix = 'lateline-test-'

/** One folder for the run's database server. Afterwards the server is stopped, if any test started it, and the folder removed. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep()
  const folder = await mkdtemp(join(await roomyFolder(), prefix))
  // Run by root, the server is another user's.
  await chmod(folder, 0o711)
  await writeFile(join(folder, 'run.json'), JSON.stringify(ourMark()))
  const dataDir = join(folder, 'database')
  await mkdir(dataDir)
  project.provide('testDataDir', dataDir)
  return () => remove(folder)
}

/** Servers and folders of runs that were killed. */
async function sweep(): Promise<void> {
  for (const parent of folders) {
    const names = await readdir(parent).catch(() => [])
    for (const name of names.filter((found) => found.startsWith(prefix))) {
      const run = await readMark(join(parent, name, 'run.json'))
      if (run !== undefined && !isSameAndAlive(run)) await remove(join(parent, name)).catch(() => undefined)
    }
  }
}

async function remove(folder: string): Promise<void> {
  const data = join(folder, 'database', 'postgres')
  const server = await runningPostmaster(data)
  if (server !== undefined) await stopPostmaster(server.pid, data)
  await rm(folder, { recursive: true, force: true })
}
