import { describe, expect, it } from 'vitest'
import { runAddAccount, type AccountDeps } from '../../src/commands/account.ts'

async function added(name: string, options: Parameters<typeof runAddAccount>[1] = {}, refusal?: string) {
  const saved: Parameters<AccountDeps['save']>[0][] = []
  const said: string[] = []
  const save: AccountDeps['save'] = async (account) => {
    saved.push(account)
    return refusal
  }
  const refused = await runAddAccount(name, options, { save, print: (text) => said.push(text) })
  return { refused, saved, said: said.join('') }
}

describe('lateline account add', () => {
  it('makes a password that nobody mistypes, and shows it once', async () => {
    const { saved, said, refused } = await added(' Rosa ')
    expect(refused).toBeUndefined()
    expect(saved).toMatchObject([{ name: 'Rosa', again: false }])
    expect(saved[0]?.password).toMatch(/^(?:[a-hjkmnp-z2-9]{5}-){3}[a-hjkmnp-z2-9]{5}$/)
    expect(said).toContain(saved[0]?.password)
  })

  it('makes another each time', async () => {
    const passwords = await Promise.all(
      Array.from({ length: 20 }, async () => (await added('Rosa')).saved[0]?.password),
    )
    expect(new Set(passwords).size).toBe(20)
  })

  it.each(['', ' ', 'x', 'a\nb', '<b>', 'x'.repeat(101)])('%j is no name, and nothing is saved', async (name) => {
    const { refused, saved } = await added(name)
    expect(refused).toMatch(/A name has 2 to 100/)
    expect(saved).toEqual([])
  })

  it('shows no password where the account was not made', async () => {
    const { refused, said } = await added('Rosa', { newPassword: true }, 'There is no account')
    expect(refused).toBe('There is no account')
    expect(said).toBe('')
  })
})
