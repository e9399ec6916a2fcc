import { get as getHttp } from 'node:http'
import { get as getHttps } from 'node:https'
import type { Logger } from 'pino'

/** Whoever watches from outside should ring after a few minutes of silence: one that is lost must not be enough. */
const EVERY_MS = 60_000
const TIMEOUT_MS = 10_000

export interface HeartbeatDeps {
  /** asked for with GET; it may carry a secret, so it is never logged */
  url: string
  /** whether the loop over due rows has gone round lately, on any machine */
  isFresh: () => Promise<boolean>
  log: Pick<Logger, 'warn' | 'info'>
  timeoutMs?: number
}

/**
 * Tells an address outside that the line is alive: only while due rows are really being looked at, so that a program that
 * answers and does nothing falls silent there, and somebody outside rings a human (design 1.2).
 */
export function createHeartbeat({ url, isFresh, log, timeoutMs = TIMEOUT_MS }: HeartbeatDeps) {
  let timer: NodeJS.Timeout | undefined
  let said = 'heard'

  async function beatOnce(): Promise<void> {
    const fresh = await isFresh().catch(() => false)
    const now = fresh ? await outcomeOf(url, timeoutMs) : 'the loop over due rows stands still, so nothing is sent'
    if (now !== said) {
      if (now === 'heard') log.info('the watch outside hears this line again')
      else log.warn({ why: now }, 'the watch outside does not hear this line')
    }
    said = now
  }

  return {
    beatOnce,
    start(): void {
      timer ??= setInterval(() => void beatOnce(), EVERY_MS)
    },
    stop(): void {
      clearInterval(timer)
      timer = undefined
    },
  }
}

/** "heard", or why not in words without the address. */
function outcomeOf(url: string, timeoutMs: number): Promise<string> {
  return new Promise((resolve) => {
    const get = url.startsWith('https:') ? getHttps : getHttp
    const request = get(url, (response) => {
      response.resume()
      const { statusCode = 0 } = response
      resolve(statusCode >= 200 && statusCode < 300 ? 'heard' : `answered ${statusCode}`)
    })
    const timer = setTimeout(() => {
      resolve('no answer in time')
      request.destroy()
    }, timeoutMs)
    request.on('close', () => clearTimeout(timer))
    request.on('error', (error) => resolve(`no answer (${'code' in error ? String(error.code) : error.name})`))
  })
}
