const names = new Map<string, string>()
/** Statements with lists of changing length have many texts; beyond so many they go without a name. */
const MOST_NAMES = 500

/** A named statement is read and planned once a connection, not every time: it halves what the server spends. */
export function nameOf({ sql }: { sql: string }): string {
  const known = names.get(sql)
  // an empty name is none
  if (known !== undefined || names.size >= MOST_NAMES) return known ?? ''
  const name = `lateline-${names.size}`
  names.set(sql, name)
  return name
}
