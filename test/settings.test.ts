import { describe, expect, it } from 'vitest'
import { BadSetting, readSettings } from '../src/settings.ts'

const SID = `AC${'0'.repeat(32)}`
const REMEDY = 'Correct it or leave it out; the README lists every setting.'

function complaint(environment: Record<string, string>): string {
  try {
    readSettings(environment)
  } catch (error) {
    if (error instanceof BadSetting) return error.message
    throw error
  }
  return 'nothing'
}

describe('a setting that cannot be used', () => {
  it.each([
    ['PUBLIC_URL', 'foo', 'must be a full address that begins with http:// or https://'],
    ['PUBLIC_URL', 'ftp://line.example', 'must be a full address that begins with http:// or https://'],
    ['PORT', 'abc', 'must be a whole number from 0 to 65535'],
    ['PORT', '70000', 'must be a whole number from 0 to 65535'],
    ['PORT', '80.5', 'must be a whole number from 0 to 65535'],
    ['LATELINE_ROLE', 'x', 'must be one of all, web, worker'],
    ['CARRIER_CALLS_PER_SECOND', '0', 'must be a number from 0.1 to 1000'],
    ['CARRIER_CALLS_PER_SECOND', 'many', 'must be a number from 0.1 to 1000'],
    ['CARRIER_TEXTS_PER_SECOND', '-1', 'must be a number from 0.1 to 1000'],
    ['TWILIO_ACCOUNT_SID', 'hunter2', 'must be AC and 32 hexadecimal digits'],
    ['DATABASE_URL', 'mysql://me:hunter2@db', 'must begin with postgres://'],
    ['REDIS_URL', 'http://me:hunter2@queue', 'must begin with redis:// or rediss://'],
    ['LATELINE_DEMO', 'maybe', 'must be one of true, false'],
    ['LOG_LEVEL', 'loud', 'must be one of silent, fatal, error, warn, info, debug, trace'],
    ['SESSION_SECRET', 'hunter2', 'must have at least 16 characters'],
  ])('%s=%s is named, with what is wrong and the remedy, and never with a secret', (name, value, words) => {
    const said = complaint({ [name]: value })
    expect(said).toMatch(new RegExp(`^${name}: `))
    expect(said).toContain(words)
    expect(said).toContain(REMEDY)
    expect(said).not.toContain('hunter2')
  })

  it.each([
    ['TWILIO_AUTH_TOKEN is missing although TWILIO_ACCOUNT_SID is set', { TWILIO_ACCOUNT_SID: SID }],
    ['TWILIO_ACCOUNT_SID is missing although TWILIO_AUTH_TOKEN is set', { TWILIO_AUTH_TOKEN: 'hunter2' }],
    ['PUBLIC_URL is missing', { TWILIO_ACCOUNT_SID: SID, TWILIO_AUTH_TOKEN: 'hunter2' }],
    ['LATELINE_ROLE is worker, but no carrier is set', { LATELINE_ROLE: 'worker' }],
  ])('%s', (words, environment) => {
    expect(complaint(environment)).toContain(words)
    expect(complaint(environment)).not.toContain('hunter2')
  })

  it('does not hide another: all are named at once', () => {
    const said = complaint({ PORT: 'abc', PUBLIC_URL: 'foo', LATELINE_ROLE: 'x' })
    expect(said.split('\n').map((line) => line.split(':')[0])).toEqual(['LATELINE_ROLE', 'PORT', 'PUBLIC_URL'])
  })
})

describe('settings that can be used', () => {
  it('empty ones are as if they were not there', () => {
    expect(complaint({ PORT: '', PUBLIC_URL: ' ', TWILIO_ACCOUNT_SID: '', LATELINE_ROLE: '' })).toBe('nothing')
  })

  it('an address needs no slash at its end', () => {
    expect(readSettings({ PUBLIC_URL: 'https://line.example/' }).publicUrl).toBe('https://line.example')
  })
})
