import { describe, expect, it } from 'vitest'
import { settledBy } from '../../src/office-list/subjects-of-call.ts'

const CALL = { id: 'c2' }
const OWN = ['call c2', 'call c2 minutes', 'call c2 word']

describe('what is settled once a person speaks with whoever is on a call', () => {
  it.each([
    ['a call that came in: its own', undefined, OWN],
    ['made about a visit: its own', { subject: 'visit v1', details: {} }, OWN],
    ['made about a text: that text too', { subject: 'text t1', details: {} }, [...OWN, 'text t1']],
    [
      'promised in an earlier call: all that this one left',
      { subject: 'call c1 promised 1', details: { about: 'call c1' } },
      [...OWN, 'call c1', 'call c1 minutes', 'call c1 word'],
    ],
  ])('%s', (_name, contact, settled) => {
    expect(settledBy(CALL, contact)).toEqual(settled)
  })
})
