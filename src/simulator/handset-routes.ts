import type { Request, RequestHandler, Router } from 'express'
import { z } from 'zod'
import type { Carrier } from './carrier.ts'
import type { Done, HandsetActions } from './handset-actions.ts'
import { behaviours, handsetView, type Handset } from './handset.ts'
import { sentence } from './sentence.ts'
import { dramaRangesInWords, readNumber } from './phone-numbers.ts'

const TextBody = z.strictObject({
  to: z.string(),
  body: z.string().max(20_000),
  unattended: z.boolean().default(false),
})
const RingBody = z.strictObject({ to: z.string(), withheld: z.boolean().default(false) })
const PressBody = z.strictObject({
  digits: z.string().regex(/^[0-9*#]{1,40}$/, 'use one to forty of the keys 0 to 9, * and #'),
})
const SayBody = z.strictObject({ words: z.string().trim().min(1, 'say at least one word').max(5000) })
const BehaviourBody = z.strictObject({ behaviour: z.enum(behaviours) })
const NoBody = z.strictObject({}).or(z.undefined())

/** The handsets: looking at them and using them. */
export function handsetRoutes(carrier: Carrier, actions: HandsetActions, router: Router): void {
  const at = '/simulator/handsets'
  router.get(at, (_request, response) => {
    const lines = [...carrier.lines.values()].map(({ number, name }) => ({ number, name }))
    response.json({ handsets: carrier.handsets.all().map(handsetView), lines })
  })
  router.get(
    `${at}/:number`,
    withHandset(carrier, z.unknown(), (handset) => ({ done: true as const, handset })),
  )
  router.post(
    `${at}/:number/text`,
    withHandset(carrier, TextBody, (handset, { to, body, unattended }) => actions.text(handset, to, body, unattended)),
  )
  router.post(
    `${at}/:number/ring`,
    withHandset(carrier, RingBody, (handset, { to, withheld }) => actions.ring(handset, to, withheld)),
  )
  router.post(
    `${at}/:number/answer`,
    withHandset(carrier, NoBody, (handset) => actions.answer(handset)),
  )
  router.post(
    `${at}/:number/press`,
    withHandset(carrier, PressBody, (handset, { digits }) => actions.press(handset, digits)),
  )
  router.post(
    `${at}/:number/say`,
    withHandset(carrier, SayBody, (handset, { words }) => actions.say(handset, words)),
  )
  router.post(
    `${at}/:number/hang-up`,
    withHandset(carrier, NoBody, (handset) => actions.hangUp(handset)),
  )
  router.post(
    `${at}/:number/behaviour`,
    withHandset(carrier, BehaviourBody, (handset, { behaviour }) => {
      handset.behaviour = behaviour
      carrier.handsets.changed(handset)
      return { done: true }
    }),
  )
}

/** Finds the handset, reads the body, waits until a jump of the clock is caught up, acts, and answers with the handset. */
function withHandset<S extends z.ZodType>(
  carrier: Carrier,
  schema: S,
  act: (handset: Handset, body: z.infer<S>) => Done,
): RequestHandler {
  return async (request, response) => {
    const handset = handsetOf(carrier, request)
    if (typeof handset === 'string') return void response.status(404).json({ error: handset })
    const body = schema.safeParse(request.body)
    if (!body.success) return void response.status(400).json({ error: sentence(body.error) })
    await carrier.queue.caughtUp()
    const result = act(handset, body.data)
    if ('cannot' in result) return void response.status(409).json({ error: result.cannot })
    response.json(handsetView(handset))
  }
}

function handsetOf(carrier: Carrier, request: Request): Handset | string {
  const asked = request.params['number']
  const text = typeof asked === 'string' ? asked : ''
  const number = readNumber(text)
  if (number === undefined) return `"${text}" is no phone number. Write it as 07700 900123 or +447700900123.`
  if (carrier.lines.has(number))
    return `${text} is a line of the agency, no handset. Use a handset and ring or text this number from it.`
  return (
    carrier.handsets.reach(number) ??
    `There is no handset ${text}, and none can be made: the stand-in carrier knows Ofcom's drama numbers only (${dramaRangesInWords}).`
  )
}
