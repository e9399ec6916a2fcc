import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

/** Twilio's own description of its API (OpenAPI 3), as far as it is read here. */
const FormSchema = z.looseObject({
  properties: z.record(z.string(), z.looseObject({ type: z.string().optional() })).optional(),
})
const Operation = z.looseObject({
  parameters: z.array(z.looseObject({ name: z.string(), in: z.string() })).optional(),
  requestBody: z
    .looseObject({
      content: z.record(z.string(), z.looseObject({ schema: FormSchema, encoding: z.unknown().optional() })),
    })
    .optional(),
})
const Description = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
type Description = z.infer<typeof Description>
type Operation = z.infer<typeof Operation>

/** Reads a description and keeps the paths that Lateline's carrier serves: the whole takes Prism half a minute. */
export function readDescription(file: string, keep: (path: string) => boolean): Description {
  const description = Description.parse(JSON.parse(readFileSync(file, 'utf8')))
  const paths = Object.fromEntries(Object.entries(description.paths).filter(([path]) => keep(path)))
  if (Object.keys(paths).length === 0) throw new Error(`${file} describes none of the paths looked for: was it moved?`)
  return { ...description, paths }
}

/**
 * Twilio repeats a field for each of several values; its description forgets to say so, and a repeated
 * StatusCallbackEvent would be refused. Returns how many fields were mended.
 */
export function mendRepeatedFields(description: Description): number {
  let mended = 0
  for (const operation of operationsOf(description)) {
    for (const body of Object.values(operation.requestBody?.content ?? {})) {
      const repeated = Object.entries(body.schema.properties ?? {}).filter(([, schema]) => schema.type === 'array')
      body.encoding = Object.fromEntries(repeated.map(([name]) => [name, { style: 'form', explode: true }]))
      mended += repeated.length
    }
  }
  return mended
}

/** Writes a description where Prism can read it. */
export function writeDescription(description: Description, file: string): string {
  writeFileSync(file, JSON.stringify(description))
  return file
}

/** Names in a form or query that Twilio's description does not know. Prism lets such fields pass. */
export function unknownFields(description: Description, method: string, path: string, names: string[]): string[] {
  const found = Object.entries(description.paths).find(([template]) => fits(template, path))
  const read = Operation.safeParse(found?.[1][method.toLowerCase()])
  if (!read.success) return [`${method} ${path}`]
  const known = new Set((read.data.parameters ?? []).map((parameter) => parameter.name))
  for (const body of Object.values(read.data.requestBody?.content ?? {})) {
    for (const name of Object.keys(body.schema.properties ?? {})) known.add(name)
  }
  return names.filter((name) => !known.has(name))
}

function operationsOf(description: Description): Operation[] {
  const operations: Operation[] = []
  for (const item of Object.values(description.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      const read = Operation.safeParse(operation)
      if (!read.success || !['get', 'post', 'delete'].includes(method)) continue
      item[method] = read.data
      operations.push(read.data)
    }
  }
  return operations
}

function fits(template: string, path: string): boolean {
  const pattern = template.replace(/[.]/g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')
  return new RegExp(`^${pattern}$`).test(path)
}
