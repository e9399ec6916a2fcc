/** The pieces the reader is made of, each by a table. */

import { describe, expect, it } from 'vitest'
import { apart, meantTime, minutesOf, timeOf } from '../../src/texts/clock-time.ts'
import { nameBook, whoIs } from '../../src/texts/name-book.ts'
import { phraseBook } from '../../src/texts/phrase-book.ts'
import { singleWord } from '../../src/texts/single-words.ts'
import { createSpeller, oneSlipApart } from '../../src/texts/spelling.ts'
import { setScene } from '../../src/texts/scene.ts'
import { tidy } from '../../src/texts/tidy.ts'
import { tokenize } from '../../src/texts/tokenize.ts'
import type { Amount } from '../../src/texts/tokens.ts'
import { list } from '../../src/texts/word-list.ts'

function amountsIn(text: string): Amount[] {
  return setScene(tidy(text).own, { from: 'care-worker', nextVisits: [] }).tokens.flatMap(({ amount }) => amount ?? [])
}

describe('amounts', () => {
  it.each([
    ['20 mins', 20],
    ['twenty five minutes', 25],
    ['an hour', 60],
    ['1hr 15', 75],
    ['1h30', 90],
    ['1.5 hours', 90],
    ['hour and a half', 90],
    ['one and a half hours', 90],
    ['two and a half hours', 150],
    ['half an hour', 30],
    ['half hour', 30],
    ['quarter of an hour', 15],
    ['three quarters of an hour', 45],
    ['3/4 of an hour', 45],
    ['1/2 hour', 30],
    ['20-30 mins', 30],
    ['20 to 30 minutes', 30],
    ['15 maybe 20 mins', 20],
    ['between 10 and 15 minutes', 15],
    ['half an hour or 40 mins', 40],
    ['20 odd minutes', 20],
    ['an hour and ten minutes', 70],
  ])('%s lasts %i minutes', (text, minutes) => {
    expect(amountsIn(text)).toEqual([{ is: 'minutes', minutes }])
  })

  it.each([
    ['9.20', 9, 20],
    ['9:20', 9, 20],
    ['0920', 9, 20],
    ['17.05', 17, 5],
    ['twenty past nine', 9, 20],
    ['20 past 9', 9, 20],
    ['half nine', 9, 30],
    ['half past 9', 9, 30],
    ['quarter to ten', 9, 45],
    ['a quarter past nine', 9, 15],
    ['ten to one', 12, 50],
    ['twenty five past nine', 9, 25],
    ['nine thirty', 9, 30],
    ['nine fifteen', 9, 15],
    ["9 o'clock", 9, 0],
  ])('%s is a clock time', (text, hour, minute) => {
    expect(amountsIn(text)).toEqual([{ is: 'clock', hour, minute, sure: true }])
  })

  it.each([
    ['9.20am', 'am'],
    ['9pm', 'pm'],
    ['half nine pm', 'pm'],
    ['9.20 a.m.', 'am'],
    ['noon', 'pm'],
    ['midnight', 'am'],
  ])('%s says which half of the day', (text, half) => {
    expect(amountsIn(text)).toMatchObject([{ is: 'clock', half }])
  })

  it.each([
    'M25',
    'A414',
    'B1007',
    '£20',
    '5%',
    '24/7',
    '24/11/26',
    '07700 900123',
    '01632960999',
    'room 12',
    'flat 4',
    'number 15',
    '15 station road',
    '1st',
    '3 miles',
    '20 quid',
    'the 73 bus',
    'j8',
    '10 cars',
  ])('%s is no amount of time', (text) => {
    expect(amountsIn(text).every(({ is }) => is === 'other')).toBe(true)
  })

  it.each([
    ['5 to 10', 'either'],
    ['a few mins', 'vague'],
    ['couple of minutes', 'vague'],
    ['twenty past', 'past'],
    ['20', 'number'],
    ['2o', 'number'],
    ['999', undefined],
    ['one', undefined],
  ])('%s is %s', (text, is) => {
    expect(amountsIn(text)[0]?.is).toBe(is)
  })
})

