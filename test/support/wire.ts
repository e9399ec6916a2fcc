import { once } from 'node:events'
import { type AddressInfo, type Socket, connect, createServer } from 'node:net'

export interface Wire {
  /** The same server, reached through this wire. */
  url: string
  /** Drops every connection and refuses new ones. */
  cut(): Promise<void>
  mend(): Promise<void>
  /** Keeps connections, and lets nothing through any more. */
  jam(): void
  close(): Promise<void>
}

/** A wire between a program and a server on loopback, which a test can cut or jam. */
export async function wireTo(url: string): Promise<Wire> {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  let jammed = false
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('data', (data) => void (jammed || to.write(data)))
      from.on('error', () => to.destroy())
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const cut = async (): Promise<void> => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    for (const socket of sockets) socket.destroy()
    await closed
  }
  const through = new URL(url)
  through.port = String(port)
  return {
    url: through.href,
    cut,
    async mend() {
      jammed = false
      server.listen(port, '127.0.0.1')
      await once(server, 'listening')
    },
    jam: () => void (jammed = true),
    close: cut,
  }
}
