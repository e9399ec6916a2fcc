import { execFileSync } from 'node:child_process'
import { cpus, loadavg, totalmem } from 'node:os'

/** What was measured on, in words; load is how many processes were waiting for a core before anything was started. */
export function describeMachine(): string[] {
  const [first] = cpus()
  const gigabytes = Math.round(totalmem() / 1024 ** 3)
  return [
    `${cpus().length} cores (${first?.model.trim() ?? 'unknown'}), ${gigabytes} GB, ${process.platform} ${process.arch}`,
    `Node.js ${process.versions.node}`,
    `load before the start: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(', ')} (1, 5 and 15 minutes; under 0.5 means that the machine was otherwise idle)`,
  ]
}

/** The commit that was measured; nothing where there is no git. */
export function describeCommit(): string[] {
  try {
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      cwd: import.meta.dirname,
    })
    return [`commit ${commit.trim()}`]
  } catch {
    return []
  }
}
