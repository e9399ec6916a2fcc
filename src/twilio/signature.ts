import twilio from 'twilio'

/**
 * Whether a webhook carries the carrier's signature over this address and form, by any of our tokens (two while a token
 * is being changed). Compared in constant time by the SDK, which throws on an address it cannot read: that is a no.
 *
 * @param address the address as the carrier knows it: public address and path, query included
 */
export function isSigned(question: {
  tokens: readonly string[]
  signature: string
  address: string
  form: Record<string, string | string[]>
}): boolean {
  const { tokens, signature, address, form } = question
  if (signature === '') return false
  const answers = tokens.filter((token) => token !== '').map((token) => verified(token, signature, address, form))
  return answers.includes(true)
}

function verified(token: string, signature: string, address: string, form: Record<string, string | string[]>): boolean {
  try {
    return twilio.validateRequest(token, signature, address, form)
  } catch {
    return false
  }
}
