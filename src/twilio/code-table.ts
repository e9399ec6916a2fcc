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

/** Codes of refusals and of failed texts, in our words. Source: the carrier's error dictionary. */
export const CODE: Readonly<Record<number, CodeMeaning>> = {
  // about the number that was rung or texted
  13223: { outcome: 'unreachable', remember: 'unreachable', next: 'next-channel', why: 'the number is not written as a number' },
  13224: { outcome: 'unreachable', remember: 'unreachable', next: 'next-channel', why: 'the number cannot be rung' },
  13225: { outcome: 'unreachable', remember: 'unreachable', next: 'next-channel', why: 'calls to the number are forbidden' },
  21211: { outcome: 'unreachable', remember: 'unreachable', next: 'next-channel', why: 'there is no such number' },
  21214: { outcome: 'unreachable', remember: 'unreachable', next: 'next-channel', why: 'the number cannot be reached' },
  21217: { outcome: 'unreachable', remember: 'unreachable', next: 'next-channel', why: 'the number is not valid' },
  21265: { outcome: 'unreachable', remember: 'unreachable', next: 'next-channel', why: 'a short code cannot be texted' },
  21266: { outcome: 'unreachable', remember: 'unreachable', next: 'next-channel', why: 'the number is the line itself' },
  21268: { outcome: 'unreachable', remember: 'unreachable', next: 'next-channel', why: 'a premium number cannot be texted' },
  21610: { outcome: 'stopped', remember: 'stopped', next: 'next-channel', why: 'the person has stopped texts from the line' },
  21612: { outcome: 'unreachable', next: 'next-channel', why: 'this number cannot be texted from this line' },
  21614: { outcome: 'landline', remember: 'landline', next: 'next-channel', why: 'the number is no mobile' },
  21635: { outcome: 'landline', remember: 'landline', next: 'next-channel', why: 'the number is a landline' },
  30003: { outcome: 'switched-off', next: 'next-channel', why: 'the phone is switched off or out of reach' },
  30004: { outcome: 'filtered', next: 'next-channel', why: 'the phone or its network blocks these texts' },
  30005: { outcome: 'unreachable', remember: 'unreachable', next: 'next-channel', why: 'the number is not in use' },
  30006: { outcome: 'landline', remember: 'landline', next: 'next-channel', why: 'the number is a landline or cannot take texts' },
  30007: { outcome: 'filtered', next: 'next-channel', why: 'the network filtered the text' },
  30008: { outcome: 'failed', next: 'next-channel', why: 'the network gave no reason' },
  30036: { outcome: 'expired', next: 'next-channel', why: 'the text waited longer than it was true' },
  // too much at once
  10004: { outcome: 'failed', next: 'same-again', why: 'too many calls at once for this account' },
  14107: { outcome: 'failed', next: 'same-again', why: 'too many texts to this number at once' },
  20429: { outcome: 'failed', next: 'same-again', why: 'too many requests at once' },
  30001: { outcome: 'failed', next: 'same-again', why: 'too many texts are waiting at the carrier' },
  // about our account, our numbers or our words: nobody can be reached until a human mends it
  20003: { outcome: 'failed', next: 'human', why: 'the account or its token is not accepted' },
  20005: { outcome: 'failed', next: 'human', why: 'the account is not active' },
  20404: { outcome: 'failed', next: 'human', why: 'the account is not known at this address' },
  21210: { outcome: 'failed', next: 'human', why: 'the line is not verified as a caller number' },
  21212: { outcome: 'failed', next: 'human', why: 'the line is not a valid number' },
  21213: { outcome: 'failed', next: 'human', why: 'no line was given to call from' },
  21215: { outcome: 'failed', next: 'human', why: 'the account may not ring this country' },
  21216: { outcome: 'unreachable', next: 'human', why: 'the account may not ring this number' },
  21219: { outcome: 'failed', next: 'human', why: 'a trial account rings verified numbers only' },
  21408: { outcome: 'failed', next: 'human', why: 'the account may not text this country' },
  21602: { outcome: 'failed', next: 'human', why: 'the text was empty' },
  21606: { outcome: 'failed', next: 'human', why: 'the line cannot send texts' },
  21608: { outcome: 'failed', next: 'human', why: 'a trial account texts verified numbers only' },
  21617: { outcome: 'failed', next: 'human', why: 'the text was too long' },
  21659: { outcome: 'failed', next: 'human', why: 'the line is not one of the carrier\u2019s numbers' },
  21660: { outcome: 'failed', next: 'human', why: 'the line belongs to another account' },
  21661: { outcome: 'failed', next: 'human', why: 'the line cannot send texts' },
  30002: { outcome: 'failed', next: 'human', why: 'the account is suspended' },
}

const UNHEARD_OF: CodeMeaning = { outcome: 'failed', next: 'next-channel', why: 'the carrier gave a code we do not know' }

/** What a code means; a code never heard of is a failure that leads to the next channel. */
export function meaningOf(code: number | undefined): CodeMeaning {
  return (code === undefined ? undefined : CODE[code]) ?? UNHEARD_OF
}
