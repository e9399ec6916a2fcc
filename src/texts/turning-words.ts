/** Small words that turn a fact into its opposite, a question, a wish, somebody else's or the past. */

/** What may stand between a "not" and the fact it denies. */
export const BETWEEN_NOT_AND_FACT: ReadonlySet<string> = new Set(
  'going to be been being running get getting that too so very really actually now any more quite all yet be have got just at the a'.split(
    ' ',
  ),
)

export const NOTS: ReadonlySet<string> = new Set(['not', 'never', 'no', 'nor', 'without'])

/** In front of a fact they make it a wish or a condition. */
export const ONLY_IF: ReadonlySet<string> = new Set(
  'if hope hoping hopefully wish unless suppose supposing wonder wondering whether incase imagine pretend supposed wants want likes like example eg e.g says'
    .split(' ')
    .filter((word) => word !== 'like' && word !== 'says'),
)

/** Sentence beginnings that ask. Two words; `*` is any second word. */
export const ASKING: ReadonlySet<string> = new Set(
  `am_i is_she is_he is_it is_that is_anyone is_anybody is_someone is_the is_my is_@ is_there is_this are_you are_they are_we are_the was_i was_she was_he was_it was_the was_that was_anyone was_@ were_you were_they did_i did_you did_she did_he did_they did_we did_anyone did_the did_@ did_someone do_i do_you do_we do_they does_* has_* have_i have_you have_they have_we have_the who_* what_* when_* why_* where_* how_late how_long how_many how_much how_do how_is how_can how_am can_i can_we shall_* should_i should_we could_i could_we will_she will_he will_they will_it will_anyone will_you would_you would_it may_i which_*`.split(
    ' ',
  ),
)

/** Not the sender's own lateness, arrival or illness. */
export const OTHERS: ReadonlySet<string> = new Set(
  'she he they bus train nurse doctor carer colleague someone anyone everyone nobody client taxi delivery tram lift uber daughter son husband wife mum dad family partner chemist gp engineer plumber dog kids appointment parcel order driver manager office boss payslip wages staff girl lady man'.split(
    ' ',
  ),
)

/** Helping verbs and fillers between a person and what they do. */
export const HELPERS: ReadonlySet<string> = new Set(
  'is am are was were be been being will going to have has had running still now also really just not probably about might may could should would get getting bit a very gonna always usually off think thinks reckon'.split(
    ' ',
  ),
)

export const HEDGES: ReadonlySet<string> = new Set(
  'about maybe probably possibly like just only a an good least most up roughly nearly almost another be being is now say says approx ish over at_least well more than around prob least_ extra sorry please is_ time it am are and so its'.split(
    ' ',
  ),
)

/** After these the number before was wrong and the one behind is right. */
export const CORRECTING: ReadonlySet<string> = new Set([
  'no',
  'actually',
  'sorry',
  'make',
  'now',
  'mean',
  'meant',
  'rather',
  'instead',
  'correction',
  'wait',
  'oops',
  'scrap',
])

export const TURNING_WORDS: readonly string[] = [
  ...BETWEEN_NOT_AND_FACT,
  ...NOTS,
  ...ONLY_IF,
  ...OTHERS,
  ...HELPERS,
  ...HEDGES,
  ...CORRECTING,
  'minutes',
  'hours',
  'oclock',
  'am',
  'pm',
  'noon',
  'midday',
  'midnight',
  'past',
  'ago',
  'early',
  'away',
  'ish',
  'until',
  'till',
  'by',
  'before',
  'within',
  'waiting',
  'stuck',
  'stood',
  'queuing',
  'safe',
  'pass',
  'take',
  'taking',
  'taken',
  'covering',
  'covered',
  'cover',
  'coming',
  'decline',
  'accept',
  'quarter',
  'half',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'fifteen',
  'twelve',
  'thirteen',
  'fourteen',
  'twenty',
  'thirty',
  'forty',
  'fifty',
  'sixty',
  'eleven',
  'until',
  'tomorrow',
  'today',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'regards',
  'thanks',
  'yesterday',
  'first',
  'second',
  'third',
  'couple',
  'several',
]
