import express, { Router, type Request, type Response } from 'express'
import { html, type Html } from './html.ts'
import { layout } from './layout.ts'
import {
  clearToken,
  createPatience,
  sameSiteOnly,
  setToken,
  tokenOf,
  type Accounts,
  type Visitor,
} from './signed-in.ts'

export interface SignInDeps {
  accounts: Accounts
  agencyName: string
  now: () => number
  /** shown where anybody may sign in: in the demonstration */
  ready?: { name: string; password: string }
}

/** Lets a signed-in visitor in; anybody else sees the sign-in, with 401 so that an open page knows that it is over. */
export type Guard = (req: Request, res: Response) => Promise<Visitor | undefined>

/** `POST /sign-in` and `POST /sign-out`, and the guard that every page behind them asks first. */
export function createSignIn({ accounts, agencyName, now, ready }: SignInDeps): { router: Router; guard: Guard } {
  const patience = createPatience(now)
  const router = Router()
  const form = express.urlencoded({ extended: false, limit: '10kb' })
  const page = (res: Response, words?: string) =>
    void res.set('Cache-Control', 'no-store').send(signInPage(agencyName, ready, words))

  router.post('/sign-in', form, sameSiteOnly, async (req, res) => {
    const { name, password } = fieldsOf(req)
    if (patience.isOver(name))
      return page(res.status(429), 'Too many wrong passwords. Try again in a quarter of an hour.')
    const token = await accounts.signIn(name, password).catch(() => null)
    if (token === null) return page(res.status(503), 'The accounts could not be read just now. Try again.')
    if (token === undefined) {
      patience.wrong(name)
      return page(res.status(401), 'This name and password do not belong together.')
    }
    patience.right(name)
    setToken(res, token, accounts.secure)
    res.redirect(303, '/today')
  })

  router.post('/sign-out', form, sameSiteOnly, async (req, res) => {
    const token = tokenOf(req)
    if (token !== undefined) await accounts.signOut(token).catch(() => undefined)
    clearToken(res)
    res.redirect(303, '/today')
  })

  return {
    router,
    async guard(req, res) {
      const token = tokenOf(req)
      const visitor = token === undefined ? undefined : await accounts.who(token).catch(() => null)
      if (visitor === null) page(res.status(503), 'The accounts could not be read just now. Try again.')
      else if (visitor === undefined) page(res.status(401))
      else return visitor
      return undefined
    },
  }
}

function fieldsOf(req: Request): { name: string; password: string } {
  const body: unknown = req.body
  const { name, password } = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  return {
    name: typeof name === 'string' ? name.trim().slice(0, 200) : '',
    password: typeof password === 'string' ? password.slice(0, 500) : '',
  }
}

function signInPage(agencyName: string, ready: SignInDeps['ready'], words: string | undefined): string {
  return layout({
    title: 'Sign in',
    agencyName,
    styles: ['/assets/today/today.css'],
    main: html`<form class="sign-in" method="post" action="/sign-in">
      <h1>Sign in</h1>
      <p>Today shows who may not be safe. It is for staff.</p>
      ${words !== undefined && html`<p class="wrong" role="alert">${words}</p>`}
      <label>Name <input name="name" autocomplete="username" required /></label>
      <label>Password <input name="password" type="password" autocomplete="current-password" required /></label>
      <button>Sign in</button>
      ${ready === undefined ? accountHint() : readyHint(ready)}
    </form>`,
  })
}

function readyHint({ name, password }: { name: string; password: string }): Html {
  return html`<p class="hint">Demonstration: the name is <b>${name}</b>, the password <b>${password}</b>.</p>`
}

function accountHint(): Html {
  return html`<p class="hint">An account is made with <code>lateline account add NAME</code>.</p>`
}
