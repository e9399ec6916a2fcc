/** Where this room writes what a person on duty should see. A pino logger fits. */
export interface Log {
  info(about: object, words: string): void
  warn(about: object, words: string): void
  error(about: object, words: string): void
}

/**
 * What may be written down about a fault: its name, its code and where it happened.
 * Never its message: the carrier's and the database's messages quote phone numbers and bodies.
 */
export function faultForLog(fault: unknown): { fault: string; code?: string | number; at?: string } {
  if (!(fault instanceof Error)) return { fault: typeof fault }
  const code = 'code' in fault && isPlain(fault.code) ? { code: fault.code } : {}
  return { fault: fault.name, ...code, ...whereOf(fault) }
}

function isPlain(code: unknown): code is string | number {
  return typeof code === 'number' || (typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/.test(code))
}

/** The first frame of the stack that stands below the message, wherever the message ends. */
function whereOf({ stack = '', message }: Error): { at?: string } {
  const start = stack.indexOf(message)
  if (start < 0) return {}
  const frames = stack.slice(start + message.length).split('\n')
  const line = frames.find((each) => /^\s+at .*:\d+:\d+\)?$/.test(each))
  return line === undefined ? {} : { at: line.trim() }
}
