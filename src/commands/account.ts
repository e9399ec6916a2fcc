import { randomInt } from 'node:crypto'
import { Command } from 'commander'

export interface AccountDeps {
  /** Saves it; the words for whoever typed it where that does not fit. */
  save(account: { name: string; password: string; manager?: string; again: boolean }): Promise<string | undefined>
  print(text: string): void
}

/** Makes an account with a password that is shown once and stored nowhere. */
export async function runAddAccount(
  name: string,
  options: { manager?: string; newPassword?: boolean },
  { save, print }: AccountDeps,
): Promise<string | undefined> {
  const clean = name.trim()
  if (!/^[\p{L}\p{N} .'@_-]{2,100}$/u.test(clean)) return "A name has 2 to 100 letters, figures, spaces or . ' @ _ -"
  const password = newPassword()
  const refused = await save({
    name: clean,
    password,
    again: options.newPassword ?? false,
    ...(options.manager === undefined ? {} : { manager: options.manager }),
  })
  if (refused !== undefined) return refused
  print(`${clean} can sign in at /today with the password  ${password}\nIt is shown only now.\n`)
  return undefined
}

/** `lateline account add`; `withDeps` opens the database and closes it again. */
export function accountCommand(
  withDeps: (run: (deps: Omit<AccountDeps, 'print'>) => Promise<void>) => Promise<void>,
): Command {
  const command = new Command('account').description('who may sign in to the Today page')
  command
    .command('add')
    .description('make an account with a password of its own, which is shown once')
    .argument('<name>', 'what they sign in with')
    .option('--manager <ref>', 'the manager this is, by reference')
    .option('--new-password', 'for an account that is there: the old password ends, and so do its sessions')
    .action(async (name: string, options: { manager?: string; newPassword?: boolean }) => {
      let refused: string | undefined
      await withDeps(async (deps) => {
        refused = await runAddAccount(name, options, { ...deps, print: (text) => void process.stdout.write(text) })
      })
      if (refused !== undefined) command.error(refused)
    })
  return command
}

/** Letters and figures that nobody mistakes for others; 20 of them are some 98 bits. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'

function newPassword(): string {
  const sign = () => SIGNS.charAt(randomInt(SIGNS.length))
  return Array.from({ length: 4 }, () => Array.from({ length: 5 }, sign).join('')).join('-')
}
