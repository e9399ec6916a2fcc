import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { resolve } from 'node:path'
import express from 'express'
import { createSimulator, type Simulator } from '../../src/simulator/simulator.ts'
import { openDatabase, type Database } from '../../src/store/database.ts'
import { LINE, seedAgency, type AgencySeed, type SeededAgency } from '../support/agency.ts'
import { freshDatabase } from '../support/database.ts'

const PROJECT = resolve(import.meta.dirname, '../..')
export const ACCOUNT = `AC${'0'.repeat(31)}1`
const TOKEN = 'a-token-for-the-program-tests'

/** The real program in a process of its own, with a carrier and a database that outlive it. */
export interface Program {
  database: Database
  agency: SeededAgency
  simulator: Simulator
  carrierUrl: string
  start(environment?: Record<string, string>): Promise<void>
  /** SIGKILL: no goodbye, nothing saved. */
  kill(): Promise<void>
  /** SIGTERM, and the exit code. */
  end(): Promise<number | null>
  output(): string
  close(): Promise<void>
}

/** Nothing is started yet but carrier and database, which already hold this agency. */
export async function prepareProgram(seed: AgencySeed): Promise<Program> {
  const base = await freshDatabase()
  const database = openDatabase(base.url, 3)
  const agency = await seedAgency(database, { ...seed, account: ACCOUNT })
  const carrierServer = createServer()
  const carrierPort = await listening(carrierServer)
  const carrierUrl = `http://127.0.0.1:${carrierPort}`
  const probe = createServer()
  const port = await listening(probe)
  await new Promise((done) => probe.close(done))
  const publicUrl = `http://127.0.0.1:${port}`
  const simulator = createSimulator({
    accountSid: ACCOUNT,
    authToken: TOKEN,
    clock: { now: () => Date.now(), advance: () => undefined, onAdvance: () => () => undefined },
    lines: [
      {
        number: LINE,
        name: 'Quillbrook',
        smsUrl: `${publicUrl}/twilio/sms`,
        voiceUrl: `${publicUrl}/twilio/voice`,
        statusCallback: `${publicUrl}/twilio/call-status`,
        fallbackUrl: `${publicUrl}/twilio/fallback`,
      },
    ],
  })
  carrierServer.on('request', express().use(simulator.router))
  let child: ChildProcess | undefined
  let output = ''

  return {
    database,
    agency,
    simulator,
    carrierUrl,
    output: () => output,
    async start(environment = {}) {
      output = ''
      child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
        cwd: PROJECT,
        env: {
          PATH: process.env['PATH'],
          HOME: process.env['HOME'],
          TZ: 'America/St_Johns',
          DATABASE_URL: base.url,
          PORT: String(port),
          PUBLIC_URL: publicUrl,
          TWILIO_ACCOUNT_SID: ACCOUNT,
          TWILIO_AUTH_TOKEN: TOKEN,
          TWILIO_API_BASE_URL: carrierUrl,
          LATELINE_DEMO: 'false',
          CARRIER_CALLS_PER_SECOND: '10',
          ...environment,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      const { stdout, stderr } = child
      stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
      stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
      await until(`the program starts:\n${output}`, () => {
        if (child?.exitCode !== null) throw new Error(`the program ended with ${child?.exitCode}:\n${output}`)
        return Promise.resolve(output.includes('Lateline is ready'))
      })
    },
    async kill() {
      if (child === undefined || child.exitCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
    async end() {
      if (child === undefined) return null
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
      return child.exitCode
    },
    async close() {
      if (child !== undefined && child.exitCode === null && child.signalCode === null) {
        const gone = once(child, 'exit')
        child.kill('SIGKILL')
        await gone
      }
      await simulator.close()
      carrierServer.closeAllConnections()
      await new Promise((done) => carrierServer.close(done))
      await database.$disconnect()
      await base.drop()
    },
  }
}

/** Waits for something that another process does; asks again until it has happened, at most `seconds`. */
export async function until(what: string, happened: () => Promise<boolean>, seconds = 90): Promise<void> {
  const end = Date.now() + seconds * 1000
  while (!(await happened())) {
    if (Date.now() > end) throw new Error(`waited ${seconds} s in vain: ${what}`)
    await new Promise((next) => setTimeout(next, 50))
  }
}

async function listening(server: ReturnType<typeof createServer>): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