describe('wall-clock arithmetic', () => {
  it.each([
    ['09:00', 540],
    ['00:00', 0],
    ['23:59', 1439],
  ])('%s is minute %i', (time, minutes) => {
    expect(minutesOf(time)).toBe(minutes)
    expect(timeOf(minutes)).toBe(time)
  })

  it.each([
    [1440, '00:00'],
    [-1, '23:59'],
    [1500, '01:00'],
  ])('goes over midnight: %i is %s', (minutes, time) => {
    expect(timeOf(minutes)).toBe(time)
  })

  it.each([
    ['23:50', '00:10', 20],
    ['00:10', '23:50', -20],
    ['09:00', '21:00', 720],
    ['09:00', '09:00', 0],
  ])('from %s to %s it is %i minutes, the short way', (from, to, minutes) => {
    expect(apart(minutesOf(from), minutesOf(to))).toBe(minutes)
  })

  it.each([
    [9, 20, undefined, '08:50', '09:20'],
    [9, 20, undefined, '20:40', '21:20'],
    [4, 30, undefined, '15:50', '16:30'],
    [12, 10, undefined, '11:50', '12:10'],
    [12, 10, undefined, '23:50', '00:10'],
    [9, 20, 'pm', '08:50', '21:20'],
    [12, 0, 'am', '11:00', '00:00'],
    [17, 5, undefined, '05:00', '17:05'],
    [0, 5, undefined, '12:00', '00:05'],
    [9, 0, undefined, undefined, '09:00'],
    [4, 0, undefined, undefined, '16:00'],
    [7, 0, undefined, undefined, '07:00'],
    [12, 0, undefined, undefined, '12:00'],
  ] as const)('%i.%i %s near %s means %s', (hour, minute, half, near, meant) => {
    const said = { hour, minute, ...(half === undefined ? {} : { half }) }
    expect(timeOf(meantTime(said, near === undefined ? undefined : minutesOf(near)))).toBe(meant)
  })
})

describe('names', () => {
  const book = nameBook([
    { ref: 'a', name: 'Mrs Davies' },
    { ref: 'b', name: 'Mrs Davis' },
    { ref: 'c', name: 'Mr Shah' },
    { ref: 'd', name: 'Mrs Siân O’Connor' },
    { ref: 'e', name: 'Mr Shah' },
  ])

  it.each([
    [['davies'], undefined, ['a'], false],
    [['davis'], undefined, ['b'], false],
    [['davise'], undefined, ['a', 'b'], true],
    [['shah'], 'mr', ['c'], false],
    [['shah'], 'mrs', [], true],
    [['sian'], undefined, ['d'], false],
    [['oconnor'], 'ms', ['d'], false],
    [['jones'], 'mr', [], true],
    [['s'], 'mr', ['c'], true],
    [['shag'], undefined, ['c'], true],
  ] as const)('%j with title %s is %j', (words, title, refs, nearly) => {
    expect(whoIs(words, title, book)).toMatchObject({ refs, nearly })
  })
})

describe('phrases as data', () => {
  it.each([
    ['not so late', true],
    ['not so on time', true],
    ['not late', true],
    ['not on time', true],
    ['not so', false],
    ['so late', false],
  ])('spell out choices and what may be left out: "%s" is found: %s', (text, found) => {
    const choices = phraseBook([{ tag: 'x', phrases: ['not [so] (late|on time)'] }], (word) => [word])
    const tokens = tokenize(text, { meant: (word) => [word], knows: () => true })
    expect(choices.find(tokens)).toEqual(found ? [{ tag: 'x', from: 0, to: tokens.length - 1 }] : [])
  })

  it.each([
    ['no one', ['nobody']],
    ['no (one|answer)', ['nobody', 'no', 'answer']],
    ['[no] one here', ['nobody', 'here', 'one']],
    ['is there no', ['is', 'there', 'no']],
  ])('"%s" knows the words %j: no one is nobody', (phrase, known) => {
    expect([...phraseBook([{ tag: 'x', phrases: [phrase] }], (word) => [word]).words].toSorted()).toEqual(
      known.toSorted(),
    )
  })

  const book = phraseBook([{ tag: 'x', phrases: ['not ~ breathing', 'fell', 'fell asleep'] }], (word) => [word], {
    gap: 2,
  })
  const barred = phraseBook([{ tag: 'x', phrases: ['will ~ miss'] }], (word) => [word], { bars: new Set(['not']) })
  const found = (books: typeof book, text: string): string[] => {
    const tokens = tokenize(text, { meant: (word) => [word], knows: () => true })
    return books.find(tokens).map(({ from, to }) =>
      tokens
        .slice(from, to + 1)
        .map(({ w }) => w)
        .join(' '),
    )
  }

  it.each([
    ['not breathing', ['not breathing']],
    ['not really quite breathing', ['not really quite breathing']],
    ['not a b c breathing', []],
    ['not. breathing', []],
    ['not, breathing', ['not, breathing'.replace(',', '')]],
    ['she fell asleep', ['fell asleep']],
    ['she fell', ['fell']],
    ['', []],
  ])('finds in %j the longest of each beginning', (text, phrases) => {
    expect(found(book, text)).toEqual(phrases)
  })

  it('never lets a gap swallow a barred word', () => {
    expect(found(barred, 'will just miss')).toEqual(['will just miss'])
    expect(found(barred, 'will not miss')).toEqual([])
  })

  it('reads lists with remarks', () => {
    expect(list('\n # a remark, with a comma\n a b, c\n #d late,\n')).toEqual(['a b', 'c', '#d late'])
  })
})

