/** The few signs that say something. All others are decoration. */
export const EMOJI_WORDS: ReadonlyMap<string, string> = new Map([
  ['👍', 'ok'],
  ['👌', 'ok'],
  ['✅', 'ok'],
  ['🆗', 'ok'],
  ['🙏', 'thanks'],
  ['🆘', 'sos'],
  ['🚑', 'ambulance'],
  ['🩸', 'blood'],
])
