/** Issue 3: no dangerous reading at all, 95 in 100 right, the rest asked about or in a person's hands. */

import { describe, expect, it } from 'vitest'
import { understand } from '../../src/texts/parse.ts'
import { readCorpus } from './corpus.ts'
import { judge } from './score.ts'

const corpus = readCorpus()

describe('the labelled texts', () => {
  it('are at least 650, a third of them traps', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(650)
    expect(corpus.filter((label) => label.trap).length * 3).toBeGreaterThanOrEqual(corpus.length * 0.9)
  })

  it('are never read dangerously', () => {
    const dangerous = judged().filter(({ verdict }) => verdict === 'dangerous')
    expect(dangerous).toEqual([])
  })

  it('are read rightly, 95 in 100', () => {
    const wrong = judged().filter(({ verdict }) => verdict !== 'right')
    expect(wrong.slice(Math.floor(corpus.length * 0.05))).toEqual([])
  })
})

function judged() {
  return corpus.map(({ file, text, context, want }) => {
    const reading = understand(text, context)
    return { file, text, want, reading, verdict: judge(reading, want) }
  })
}
