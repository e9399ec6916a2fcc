import fc from 'fast-check'
import { expect, it } from 'vitest'
import { html } from '../../src/pages/html.ts'

it('escapes every value and keeps pieces of HTML as they are', () => {
  expect(html`<p class="${'"x" & y'}">${'<b>'}${html`<i>${"it's"}</i>`}${undefined}${false}${0}</p>`.html).toBe(
    '<p class="&#34;x&#34; &#38; y">&#60;b&#62;<i>it&#39;s</i>0</p>',
  )
})

it('never lets a value open a tag or leave an attribute, and loses nothing of it', () => {
  const signs = fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", '#', ';', '3', 'a', 'é') })
  fc.assert(
    fc.property(signs, (text) => {
      const safe = html`${text}`.html
      expect(safe).not.toMatch(/[<>"']/)
      expect(safe.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))).toBe(text)
    }),
  )
})
