/** Classes of words, by which phrases may call any word of the class. */

/** What phrases may call a word: itself, and its classes. */
export function keysOf(word: string): readonly string[] {
  return CLASSES.get(word) ?? [word]
}

const CLASSES: ReadonlyMap<string, readonly string[]> = classes({
  '<who>':
    'she he they her him lady gentleman gent man woman client mum mother dad father nan nana gran grandad grandma husband wife son daughter brother sister person girl boy pt patient resident papa mama mamma mumma baba granny grandpa aunty auntie uncle madam mister missus chief oldie pensioner lad lass bloke fella chap gent guy nephew niece cousin partner neighbour',
  '<me>': 'i me we us',
  '<kin>': 'mum mother dad father nan nana gran grandad grandma husband wife aunt auntie uncle',
  '<day>':
    'today tonight tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday morning afternoon evening night lunch teatime dinner breakfast tea',
  '<visit>': 'call calls visit visits appointment client clients run shift round double slot one job',
  '<meds>': 'meds medication medicine tablets tablet pills insulin',
  '<staff>': 'carer helper girl lady nurse staff worker caregiver cleaner',
})

function classes(table: Record<string, string>): ReadonlyMap<string, readonly string[]> {
  const byWord = new Map<string, string[]>()
  for (const [name, words] of Object.entries(table)) {
    for (const word of words.split(' ')) byWord.set(word, [...(byWord.get(word) ?? [word]), name])
  }
  return byWord
}

/** Every word that stands for a class of words. */
export const CLASS_WORDS: readonly string[] = [...CLASSES.keys()]
