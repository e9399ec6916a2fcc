/** A phrase planted in a tree of words: every way of saying it is a path, and paths that begin alike share their beginning. */

export interface Node<T> {
  next: Map<string, Node<T>>
  tags: T[]
}

export interface Tree<T> {
  root: Node<T>
  /** Every word the phrases use. */
  words: ReadonlySet<string>
}

/** Plants phrases (the language is told in phrase-book.ts). `open` turns a word as written into its canonical words. */
export function phraseTree<T>(
  entries: readonly { readonly tag: T; readonly phrases: readonly string[] }[],
  open: (word: string) => readonly string[],
): Tree<T> {
  const root: Node<T> = { next: new Map(), tags: [] }
  const words = new Set<string>()
  for (const { tag, phrases } of entries) {
    for (const phrase of phrases) {
      for (const { tags } of endsOf(phrase)) if (!tags.includes(tag)) tags.push(tag)
    }
  }
  return { root, words }

  /** Where a phrase ends in the tree, each way of saying it planted; ways that meet go on as one. */
  function endsOf(phrase: string): Node<T>[] {
    let reached: Reached<T> = { said: new Set([root]), no: new Set() }
    for (const part of phrase.match(PARTS) ?? []) {
      const choices = choicesOf(part).map((choice) => choice.flatMap((word) => (isSign(word) ? [word] : open(word))))
      reached = together(choices.map((choice) => choice.reduce((so, word) => step(so, word), reached)))
    }
    return [...said(reached)]
  }

  function step(reached: Reached<T>, word: string): Reached<T> {
    // "no one" is nobody: after "no" it is the next word that tells
    const after = word === 'one' ? advance(reached.no, 'nobody') : new Set<Node<T>>()
    const before = word === 'one' ? reached.said : said(reached)
    return word === 'no'
      ? { said: new Set(), no: before }
      : { said: union(advance(before, word), after), no: new Set() }
  }

  function said({ said: complete, no }: Reached<T>): Set<Node<T>> {
    return no.size === 0 ? complete : union(complete, advance(no, 'no'))
  }

  function advance(nodes: Set<Node<T>>, word: string): Set<Node<T>> {
    if (nodes.size > 0 && !isSign(word)) words.add(word)
    return new Set(Array.from(nodes, (node) => childOf(node, word)))
  }
}

/** Square and round brackets, or a word. */
const PARTS = /\[[^\]]*\]|\([^)]*\)|[^\s[\]()]+/g

/** Where the ways of saying a phrase have come to: words said, and those that have just come to a "no". */
interface Reached<T> {
  said: Set<Node<T>>
  no: Set<Node<T>>
}

function together<T>(ways: Reached<T>[]): Reached<T> {
  return { said: union(...ways.map((way) => way.said)), no: union(...ways.map((way) => way.no)) }
}

function union<E>(...sets: Set<E>[]): Set<E> {
  return new Set(sets.flatMap((set) => [...set]))
}

function childOf<T>(node: Node<T>, word: string): Node<T> {
  const known = node.next.get(word)
  if (known !== undefined) return known
  const child: Node<T> = { next: new Map(), tags: [] }
  node.next.set(word, child)
  return child
}

function isSign(word: string): boolean {
  return word === '~' || word === '@' || word.startsWith('#') || word.startsWith('<')
}

function choicesOf(part: string): string[][] {
  const inner = /^[[(]/.test(part) ? part.slice(1, -1) : part
  const choices = inner.split('|').map((choice) => choice.trim().split(/\s+/).filter(Boolean))
  return part.startsWith('[') ? [...choices, []] : choices
}
