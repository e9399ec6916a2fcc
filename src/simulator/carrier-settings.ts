import { z } from 'zod'

/** How the carrier and the phone network behave; all of it can be changed while it runs. */
export const CarrierSettings = z.strictObject({
  /** Calls placed a second; the rest wait in Twilio's queue. */
  callsPerSecond: z.number().positive().max(1000).default(1),
  textsPerSecond: z.number().positive().max(1000).default(10),
  /** A handset that nobody has taken and that "answers" picks up after so long; null waits for a person. */
  answerAfterSeconds: z.number().min(0).max(600).nullable().default(null),
  /** The network stops ringing after so long, whatever longer time was asked for. */
  ringTimeoutSeconds: z.number().min(1).max(600).default(120),
  voicemailAfterSeconds: z.number().min(0).max(600).default(15),
  voicemailGreeting: z
    .string()
    .min(1)
    .max(500)
    .default('The person you are calling is not available. Please leave a message after the tone.'),
  /** How long answering-machine detection listens. */
  detectionSeconds: z.number().min(0).max(60).default(3),
  machineDetection: z.enum(['right', 'wrong', 'unknown']).default('right'),
  /** A text to a switched-off phone is given up after so long (30003). */
  unreachableAfterSeconds: z.number().min(0).max(36_000).default(30),
  deliverAfterSeconds: z.number().min(0).max(36_000).default(0),
  wordsPerSecond: z.number().positive().max(100).default(2.5),
  /** The carrier is out of order: every request is answered 503 and no handset has a signal. */
  down: z.boolean().default(false),
})
export type CarrierSettings = z.infer<typeof CarrierSettings>

export const CarrierSettingsChange = z.strictObject({
  callsPerSecond: CarrierSettings.shape.callsPerSecond.unwrap().optional(),
  textsPerSecond: CarrierSettings.shape.textsPerSecond.unwrap().optional(),
  answerAfterSeconds: CarrierSettings.shape.answerAfterSeconds.unwrap().optional(),
  ringTimeoutSeconds: CarrierSettings.shape.ringTimeoutSeconds.unwrap().optional(),
  voicemailAfterSeconds: CarrierSettings.shape.voicemailAfterSeconds.unwrap().optional(),
  voicemailGreeting: CarrierSettings.shape.voicemailGreeting.unwrap().optional(),
  detectionSeconds: CarrierSettings.shape.detectionSeconds.unwrap().optional(),
  machineDetection: CarrierSettings.shape.machineDetection.unwrap().optional(),
  unreachableAfterSeconds: CarrierSettings.shape.unreachableAfterSeconds.unwrap().optional(),
  deliverAfterSeconds: CarrierSettings.shape.deliverAfterSeconds.unwrap().optional(),
  wordsPerSecond: CarrierSettings.shape.wordsPerSecond.unwrap().optional(),
  down: z.boolean().optional(),
})
