/** Single words that Twilio itself answers before the program hears of them (long-code defaults). */
export interface OptOut {
  kind: 'stop' | 'start' | 'help'
  reply: string
}

const replies: Record<OptOut['kind'], { words: string[]; reply: string }> = {
  stop: {
    words: ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT'],
    reply:
      'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
  },
  start: {
    words: ['START', 'YES', 'UNSTOP'],
    reply:
      'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
  },
  help: { words: ['HELP', 'INFO'], reply: 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.' },
}

/** What Twilio makes of a text that is one of its words and nothing else; undefined for any other text. */
export function readOptOut(body: string): OptOut | undefined {
  const word = body.trim().toUpperCase()
  for (const kind of ['stop', 'start', 'help'] as const) {
    const { words, reply } = replies[kind]
    if (words.includes(word)) return { kind, reply }
  }
  return undefined
}
