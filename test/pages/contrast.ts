/**
 * To be run in the page: every text that can be seen and whose contrast with its ground is under 4.5 (3 for large text; disabled controls are exempt, WCAG 1.4.3).
 * The ground is the nearest element below with a colour of its own; of a gradient both ends are tried.
 */
export const WEAK_CONTRASTS = `(() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number)
  const light = ([r, g, b]) => {
    const [lr, lg, lb] = [r, g, b].map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * lr + 0.7152 * lg + 0.0722 * lb
  }
  const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05)
  const grounds = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const style = getComputedStyle(one)
      const gradient = style.backgroundImage.match(/rgba?\\([^)]*\\)/g)
      if (gradient) return gradient.map(numbers)
      const colour = numbers(style.backgroundColor)
      if (colour.length < 4 || colour[3] > 0) return [colour]
    }
    return [[255, 255, 255]]
  }
  const weak = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement
    if (text.data.trim() === '' || !element.checkVisibility({ visibilityProperty: true }) || element.closest('.unseen, :disabled, .skip, option')) continue
    const style = getComputedStyle(element)
    const size = parseFloat(style.fontSize)
    const needed = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5
    for (const ground of grounds(element)) {
      const found = ratio(numbers(style.color), ground)
      if (found < needed) weak.push(text.data.trim().slice(0, 40) + ' (' + element.className + '): ' + found.toFixed(2))
    }
  }
  return weak
})()`
