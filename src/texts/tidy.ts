/** Makes one text of the many ways a phone can write it: letters, signs, quoted replies. Meaning stays. */

import { cleanText } from '../cellar/clean-text.ts'
import { EMOJI_WORDS } from './emoji-words.ts'

export interface TidyText {
  /** What the sender wrote, lower case, plain letters and signs. */
  own: string
  /** What the sender quoted of somebody else's message; searched for cries for help only. */
  quoted: string
}

/** Splits a text into the sender's own words and what they quote. Works on any string. */
export function tidy(text: string): TidyText {
  const plain = plainLetters(text)
  if (!/[\n">:/]|www/.test(plain)) return { own: plain, quoted: '' }
  const tapback = TAPBACK.exec(plain)
  if (tapback) return { own: `tapback ${tapback[1] ?? ''}`, quoted: tapback[2] ?? '' }
  return splitQuoted(plain)
}

/** The sender liked or questioned a message; the phone then sends the whole message back. */
const TAPBACK = /^\s*(liked|loved|emphasi[sz]ed|laughed at|disliked|questioned|reacted .{1,12} to)\s+"([^]*)"\s*$/

function splitQuoted(plain: string): TidyText {
  const own: string[] = []
  const quoted: string[] = []
  let below = false
  const lines = plain.split('\n')
  for (const [at, line] of lines.entries()) {
    if (SIGNATURE_BELOW.test(line)) below = true
    if (REPLY_BELOW.test(line) && lines.slice(at).some((next) => /^\s*>/.test(next))) {
      quoted.push(line)
      continue
    }
    if (ORIGINAL_BELOW.test(line)) below = true
    if (below || /^\s*>/.test(line)) quoted.push(line.replace(/^[\s>]+/, ''))
    else if (PHONE_FOOTER.test(line)) quoted.push(line)
    else own.push(line)
  }
  const all = own.join('\n')
  return { own: /http|www/.test(all) ? all.replace(/https?:\S+|www\.\S+/g, ' ') : all, quoted: quoted.join('\n') }
}

const ORIGINAL_BELOW = /^\s*(-{2,}\s*original message|on .{1,80} wrote:\s*$|from: .{1,80}$)/
/** Above marked lines only those are quoted, and the sender's own stand below them. */
const REPLY_BELOW = /^\s*on .{1,80} wrote:\s*$/
/** What mail programs and offices put under every message. */
const SIGNATURE_BELOW = /^\s*(--\s*$|this (message|email|e-mail) (and any attachments )?(may|is|are) )/
const PHONE_FOOTER = /^\s*(sent from (my|the) |sent while |get outlook for |sent via )/

/** Lower case, compatibility forms folded, accents off, one kind of quote and dash, emoji as words. */
function plainLetters(text: string): string {
  if (/^[\x20-\x7e\n]*$/.test(text)) return text.toLowerCase().replaceAll('`', "'")
  return cleanText(text)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\p{M}+/gu, '')
    .replace(/[‘’ʼ`´′]/g, "'")
    .replace(/[“”«»„″]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/⁄/g, '/')
    .replace(/[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]/g, '')
    .replace(/\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}]/gu, (sign) => `, ${EMOJI_WORDS.get(sign) ?? ''}, `)
}
