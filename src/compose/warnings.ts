/**
 * Keeps one known warning off the screen of whoever starts the line: within a transaction Prisma reads the parts of an
 * `include` side by side, and pg, which queues them on the one connection, says so once. Every other warning is shown.
 */
export function quietKnownWarnings(emitter: NodeJS.Process): void {
  const shown = emitter.listeners('warning')
  emitter.removeAllListeners('warning')
  emitter.on('warning', (warning) => {
    if (
      warning.name === 'DeprecationWarning' &&
      warning.message.startsWith('Calling client.query() when the client is already')
    )
      return
    for (const show of shown) show.call(emitter, warning)
  })
}
