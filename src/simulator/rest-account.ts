import type { Router } from 'express'
import type { Carrier } from './carrier.ts'
import { cannotReceiveTexts, readable, readNumber } from './phone-numbers.ts'
import { Refusal } from './rest-errors.ts'
import { ListQuery, readForm } from './rest-forms.ts'
import { pageOf } from './rest-list.ts'
import { accountJson, lineJson } from './rest-shapes.ts'
import type { Serve } from './rest-router.ts'

/** What a health check asks: the account, its numbers, and what kind of number one is. */
export function accountRoutes(carrier: Carrier, router: Router, serve: Serve): void {
  router.get(
    '/2010-04-01/Accounts/:account/IncomingPhoneNumbers.json',
    serve('numbers.list', (request) => {
      const asked = readForm(ListQuery, request.query)
      const wanted = request.query['PhoneNumber']
      const lines = [...carrier.lines.values()].filter(
        (line) => typeof wanted !== 'string' || line.number === readNumber(wanted),
      )
      const body = pageOf(
        'incoming_phone_numbers',
        lines.map((line) => lineJson(carrier, line)),
        (line) => line,
        {
          path: request.path,
          query: request.query,
          page: asked.Page,
          pageSize: asked.PageSize,
          token: asked.PageToken,
        },
      )
      return { status: 200, body }
    }),
  )
  router.get(
    '/2010-04-01/Accounts/:account.json',
    serve('account.fetch', () => ({ status: 200, body: accountJson(carrier) })),
  )
  router.get(
    '/v2/PhoneNumbers/:number',
    serve('lookup.fetch', (request) => {
      const asked = request.params['number']
      const fields = request.query['Fields']
      return {
        status: 200,
        body: lookUp(carrier, typeof asked === 'string' ? asked : '', typeof fields === 'string' ? fields : ''),
      }
    }),
  )
}

function lookUp(carrier: Carrier, asked: string, fields: string): Record<string, unknown> {
  const number = readNumber(asked)
  if (number === undefined) throw new Refusal(20404, `/PhoneNumbers/${asked}`)
  const kind = carrier.handsets.reach(number)?.kind ?? (carrier.lines.has(number) ? 'voip' : undefined)
  const type = kind === 'voip' ? 'nonFixedVoip' : (kind ?? (cannotReceiveTexts(number) ? 'tollFree' : null))
  const wantsType = fields.split(',').includes('line_type_intelligence')
  return {
    calling_country_code: '44',
    country_code: 'GB',
    phone_number: number,
    national_format: readable(number),
    valid: true,
    validation_errors: [],
    caller_name: null,
    sim_swap: null,
    call_forwarding: null,
    line_status: null,
    identity_match: null,
    reassigned_number: null,
    sms_pumping_risk: null,
    phone_number_quality_score: null,
    pre_fill: null,
    line_type_intelligence: wantsType
      ? {
          type,
          mobile_country_code: '234',
          mobile_network_code: '00',
          carrier_name: 'The stand-in carrier',
          error_code: null,
        }
      : null,
    url: `https://lookups.twilio.com/v2/PhoneNumbers/${number}`,
  }
}
