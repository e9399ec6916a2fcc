/** Numbers as words, as people write and as telephones dictate them. */

export const ONES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
  }),
)

export const TENS: ReadonlyMap<string, number> = new Map(
  Object.entries({ twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 }),
)

export const FRACTION_MINUTES: ReadonlyMap<string, number> = new Map(
  Object.entries({ half: 30, quarter: 15, '1/2': 30, '1/4': 15, '3/4': 45 }),
)

/** Words in front of a number that make it anything but minutes: room 12, number 15, the code, the bus. */
export const NO_MINUTES_AFTER: ReadonlySet<string> = new Set(
  'number num room flat apartment apt unit house block platform junction exit page keysafe pin bus route zone ward bay level gate terminal highway covid type step bp temp temperature stage lane car door plot section group team key dial rang rung ring phone press'.split(
    ' ',
  ),
)

/** Words behind a number that make it a count of something else. */
export const NO_MINUTES_BEFORE: ReadonlySet<string> = new Set(
  'miles mile metres meters km mph bus call calls visit visits clients client cars car people person years year yrs yr yo days day weeks week months month degrees degree stone kg ml mg tablets tablet pads pounds pound quid pence p times of more_calls star stars stops stop lights sheep cows doubles double forms gloves shifts shift jobs floor bags steps drivers cups sugars percent weekends nights seconds second sec secs units puffs spoons bottles packs boxes staff carer others lads girls men women kids children'.split(
    ' ',
  ),
)

/** Behind a number and a word: 15 Station Road. */
export const STREETS: ReadonlySet<string> = new Set(
  'street road rd avenue ave lane close drive way court gardens crescent terrace grove hill'.split(' '),
)
