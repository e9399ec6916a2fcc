/** Makes what people wrote harmless before it is stored, spoken or texted. Meaning is kept; tricks are not. */

/**
 * For storing and showing: well-formed Unicode in its composed form (NFC), without control characters, invisible
 * characters and direction overrides. Line breaks become `\n` and stay; a tab becomes a space.
 * Cleaning twice changes nothing more.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(NOT_FOR_PEOPLE, '')
    .normalize('NFC')
}

/** As it was written, but for what no database keeps in a text: the character NUL, and half of a character. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD')
}

/**
 * For a name or a reason that goes into a spoken sentence: one line, no markup, no web or e-mail address read out
 * letter by letter, digits said one at a time, nothing that a voice would stumble over, at most
 * {@link SPOKEN_VALUE_MAX} characters. For values people wrote, not for whole messages of ours.
 */
export function cleanForSpeech(text: string): string {
  const plain = cleanText(text)
    .slice(0, READ_AT_MOST)
    .replace(/\p{Surrogate}/gu, '')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/[^\s@]+@[^\s@]+\.[^\s@]+/g, ' an e-mail address ')
    .replace(/(?:[a-z][a-z0-9+.-]*:\/\/|www\.)\S+/gi, ' a web address ')
    .replace(/&/g, ' and ')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/\p{Join_Control}/gu, '')
    .replace(
      /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\p{Variation_Selector}|[\u20E3\uFFFD]/gu,
      ' ',
    )
    .replace(/[<>{}[\]\\|^~`*_#=$@"“”«»]/g, ' ')
    .replace(/([.,;:!?'/-])\1+/g, '$1')
    .replace(/(\p{L})\1{3,}/giu, '$1$1')
    .replace(/\+?\d(?:[ -]?\d){4,}/g, sayDigits)
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:!?])/g, '$1')
    .trim()
  return cutAtWord(plain, SPOKEN_VALUE_MAX)
}

/** The longest value {@link cleanForSpeech} gives: about half a minute of speech. */
export const SPOKEN_VALUE_MAX = 300

/**
 * For a text message: the characters that phones and word processors put in by themselves (curly quotes, dashes,
 * dots, hard spaces) become the ones that GSM-7 has, so that one of them does not halve what a segment holds.
 * Letters are never changed: a name stays as its owner writes it.
 */
export function cleanForText(text: string): string {
  return cleanText(text)
    .replace(/[^\n\x20-\x7E]|`/gu, (character) => IN_GSM_7.get(character) ?? character)
    .replace(/ +$/gm, '')
}

/** +44 and ten digits, or a foreign number of some length. */
const MOST_DIGITS_SAID = 13

/** Beyond this nobody listens; it also keeps the work small for a text of any length. */
const READ_AT_MOST = 2_000

/**
 * Control characters but the line break; soft hyphen; invisible and direction marks; annotations, tags, and code points
 * that are no characters. The two joiners stay: Persian, Bengali and many emoji are written with them.
 */
const NOT_FOR_PEOPLE =
  /(?!\n)[\p{Cc}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u00AD\u180E\u200B\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu

/** A phone number's digits are said one by one; nobody can follow more of them. */
function sayDigits(run: string): string {
  const digits = run.replace(/\D/g, '')
  return digits.length > MOST_DIGITS_SAID ? ' a long number ' : ` ${digits.split('').join(' ')} `
}

function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text
  const head = text.slice(0, most + 1)
  const end = head.lastIndexOf(' ')
  return (end > 0 ? head.slice(0, end) : text.slice(0, most)).replace(/\p{Surrogate}/gu, '').trim()
}

const IN_GSM_7 = new Map<string, string>([
  ...each('‘’‚‛′ʼ`´', "'"),
  ...each('“”„‟″«»', '"'),
  ...each('‐‑‒–—―−', '-'),
  ...each('\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000', ' '),
  ...each('•·', '-'),
  ['…', '...'],
  ['×', 'x'],
  ['→', '->'],
  ['½', '1/2'],
  ['¼', '1/4'],
  ['¾', '3/4'],
  ['№', 'No.'],
  ['™', 'TM'],
  ['ﬁ', 'fi'],
  ['ﬂ', 'fl'],
])

function each(characters: string, replacement: string): [string, string][] {
  return Array.from(characters, (character) => [character, replacement])
}
