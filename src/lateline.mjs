#!/usr/bin/env node
// The command `lateline`: the sources run as they are, without a build.
import { register } from 'tsx/esm/api'

register()
await import('./cli.ts')
