import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { readFlow } from '../../src/voice-flow/load.ts'
import { forServiceUsers, inStep } from './planted.ts'
import { shippedFiles } from './shipped.ts'

const read = (text: string) => readFlow(text, 'a.yaml')
const faultsIn = (text: string) => {
  const found = read(text)
  return 'faults' in found ? found.faults : []
}
const flowIn = (text: string) => {
  const found = read(text)
  if ('faults' in found) throw new Error(JSON.stringify(found.faults))
  return found.flow
}

describe('reading a flow', () => {
  it('gives the same version for the same words, whatever the line ends, and another for other words', () => {
    const text = shippedFiles[0]?.text ?? ''
    expect(flowIn(text).version).toMatch(/^[0-9a-f]{12}$/)
    expect(flowIn(text.replaceAll('\n', '\r\n')).version).toBe(flowIn(text).version)
    expect(flowIn(`${text}# a remark\n`).version).not.toBe(flowIn(text).version)
  })

  it('takes a text apart into sentences', () => {
    const flow = flowIn(
      stringify(inStep(forServiceUsers(), 'bye', { say: { en: 'Thank you. Is that all?  Goodbye.' } })),
    )
    expect(flow.steps['bye']).toMatchObject({ say: { en: ['Thank you.', 'Is that all?', 'Goodbye.'] } })
  })

  it('ends a turn where something is proved, so that the proof is not lost with the line', () => {
    expect(flowIn(stringify(forServiceUsers())).steps['news']).toMatchObject({ provesHeard: true, endsTurn: true })
  })

  it.each([
    ['nothing', ''],
    ['a list', '- a\n- b\n'],
    ['a word', 'hello'],
    ['a broken indent', 'name: a\n  steps: {'],
    ['a tab', 'name: a\n\tsteps: 1'],
    ['a name twice', 'name: a\nname: b\n'],
    ['an alias', 'name: &a a\nfor: *a\n'],
    ['an alias of itself', 'name: &a [*a]\n'],
    ['steps that are words', `${stringify(forServiceUsers())}`.replace(/steps:[^]*/, 'steps: {greeting: hello}')],
    ['keys that are figures', stringify(forServiceUsers()).replace('keys: any', 'keys: [4]')],
  ])('answers %s with faults, never with an exception', (_name, text) => {
    const faults = faultsIn(text)
    expect(faults.length).toBeGreaterThan(0)
    for (const fault of faults) {
      expect(fault.file).toBe('a.yaml')
      expect(fault.what.length * fault.remedy.length).toBeGreaterThan(0)
    }
  })

  it('refuses an alias even where all else is right', () => {
    const text = stringify(forServiceUsers())
      .replace('name: small', 'name: &n small')
      .replace('whisper: accept-call', 'whisper: *n')
    expect(faultsIn(text).map(({ what }) => what)).toEqual([expect.stringContaining('an alias (*name) is used')])
  })

  it('never throws, whatever stands in the file', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect('faults' in read(text)).toBe(true)
      }),
    )
  })

  it('never throws, whatever one line of a real flow becomes', () => {
    const lines = (shippedFiles.find(({ file }) => file === 'eta-call.yaml')?.text ?? '').split('\n')
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.string(), (at, text) => {
        const found = read(lines.with(at, text).join('\n'))
        expect('faults' in found || 'flow' in found).toBe(true)
      }),
    )
  })
})
