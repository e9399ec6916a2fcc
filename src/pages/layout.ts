import { html, type Html } from './html.ts'

export type Page = {
  /** Stands in the browser's tab, before the word Lateline. */
  title: string
  agencyName: string
  /** Shown beside the agency's name, such as "Demonstration". */
  badge?: string
  main: Html
  /** Buttons that belong to the whole page, at the right end of the banner. */
  tools?: Html
  /** Addresses under /assets/ besides the common look. */
  styles?: readonly string[]
  scripts?: readonly string[]
  /** Links to all pages, in the banner; not shown while there is only one. */
  nav?: readonly NavLink[]
  /** Extra links for people who jump with the keyboard; the first link always leads to the main part. */
  skipLinks?: readonly { href: string; label: string }[]
}

/** A page of the banner's list; `here` is the one that is open. */
export type NavLink = { href: string; label: string; here?: boolean }

/** One whole page in the common look: head, skip links, banner, main part. No inline script or style, so that the policy can forbid both. */
export function layout(page: Page): string {
  const styles = ['/assets/look/look.css', ...(page.styles ?? [])]
  const skipLinks = [{ href: '#main', label: 'Go to the main part' }, ...(page.skipLinks ?? [])]
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title} · Lateline</title>
        <link rel="icon" href="/assets/look/lateline.svg" type="image/svg+xml" />
        ${styles.map((href) => html`<link rel="stylesheet" href="${href}" />`)}
        ${(page.scripts ?? []).map((src) => html`<script type="module" src="${src}"></script>`)}
      </head>
      <body>
        <nav class="skip" aria-label="Shortcuts">
          ${skipLinks.map((link) => html`<a href="${link.href}">${link.label}</a>`)}
        </nav>
        <header class="banner">
          <p class="mark"><img src="/assets/look/lateline.svg" alt="" width="30" height="30" /> Lateline</p>
          ${page.nav !== undefined && page.nav.length > 1 && pageList(page.nav)}
          <p class="agency">
            ${page.agencyName}${page.badge !== undefined && html` <span class="badge">${page.badge}</span>`}
          </p>
          ${page.tools}
        </header>
        <main id="main" tabindex="-1">${page.main}</main>
      </body>
    </html> `.html
}

function pageList(links: readonly NavLink[]): Html {
  return html`<nav class="page-list" aria-label="Pages">
    <ul>
      ${links.map(
        ({ href, label, here }) =>
          html`<li><a href="${href}" aria-current="${here === true ? 'page' : 'false'}">${label}</a></li>`,
      )}
    </ul>
  </nav>`
}
