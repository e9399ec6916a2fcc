/** Something took longer than a caller can wait. It may still finish, unheard. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow'
}

/**
 * The work's answer, if it comes within `ms`.
 *
 * @throws TooSlow otherwise, or whatever the work throws, at once or later
 */
export async function inTime<Answer>(ms: number, work: () => Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const tooSlow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow(`No answer within ${ms} ms.`)), ms)
  })
  try {
    return await Promise.race([work(), tooSlow])
  } finally {
    clearTimeout(timer)
  }
}
