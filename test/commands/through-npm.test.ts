import { Command } from 'commander'
import { expect, it, vi } from 'vitest'
import { throughNpm } from '../../src/commands/through-npm.ts'

const optionsOf = (...args: string[]) =>
  new Command()
    .addOption(throughNpm('--dry-run', 'writes nothing'))
    .parse(['node', 'lateline', ...args])
    .opts()

it('a switch counts where it stands, and where npm has kept it to itself', () => {
  vi.stubEnv('npm_config_dry_run', undefined)
  expect(optionsOf()).toEqual({})
  expect(optionsOf('--dry-run')).toEqual({ dryRun: true })
  vi.stubEnv('npm_config_dry_run', 'true')
  expect(optionsOf()).toEqual({ dryRun: true })
})
