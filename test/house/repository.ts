/** The files of the repository, as git tracks them; as they lie on the disk where there is no git. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SourceFile } from './read-source.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const NOT_OURS = /^(?:node_modules|coverage|reports|\.git|\.lateline)(?:\/|$)|^src\/store\/prisma-client\/|\.log$/

/** Paths from the top of the repository, with `/`: what git tracks, and new files that it does not ignore. */
export function repositoryFiles(): string[] {
  const listed = existsSync(join(ROOT, '.git')) ? fromGit() : fromDisk('')
  return listed.filter((path) => !NOT_OURS.test(path) && existsSync(join(ROOT, path)))
}

/** All source files, by their paths below `src`. */
export function sourceFiles(): SourceFile[] {
  return repositoryFiles()
    .filter((path) => /^src\/.*\.(?:ts|mts|js|mjs)$/.test(path))
    .map((path) => ({ path: path.slice('src/'.length), text: readFileSync(join(ROOT, path), 'utf8') }))
}

/** A file's text; undefined when it is not text (a picture, say). */
export function readText(path: string): string | undefined {
  const bytes = readFileSync(join(ROOT, path))
  return bytes.includes(0) ? undefined : bytes.toString('utf8')
}

function fromGit(): string[] {
  const arguments_ = ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard']
  return execFileSync('git', arguments_, { cwd: ROOT, encoding: 'utf8' }).split('\0').filter(Boolean)
}

function fromDisk(folder: string): string[] {
  return readdirSync(join(ROOT, folder)).flatMap((name) => {
    const path = folder === '' ? name : `${folder}/${name}`
    if (NOT_OURS.test(path)) return []
    return statSync(join(ROOT, path)).isDirectory() ? fromDisk(path) : [path]
  })
}
