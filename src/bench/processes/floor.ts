/** What the webhook is held against: a bare Express handler, the signature check, one INSERT by plain pg, an answer. */
import { randomUUID } from 'node:crypto'
import express from 'express'
import pg from 'pg'
import twilio from 'twilio'
import { z } from 'zod'
import { listen } from '../../compose/listen.ts'
import { answerParent } from './answer-parent.ts'

const environment = z
  .object({ DATABASE_URL: z.string(), TWILIO_AUTH_TOKEN: z.string(), PUBLIC_URL: z.string() })
  .parse(process.env)
const Form = z.record(z.string(), z.string())

const pool = new pg.Pool({ connectionString: environment.DATABASE_URL, max: 12 })
const app = express().disable('x-powered-by')

app.post('/twilio/sms', express.urlencoded({ extended: false }), async (request, response) => {
  const form = Form.parse(request.body)
  const signature = request.header('X-Twilio-Signature') ?? ''
  if (
    !twilio.validateRequest(
      environment.TWILIO_AUTH_TOKEN,
      signature,
      environment.PUBLIC_URL + request.originalUrl,
      form,
    )
  ) {
    response.status(403).end()
    return
  }
  await pool.query(
    `INSERT INTO inbound_delivery (id, account, kind, provider_id, seq, raw, received_at, next_try_at)
     VALUES ($1, $2, 'text', $3, 0, $4, $5, $5) ON CONFLICT (account, kind, provider_id, seq) DO NOTHING`,
    [randomUUID(), form['AccountSid'], form['MessageSid'], JSON.stringify(form), new Date()],
  )
  response.type('text/xml').send('<Response/>')
})

const { server, port } = await listen(app, 0)
answerParent({ start: () => ({ port }) }, async () => {
  server.close()
  await pool.end()
})
