import { spawn } from 'node:child_process'
import twilio from 'twilio'
import RequestClient from 'twilio/lib/base/RequestClient.js'
import { accountSid, authToken } from '../stage.ts'

export interface Prism {
  url: string
  stop(): Promise<void>
}

/** Prism as a checking proxy: whatever does not fit the description comes back as an error (`--errors`). */
export async function startPrism(bin: string, description: string, port: number, upstream: string): Promise<Prism> {
  const args = ['proxy', '--errors', '-h', '127.0.0.1', '-p', String(port), description, upstream]
  const child = spawn(bin, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let said = ''
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString()
      if (said.includes('Prism is listening')) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('error', reject)
    void ended.then(() => reject(new Error(`Prism ended before it listened: ${said.slice(-2000)}`)))
  })
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Twilio's client, which says what Prism found instead of "500". */
export function clientThrough(url: string): twilio.Twilio {
  class Telling extends RequestClient {
    override async request<Data>(options: RequestClient.RequestOptions<Data>) {
      const response = await super.request({ ...options, uri: options.uri.replace(/^https:\/\/[^/]+/, url) })
      const body: unknown = response.body
      const told = typeof body === 'string' ? body : JSON.stringify(body ?? '')
      if (told.includes('stoplight.io/prism/errors'))
        throw new Error(`Prism, at ${options.method} ${options.uri}: ${told}`)
      return response
    }
  }
  return twilio(accountSid, authToken, { httpClient: new Telling({ timeout: 10_000, keepAlive: false }) })
}
