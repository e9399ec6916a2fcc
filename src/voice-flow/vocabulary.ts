/**
 * How people say yes, no and help. Phrases are whole words, in lower case, with short forms written out
 * ("do not", not "don't"): what is heard is brought into the same form first.
 */
import type { Language } from './catalogue.ts'

/** What an answer of a flow may mean. */
export const answerMeanings = ['yes', 'no', 'thanks'] as const
export type AnswerMeaning = (typeof answerMeanings)[number]
/** What else is listened for at every step: a cry for help, a machine's greeting, and doubt. */
export const meanings = [...answerMeanings, 'help', 'machine', 'doubt'] as const
export type Meaning = (typeof meanings)[number]

export interface Vocabulary {
  phrases: Readonly<Record<Meaning, readonly string[]>>
  /** Words that change nothing round an answer ("oh no, dear"). */
  fillers: readonly string[]
  /** Words that turn a yes or a thanks into doubt ("not all right"). */
  negations: readonly string[]
  shortForms: Readonly<Record<string, string>>
}

const english: Vocabulary = {
  phrases: {
    yes: list('yes, yeah, yep, yup, yes please, yes i do, i do, please, aye, of course, definitely'),
    no: list(
      'no, nope, nah, no thank you, no thanks, no i do not, i do not, not really, not at all, not now',
      'i am fine, i am all right, i am alright, i am ok, i am okay, i am good, all is well, nothing',
      'no help needed, need no help, not need help, not need any help, not need any more help',
      'not want help, not want any help, not need your help, not need anything, not want anything',
    ),
    thanks: list(
      'thank you, thanks, ok, okay, all right, alright, right, right you are, lovely, fine, ta, very good',
      'that is fine, that is all right, that is ok, that is okay, i understand, understood',
    ),
    help: list(
      'help, help me, need help, emergency, ambulance, nine nine nine, 999, doctor, hospital, police',
      'fall, fell, fallen, floor, cannot get up, cannot move, stuck, trapped, blood, bleeding',
      'breathe, breathing, breath, choking, chest, heart, stroke, pain, hurt, hurts, hurting, dizzy',
      'ill, unwell, not well, not feeling well, not feel well, poorly, sick, not all right, not alright',
      'not ok, not okay, not fine, not good, scared, frightened, afraid, gas, smoke, fire, burnt',
      'dying, die, dead, will not wake, insulin, sugar, overdose, burglar, intruder',
    ),
    doubt: list('do not know, i do not know, not sure, maybe, perhaps, possibly, what'),
    machine: list(
      'leave a message, leave your message, leave your name, leave me a message, after the tone, after the beep',
      'at the tone, not available, unavailable, cannot take your call, unable to take your call, voicemail',
      'voice mail, mailbox, answering machine, answerphone, the person you are calling, the number you have',
      'not in at the moment, not here at the moment, cannot come to the phone, thank you for calling, get back to you',
    ),
  },
  fillers: list(
    'oh, um, er, erm, ah, well, so, i, am, is, it, that, the, a, do, to, just, dear, love, darling, duck, please',
    'thank, you, thanks, very, much, really, quite, all, right, fine, ok, okay, hello, hi, bye, goodbye, now, then',
    'for, me, sorry, good, lovely, we, are, need, help',
  ),
  negations: list('no, not, never, nobody, none, nothing, cannot'),
  shortForms: {
    "i'm": 'i am',
    "it's": 'it is',
    "that's": 'that is',
    "don't": 'do not',
    dont: 'do not',
    "can't": 'cannot',
    cant: 'cannot',
    "won't": 'will not',
    "isn't": 'is not',
    "haven't": 'have not',
    "hasn't": 'has not',
    "i've": 'i have',
    "i'll": 'i will',
    "we'll": 'we will',
    "she's": 'she is',
    "he's": 'he is',
    "didn't": 'did not',
    "we're": 'we are',
    "you're": 'you are',
    "aren't": 'are not',
    "wasn't": 'was not',
    "couldn't": 'could not',
  },
}

/** Another language comes in once a native speaker has read it (design 3.11). */
export const vocabularies: Readonly<Partial<Record<Language, Vocabulary>>> = { en: english }

function list(...lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(', '))
}
