import { randomBytes } from 'node:crypto'

/** A Twilio identifier: two letters and 32 hexadecimal digits. Random, so that a restarted carrier repeats none. */
export function newSid(kind: 'CA' | 'SM' | 'PN' | 'RE'): string {
  return kind + randomBytes(16).toString('hex')
}
