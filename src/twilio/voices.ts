/** How a language is spoken and heard. A named voice, since the carrier's own default knows no slower pace. */
const VOICES = {
  'en-GB': { say: { language: 'en-GB', voice: 'Polly.Amy-Neural' }, hear: 'en-GB' },
  // the carrier speaks Welsh but does not understand it
  'cy-GB': { say: { language: 'cy-GB', voice: 'Polly.Gwyneth' }, hear: 'en-GB' },
} as const

export type Voice = (typeof VOICES)[keyof typeof VOICES]

/** The voice of a language (`en-GB`, or `en`); English for one that has none yet. */
export function voiceOf(language: string): Voice {
  const found = Object.entries(VOICES).find(([tag]) => tag === language || tag.startsWith(`${language}-`))
  return language === '' || found === undefined ? VOICES['en-GB'] : found[1]
}
