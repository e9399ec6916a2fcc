import type { Logger } from 'pino'

/**
 * What a log may say about an error: its kind, its code, where it came from. Its message only where the language itself
 * made it: messages of databases and parsers can hold a row's content.
 */
export function brief(error: unknown): { error: string; code?: string; message?: string; at?: string[] } {
  if (!(error instanceof Error)) return { error: typeof error }
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !line.includes('node:internal'))
  return {
    error: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...(error instanceof TypeError || error instanceof ReferenceError ? { message: error.message } : {}),
    at: frames.slice(0, 3).map((line) => line.trim()),
  }
}

/**
 * The same complaint is written at once, then at most every `everyMs`, with the number left out: a queue that is down
 * fails hundreds of times a second.
 */
export function seldom(log: Pick<Logger, 'warn'>, message: string, everyMs = 10_000): (error: unknown) => void {
  let writtenAt = -Infinity
  let leftOut = 0
  return (error) => {
    if (performance.now() - writtenAt < everyMs) {
      leftOut += 1
      return
    }
    log.warn({ ...brief(error), leftOut }, message)
    writtenAt = performance.now()
    leftOut = 0
  }
}
