/** How a flow is written in YAML, checked at the border. The finished shape is in flow.ts. */
import { z } from 'zod'
import { actions, destinations, facts, languages, notes, numbers, readings } from './catalogue.ts'
import { serviceUserEnds, staffEnds } from './flow.ts'
import { answerMeanings } from './vocabulary.ts'

const name = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, { error: 'names are small letters, figures and hyphens, as in "still-there"' })
const language = oneOf(keysOf(languages), 'language')
const stepName = name
const seconds = z
  .int({ error: 'whole seconds' })
  .min(0, { error: 'not below 0' })
  .max(60, { error: 'at most 60 seconds' })
const text = z.union(
  [
    z
      .string()
      .min(1)
      .transform((one) => [one]),
    z.array(z.string().min(1)),
  ],
  {
    error: 'the words, as one text or as a list of sentences',
  },
)
const words = z.partialRecord(language, text)

const action = z.union(
  [
    oneOf(keysOf(actions), 'action').transform((action) => ({ action, given: {} })),
    z
      .strictObject({ action: oneOf(keysOf(actions), 'action'), with: z.record(z.string(), z.string()).prefault({}) })
      .transform((written) => ({ action: written.action, given: written.with })),
  ],
  { error: `an action of the catalogue: ${keysOf(actions).join(', ')}` },
)

const speaking = {
  say: words.prefault({}),
  'pause-seconds': seconds.prefault(0),
  do: z.array(action).prefault([]),
  'at-most': z.strictObject({ times: z.int().min(1).max(20), otherwise: stepName }).optional(),
}

const answer = z.strictObject({
  keys: z
    .union([z.literal('any'), z.array(z.string().regex(/^[0-9*#]{1,12}$/))], {
      error: '"any", or a list of keys in quotes, as in ["4"]',
    })
    .prefault([]),
  means: z.array(oneOf(answerMeanings, 'meaning')).prefault([]),
  words: words.prefault({}),
  reads: z.array(oneOf(keysOf(readings), 'reading')).prefault([]),
  confirms: z.enum(['all-is-well', 'number']).optional(),
  notes: oneOf(keysOf(notes), 'note').optional(),
  next: stepName,
})

export const sayStep = z.strictObject({
  ...speaking,
  proves: z.literal('heard', { error: 'a step that only speaks can prove "heard"' }).optional(),
  'ends-turn': z.boolean().prefault(false),
  interruptible: z.union([z.boolean(), z.literal('by-key')], { error: 'true, false, or by-key' }).prefault(false),
  next: z.string({ error: 'the step that follows is missing' }).pipe(stepName),
})

export const listenStep = z.strictObject({
  ...speaking,
  proves: z.literal('answered', { error: 'a step that listens can prove "answered"' }).optional(),
  interruptible: z.boolean().prefault(true),
  listen: z.strictObject({
    'wait-seconds': seconds,
    answers: z.record(name, answer),
    number: z.strictObject({ is: oneOf(keysOf(numbers), 'number'), next: stepName }).optional(),
    silence: z.string({ error: 'silence is an answer and has no exit here' }).pipe(stepName),
    unclear: z.string({ error: 'unclear speech is an answer and has no exit here' }).pipe(stepName),
  }),
})

export const branchStep = z.strictObject({
  branch: z.array(z.strictObject({ if: oneOf(keysOf(facts), 'fact'), next: stepName })),
  otherwise: z.string({ error: 'where no fact holds, there is no exit' }).pipe(stepName),
})

export const connectStep = z.strictObject({
  ...speaking,
  connect: z.strictObject({
    to: oneOf(keysOf(destinations), 'destination'),
    'ring-seconds': z.int().min(5).max(600),
    whisper: name,
    accepted: stepName,
    nobody: z.string({ error: 'nobody may accept, and that has no exit here' }).pipe(stepName),
  }),
})

export const endStep = z.strictObject({
  ...speaking,
  end: oneOf([...serviceUserEnds, ...staffEnds], 'end'),
})

export const writtenFlow = z.strictObject({
  name,
  call: oneOf(['outbound', 'inbound', 'whisper'], 'kind of call'),
  for: oneOf(['service-user', 'care-worker', 'manager', 'anyone'], 'audience'),
  languages: z.tuple([language], language),
  start: stepName,
  always: z.strictObject({
    lost: stepName,
    machine: stepName.optional(),
    help: stepName.optional(),
    key: stepName.optional(),
  }),
  steps: z.record(name, z.unknown()),
})

export type WrittenAnswer = z.output<typeof answer>
export type WrittenSpeaking = Pick<z.output<typeof sayStep>, keyof typeof speaking>

function oneOf<const T extends readonly [string, ...string[]] | readonly string[]>(known: T, what: string) {
  return z.enum(known, {
    error: (issue) =>
      `${what} ${JSON.stringify(issue.input) ?? 'is missing'} is not in the catalogue; known: ${known.join(', ')}`,
  })
}

function keysOf<K extends string>(table: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(table) as K[]
}
