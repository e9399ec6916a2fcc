import { createServer, type RequestListener, type Server } from 'node:http'

/** Listens on loopback unless told otherwise; a port in use is explained. */
export function listen(
  app: RequestListener,
  port: number,
  host = '127.0.0.1',
): Promise<{ server: Server; port: number }> {
  const server = createServer(app)
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const inUse = error.code === 'EADDRINUSE'
      reject(
        inUse
          ? new PortInUse(`PORT: ${port} is in use by another program. Stop that one, or set PORT to a free number.`)
          : error,
      )
    })
    server.listen(port, host, () => {
      const address = server.address()
      resolve({ server, port: typeof address === 'object' && address !== null ? address.port : port })
    })
  })
}

/** How long answers under way may take at the end. A page that is kept live would otherwise hold the program up for ever. */
const GRACE_MS = 2_000

/** Takes no more connections, lets answers under way be given, and then ends what still stands open. */
export function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), GRACE_MS)
    server.close(() => {
      clearTimeout(impatience)
      resolve()
    })
  })
}

/** The port is taken: a message for whoever started the program. */
export class PortInUse extends Error {
  override readonly name = 'PortInUse'
}
