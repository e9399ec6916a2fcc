import { Option } from 'commander'

/**
 * A switch that also counts where npm has taken it: in `npm run import file.csv --dry-run`, without `--` before it, npm
 * keeps it to itself and says so only in the environment. A dry run that wrote would be no small mistake.
 */
export function throughNpm(flag: `--${string}`, description: string): Option {
  return new Option(flag, description).env(`npm_config_${flag.slice(2).replaceAll('-', '_')}`)
}
