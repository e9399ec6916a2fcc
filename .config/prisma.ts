import { resolve } from 'node:path'
import { defineConfig } from 'prisma/config'

// Found here by the Prisma command line itself, so `npx prisma …` works without flags.
const project = resolve(import.meta.dirname, '..')

// Prisma would download a native engine; ours answers the same protocol from npm packages alone.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= resolve(project, 'prisma/schema-engine.mjs')

const url = process.env['DATABASE_URL']

export default defineConfig({
  schema: resolve(project, 'prisma/schema.prisma'),
  migrations: { path: resolve(project, 'prisma/migrations') },
  ...(url === undefined ? {} : { datasource: { url } }),
})
