/**
 * The rules of the house, as data. `house.test.ts` holds every file under `src` to them.
 *
 * The picture behind the table: the cellar lies below everything; the rooms stand in an order and use only what is
 * beside or below them; each room's acts use ports, never machines; the machines are handed the acts by
 * `src/compose.ts`. So data flows one way, and every rule about people can be tested without a machine.
 */

/** The rooms, lowest first. A room may use itself and the rooms before it, never one after it. */
export const ROOMS = [
  'rota',
  'texts',
  'lateness',
  'contact',
  'office-list',
  'watch',
  'on-call',
  'escalation',
  'no-show-line',
  'log-in',
  'cover',
  'record',
  'matter',
] as const

/** The machinery: each folder speaks to one outside thing. */
export const MACHINERY = ['twilio', 'store', 'queue', 'pages'] as const

/** Files and folders at the top of `src` that put the parts together. */
export const TOP = [
  'main.ts',
  'cli.ts',
  'compose.ts',
  'compose',
  'settings.ts',
  'clock.ts',
  'lateline.mjs',
  'commands',
  'bench',
  'demo',
]

/** Where a file lives decides what it may do. */
export type Place = 'cellar' | 'voice-flow' | 'room' | 'act' | 'machinery' | 'simulator' | 'browser' | 'top'

/** How much of another place may be used: all of it, its types only, the same folder's files, or rooms up to one's own. */
export type HowMuch = 'all' | 'types' | 'own folder' | 'own and lower rooms'

/** Who may import whom. What is not written here is forbidden. */
export const MAY_IMPORT: Record<Place, Partial<Record<Place, HowMuch>>> = {
  cellar: { cellar: 'all' },
  'voice-flow': { cellar: 'all', 'voice-flow': 'all' },
  room: { cellar: 'all', 'voice-flow': 'types', room: 'own and lower rooms' },
  act: { cellar: 'all', 'voice-flow': 'all', room: 'all', act: 'all' },
  // An act says beside itself what it asks of a machine (a port); the machine may know that type, never the act.
  machinery: { cellar: 'all', 'voice-flow': 'all', room: 'all', act: 'types', machinery: 'own folder' },
  simulator: { simulator: 'all' },
  browser: { browser: 'own folder' },
  top: {
    cellar: 'all',
    'voice-flow': 'all',
    room: 'all',
    act: 'all',
    machinery: 'all',
    simulator: 'all',
    top: 'all',
  },
}

/** Packages that only compute. No others, and nothing else of Node's own, in cellar, rooms, acts and voice-flow. */
export const PURE_PACKAGES: readonly { name: string; onlyIn?: readonly string[]; onlyThese?: readonly string[] }[] = [
  { name: 'csv-parse/sync' },
  { name: 'date-holidays' },
  { name: 'node:crypto', onlyThese: ['createHash'] },
  { name: 'yaml' },
  { name: 'zod' },
  { name: 'luxon', onlyIn: ['cellar/local-time.ts'] },
  { name: 'libphonenumber-js', onlyIn: ['cellar/phone-number.ts'] },
  { name: 'sms-segments-calculator', onlyIn: ['cellar/sms-segments.ts'] },
]

/** Places whose files compute and do nothing else; effects come in through ports. */
export const PURE_PLACES: readonly Place[] = ['cellar', 'voice-flow', 'room', 'act']

/** What a pure file may not name: the present, chance, the machine, and ways around these bans. */
export const NOT_IN_PURE_FILES: readonly string[] = [
  'Date',
  'process',
  'globalThis',
  'global',
  'window',
  'self',
  'performance',
  'crypto',
  'fetch',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'require',
  'eval',
  'Function',
  'Math.random',
  'DateTime.now',
  'DateTime.local',
  'Settings.now',
  'import()',
  'import.meta',
]

/** The present is read in one file. The simulator keeps its own clock, since it imports nothing of ours. */
export const READS_THE_CLOCK: readonly string[] = ['clock.ts', 'simulator/', 'bench/']
export const CLOCK_READERS: readonly string[] = ['Date.now', 'new Date()', 'Date()']

/** The environment is read in one place; everyone else is handed `Settings`. A server that is started needs a PATH. */
export const READS_THE_ENVIRONMENT: readonly string[] = [
  'settings.ts',
  'main.ts',
  'cli.ts',
  'commands/',
  'bench/',
  'store/embedded/cluster.ts',
]
export const ENVIRONMENT_READERS: readonly string[] = ['process.env']

/**
 * Words the design does not use, as parts of names (`clientName`), and where they are forbidden. A `client` is a piece
 * of software in the machinery, where databases and carriers have clients, so it is forbidden only where people are.
 */
export const FORBIDDEN_WORDS: readonly { word: string; say: string; places?: readonly Place[] }[] = [
  { word: 'carer', say: 'care worker' },
  { word: 'carers', say: 'care workers' },
  { word: 'patient', say: 'service user' },
  { word: 'patients', say: 'service users' },
  { word: 'client', say: 'service user', places: ['cellar', 'voice-flow', 'room', 'act'] },
  { word: 'clients', say: 'service users', places: ['cellar', 'voice-flow', 'room', 'act'] },
]

/** Files whose strings are read or heard by people: the forbidden words may not stand in those strings either. */
export const SHOWN_TO_PEOPLE = /(?:^pages\/|(?:^|\/)(?:words|answer|say)[^/]*\.ts$)/

/** Where the words that people write and say are listed: a list may have any word in it. */
export const LISTS_PEOPLES_WORDS = /^texts\//

/** Files are about 50 lines and hardly ever over 200. */
export const MOST_LINES = 220

/** Written by a program, not by a person. */
export const GENERATED = /^store\/prisma-client\//

/** A check that saw fewer files than this looked in the wrong place. */
export const FEWEST_FILES = 150

/** What may lie at the top of the repository, besides names that begin with a dot. */
export const TOP_OF_THE_REPOSITORY: readonly string[] = [
  'LICENSE',
  'README.md',
  'docker-compose.yml',
  'docs',
  'package-lock.json',
  'package.json',
  'prisma',
  'src',
  'test',
  'tsconfig.json',
  'voice-flows',
]

/**
 * Numbers that belong to nobody: Ofcom's ranges for drama, as the digits after the country code, and the American
 * ones (555-01xx in any area; Twilio's test numbers).
 */
export const NOBODYS_NUMBERS: readonly { country: '44' | '1'; begins: RegExp }[] = [
  { country: '44', begins: /^7700900/ },
  { country: '44', begins: /^1632960/ },
  { country: '44', begins: /^207946(?:0|$)/ },
  { country: '44', begins: /^(?:11[3-8]|1[2-6]1)4960/ },
  { country: '44', begins: /^1914980/ },
  { country: '44', begins: /^2896496/ },
  { country: '44', begins: /^2920180/ },
  { country: '44', begins: /^8081570/ },
  { country: '44', begins: /^9098790/ },
  { country: '44', begins: /^3069990/ },
  { country: '1', begins: /^\d{3}55501/ },
  { country: '1', begins: /^500555/ },
]

/** Digits that carriers send for "not shown": ANONYMOUS, RESTRICTED and so on, spelt on a keypad. */
export const WITHHELD_NUMBERS: readonly string[] = ['266696687', '7378742833', '86282452253']
