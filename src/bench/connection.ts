import { connect, type Socket } from 'node:net'

/** One kept-alive connection that carries one request after the other. */
export interface Connection {
  /** Writes a whole request; resolves with the status when the whole answer has come. */
  send(request: Buffer): Promise<number>
  close(): void
}

/**
 * A connection that costs next to nothing: on two cores, whatever the load generator takes is missing to what it
 * measures, and Node's own client takes as much as a small server.
 */
export async function openConnection(port: number): Promise<Connection> {
  const socket = await connectedSocket(port)
  let heard = ''
  let waiting: { resolve(status: number): void; reject(error: Error): void } | undefined

  socket.on('data', (data: string) => {
    heard += data
    const status = wholeAnswer(heard)
    if (status === undefined) return
    heard = ''
    waiting?.resolve(status)
  })
  const lost = (): void => waiting?.reject(new Error('the connection was closed before the answer'))
  socket.on('error', lost)
  socket.on('close', lost)

  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(request)
      }),
    close: () => socket.destroy(),
  }
}

function connectedSocket(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    socket.setEncoding('latin1')
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.off('error', reject)
      resolve(socket)
    })
  })
}

/** The status, once head and body are complete. Answers without a length are not what these servers give. */
function wholeAnswer(text: string): number | undefined {
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, end))?.[1] ?? '0'
  return text.length - end - 4 < Number(length) ? undefined : Number(text.slice(9, 12))
}
