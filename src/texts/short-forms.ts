/** What a short form or a customary misspelling stands for. */

import { CARE_SHORT_FORMS } from './care-short-forms.ts'
import { EVERYDAY_SHORT_FORMS } from './everyday-short-forms.ts'
import { REGIONAL_SHORT_FORMS } from './regional-short-forms.ts'

/** Every short form with the words it stands for. */
export const SHORT_FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  `${REGIONAL_SHORT_FORMS}${EVERYDAY_SHORT_FORMS}${CARE_SHORT_FORMS}`
    .split('\n')
    .filter((line) => line.includes(':') && !line.startsWith('#'))
    .flatMap((line) => {
      const [meant = '', written = ''] = line.split(':')
      return written
        .trim()
        .split(' ')
        .map((form) => [form, meant.split(' ')] as const)
    }),
)
