import { z } from 'zod'

/**
 * Twilio's description contradicts its own examples in two ways: addresses of pages are called absolute but are paths,
 * and what was not asked for is null without being allowed to. The examples show what Twilio really sends, so they win.
 */
const Schema = z.looseObject({
  $ref: z.string().optional(),
  type: z.string().optional(),
  format: z.string().optional(),
  get properties() {
    return z.record(z.string(), Schema).optional()
  },
  get items() {
    return Schema.optional()
  },
})
type Schema = z.infer<typeof Schema>

const Answer = z.looseObject({
  schema: Schema,
  examples: z.record(z.string(), z.looseObject({ value: z.unknown() })).optional(),
})
const Operation = z.looseObject({
  responses: z.record(z.string(), z.looseObject({ content: z.record(z.string(), Answer).optional() })),
})

/** Returns the description with its answers mended, and how many places were. */
export function mendByExample<D extends { paths: Record<string, Record<string, unknown>>; components?: unknown }>(
  description: D,
): { description: D; mended: number } {
  const copy = structuredClone(description)
  const components = z.looseObject({ schemas: z.record(z.string(), Schema) }).parse(copy.components)
  copy.components = components
  let mended = 0
  for (const item of Object.values(copy.paths)) {
    for (const method of ['get', 'post']) {
      const read = Operation.safeParse(item[method])
      if (!read.success) continue
      item[method] = read.data
      for (const answer of answersOf(read.data)) {
        for (const { value } of Object.values(answer.examples ?? {})) mend(answer.schema, value)
      }
    }
  }
  return { description: copy, mended }

  function mend(named: Schema, example: unknown): void {
    const schema = named.$ref === undefined ? named : (components.schemas[named.$ref.split('/').at(-1) ?? ''] ?? named)
    if (Array.isArray(example)) {
      if (schema.items !== undefined) for (const one of example) mend(schema.items, one)
      return
    }
    if (typeof example === 'object' && example !== null) {
      for (const [name, value] of Object.entries(example)) {
        const property = schema.properties?.[name]
        if (property !== undefined) mend(property, value)
        if (name === 'first_page_uri') mendOtherPages(schema, value)
      }
      return
    }
    if (example === null && schema['nullable'] !== true) change(schema, 'nullable', true)
    if (typeof example === 'string' && example.startsWith('/') && schema.format === 'uri')
      change(schema, 'format', 'uri-reference')
  }

  /** The examples are short: they show few next and previous pages, whose addresses are like the first one's. */
  function mendOtherPages(schema: Schema, first: unknown): void {
    for (const name of ['next_page_uri', 'previous_page_uri']) {
      const property = schema.properties?.[name]
      if (property !== undefined) mend(property, first)
    }
  }

  function change(schema: Schema, key: string, value: unknown): void {
    schema[key] = value
    mended += 1
  }
}

function answersOf(operation: z.infer<typeof Operation>): z.infer<typeof Answer>[] {
  return Object.values(operation.responses).flatMap((response) => Object.values(response.content ?? {}))
}
