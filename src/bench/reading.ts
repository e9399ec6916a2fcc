import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { understand } from '../texts/parse.ts'
import { contextOf } from '../texts/understand-lines.ts'
import { percentile } from './figures.ts'
import { perSecond, type Section, type Stage } from './measure.ts'

const CORPUS = resolve(import.meta.dirname, '../../test/texts/corpus')
const TURNS = 5

/** Texts read a second on one core: the labelled texts of the tests, over and over. */
export async function measureReading(stage: Stage): Promise<Section> {
  stage.say('reading: the labelled texts, over and over')
  const texts = readTexts()
  const readAll = (): void => {
    for (const { text, context } of texts) understand(text, context)
  }
  readAll()
  readAll()
  const rates = Array.from({ length: TURNS }, () => rateOf(readAll, texts.length, stage.seconds / TURNS / 2))
  return {
    name: 'reading',
    title: 'Texts understood a second, on one core',
    rows: [
      {
        what: 'readings',
        value: percentile(rates, 50),
        figure: perSecond(percentile(rates, 50)),
        goal: { atLeast: 10_000, words: '≥ 10,000/s' },
      },
    ],
    notes: [
      `${texts.length} labelled texts, each with its context; the middle of ${TURNS} turns (slowest ${perSecond(percentile(rates, 0))}, fastest ${perSecond(percentile(rates, 100))}).`,
    ],
  }
}

function rateOf(readAll: () => void, texts: number, seconds: number): number {
  const begun = performance.now()
  let rounds = 0
  while (performance.now() - begun < seconds * 1000) {
    readAll()
    rounds += 1
  }
  return (rounds * texts) / ((performance.now() - begun) / 1000)
}

const Labelled = z.object({ text: z.string() }).loose()

function readTexts() {
  return readdirSync(CORPUS)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => readFileSync(join(CORPUS, file), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => {
      const labelled = Labelled.parse(JSON.parse(line))
      // contextOf checks the rest of the line itself
      return { text: labelled.text, context: contextOf(labelled) }
    })
}
