import { describe, expect, it } from 'vitest'
import { holding, onward, press, ring, say, shipped, silence } from './shipped.ts'

describe('the office call (design 1.3 and 3.5)', () => {
  const flow = shipped('office-call')

  it('reads the item and the keys, and listens for keys only', () => {
    const call = ring(flow)
    expect(call.said().slice(0, 4)).toEqual([
      'Quillbrook Home Care line.',
      "Mrs Shah's nine o'clock visit has nobody.",
      'Due ten past nine.',
      'Press 4 to take it.',
    ])
    expect(call.now().then).toEqual({ kind: 'listen', keys: 1, words: [], waitSeconds: 10 })
  })

  it('is taken by 4 and then 3', () => {
    const call = ring(flow)
    call.hear(press('4'))
    expect(call.said()).toEqual(['Press 3 to confirm.'])
    call.hear(press('3'))
    expect(call.said()).toEqual(['You have it.', 'We will text the details.'])
    expect([call.asked(), call.outcome().end]).toEqual([['take-item'], 'taken'])
  })

  it.each([
    ['4-4-7-4', ['4', '4', '7', '4']],
    ['3 alone', ['3']],
    ['3 and 4', ['3', '4']],
    ['all at once', ['43']],
    ['four times 4', ['4', '4', '4', '4']],
    ['4, another key, 3', ['4', '7', '3']],
  ])('takes nothing with %s', (_name, keys) => {
    const call = ring(flow)
    call.hear(...keys.map(press), silence, silence, silence)
    expect([call.asked(), call.outcome().end]).toEqual([[], 'not-taken'])
  })

  it('is passed on by 5', () => {
    const call = ring(flow)
    call.hear(press('5'))
    expect([call.asked(), call.outcome().end]).toEqual([['pass-item'], 'passed'])
  })

  it('is read again at star, and still to be had after that', () => {
    const call = ring(flow)
    call.hear(press('*'))
    expect(call.said()).toContain('Due ten past nine.')
    call.hear(press('4'), press('3'))
    expect(call.outcome().end).toBe('taken')
  })

  it('hangs up after the second silence, not taken', () => {
    const call = ring(flow)
    call.hear(silence)
    expect(call.said()[0]).toBe('Nothing was pressed.')
    call.hear(silence)
    expect([call.asked(), call.outcome().end]).toEqual([[], 'not-taken'])
  })

  it('is never taken by words, nor by a voicemail', () => {
    const spoken = ring(flow)
    spoken.hear(say('four'), say('three'), silence, silence)
    expect([spoken.asked(), spoken.outcome().end]).toEqual([[], 'not-taken'])
    const machine = ring(flow)
    machine.learn(holding('machine-reported'))
    machine.hear(silence)
    expect([machine.asked(), machine.outcome().end]).toEqual([[], 'not-taken'])
  })
})

describe('the whisper', () => {
  const flow = shipped('accept-call')

  it('joins the two after 1, without a hang-up', () => {
    const call = ring(flow)
    expect(call.said()).toEqual(['Call from Mrs Shah.', 'Press 1 to take it.'])
    call.hear(press('1'))
    expect([call.asked(), call.now().then]).toEqual([['accept-call'], { kind: 'put-through' }])
  })

  it.each([
    ['silence', [silence, silence]],
    ['a voicemail greeting', [say('please leave a message after the tone'), silence]],
    ['other keys', [press('4'), press('3')]],
  ])('does not join after %s', (_name, heard) => {
    const call = ring(flow)
    call.hear(...heard)
    expect([call.asked(), call.now().then, call.outcome().end]).toEqual([[], { kind: 'hang-up' }, 'not-joined'])
  })
})

describe('the person line', () => {
  const flow = shipped('person-line')

  it('notes the caller before a word is said and rings a person', () => {
    const call = ring(flow)
    expect(call.said()[0]).toBe('This is Quillbrook Home Care.')
    expect([call.asked(), call.now().then]).toEqual([
      ['note-call'],
      { kind: 'connect', to: 'person', ringSeconds: 25, whisper: 'accept-call' },
    ])
  })

  it('ends with the person who accepted', () => {
    const call = ring(flow)
    call.hear({ kind: 'connected', accepted: true })
    expect([call.asked(), call.outcome().end]).toEqual([['note-call'], 'person'])
  })

  it.each([{ kind: 'connected', accepted: false } as const, silence, onward, { kind: 'machine' } as const])(
    'promises a clock time and says 999, not to be talked over, after %j',
    (heard) => {
      const call = ring(flow)
      const turn = call.hear(heard)
      expect(call.said()).toEqual([
        'Somebody will ring you back by ten past nine.',
        'I will say that again.',
        'Somebody will ring you back by ten past nine.',
        'If you feel unwell, hang up and dial nine nine nine.',
      ])
      expect(turn.utterances.some((one) => 'say' in one && one.interruptible)).toBe(false)
      expect([call.asked(), call.outcome().end]).toEqual([['note-call', 'promise-ring-back'], 'promise'])
    },
  )
})
