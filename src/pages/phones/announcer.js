const PAUSE_MS = 250

/**
 * Says to screen readers what happens on the screen. What comes at once is said in one breath; more than three things are counted, not listed.
 * @param {{ polite: Element, alarm: Element }} regions
 */
export function createAnnouncer(regions) {
  return { say: queue(regions.polite), alarm: queue(regions.alarm) }
}

/** @param {Element} region */
function queue(region) {
  /** @type {string[]} */
  let waiting = []
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer

  function flush() {
    const shown = waiting.slice(0, 3)
    const more = waiting.length - shown.length
    waiting = []
    timer = undefined
    region.replaceChildren()
    region.append(shown.join(' ') + (more > 0 ? ` And ${more} more.` : ''))
  }

  /** @param {string} sentence */
  return (sentence) => {
    waiting.push(sentence)
    timer ??= setTimeout(flush, PAUSE_MS)
  }
}
