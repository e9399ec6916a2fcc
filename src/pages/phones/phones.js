import { createAnnouncer } from './announcer.js'
import { createDesk } from './desk.js'
import { createDirectory } from './directory.js'
import { part, write } from './dom.js'
import { createGuide } from './guide.js'
import { createHandset } from './handset.js'
import { createHandsets } from './handsets.js'
import { newsOf, rings, ringsOut } from './news.js'
import { createRinging } from './ringing.js'
import { simulator } from './simulator.js'
import { createSound } from './sound.js'
import { createWords } from './words.js'

/** @typedef {ReturnType<typeof createWords>} Words */
/** @typedef {ReturnType<typeof createSound>} Sound */

/** How often the suggestion and the notes in the list (who is due next) are asked for again. */
const REFRESH_EVERY_MS = 60_000
/** How long after a text of one's own: the line has read it by then. */
const READ_AGAIN_MS = 1500

const page = part(document, '#phones')
const line = page.dataset['lineNumber'] ?? ''
const connection = part(page, '#connection')
const title = document.title
/** The desk is laid once, when the handsets are first known. */
let laid = false
const handsets = createHandsets({ onChanges, onConnection })
const words = createWords(
  { lineNumber: line, agencyName: page.dataset['agencyName'] ?? '', zone: page.dataset['zone'] ?? 'Europe/London' },
  handsets.all,
)
const announce = createAnnouncer({ polite: part(page, '#announcer'), alarm: part(page, '#alarm') })
const sound = createSound({ button: part(document, '#sound', HTMLButtonElement), onChange: showRinging })
const directory = createDirectory({
  root: part(page, '#directory'),
  handsets: handsets.all,
  onTake: take,
  isTaken: (number) => desk.has(number),
})
const desk = createDesk({ root: part(page, '#desk'), handsets: handsets.all, words, build, onMoved })
const ringing = createRinging({ root: part(page, '#ringing'), words, onBring: bring })
const guide = createGuide({
  root: part(page, '#guide'),
  handsets: handsets.all,
  line,
  words,
  ask: () => askJson('/phones/suggestion'),
  askLate: ({ visitRef, serviceUser: { at } }) =>
    askJson(`/phones/story?${new URLSearchParams({ visit: visitRef, planned: String(new Date(at).getTime()) })}`),
  onWrite: writeForMe,
  onGoTo: bring,
  onAnother: layOut,
})

handsets.start()
setInterval(() => void refresh(), REFRESH_EVERY_MS)

/** @param {import('./handsets.js').Change[]} changes */
function onChanges(changes) {
  if (laid && changes.some(({ before }) => before === undefined)) directory.draw()
  for (const change of changes) for (const news of newsOf(change)) tell(news)
  for (const { now } of changes) {
    desk.update(now)
    directory.update(now.number)
  }
  showRinging()
  guide.update(changes.map(({ now }) => now.number))
}

/** @param {import('./news.js').News} news */
function tell({ kind, number, count }) {
  const [name, here] = [words.called(number), desk.has(number)]
  const other = words.who(handsets.all.get(number)?.call?.with ?? line)
  if (kind === 'rings') (here ? announce.alarm : announce.say)(`${name}’s phone is ringing.`)
  if (kind === 'rings-out' && here) announce.say(`Ringing ${other} from ${name}’s phone.`)
  if (kind === 'up-out' && here) announce.say(`${other} has answered.`)
  if (kind === 'ended' && here) announce.say(`The call on ${name}’s phone has ended.`)
  if (kind !== 'message' || here) return
  directory.addUnread(number, count)
  announce.say(`New message on ${name}’s phone.`)
}

function showRinging() {
  if (!laid) return
  const all = [...handsets.all.values()].filter(rings)
  ringing.show(all.filter((handset) => !desk.has(handset.number)))
  const onDesk = desk.numbers().flatMap((number) => handsets.all.get(number) ?? [])
  const inCall = onDesk.some((handset) => handset.call?.state === 'up')
  sound.ring(!inCall && onDesk.some((handset) => rings(handset) || ringsOut(handset)))
  document.title =
    all.length === 0
      ? title
      : all.length === 1
        ? `${words.called(all[0]?.number ?? '')} rings · ${title}`
        : `${all.length} phones ring · ${title}`
}

/** @param {boolean} up */
function onConnection(up) {
  connection.hidden = up
  write(connection, up ? '' : 'The line does not answer just now. This page keeps trying.')
  if (up) void open()
}

/** After every (new) connection: the people, then, the first time, the desk. */
async function open() {
  await readDirectory()
  if (laid) return
  laid = true
  const suggestion = await guide.begin()
  const before = desk.remembered()?.filter((number) => handsets.all.has(number)) ?? []
  for (const number of before.length > 0 ? before : goodDefault(suggestion)) desk.take(number, 'last')
  showRinging()
}

async function readDirectory() {
  directory.draw(await askJson('/phones/directory').catch(() => undefined))
}

async function refresh() {
  await Promise.all([readDirectory(), guide.refresh()])
}

/** A care worker with a visit soon, the service user who expects it, and whoever is told. @param {import('./story.js').Suggestion | null} suggestion */
function goodDefault(suggestion) {
  const told = suggestion?.responsiblePerson ?? suggestion?.manager
  const suggested = [suggestion?.careWorker.number, suggestion?.serviceUser.number, told?.number].filter(
    (number) => number !== undefined && handsets.all.has(number),
  )
  const first = ['care-worker', 'service-user', 'manager'].map((role) =>
    [...handsets.all.keys()].find((number) => directory.standing(number).role === role),
  )
  return /** @type {string[]} */ (suggested.length > 0 ? suggested : first.filter((number) => number !== undefined))
}

/** @param {import('./simulator.js').Handset} handset @param {() => void} putBack */
function build(handset, putBack) {
  return createHandset(handset, {
    line,
    words,
    sound,
    simulator,
    about: directory.about,
    isCareWorker: directory.standing(handset.number).role === 'care-worker',
    changed: handsets.changed,
    texted,
    putBack,
  })
}

/** What somebody has written may have begun a visit, which the list says too. @param {string} number @param {string | undefined} message */
function texted(number, message) {
  guide.texted(number, message)
  setTimeout(() => void readDirectory(), READ_AGAIN_MS)
}

/** @param {string} number */
function onMoved(number) {
  if (desk.has(number)) handsets.lookAt(number)
  directory.update(number)
  showRinging()
}

/** @param {string} number */
function take(number) {
  desk.take(number, 'first')?.focus()
}

/** Takes a phone and puts the keyboard on its green button, if it rings. @param {string} number */
function bring(number) {
  take(number)
  const handset = handsets.all.get(number)
  if (handset !== undefined && rings(handset)) desk.view(number)?.focusAnswer()
}

/** @param {string} number */
function writeForMe(number) {
  desk.take(number, 'first')?.write('LATE 20')
}

/** @param {import('./story.js').Suggestion} suggestion */
function layOut({ careWorker, serviceUser }) {
  desk.take(serviceUser.number, 'first')
  desk.take(careWorker.number, 'first')?.focus()
}

/** @param {string} path */
async function askJson(path) {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return response.json()
}
