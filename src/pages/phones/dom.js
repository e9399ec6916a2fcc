/**
 * The one element of this kind inside `parent`. A missing one is a fault of this page, so it is said at once.
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} parent @param {string} selector @param {new () => T} [kind] @returns {T}
 */
export function part(parent, selector, kind) {
  const found = parent.querySelector(selector)
  if (found === null || !(found instanceof (kind ?? HTMLElement))) throw new Error(`The page has no ${selector}`)
  return /** @type {T} */ (found)
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {{ class?: string, text?: string }} [own] @param {(Node | string)[]} [children]
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(tag, own = {}, children = []) {
  const element = document.createElement(tag)
  if (own.class !== undefined) element.className = own.class
  if (own.text !== undefined) element.textContent = own.text
  element.append(...children)
  return element
}

/** Writes only what differs, so that screen readers do not hear a line twice. @param {Element} element @param {string} text */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text
}

/**
 * Shows what came last: its end, or its beginning where it is taller than the region, as one reads it. A call that is
 * over was heard already, so its end is shown: the last that was said.
 * @param {HTMLElement} region
 */
export function scrollToLast(region) {
  const last = part(region, 'ol').lastElementChild
  if (!(last instanceof HTMLElement)) return
  const tall = last.offsetHeight > region.clientHeight && !last.classList.contains('past-call')
  region.scrollTop = tall ? last.offsetTop - region.offsetTop : region.scrollHeight
}
