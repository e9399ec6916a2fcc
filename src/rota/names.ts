/** First name and initial, as texts to staff name a service user: "Brenda T". No surname leaves in a text. */
export function shortName(person: { preferredName: string; lastName: string }): string {
  return `${person.preferredName} ${person.lastName.charAt(0)}`.trim()
}

/** As a service user is spoken to: "Mrs Trundle"; by the name they prefer where no title is known. */
export function formalName(person: { title: string; lastName: string; preferredName: string }): string {
  return person.title === '' ? person.preferredName : `${person.title} ${person.lastName}`
}

export function fullName(person: { firstName: string; lastName: string }): string {
  return `${person.firstName} ${person.lastName}`.trim()
}
