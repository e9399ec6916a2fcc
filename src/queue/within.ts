/** What became of `work` after at most `ms`. It is not stopped: it may still end, and nobody will look. */
export async function within<T>(work: Promise<T>, ms: number): Promise<{ ended: true; value: T } | { ended: false }> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<{ ended: false }>((resolve) => {
    timer = setTimeout(() => resolve({ ended: false }), ms)
  })
  work.catch(() => undefined)
  try {
    return await Promise.race([work.then((value) => ({ ended: true as const, value })), late])
  } finally {
    clearTimeout(timer)
  }
}
