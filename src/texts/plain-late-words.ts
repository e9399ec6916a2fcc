/** The words of the plain forms of lateness. */

/** Words that say late, in any grammar. */
export const LATE_LIKE: ReadonlySet<string> = new Set(
  'late lates lated later behind delay delayed delaying delays lateness tardy add overdue'.split(' '),
)

/** What stands between a name, an amount and a "late", and what is said for courtesy. */
export const BESIDE_LATE: ReadonlySet<string> = new Set(
  `i am is it me myself a an the my to for at by with of on in and then about be being will would going getting get gets run running ran
  now more like nearer than probably maybe roughly around approx approximately say until till before say earliest least soonest ish or
  so be there reach reaching arrive arriving arrival eta coming come make making made expect me expected expecting should see her him them that this
  sat nav satnav google maps says say can you tell let know inform please warn text ring instead planned usual time
  hi hello hiya hey morning afternoon evening good sorry apologies thanks thank ta cheers x xx xxx xo love hun mate boss pet dear
  bit little everyone everything everybody all each from plan over extra another min mins minutes both its been just really very so too
  also again today tonight this still looking think reckon hopefully office team folks guys girls ladies from your our we are us here but madam sir ma mam
  gonna bout touch down late yes cos because due ill as first next visit call visits calls stop quarter only
  house place flat people client clients service user users`
    .trim()
    .split(/\s+/),
)

/** Words that make a name, a time or a number another matter: past, done, asked for, planned, of others. */
export const SPEAKS_AGAINST: ReadonlySet<string> = new Set(
  `was were had has have did done gone went left since ago after last early earlier yesterday tomorrow if unless when while
  away she he they nobody no never without hope hoping wish appointment appt dentist doctor gp nurse chemist hospital clinic
  meds medication tablets tablet insulin pills bp weight temp birthday age aged years old daughter son husband wife family
  change changed swap swapped move moved cancel cancelled need needs want wants wanted ask asked asking said told
  what which who where why how or either long longer short shorter missed forgot off free available finish finished finishing done start starts
  cover covering take taking swap rota shift wages paid hours mileage claim training meeting supervision
  thing things parcel delivery order`
    .trim()
    .split(/\s+/),
)

/** Behind the last name and amount these are only talk about why. */
export const IDLE_TALK: ReadonlySet<string> = new Set(
  'was were had has have did done gone went she he they no never last off start started start starts old long after since left or when nurse doctor'.split(
    ' ',
  ),
)