describe('spelling', () => {
  const speller = createSpeller(['running', 'unconscious', 'late', 'fallen', 'traffic', 'ambulance'])

  it.each([
    ['runing', 'running'],
    ['rnuning', 'running'],
    ['trafffic', 'traffic'],
    ['laet', 'late'],
    ['laaaate', 'late'],
    ['l8', 'late'],
    ['cant', 'can not'],
    ['fallin', 'fallen'],
    ['ambulnace', 'ambulance'],
    ['runninglate', 'running late'],
    ['shesfallen', 'she is fallen'],
    ['kate', 'kate'],
    ['mate', 'mate'],
    ['fallon', 'fallon'],
    ['zzzzzz', 'zzzzzz'],
    ['constructor', 'constructor'],
  ])('%s is %s', (written, meant) => {
    expect(speller.meant(written).join(' ')).toBe(meant)
  })

  it.each([
    ['late', 'laet', true],
    ['late', 'lat', true],
    ['late', 'latte', true],
    ['late', 'lane', true],
    ['late', 'lance', false],
    ['late', 'tale', false],
    ['', 'a', true],
    ['ab', 'ba', true],
    ['abc', 'cba', false],
  ])('%s and %s are one slip apart: %s', (a, b, near) => {
    expect(oneSlipApart(a, b)).toBe(near)
    expect(oneSlipApart(b, a)).toBe(near)
  })
})

describe('tidying', () => {
  it.each([
    ['ＬＡＴＥ　２０', 'late 20', ''],
    ['Siân can’t', "sian can't", ''],
    ['l\u200bate 20', 'late 20', ''],
    ['> LATE 20\nok', 'ok', 'late 20'],
    ['ok\nOn Tue, Lateline wrote:\nLATE 20', 'ok', 'on tue, lateline wrote:\nlate 20'],
    ['LATE 20\nSent from my iPhone', 'late 20', 'sent from my iphone'],
    ['Liked “LATE 20”', 'tapback liked', 'late 20'],
    ['late 20 http://x.example/late30', 'late 20  ', ''],
  ])('%j is %j, quoting %j', (text, own, quoted) => {
    expect(tidy(text)).toEqual({ own, quoted })
  })

  it('turns the signs that speak into words', () => {
    expect(tidy('🆘').own).toContain('sos')
    expect(tidy('👍').own).toContain('ok')
  })
})

describe('words that stand alone (design, decision 3)', () => {
  it.each([
    ['stop', 'stop'],
    ['  Stop!! '.toLowerCase(), 'stop'],
    ['stop all', 'stop'],
    ['end', 'stop'],
    ['cancel.', 'stop'],
    ['help', 'help'],
    ['info', 'help'],
    ['yes', 'ask'],
    ['no', 'ask'],
    ['start', 'ask'],
  ])('%j is %s', (own, kind) => {
    expect(singleWord(own)?.kind).toBe(kind)
  })

  it.each(['stop it', 'late', '', 'yes please', 'help me'])('%j is none of them', (own) => {
    expect(singleWord(own)).toBeUndefined()
  })
})
