import { describe, expect, it } from 'vitest'
import { faultForLog } from '../../src/twilio/log.ts'
import { CARE_WORKER, LINE, MANAGER, OFFICE, post, RING, TEXT, TOKEN, webhooksOver } from './support.ts'

const NAME = 'Anna Quill'
const telling = new Error(`duplicate key (${CARE_WORKER}, ${LINE}) body LATE 20 from ${NAME}`)
const fails = (): Promise<never> => Promise.reject(telling)

describe('the log never holds numbers, words, names or tokens', () => {
  it('whatever is posted and whatever fails', async () => {
    const fields = {
      ...TEXT,
      ...RING,
      Body: `LATE 20 says ${NAME}`,
      SpeechResult: NAME,
      MessageStatus: 'failed',
      ErrorCode: CARE_WORKER,
    }
    const { app, log } = webhooksOver({
      storeDelivery: fails,
      receiveCall: fails,
      takeTurn: fails,
      fallbackNumbers: fails,
    })
    const paths = [
      '/twilio/sms',
      '/twilio/voice',
      '/twilio/voice-flow/call-1/2',
      `/twilio/voice-flow/${CARE_WORKER}/${CARE_WORKER}`,
      '/twilio/message-status/a1',
      '/twilio/call-status/a1',
      '/twilio/call-status',
      '/twilio/fallback',
      `/twilio/${CARE_WORKER}`,
    ]
    for (const path of paths) {
      await post(app, path, fields)
      await post(app, path, fields, { token: 'wrong' })
      await post(app, path, fields).set('X-Twilio-Signature', '')
      await post(app, path, fields).set('Content-Type', 'application/json')
    }
    const lines = log.lines.join('\n')
    expect(log.lines.length).toBeGreaterThan(3 * paths.length)
    for (const secret of [CARE_WORKER, LINE, MANAGER, OFFICE, '900123', '960999', 'LATE', NAME, 'Quill', TOKEN]) {
      expect(lines).not.toContain(secret)
    }
  })

  it('and neither does an answer to a stranger', async () => {
    const { app } = webhooksOver()
    const answer = await post(app, `/twilio/${CARE_WORKER}`, TEXT, { token: 'wrong' })
    expect(answer.text).toBe('This request is not signed for this address by the carrier of this line.')
  })
})

describe('a fault in the log', () => {
  it('has its name, its code and its place, and not its message', () => {
    const fault = faultForLog(Object.assign(telling, { code: 'P2002' }))
    expect(fault).toMatchObject({ fault: 'Error', code: 'P2002' })
    expect(fault.at).toMatch(/^at .*log\.test\.ts:\d+:\d+\)?$/)
    expect(JSON.stringify(fault)).not.toMatch(/Quill|900123|LATE/)
  })

  it.each([
    ['a string', `failed for ${CARE_WORKER}`],
    ['nothing', undefined],
    ['an object', { message: CARE_WORKER }],
    ['a code that is a sentence', Object.assign(new Error('x'), { code: `no ${CARE_WORKER}` })],
    ['a message of several lines', new Error(`x\n    at ${CARE_WORKER} said:1:2`)],
  ])('%s', (_, fault) => {
    expect(JSON.stringify(faultForLog(fault))).not.toContain('900123')
  })
})
