import type { SourceFile } from '../../../src/rota/import/read-file.ts'

/** A very small agency in the canonical columns, for tests to change a cell of. Everybody in it is invented. */

export const ZONE = 'Europe/London'

export const agencyFile = file(
  'agency.csv',
  `agency,branch,zone,nation,line_number,office_number,last_resort_number,responsible_manager_ref,watch
Quillbrook Home Care,Quillbrook,,england,01632 960999,01632 960998,,MG1,on
`,
)

export const fundersFile = file(
  'funders.csv',
  `funder_ref,name,funding_type,kpi_profile,late_notice,missed_notice_hours,duty_phone,out_of_hours_phone,email,safeguarding_body
FCC,Fenshire County Council,council,generic-15,weekly_digest,24,01632 960990,,duty@fcc.example,FCC
SELF,Self-funder,self_funder,QCS-policy,person_only,,,,,
`,
)

export const careWorkersFile = file(
  'workers.csv',
  `worker_ref,first_name,last_name,known_as,gender,mobile,skills,skills_expiry,excluded_service_user_refs,status
CW1,Anna,Birtwhistle,Anna,F,07700 900101,medication;hoist,medication:2027-05-02,,active
CW2,Brenda,Danquah,Bren,F,07700 900102,medication,,SU3,active
CW3,Carol,Eccleston,,F,07700 900103,,,,long_term_sick
CW4,Grace,Unsworth,,F,07700 900104,,,,active
CW5,Grace,Unsworth,,F,07700 900105,,,,active
`,
)

export const serviceUsersFile = file(
  'people.csv',
  `service_user_ref,title,first_name,last_name,preferred_name,postcode,landline,mobile,shared_line_with,preferred_channel,funder_ref,package_ref,late_threshold_min,missed_threshold_min,threshold_agreed_on,threshold_agreed_with,lives_alone,cognitive_impairment,time_critical_reason,excluded_worker_refs,choice_if_late,status,status_since
SU1,Mrs,Renée,Lefèvre,Renée,QB1 1AA,01632 960001,07700 900001,,voice_landline,FCC,PK1,15,30,2026-01-05,person,Y,N,insulin,,ask,active,
SU2,Mr,Desmond,O'Hara,Des,QB1 2AA,01632 960002,,,,SELF,PK2,,,,,N,Y,,,wait,active,
SU3,Mrs,Maud,Tetley,,QB2 1AA,01632 960003,,SU4,,FCC,PK3,10,20,2026-02-01,attorney,N,N,,CW1,ask,active,
SU4,Mr,Walter,Tetley,,QB2 1AA,01632 960003,,SU3,,FCC,PK4,15,30,,,N,N,,,ask,active,
SU5,Miss,Ivy,Ellis,,QB3 1AA,,07700 900005,,sms,FCC,PK5,15,30,,,N,N,,,ask,in_hospital,2026-11-20
SU6,Mrs,Ivy,Ellis,,QB4 1AA,,,,via_contact,SELF,PK6,15,30,,,N,N,,,ask,active,
`,
)

export const contactsFile = file(
  'contacts.csv',
  `contact_ref,service_user_ref,contact_order,first_name,last_name,relationship,contact_type,emergency_contact,phone_1,phone_2,ring_from,ring_to,may_be_told,known_caller,last_verified_on
CT1,SU1,1,Paul,Lefèvre,son,family,Y,07700 900301,01632 960301,07:00,22:00,Y,Y,2026-07-23
CT2,SU6,1,Ruth,Ellis,niece,family,Y,07700 900302,,,,Y,Y,
`,
)

export const onCallFile = file(
  'on-call.csv',
  `shift_ref,starts_at,ends_at,cover,day_type,bank_holiday,tier,manager_ref,first_name,last_name,role,phone_1,phone_2,email,notes
OC1,2026-11-23T07:00,2026-11-23T17:00,office,weekday,,1,MG1,Rosa,Achterberg,registered_manager,07700 900201,01632 960201,rosa@quillbrook.example,
OC2,2026-11-23T17:00,2026-11-24T07:00,out_of_hours,weekday,,1,MG2,Gordon,Tolworthy,senior_on_call,07700 900202,,gordon@quillbrook.example,
`,
)

export const visitsFile = file(
  'visits.csv',
  `visit_ref,service_user_ref,worker_ref,second_worker_ref,workers_required,date,planned_start,planned_end,duration_min,visit_type,time_critical,time_critical_reason,tolerance_min,funder_ref,package_ref,run_ref,run_order,travel_min,second_run_ref,second_travel_min,status,notes
V1,SU1,CW1,,1,2026-11-23,09:00,09:30,30,personal_care,Y,insulin,30,FCC,PK1,QUI-AM-1,1,0,,,planned,
V2,SU2,CW1,,1,2026-11-23,09:45,10:15,30,meal,N,,15,SELF,PK2,QUI-AM-1,2,12,,,planned,Side gate
V3,SU4,CW1,CW2,2,2026-11-23,11:00,11:45,45,personal_care,N,,15,FCC,PK4,QUI-AM-1,3,10,QUI-AM-2,8,planned,
V4,SU6,,,1,2026-11-23,12:00,12:30,30,meal,N,,15,SELF,PK6,QUI-AM-2,1,0,,,planned,
V5,SU5,,,1,2026-11-23,13:00,13:30,30,meal,N,,15,FCC,PK5,,,,,,suspended,
V6,SU1,CW2,,1,2026-11-24,09:00,09:30,30,personal_care,Y,insulin,30,FCC,PK1,QUI-AM-1,1,0,,,planned,
V7,SU1,CW4,,1,2026-11-24,22:00,07:00,540,sleep_in,N,,15,FCC,PK1,SLEEP-1,1,0,,,planned,
`,
)

export const everything = [
  visitsFile,
  onCallFile,
  contactsFile,
  serviceUsersFile,
  careWorkersFile,
  fundersFile,
  agencyFile,
]

export function file(name: string, text: string): SourceFile {
  return { name, text }
}

/** The file with one text put for another, which must be there. */
export function changed(original: SourceFile, was: string, now: string): SourceFile {
  if (!original.text.includes(was)) throw new Error(`"${was}" does not stand in ${original.name}`)
  return { ...original, text: original.text.replace(was, now) }
}
