import { describe, expect, it } from 'vitest'
import { matcherOf } from '../../../src/rota/import/match-people.ts'

const person = (ref: string, firstName: string, lastName: string, postcode = '', preferredName = firstName) => ({
  ref,
  firstName,
  lastName,
  preferredName,
  postcode,
})

const match = matcherOf([
  person('SU1', 'Renée', 'Lefèvre', 'CM23 6AT'),
  person('SU2', 'Philomena', "D'Souza", 'SG13 4SU'),
  person('SU3', 'Suk-Yin', 'Leung', 'EN11 3XY'),
  person('SU4', 'Margaret', 'Ellis', 'CM20 7RZ'),
  person('SU5', 'Margaret', 'Ellis', 'EN10 2LA', 'Peggy'),
  person('SU6', 'Kenneth', 'Thake', 'CM16 3PJ', 'Ken'),
])

describe('people are found by what the agency knows of them', () => {
  it.each([
    ['SU1', '', 'SU1'],
    ['su1', 'Renee Lefevre', 'SU1'],
    ['', 'RENÉE LEFÈVRE', 'SU1'],
    ['', 'Mrs Renee Lefevre', 'SU1'],
    ['', 'Lefevre, Renée', 'SU1'],
    ['', 'Philomena D’Souza', 'SU2'],
    ['', 'DSouza, Mrs. Philomena', 'SU2'],
    ['', 'Suk Yin Leung', 'SU3'],
    ['', 'Ken Thake', 'SU6'],
    ['', 'Mr Kenneth Thake (SU6)', 'SU6'],
    ['', 'SU6 - Ken Thake', 'SU6'],
    ['', 'SU6', 'SU6'],
    ['', 'Peggy Ellis', 'SU5'],
  ])('%s %s is %s', (ref, name, expected) => {
    expect(match({ ref, name })).toEqual({ kind: 'found', ref: expected })
  })

  it.each([
    ['nothing at all', '', '', 'missing'],
    ['a stranger', '', 'Ebenezer Flintlock', 'unknown'],
    ['a reference nobody has', 'SU99', '', 'unknown'],
    ['a reference nobody has, in the name', '', 'Mrs Winifred Ashgrove (SU0999)', 'unknown'],
    ['two of one name', '', 'Margaret Ellis', 'ambiguous'],
    ['a name that belongs to another reference', 'SU2', 'Ken Thake', 'conflict'],
    ['the same in one cell', '', 'Ken Thake (SU2)', 'conflict'],
    ['a formula with a name in it', '', '=HYPERLINK("http://x.example","Ken Thake")', 'unknown'],
    ['only a first name', '', 'Kenneth', 'unknown'],
  ])('%s', (_what, ref, name, kind) => {
    expect(match({ ref, name })).toEqual({ kind })
  })

  it('lets a postcode separate people of one name, and nothing more', () => {
    expect(match({ ref: '', name: 'Margaret Ellis', postcode: 'en10 2la' })).toEqual({ kind: 'found', ref: 'SU5' })
    expect(match({ ref: '', name: 'Margaret Ellis', postcode: 'ZZ1 1ZZ' })).toEqual({ kind: 'ambiguous' })
    expect(match({ ref: '', name: 'Ken Thake', postcode: 'ZZ1 1ZZ' })).toEqual({ kind: 'found', ref: 'SU6' })
  })
})
