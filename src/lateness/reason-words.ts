/** Why a visit is late, as texts and records write it. The codes are those that a text is read as (texts/reasons). */
const REASON_WORDS: Record<string, string> = {
  traffic: 'traffic',
  overran: 'earlier visit overran',
  breakdown: 'breakdown',
  transport: 'public transport',
  weather: 'weather',
  sick: 'sick',
  emergency: 'emergency at an earlier visit',
  access: 'waiting for access',
  other: 'other',
}

/** The words for a reason's code; the code itself where it has none yet. */
export function reasonInWords(code: string): string {
  return REASON_WORDS[code] ?? code
}
