import { describe, expect, it } from 'vitest'
import { check, inWords, RULES } from './check.ts'
import { realNumbersIn } from './phone-numbers.ts'
import { ALLOWED, PLANTED } from './planted.ts'
import { readText, repositoryFiles, sourceFiles } from './repository.ts'
import { FEWEST_FILES, TOP_OF_THE_REPOSITORY } from './rules.ts'
import { wrongColumns, wrongSentences } from './words.ts'

describe('the house', () => {
  it('keeps its rules', () => {
    expect(inWords(check(sourceFiles()))).toBe('')
  })

  it('has nothing at its top but what belongs there', () => {
    const names = new Set(repositoryFiles().map((path) => path.split('/')[0] ?? ''))
    const strangers = [...names].filter((name) => !name.startsWith('.') && !TOP_OF_THE_REPOSITORY.includes(name))
    expect(strangers).toEqual([])
    expect([...names]).toEqual(expect.arrayContaining(['package.json', 'src', 'test']))
  })

  it("holds nobody's phone number", () => {
    const texts = repositoryFiles().filter((path) => path !== 'package-lock.json')
    const found = texts.flatMap((path) => realNumbersIn(readText(path) ?? '').map((number) => `${path}: ${number}`))
    expect(found).toEqual([])
    expect(texts.length).toBeGreaterThan(FEWEST_FILES)
  })

  it("speaks and stores the design's words", () => {
    const flows = repositoryFiles().filter((path) => /^voice-flows\/.*\.ya?ml$/.test(path))
    const sentences = flows.flatMap((path) => wrongSentences(readText(path) ?? '').map((text) => `${path}: ${text}`))
    expect(sentences).toEqual([])
    expect(flows.length).toBeGreaterThan(0)
    expect(wrongColumns(readText('prisma/schema.prisma') ?? 'model Client {}')).toEqual([])
  })
})

describe('the check itself', () => {
  it.each(PLANTED)('finds what is planted: $rule, $title', ({ rule, files }) => {
    const found = check(files, 0)
    expect(found.map((violation) => violation.rule)).toContain(rule)
  })

  it('has a planted breach for every rule, but for the one about seeing enough files, which is tried here', () => {
    expect(check([]).map((violation) => violation.rule)).toEqual(['enough files'])
    const planted = new Set([...PLANTED.map(({ rule }) => rule), 'enough files'])
    expect(RULES.filter((rule) => !planted.has(rule))).toEqual([])
  })

  it.each(ALLOWED)('raises no false alarm over $path', (file) => {
    expect(inWords(check([file], 0))).toBe('')
  })

  it('finds a forbidden word that is spoken, not one that is listened for', () => {
    const flow = `steps:\n  a:\n    say: { en: ["Your carer is late."] }\n    listen: { words: ["my carer"] }`
    expect(wrongSentences(flow)).toEqual(['Your carer is late.'])
    expect(wrongSentences('late: The patient is waiting.\nsoon: Soon.')).toEqual(['The patient is waiting.'])
  })

  it('finds a forbidden word that is stored, not the name of a generator', () => {
    const schema =
      'generator client {\n  provider = "prisma-client"\n}\nmodel Visit {\n  clientId String // a client\n}'
    expect(wrongColumns(schema)).toEqual(['clientId'])
  })

  it('does not pass over a file that it cannot read', () => {
    expect(() => check([{ path: 'rota/broken.ts', text: 'import {' }], 0)).toThrow(/rota\/broken.ts/)
  })
})

describe('the search for phone numbers', () => {
  // Put together here, since this file is searched too.
  const REAL = [
    ['0', '7911 123456'],
    ['0', '7911', '123456'],
    ['+', '447911123456'],
    ['+', '44 7911 123 456'],
    ['+', '44 (0)7911 123456'],
    ['00', '447911123456'],
    ['(0', '20) 7123 4567'],
    ['0', '20 7946 1234'],
    ['0', '1632 961000'],
    ['"0', '7700 901000"'],
    ['tel:+', '33123456789'],
  ].map((parts) => parts.join(''))

  it.each(REAL)('finds %s', (written) => {
    expect(realNumbersIn(`Ring ${written}, please.`)).toHaveLength(1)
  })

  it.each([
    '07700 900123',
    '+447700900123',
    '+44 7700 900 123',
    '01632 960999 or 01632 960998',
    '020 7946 0123',
    '0161 496 0000',
    '+12025550123',
    '+15005550006',
    '+266696687',
    '2026-11-23T07:00:00+00:00',
    '0.0123456789',
    'sha512-abc/0123456789+0123456789==',
    '0193f2a0-1c7e-7b3a-9d4e-012345678901',
    '1700000000000',
    '07700 900',
    'a+12345678',
  ])('leaves %s alone', (text) => {
    expect(realNumbersIn(`x ${text} y`)).toEqual([])
  })
})
