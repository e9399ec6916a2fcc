const UNITS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** "twenty-five minutes overdue", "two hours overdue": how long somebody has waited, without a full stop. */
export function overdueInWords(minutes: number): string {
  const whole = Math.floor(minutes)
  if (whole < 1) return 'due now'
  if (whole < 60) return `${whole} ${whole === 1 ? 'minute' : 'minutes'} overdue`
  const hours = Math.floor(whole / 60)
  const rest = whole % 60
  const inHours = `${UNITS[hours] ?? String(hours)} ${hours === 1 ? 'hour' : 'hours'}`
  return rest === 0 ? `${inHours} overdue` : `${inHours} and ${rest} ${rest === 1 ? 'minute' : 'minutes'} overdue`
}
