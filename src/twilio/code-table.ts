import type { SendOutcome } from '../cellar/ports.ts'

/** What one of the carrier's codes means for us. */
export interface CodeMeaning {
  outcome: SendOutcome
  /** what to remember of the number, so that it is not tried that way again */
  remember?: 'stopped' | 'landline' | 'unreachable'
  /** try the person's next channel or number at once, the same again a little later, or cry for a human: it is our account */
  next: 'next-channel' | 'same-again' | 'human'
  why: string
}

/** The number cannot be rung or texted, now or later. */
const gone = (why: string): CodeMeaning => ({
  outcome: 'unreachable',
  remember: 'unreachable',
  next: 'next-channel',
  why,
})
/** A landline: it can be rung, never texted. */
const landline = (why: string): CodeMeaning => ({
  outcome: 'landline',
  remember: 'landline',
  next: 'next-channel',
  why,
})
/** It did not arrive this time; another time it may. */
const thisTime = (outcome: SendOutcome, why: string): CodeMeaning => ({ outcome, next: 'next-channel', why })
/** Too much at once: nothing is wrong with the number. */
const later = (why: string): CodeMeaning => ({ outcome: 'failed', next: 'same-again', why })
/** Our account may not reach numbers like this one: a failure of this number, while all others are reached as ever. */
const notFromHere = (why: string): CodeMeaning => ({ outcome: 'not-allowed', next: 'next-channel', why })
/** Our account, our number or our words: nobody at all can be reached until a human mends it. */
const ours = (why: string): CodeMeaning => ({ outcome: 'failed', next: 'human', why })

/** Codes of refusals and of failed texts, in our words. Source: the carrier's error dictionary. */
export const CODE: Readonly<Record<number, CodeMeaning>> = {
  13223: gone('the number is not written as a number'),
  13224: gone('the number cannot be rung'),
  13225: gone('calls to the number are forbidden'),
  21211: gone('there is no such number'),
  21214: gone('the number cannot be reached'),
  21217: gone('the number is not valid'),
  21265: gone('a short code cannot be texted'),
  21266: gone('the number is the line itself'),
  21268: gone('a premium number cannot be texted'),
  21610: {
    outcome: 'stopped',
    remember: 'stopped',
    next: 'next-channel',
    why: 'the person has stopped texts from the line',
  },
  21612: thisTime('unreachable', 'this number cannot be texted from this line'),
  21614: landline('the number is no mobile'),
  21635: landline('the number is a landline'),
  30003: thisTime('switched-off', 'the phone is switched off or out of reach'),
  30004: thisTime('filtered', 'the phone or its network blocks these texts'),
  30005: gone('the number is not in use'),
  30006: landline('the number is a landline or cannot take texts'),
  30007: thisTime('filtered', 'the network filtered the text'),
  30008: thisTime('failed', 'the network gave no reason'),
  30036: thisTime('expired', 'the text waited longer than it was true'),

  13227: notFromHere('the account may not ring this country'),
  21215: notFromHere('the account may not ring this country'),
  21216: notFromHere('the account may not ring this number'),
  21408: notFromHere('the account may not text this country'),

  10004: later('too many calls at once for this account'),
  14107: later('too many texts to this number at once'),
  20429: later('too many requests at once'),
  30001: later('too many texts are waiting at the carrier'),

  20003: ours('the account or its token is not accepted'),
  20005: ours('the account is not active'),
  20404: ours('the account is not known at this address'),
  21210: ours('the line is not verified as a caller number'),
  21212: ours('the line is not a valid number'),
  21213: ours('no line was given to call from'),
  21219: ours('a trial account rings verified numbers only'),
  21602: ours('the text was empty'),
  21606: ours('the line cannot send texts'),
  21608: ours('a trial account texts verified numbers only'),
  21617: ours('the text was too long'),
  21659: ours('the line is not one of the carrier’s numbers'),
  21660: ours('the line belongs to another account'),
  21661: ours('the line cannot send texts'),
  30002: ours('the account is suspended'),
}

/** What a code means; a code never heard of is a failure that leads to the next channel. */
export function meaningOf(code: number | undefined): CodeMeaning {
  return (code === undefined ? undefined : CODE[code]) ?? thisTime('failed', 'the carrier gave a code we do not know')
}
