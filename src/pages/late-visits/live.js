/** Keeps the page as it is now: asks for it again, and puts in what has changed. Without this script the page stands still. */
const EVERY_MS = 3000

const live = document.querySelector('#live')
const connection = document.querySelector('#connection')
const announcer = document.querySelector('#announcer')
const printButton = document.querySelector('#print')

if (printButton instanceof HTMLElement) {
  printButton.hidden = false
  printButton.addEventListener('click', () => window.print())
}
if (live instanceof HTMLElement && live.dataset['news'] !== undefined) setTimeout(() => void again(live), EVERY_MS)

/** @param {HTMLElement} region */
async function again(region) {
  if (!document.hidden) await look(region)
  setTimeout(() => void again(region), EVERY_MS)
}

/** @param {HTMLElement} region */
async function look(region) {
  const page = await ask().catch(() => undefined)
  tellConnection(page !== undefined)
  const now = page?.querySelector('#live')
  if (!(now instanceof HTMLElement) || now.innerHTML === region.innerHTML || isBeingRead(region)) return
  const focused = region.contains(document.activeElement) ? document.activeElement?.getAttribute('href') : null
  region.replaceChildren(...now.childNodes)
  if (focused != null) linkTo(region, focused)?.focus({ preventScroll: true })
  const news = now.dataset['news'] ?? ''
  if (news !== region.dataset['news'] && announcer !== null) announcer.textContent = news
  region.dataset['news'] = news
}

async function ask() {
  const response = await fetch(location.href, { cache: 'no-store' })
  if (!response.ok) throw new Error(`The page answered ${response.status}`)
  return new DOMParser().parseFromString(await response.text(), 'text/html')
}

/** @param {boolean} up */
function tellConnection(up) {
  if (!(connection instanceof HTMLElement)) return
  connection.hidden = up
  const words = up ? '' : 'The line does not answer just now. What is shown may be old; this page keeps trying.'
  if (connection.textContent !== words) connection.textContent = words
}

/** Somebody is marking words to copy them: they are left alone until they are done. @param {HTMLElement} region */
function isBeingRead(region) {
  const selection = document.getSelection()
  return selection !== null && !selection.isCollapsed && region.contains(selection.anchorNode)
}

/** @param {HTMLElement} region @param {string} href */
function linkTo(region, href) {
  return [...region.querySelectorAll('a')].find((link) => link.getAttribute('href') === href)
}

export {}
