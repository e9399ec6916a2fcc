/** A piece of HTML that is already safe to send. Only `html` and `trusted` make one. */
export type Html = { readonly html: string }

type Fragment = string | number | Html | readonly Html[] | undefined | false

/**
 * Tagged template for HTML: every value is escaped unless it is Html itself. Names of people come from files and may hold anything.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Fragment[]): Html {
  const parts = strings.map((part, i) => part + render(values[i]))
  return { html: parts.join('') }
}

function render(value: Fragment): string {
  if (value === undefined || value === false) return ''
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value))
  if ('html' in value) return value.html
  return value.map((one) => one.html).join('')
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
