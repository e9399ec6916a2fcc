import { z } from 'zod'
import { Refusal } from './rest-errors.ts'

/** The form fields of Twilio's requests that the stand-in reads. A field may be repeated; others are let pass, as Twilio does. */
const method = z
  .string()
  .transform((text) => text.toUpperCase())
  .pipe(z.enum(['GET', 'POST']))
  .default('POST')
const flag = z
  .string()
  .transform((text) => text.toLowerCase() === 'true')
  .default(false)
const several = z.union([z.string().transform((one) => one.split(/\s+/)), z.array(z.string())])

const documentFields = {
  Url: z.string().optional(),
  Method: method,
  Twiml: z.string().max(4000, 'Twiml is longer than 4000 characters').optional(),
  FallbackUrl: z.string().optional(),
  FallbackMethod: method,
}

export const CreateCallForm = z.object({
  ...documentFields,
  To: z.string().optional(),
  From: z.string().optional(),
  StatusCallback: z.string().optional(),
  StatusCallbackEvent: several.default(['completed']),
  StatusCallbackMethod: method,
  Timeout: z.coerce.number().int().min(5).max(600).default(60),
  MachineDetection: z.enum(['Enable', 'DetectMessageEnd']).optional(),
  AsyncAmd: flag,
  AsyncAmdStatusCallback: z.string().optional(),
  AsyncAmdStatusCallbackMethod: method,
})

export const UpdateCallForm = z.object({ ...documentFields, Status: z.enum(['canceled', 'completed']).optional() })

export const CreateMessageForm = z.object({
  To: z.string().optional(),
  From: z.string().optional(),
  Body: z.string().optional(),
  StatusCallback: z.string().optional(),
  ValidityPeriod: z.coerce.number().int().min(1).max(36_000).default(36_000),
})

export const UpdateMessageForm = z.object({ Body: z.literal('').optional(), Status: z.literal('canceled').optional() })

export const ListQuery = z.looseObject({
  To: z.string().optional(),
  From: z.string().optional(),
  Status: z.string().optional(),
  ParentCallSid: z.string().optional(),
  PageSize: z.coerce.number().int().min(1).max(1000).default(50),
  Page: z.coerce.number().int().min(0).default(0),
  PageToken: z.string().optional(),
})

/** Reads a form or query; what does not fit is refused as Twilio does (400, with the field's name). */
export function readForm<S extends z.ZodType>(schema: S, input: unknown): z.infer<S> {
  const read = schema.safeParse(input ?? {})
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new Refusal(20001, `Parameter '${issue?.path.join('.') ?? ''}' is not valid: ${issue?.message ?? 'unreadable'}`)
}

/** An address that the carrier can ask; anything else is refused with `code`. */
export function checkedUrl(url: string, code: 21205 | 21609): string {
  const readable = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
  if (!readable) throw new Refusal(code, url)
  return url
}
