import { html } from './html.ts'
import { layout } from './layout.ts'

/** The page at `/` where a real carrier is connected: says what this is, and where to look. There is nothing to press. */
export function startPage(agencyName: string): string {
  return layout({
    title: agencyName,
    agencyName,
    main: html` <section class="sheet">
      <h1>The phone line of ${agencyName}</h1>
      <p>
        When a visit is late or nobody has come, this line tells the people who are waiting, and stays with it until
        somebody knows that they are safe.
      </p>
      <p>Care workers and service users need no page: they text or ring the line.</p>
      <p><a href="/today">Today: who may not be safe</a>, for staff</p>
      <p><a href="/readyz">Is the line ready?</a></p>
    </section>`,
  })
}
