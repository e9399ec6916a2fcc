import { Prisma } from '../prisma-client/client.ts'

/** An instant as milliseconds, as the rest of the program knows it. For columns named in this folder, never for input. */
export function ms(column: string): Prisma.Sql {
  return Prisma.raw(`(extract(epoch FROM ${column}) * 1000)::bigint`)
}

/** The numbers of whoever `party` names (a column), in their order, with what is known of each. */
export function numbersSql(party: string): Prisma.Sql {
  return Prisma.raw(`coalesce((
    SELECT jsonb_agg(jsonb_build_object('number', pn.number, 'lineType', n.line_type, 'stopped', n.texts_stopped_at IS NOT NULL)
                     ORDER BY pn.ord, pn.number)
      FROM person_number pn LEFT JOIN phone_number n ON n.e164 = pn.number WHERE pn.party_id = ${party}), '[]')`)
}
