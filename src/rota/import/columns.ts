/**
 * The columns of every file that can be imported. A file is recognised by its headings, never by its name: `marks` are
 * the columns that tell it from all others. Headings are compared in small letters with `_` between words.
 */

export type FileKind = 'agency' | 'funders' | 'care-workers' | 'service-users' | 'contacts' | 'on-call' | 'visits'

/** In the order in which they are imported, whatever order they were named in: what is pointed at comes first. */
export const FILE_KINDS: readonly FileKind[] = [
  'agency',
  'funders',
  'care-workers',
  'service-users',
  'contacts',
  'on-call',
  'visits',
]

/** Headings that must all be there for a file to be of this kind. Visits are recognised by what they must say instead. */
export const MARKS: Readonly<Record<Exclude<FileKind, 'visits'>, readonly string[]>> = {
  agency: ['agency', 'branch', 'line_number'],
  funders: ['funder_ref', 'name', 'kpi_profile'],
  'care-workers': ['worker_ref', 'first_name', 'last_name', 'mobile'],
  'service-users': ['service_user_ref', 'first_name', 'last_name', 'landline', 'mobile'],
  contacts: ['contact_ref', 'service_user_ref', 'contact_order', 'phone_1'],
  'on-call': ['shift_ref', 'starts_at', 'ends_at', 'tier', 'manager_ref', 'phone_1'],
}

export type VisitColumn = keyof typeof VISIT_HEADINGS

/** The columns of a visit file, each with the headings under which rota systems write it; the canonical one is first. */
export const VISIT_HEADINGS = {
  visit_ref: ['visit_ref', 'visit_id', 'visit_reference', 'booking_ref', 'booking_id', 'ref', 'reference', 'id'],
  service_user_ref: [
    'service_user_ref',
    'service_user_id',
    'client_ref',
    'client_id',
    'su_id',
    'su_ref',
    'customer_ref',
    'customer_id',
  ],
  service_user_name: [
    'service_user_name',
    'service_user',
    'client',
    'client_name',
    'customer',
    'customer_name',
    'su',
    'su_name',
  ],
  postcode: ['postcode', 'post_code'],
  worker_ref: [
    'worker_ref',
    'worker_id',
    'care_worker_ref',
    'care_worker_id',
    'carer_ref',
    'carer_id',
    'employee_ref',
    'employee_id',
    'staff_ref',
    'staff_id',
  ],
  worker_name: [
    'worker_name',
    'care_worker',
    'care_worker_name',
    'carer',
    'carer_name',
    'employee',
    'employee_name',
    'staff',
    'staff_name',
    'worker',
  ],
  second_worker_ref: [
    'second_worker_ref',
    'second_care_worker_ref',
    'second_carer_ref',
    'carer_2_ref',
    'employee_2_id',
    'staff_2_id',
  ],
  second_worker_name: [
    'second_worker_name',
    'second_care_worker',
    'second_carer',
    'care_worker_2',
    'carer_2',
    'employee_2',
    'staff_2',
  ],
  workers_required: ['workers_required', 'carers_required', 'number_of_carers'],
  date: ['date', 'visit_date', 'start_date', 'day'],
  planned_start: ['planned_start', 'scheduled_start', 'start', 'start_time', 'from', 'time_from'],
  planned_end: ['planned_end', 'scheduled_end', 'end', 'end_time', 'finish', 'finish_time', 'to', 'time_to'],
  duration: ['duration_min', 'duration', 'mins', 'minutes', 'length', 'hours', 'planned_hours'],
  visit_type: ['visit_type', 'type', 'service_type'],
  time_critical: ['time_critical', 'critical'],
  time_critical_reason: ['time_critical_reason'],
  tolerance_min: ['tolerance_min', 'tolerance'],
  funder_ref: ['funder_ref', 'funder', 'cost_centre'],
  package_ref: ['package_ref', 'package'],
  run_ref: ['run_ref', 'run', 'round'],
  run_order: ['run_order'],
  travel_min: ['travel_min', 'travel', 'travel_time'],
  second_run_ref: ['second_run_ref'],
  second_travel_min: ['second_travel_min'],
  status: ['status', 'state', 'visit_status', 'confirmed'],
  notes: ['notes', 'note', 'remark', 'remarks', 'comment', 'comments', 'office_note'],
} as const satisfies Record<string, readonly string[]>

/** What a rota system writes for "planned", "cancelled" and "suspended"; `cancelled` also by its first letters. */
export const VISIT_STATUSES: Readonly<Record<string, 'planned' | 'cancelled' | 'suspended'>> = {
  '': 'planned',
  planned: 'planned',
  booked: 'planned',
  confirmed: 'planned',
  scheduled: 'planned',
  active: 'planned',
  true: 'planned',
  false: 'planned',
  deleted: 'cancelled',
  suspended: 'suspended',
  'on hold': 'suspended',
  hospital: 'suspended',
}

/** What stands in a care worker's cell when nobody is allocated. */
export const NOBODY: readonly string[] = [
  '',
  '-',
  'unallocated',
  'unassigned',
  'vacant',
  'tbc',
  'tba',
  'none',
  'nobody',
  'n/a',
]

/** `Planned Start ` and `PLANNED-START` are the same heading. */
export function plainHeading(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
}
