import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Stage } from './measure.ts'

/** A part of the measurement in a process of its own, so that parts do not share a thread. */
export interface Child {
  pid: number
  /** @throws with what went wrong there, or when it has ended */
  ask<Answer>(question: string, about: unknown, answer: z.ZodType<Answer>): Promise<Answer>
  stop(): Promise<void>
}

export type ProcessName = 'line' | 'floor' | 'load' | 'stand-in-carrier'

const Reply = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ n: z.number(), answer: z.unknown() }),
  z.object({ n: z.number(), fault: z.string() }),
])

const PATIENCE_MS = 120_000
const STOP_WITHIN_MS = 15_000

/** Starts `processes/<name>.ts` with this environment and nothing else of ours. What it logs is seen on stderr. */
export async function startChild(
  stage: Stage,
  name: ProcessName,
  environment: Record<string, string> = {},
): Promise<Child> {
  const profiling = stage.profileTo === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${join(stage.profileTo, name)}`]
  const child = fork(fileURLToPath(new URL(`./processes/${name}.ts`, import.meta.url)), {
    execArgv: ['--import', import.meta.resolve('tsx'), ...profiling],
    env: { ...ofTheMachine(), ...environment },
    stdio: ['ignore', 2, 2, 'ipc'],
  })
  const waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>()
  let becomeReady = (): void => undefined
  let failToStart: (why: Error) => void = () => undefined
  const ready = new Promise<void>((resolve, reject) => {
    becomeReady = resolve
    failToStart = reject
  })
  let asked = 0

  child.on('message', (message) => {
    const reply = Reply.parse(message)
    if ('ready' in reply) return becomeReady()
    const asker = waiting.get(reply.n)
    waiting.delete(reply.n)
    if ('fault' in reply) asker?.reject(new Error(`${name}: ${reply.fault}`))
    else asker?.resolve(reply.answer)
  })
  child.once('exit', (code, signal) => {
    const ended = new Error(`the process "${name}" ended by itself (${signal ?? code}); what it wrote stands above`)
    failToStart(ended)
    for (const asker of waiting.values()) asker.reject(ended)
  })

  await ready
  return {
    pid: child.pid ?? 0,
    async ask(question, about, answer) {
      asked += 1
      const n = asked
      const heard = new Promise<unknown>((resolve, reject) => waiting.set(n, { resolve, reject }))
      child.send({ n, question, about })
      return answer.parse(await inTime(heard, PATIENCE_MS, `${name} did not answer "${question}"`))
    },
    stop: () => stop(child),
  }
}

/** In order where it can be, and by its own id where it cannot. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.disconnect()
  await inTime(ended, STOP_WITHIN_MS, 'it does not end').catch(() => child.kill('SIGKILL'))
  await ended
}

async function inTime<Answer>(work: Promise<Answer>, ms: number, otherwise: string): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${otherwise} within ${ms / 1000} s`)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Settings of a real line, its carrier and its queue must not get into a measurement. */
function ofTheMachine(): Record<string, string> {
  const names = ['PATH', 'HOME', 'TMPDIR', 'LANG']
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
