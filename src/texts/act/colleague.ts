import type { CareWorkerFacts } from '../../rota/visit-facts.ts'
import { goesBy, plainWords } from './claims.ts'

/**
 * The colleague of whom a text says that they are not there or do not come: "Sam is off sick", "sams not turned up". It is
 * never the sender's own absence, and a coming visit may have nobody. Undefined for a question, which claims nothing.
 *
 * @param served names of those who are visited: "Peter is poorly" is then about whom they visit
 */
export function awayColleague(
  body: string,
  colleagues: readonly CareWorkerFacts[],
  served: ReadonlySet<string>,
): CareWorkerFacts | undefined {
  if (body.includes('?')) return undefined
  const text = plainWords(body)
  const away = colleagues.filter((colleague) => {
    const last = plainWords(colleague.lastName)
    const names = goesBy(colleague).filter((name) => !served.has(name) && name !== '')
    return names.some((name) =>
      new RegExp(`(?:^| )${name}s?(?: ${last}| ${last.charAt(0)})?${BETWEEN} ${AWAY}`, 'u').test(text),
    )
  })
  return away[0]
}

/** Whether a text could say that anybody is away: only then is anybody looked up. */
export function mayBeAway(body: string): boolean {
  return new RegExp(` ${AWAY}`, 'u').test(plainWords(body))
}

/** What may stand between the name and what is said of it without another person being meant. */
const BETWEEN =
  '(?: (?:is|has|just|also|really|very|now|today|still|be|been|will|off|gone|went|called|rang|phoned|rung|texted|says|said|told me|that|she|he|shes|hes|they|theyre|are|in|with|a|having|had|got))*'
const AWAY = `(?:${[
  'sick|ill|poorly|unwell|no show|noshow',
  '(?:isnt|not|wont be|will not be|cant be|arent) (?:coming|in|here|well|able|there|around)',
  '(?:cant|cannot|can not|wont|will not|couldnt|could not|not going to|not able to) (?:come|make|do|work|get|be)',
  '(?:hasnt|has not|havent|not|never) (?:come|turned up|showed|shown|arrived)',
  '(?:didnt|did not) (?:come|turn|show|arrive)',
  'gone home|home early|broken down|broke down|in hospital|an accident',
].join('|')})(?= |$)`
