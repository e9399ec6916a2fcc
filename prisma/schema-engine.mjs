#!/usr/bin/env node
/**
 * Prisma's schema engine, as a small program that needs no download.
 *
 * The Prisma command line talks to its schema engine in JSON-RPC over stdio, and wants to fetch that engine as a
 * native binary from the vendor's host. This program answers the same messages with the same engine compiled to
 * WebAssembly (@prisma/schema-engine-wasm, pinned to the engine of our Prisma version) and reaches PostgreSQL through
 * @prisma/adapter-pg. `prisma.config.ts` names it as PRISMA_SCHEMA_ENGINE_BINARY. Only developers need it: at run time
 * src/store/migrate.ts applies the migrations.
 */
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as engineBindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { adapterFactory, createDatabase } from './schema-engine-adapter.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: 'string', multiple: true },
    datasource: { type: 'string' },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
  },
})

/** A method of the command line's protocol → the engine's method, where the names differ. */
const renamed = { getDatabaseVersion: 'version' }
const codeByKind = {
  AuthenticationFailed: 'P1000',
  DatabaseNotReachable: 'P1001',
  DatabaseDoesNotExist: 'P1003',
  DatabaseAccessDenied: 'P1010',
}
/** The command line sends these without an answer worth having; the engine answers `undefined`, JSON needs an object. */
const nothing = {}

/** Errors thrown inside the adapter, kept there by number; the engine names only the number. */
let registry

const url = databaseUrl()
if (positionals[0] === '--version' || values.version) console.log('schema-engine-wasm')
else if (positionals[0] === 'cli') await answerOnce(positionals[1])
else await answerLines()

/** `cli can-connect-to-database` and `cli create-database`: one question, answered by the exit code. */
async function answerOnce(command) {
  try {
    if (command === 'create-database') await createDatabase(url)
    const adapter = await adapterFactory(url).connect()
    await adapter.executeScript('SELECT 1')
    await adapter.dispose()
  } catch (error) {
    const fields = { error_code: codeOf(error), message: messageOf(error) }
    // The command line skips the first line and reads the rest as log lines.
    console.error(`\n${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}`)
    process.exitCode = 1
  }
}

/** One JSON-RPC message a line, answered in turn. */
async function answerLines() {
  let engine
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue
    const { id, method, params } = JSON.parse(line)
    if (method === undefined) continue
    try {
      const result =
        method === 'createDatabase'
          ? await createDatabase(url)
          : await call((engine ??= await startEngine()), method, params)
      reply({ id, result: result ?? nothing })
    } catch (error) {
      reply({ id, error: rpcError(error) })
    }
  }
  process.exit(0)
}

async function call(engine, method, params) {
  const name = renamed[method] ?? method
  if (typeof engine[name] !== 'function') throw new Error(`this schema engine has no method "${method}"`)
  const result = await engine[name](params)
  // The native engine prints a diff itself, through the protocol; the WASM one hands it back.
  if (method === 'diff' && typeof result?.stdout === 'string') {
    process.stdout.write(
      `${JSON.stringify({ jsonrpc: '2.0', id: 0, method: 'print', params: { content: result.stdout } })}\n`,
    )
  }
  return result
}

async function startEngine() {
  const require = createRequire(import.meta.url)
  const wasmFile = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm')
  const { instance } = await WebAssembly.instantiate(readFileSync(wasmFile), {
    './schema_engine_bg.js': engineBindings,
  })
  engineBindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  const { bindMigrationAwareSqlAdapterFactory } = createRequire(
    fileURLToPath(import.meta.resolve('@prisma/adapter-pg')),
  )('@prisma/driver-adapter-utils')
  const datamodels = (values.datamodels ?? []).map((file) => [file, readFileSync(file, 'utf8')])
  const adapter = bindMigrationAwareSqlAdapterFactory(adapterFactory(url))
  registry = adapter.errorRegistry
  return engineBindings.SchemaEngine.new(
    { datamodels: datamodels.length > 0 ? datamodels : undefined },
    logLine,
    adapter,
  )
}

function logLine(line) {
  process.stderr.write(`${line}\n`)
}

function databaseUrl() {
  const given = values.datasource === undefined ? undefined : JSON.parse(values.datasource).url
  return given ?? process.env.DATABASE_URL
}

function reply(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}

function rpcError(error) {
  const isPanic = error instanceof WebAssembly.RuntimeError
  const message = messageOf(error)
  const data = isPanic
    ? { is_panic: true, message, error: { message } }
    : { is_panic: false, message, meta: error?.meta ?? null, error_code: codeOf(error) ?? null }
  return { code: 4466, message: 'An error happened. Check the data field for details.', data }
}

function messageOf(error) {
  const kept = /GenericJs\D*(\d+)/.exec(String(error?.message ?? ''))
  const root = kept === null ? error : (registry?.consumeError(Number(kept[1]))?.error ?? error)
  return root?.message ?? String(root)
}

/** Prisma's own code for what the adapter met, so that the command line reacts as it does to the native engine. */
function codeOf(error) {
  return error?.code ?? codeByKind[error?.cause?.kind]
}
