import type { Database } from './database.ts'

/** People whom the line could not reach, or not as their plan says, in sentences for whoever can mend it. */
export async function peopleOutOfReach(database: Database): Promise<{ total: number; problems: string[] }> {
  const rows = await database.$queryRaw<{ problem: string }[]>`
    SELECT 'service user ' || s.ref || ' has no number of their own and no contact who may be told' AS problem FROM service_user s
     WHERE NOT EXISTS (SELECT 1 FROM person_number n WHERE n.party_id = s.id)
       AND NOT EXISTS (SELECT 1 FROM service_user_contact c JOIN person_number n ON n.party_id = c.id
                        WHERE c.service_user_id = s.id AND c.may_be_told)
    UNION ALL
    SELECT 'service user ' || s.ref || ' is to be texted first but has no mobile that takes texts' FROM service_user s
     WHERE s.preferred_channel = 'sms' AND NOT EXISTS (
       SELECT 1 FROM person_number n JOIN phone_number p ON p.e164 = n.number
        WHERE n.party_id = s.id AND p.line_type = 'mobile' AND p.texts_stopped_at IS NULL)
    UNION ALL
    SELECT 'care worker ' || c.ref || ' has no number' FROM care_worker c
     WHERE c.status = 'active' AND NOT EXISTS (SELECT 1 FROM person_number n WHERE n.party_id = c.id)
    UNION ALL
    SELECT 'care worker ' || c.ref || ' has opted out of texts' FROM care_worker c
      JOIN person_number n ON n.party_id = c.id JOIN phone_number p ON p.e164 = n.number WHERE p.texts_stopped_at IS NOT NULL
    UNION ALL
    SELECT 'manager ' || m.ref || ' has opted out of texts' FROM manager m
      JOIN person_number n ON n.party_id = m.id JOIN phone_number p ON p.e164 = n.number WHERE p.texts_stopped_at IS NOT NULL
    UNION ALL
    SELECT 'manager ' || m.ref || ' has no number and cannot be on call' FROM manager m
     WHERE NOT EXISTS (SELECT 1 FROM person_number n WHERE n.party_id = m.id)
    UNION ALL
    SELECT 'branch ' || b.name || ' has no responsible person: nobody is told of late visits (P-067)' FROM branch b
     WHERE b.responsible_manager_id IS NULL
    ORDER BY 1`
  const [people, workers, managers] = [
    await database.serviceUser.count(),
    await database.careWorker.count(),
    await database.manager.count(),
  ]
  return { total: people + workers + managers, problems: rows.map((row) => row.problem) }
}
