/** What a text costs: how many segments it is sent in, and why. */
import { SegmentedMessage } from 'sms-segments-calculator'

/**
 * @returns `units` are septets in GSM-7 (160 in one segment, 153 in each of several) and 16-bit units in UCS-2
 *   (70 and 67). An empty text has no segment.
 */
export function smsSegments(text: string): { segments: number; encoding: 'GSM-7' | 'UCS-2'; units: number } {
  if (text === '') return { segments: 0, encoding: 'GSM-7', units: 0 }
  const message = new SegmentedMessage(text)
  const encoding = message.getEncodingName() === 'UCS-2' ? 'UCS-2' : 'GSM-7'
  const bitsPerUnit = encoding === 'UCS-2' ? 16 : 7
  return { segments: message.segmentsCount, encoding, units: message.messageSize / bitsPerUnit }
}
