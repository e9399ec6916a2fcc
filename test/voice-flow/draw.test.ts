import { describe, expect, it } from 'vitest'
import { neededFlows } from '../../src/voice-flow/catalogue.ts'
import { drawFlow, drawTree } from '../../src/voice-flow/draw.ts'
import { shipped } from './shipped.ts'

describe('the picture of a flow', () => {
  it.each(neededFlows)('%s shows every step once, and no arrow to nowhere', (name) => {
    const flow = shipped(name)
    const lines = drawFlow(flow).split('\n')
    const boxes = lines.flatMap((line) => /^ {2}(s\d+)[[({]/.exec(line)?.[1] ?? [])
    expect(boxes).toHaveLength(Object.keys(flow.steps).length)
    expect(new Set(boxes).size).toBe(boxes.length)
    const targets = lines
      .flatMap((line) => /-->.* ?(s\d+)$|-\.-> (s\d+)$/.exec(line)?.slice(1) ?? [])
      .filter((one) => one !== undefined)
    expect(targets.length).toBeGreaterThan(boxes.length - 1)
    expect(targets.filter((target) => !boxes.includes(target))).toEqual([])
    expect(drawFlow(flow)).not.toContain('undefined')
  })

  it('draws the whisper as it stands', () => {
    expect(drawFlow(shipped('accept-call'))).toBe(`flowchart TD
  start(["accept-call, for manager"]) --> s0
  s0[/"<b>asked</b><br/>“Call from {caller}.”<br/>“Press 1 to take it.”<br/>at most 2×<br/>listens 5 s"/]
  s1(["<b>accepted</b><br/>does accept-call<br/>ends: joined"])
  s2(["<b>not-accepted</b><br/>ends: not-joined"])
  s0 -->|"accept (key 1)"| s1
  s0 -->|"silence"| s0
  s0 -->|"unclear"| s0
  s0 -->|"too often"| s2
  lost>"lost, from anywhere"] -.-> s2
`)
  })

  it('draws a tree for the terminal', () => {
    const flow = shipped('accept-call')
    expect(drawTree(flow)).toBe(`accept-call  (whisper, for manager, version ${flow.version})

start → asked
   “Call from {caller}.”
   “Press 1 to take it.”
   at most 2×
   listens 5 s
   accept (key 1) → accepted
      does accept-call
      ends: joined
   silence → asked (above)
   unclear → asked (above)
   too often → not-accepted
      ends: not-joined

lost → not-accepted (above)
`)
  })
})
