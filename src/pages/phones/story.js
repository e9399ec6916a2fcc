/**
 * The story that the sentence at the top tells: one visit, one pair of phones. It is kept while the tab is open, so that
 * opening the page again goes on with it.
 *
 * @typedef {{ number: string, name: string }} Owner
 * @typedef {{ visitRef: string, careWorker: Owner, serviceUser: Owner & { at: number | string }, responsiblePerson?: Owner,
 *   manager?: Owner }} Suggestion
 * @typedef {{ record: number, inVain: number, tone: 'told' | 'waiting' | 'trouble' | 'quiet', words: string }} Late  see story.ts
 * @typedef {'text' | 'reading' | 'unread' | 'known' | 'ringing' | 'up' | 'over' | 'unheard' | 'told' | 'quiet'} Stage
 * @typedef {{ suggestion: Suggestion, late: Late | null, stage: Stage, sent?: string | undefined, inVainBefore?: number | undefined }} Story
 *   sent: the last text sent from this page; inVainBefore: the calls that were in vain before the one that is up
 */

const KEY = 'lateline.story'

/** What was told before the page was opened again. @returns {Story | undefined} */
export function keptStory() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    return typeof kept?.suggestion?.visitRef === 'string' ? kept : undefined
  } catch {
    return undefined
  }
}

/** @param {Story} story */
export function keepStory(story) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(story))
  } catch {
    // A browser that forbids storage begins the story anew, and nothing else.
  }
}
