/** Why a row of a visit file is turned away, and what to do about it, in plain words. */
export const REFUSALS = {
  missing_service_user: 'The row names no service user. Fill in the reference or the name.',
  unknown_service_user:
    'No service user of this name or reference is known. Nobody is created by a visit file: correct the cell, or import the person first.',
  ambiguous_service_user: 'The name fits two service users. Add the reference or the postcode.',
  ref_name_conflict: 'The reference is one person and the name another. Correct whichever is wrong.',
  missing_date: 'The row has no date. Fill it in as DD/MM/YYYY.',
  bad_date: 'This is not a date that exists. Write it day first, as DD/MM/YYYY.',
  ambiguous_date:
    'Another row shows that this file writes the month first somewhere, so day and month cannot be told apart here. Write the dates as DD/MM/YYYY or YYYY-MM-DD throughout.',
  missing_start: 'The row has no start time. Fill it in as HH:MM.',
  bad_time: 'This is not a time of day. Write it as HH:MM.',
  missing_end: 'The row has neither an end nor a length. Fill in one of them.',
  bad_duration: 'The length cannot be read. Write minutes, or HH:MM.',
  zero_duration: 'Start and end are the same. Correct one of them.',
  negative_duration: 'The visit ends before it starts. Correct the times, or the date if it runs over midnight.',
  duration_too_long: 'The visit is longer than 24 hours. Correct the times or the length.',
  duplicate_ref_conflict: 'The same visit reference was used above for another visit. Give this one its own.',
} as const

export type Refusal = keyof typeof REFUSALS

/** What a person should look at in a row that was taken. */
export const WARNINGS = {
  unknown_worker:
    'No care worker of this name or reference is known. The visit is in, with nobody on it: correct the cell, or import the care worker first.',
  ambiguous_worker: 'The name fits two care workers. The visit is in, with nobody on it: add the reference.',
  worker_ref_name_conflict:
    'Reference and name are two different care workers. The visit is in, with nobody on it: correct whichever is wrong.',
  unallocated: 'Nobody is on this visit. Allocate a care worker.',
  second_worker_missing: 'A second care worker is needed and not named. Allocate one.',
  worker_overlap: 'The care worker is at another visit at this time. Move one of the two.',
  worker_not_available: 'The care worker is on leave, off sick, stood down or shadowing. Allocate another.',
  service_user_not_active:
    'The person is in hospital, on respite or no longer a customer: nobody will be contacted about this visit.',
  nonexistent_local_time: 'The clock skips this time that night. It was read as the first moment after the gap.',
  repeated_local_time: 'This time happens twice that night. Write GMT or BST behind it to say which is meant.',
  duration_mismatch: 'Start and end do not agree with the stated length. The times were taken.',
  unknown_status: 'This status is not known. The visit was taken as planned: write Planned, Cancelled or Suspended.',
} as const

export type Warning = keyof typeof WARNINGS
