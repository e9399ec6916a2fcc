import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readSettings, SETTING_NAMES } from '../src/settings.ts'

const read = (name: string): string => readFileSync(resolve(import.meta.dirname, '..', name), 'utf8')

const Service = z.looseObject({
  image: z.string().optional(),
  build: z.looseObject({ dockerfile_inline: z.string() }).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  volumes: z.array(z.string()).default([]),
  healthcheck: z.looseObject({ test: z.array(z.string()) }).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
})
const compose = z
  .object({ services: z.record(z.string(), Service), volumes: z.record(z.string(), z.null()) })
  .parse(parse(read('docker-compose.yml')))
const { line, database, queue } = compose.services

/** As Compose fills in ${NAME:-usual} where NAME is not set. */
const filledIn = (text: string): string => text.replace(/\$\{\w+:-([^}]*)\}/g, '$1')

describe('docker-compose.yml', () => {
  it('sets only settings that exist, each to something that can be used', () => {
    const environment = Object.entries(line?.environment ?? {}).map(([name, value]) => [name, filledIn(value)] as const)
    expect(environment.map(([name]) => name).filter((name) => !SETTING_NAMES.includes(name))).toEqual([])
    const settings = readSettings(Object.fromEntries(environment))
    expect(settings).toMatchObject({ role: 'all', host: '0.0.0.0', port: 3000, carrier: { kind: 'simulator' } })
  })

  it('leads the line to the database and the queue that stand beside it, with the same name and password', () => {
    const { databaseUrl = '', redisUrl = '' } = readSettings(
      Object.fromEntries(Object.entries(line?.environment ?? {}).map(([name, value]) => [name, filledIn(value)])),
    )
    const [url, own] = [new URL(databaseUrl), database?.environment ?? {}]
    expect([url.hostname, new URL(redisUrl).hostname]).toEqual(['database', 'queue'])
    expect([url.username, url.password, url.pathname]).toEqual([
      own['POSTGRES_USER'],
      filledIn(own['POSTGRES_PASSWORD'] ?? ''),
      `/${own['POSTGRES_DB']}`,
    ])
  })

  it('waits for what answers, not for what was merely started: an unreachable database or Redis ends a start', () => {
    expect(line?.depends_on).toEqual({
      database: { condition: 'service_healthy' },
      queue: { condition: 'service_healthy' },
    })
    for (const service of [database, queue]) expect(service?.healthcheck?.test.length).toBeGreaterThan(1)
  })

  it('keeps what must outlive a container in named volumes', () => {
    const used = Object.values(compose.services).flatMap((service) => service.volumes.map((one) => one.split(':')[0]))
    expect(new Set(used)).toEqual(new Set(Object.keys(compose.volumes)))
    // PostgreSQL 18 keeps its data in a folder of its version below this one
    expect(database?.image).toBe('postgres:18')
    expect(database?.volumes).toEqual(['database:/var/lib/postgresql'])
  })
})

describe('README.md', () => {
  it('names no setting that does not exist', () => {
    const table = read('README.md').split('## Settings')[1]?.split('\n## ')[0] ?? ''
    const first = table.split('\n').flatMap((row) => row.split('|')[1] ?? [])
    const named = first.flatMap((cell) => [...cell.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name ?? ''))
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((name) => !SETTING_NAMES.includes(name))).toEqual([])
  })
})
