import type { z } from 'zod'

/** What was wrong with a JSON body, in one sentence. */
export function sentence(error: z.ZodError): string {
  return error.issues
    .map((issue) => {
      const where = issue.path.length === 0 ? 'The body' : `"${issue.path.join('.')}"`
      return `${where}: ${issue.message}`
    })
    .join('; ')
}
