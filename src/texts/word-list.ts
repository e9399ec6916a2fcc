/** Lists as text, so that a care manager can read and mend them: commas or new lines between, `# ` begins a remark. */
export function list(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('# '))
    .flatMap((line) => line.split(','))
    .map((item) => item.trim())
    .filter(Boolean)
}
