import { describe, expect, it } from 'vitest'
import { FIRST_TURN, webAddresses } from '../../src/twilio/web-addresses.ts'
import { call } from './support.ts'

describe('the addresses given to the carrier', () => {
  it.each([
    ['https://line.example', 'https://line.example'],
    ['https://line.example/', 'https://line.example'],
    ['https://line.example:8443/lateline//', 'https://line.example:8443/lateline'],
  ])('under %s', (publicUrl, base) => {
    const addresses = webAddresses(publicUrl)
    expect(addresses).toMatchObject({
      inboundText: `${base}/twilio/sms`,
      inboundCall: `${base}/twilio/voice`,
      inboundCallStatus: `${base}/twilio/call-status`,
      fallback: `${base}/twilio/fallback`,
    })
    expect(addresses.turn({ call: call('c1'), turn: 3 })).toBe(`${base}/twilio/voice-flow/c1/3`)
    expect(addresses.whisper('w1')).toBe(`${base}/twilio/voice-flow/w1/${FIRST_TURN}`)
    expect(addresses.callStatus('a1')).toBe(`${base}/twilio/call-status/a1#rc=2&rp=all`)
    expect(addresses.machine('a1')).toBe(`${base}/twilio/call-status/a1?machine=1#rc=2&rp=all`)
    expect(addresses.textStatus('a1')).toBe(`${base}/twilio/message-status/a1#rc=2&rp=all`)
    expect(addresses.of('/twilio/sms?x=1')).toBe(`${base}/twilio/sms?x=1`)
  })
})
