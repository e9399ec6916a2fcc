import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/voice-flow/flow.ts'
import { understand } from '../../src/voice-flow/understand.ts'

const yesOrNo: Record<string, Answer> = {
  yes: { keys: [], means: ['yes'], words: {}, reads: [], next: 'a' },
  no: { keys: [], means: ['no'], words: {}, reads: [], next: 'b' },
}
const heard = (words: string, confidence?: number) => {
  const understood = understand({ words, confidence }, yesOrNo, 'en')
  return understood.as === 'answer' ? understood.name : understood.as
}

describe('what was meant', () => {
  it.each(list('yes / Yes. / YES! / yeah / yes please / Yes, please. / yep / oh yes / yes I do / aye / yes dear'))(
    '"%s" is yes',
    (words) => expect(heard(words)).toBe('yes'),
  )

  it.each(
    list(
      'no / No. / nope / no thank you / No, thank you very much / no thanks / nah / not really',
      "no I don't / No, I'm fine / no I’m all right thank you / I don't need any help / no help needed",
      'oh no dear / not at all',
    ),
  )('"%s" is no', (words) => expect(heard(words)).toBe('no'))

  it.each(
    list(
      "help / I need help / no, help / yes I need help please / I've fallen / I have had a fall",
      "no I'm not well / I can't breathe / I'm on the floor / my chest / I’m not all right / no no I fell",
      'call an ambulance',
    ),
  )('"%s" is a cry for help', (words) => expect(heard(words)).toBe('help'))

  it.each(
    list(
      "Please leave a message after the tone / I cannot take your call / Sorry, I can't come to the phone",
      'voicemail',
    ),
  )('"%s" is a machine', (words) => expect(heard(words)).toBe('machine'))

  it.each(
    list(
      "hello / hello? / who is it / what / yes no / yes and no / I do not know / no she hasn't come / ...",
      'nobody has been yet / there is no one here to talk to / yesterday / noon / Norman / notice / eyes',
      'yes the cat sat on the mat / can you hear me / Gillian',
    ),
  )('"%s" is not clear', (words) => expect(heard(words)).toBe('unclear'))

  it('takes no words at all for unclear', () => expect(heard('')).toBe('unclear'))

  it('hides no help behind doubt, and takes nothing else from doubtful words', () => {
    expect(heard('help', 0.05)).toBe('help')
    expect(heard('no', 0.05)).toBe('unclear')
    expect(heard('no', 0)).toBe('no')
    expect(heard('no', 0.9)).toBe('no')
  })

  it('knows the words of the flow itself, whole words only', () => {
    const own: Record<string, Answer> = {
      office: { keys: [], means: [], words: { en: ['the office'] }, reads: [], next: 'a' },
    }
    expect(understand({ words: 'The office, please' }, own, 'en')).toEqual({ as: 'answer', name: 'office' })
    expect(understand({ words: 'the officer' }, own, 'en')).toEqual({ as: 'unclear' })
    expect(understand({ words: 'not the office' }, own, 'en')).toEqual({ as: 'unclear' })
  })

  it('understands nothing in a language without a vocabulary', () => {
    expect(understand({ words: 'yes' }, yesOrNo, 'cy')).toEqual({ as: 'unclear' })
  })

  it('never takes as yes or no what holds two unknown words', () => {
    const unknown = fc.stringMatching(/^zq[a-z]{1,8}$/)
    const known = fc.constantFrom('yes', 'no', 'no thank you', 'yes please', 'fine', 'the', 'oh')
    fc.assert(
      fc.property(
        fc.array(known, { maxLength: 4 }),
        fc.array(unknown, { minLength: 2, maxLength: 4 }),
        (some, others) => {
          expect(heard([...some, ...others].join(' '))).toBe('unclear')
        },
      ),
    )
  })

  it('hears a cry for help in front of, after and between any words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        expect(heard(`${before.replaceAll(/[\p{L}\p{N}']+$/gu, '')} I have fallen. ${after}`)).toBe('help')
      }),
    )
  })
})

function list(...lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(' / '))
}
