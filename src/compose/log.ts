import { pino, type Logger } from 'pino'

/**
 * The program's log: one JSON line an event. Numbers, words and secrets never get this far; should one slip into a field
 * by one of these names, it is cut out here.
 */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: null,
    redact: {
      paths: [
        'number',
        'from',
        'to',
        'body',
        'words',
        'raw',
        'password',
        'authToken',
        'token',
        'url',
        '*.number',
        '*.from',
        '*.to',
        '*.body',
        '*.words',
        '*.raw',
        '*.password',
        '*.authToken',
        '*.url',
      ],
      censor: '[cut]',
    },
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
  })
}
