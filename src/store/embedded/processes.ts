import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** A process, told apart from a later one that got the same number. */
export interface ProcessMark {
  pid: number
  startedAt: string
}

export function ourMark(): ProcessMark {
  return { pid: process.pid, startedAt: startOf(process.pid) ?? '' }
}

export function isSameAndAlive(mark: ProcessMark): boolean {
  return isAlive(mark.pid) && startOf(mark.pid) === mark.startedAt
}

/** False for a process that has ended and only waits for its parent to look. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  return stateOf(pid) !== 'Z'
}

/** Words of the command line, or an empty list when there is no such process. */
export function commandOf(pid: number): string[] {
  if (process.platform === 'linux')
    return readProc(pid, 'cmdline')
      .split('\0')
      .filter((word) => word !== '')
  return ps(pid, 'command').split(' ')
}

/** Waits until the process is gone; false when it is still there after `withinMs`. */
export async function gone(pid: number, withinMs: number): Promise<boolean> {
  const until = performance.now() + withinMs
  while (isAlive(pid)) {
    if (performance.now() > until) return false
    await wait(20)
  }
  return true
}

function startOf(pid: number): string | undefined {
  const start = process.platform === 'linux' ? statOf(pid)[19] : ps(pid, 'lstart')
  return start === '' ? undefined : start
}

function stateOf(pid: number): string | undefined {
  return process.platform === 'linux' ? statOf(pid)[0] : ps(pid, 'state').charAt(0)
}

/** The fields of /proc/…/stat behind the program's name, which may itself hold spaces and brackets. */
function statOf(pid: number): string[] {
  const stat = readProc(pid, 'stat')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

function ps(pid: number, field: string): string {
  return spawnSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()
}
