import { z } from 'zod'

const Question = z.object({ n: z.number(), question: z.string(), about: z.unknown() })

/**
 * Answers the questions of the process that started this one, and ends with it. Questions are answered side by side.
 *
 * @param end what is to be done before this process ends
 */
export function answerParent(
  answers: Record<string, (about: unknown) => unknown>,
  end: () => Promise<void> = async () => undefined,
): void {
  const answer = async (message: unknown): Promise<void> => {
    const { n, question, about } = Question.parse(message)
    try {
      const found = answers[question]
      if (found === undefined) throw new Error(`nothing here answers "${question}"`)
      const answered = await found(about)
      process.send?.({ n, answer: answered ?? null })
    } catch (error) {
      process.send?.({ n, fault: error instanceof Error ? error.message : String(error) })
    }
  }
  process.on('message', (message) => void answer(message))
  process.once('disconnect', () => void end().finally(() => process.exit()))
  // Ctrl-C at the terminal reaches every process: the parent ends the measurement and with it this one
  process.on('SIGINT', () => undefined)
  process.send?.({ ready: true })
}
