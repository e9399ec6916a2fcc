import type { Request, RequestHandler, Response } from 'express'

/** Somebody who is signed in, and what their forms must carry. */
export interface Visitor {
  name: string
  accountId: string
  agencyId: string
  managerId: string | undefined
  /** goes with every form: a page of another site cannot know it */
  formToken: string
}

/** What the pages ask of whoever keeps accounts and sessions. */
export interface Accounts {
  /** A token for the cookie; undefined where name or password is wrong. */
  signIn(name: string, password: string): Promise<string | undefined>
  who(token: string): Promise<Visitor | undefined>
  signOut(token: string): Promise<void>
  /** over HTTPS alone */
  secure: boolean
}

const COOKIE = 'lateline-session'

/** The session's token out of a request's cookies. */
export function tokenOf(req: Request): string | undefined {
  const cookies = (req.headers.cookie ?? '').split(';').map((one) => one.trim())
  const own = cookies.find((one) => one.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1)
  return own !== undefined && /^[\w-]{20,100}$/.test(own) ? own : undefined
}

/** Never read by a script, never sent along from another site. */
export function setToken(res: Response, token: string, secure: boolean): void {
  res.cookie(COOKIE, token, { httpOnly: true, sameSite: 'strict', secure, path: '/' })
}

export function clearToken(res: Response): void {
  res.clearCookie(COOKIE, { path: '/' })
}

/**
 * Turns away forms that another site has sent: the browser itself says where a form comes from. One that says nothing is
 * no browser of these years, and holds no cookie of ours.
 */
export const sameSiteOnly: RequestHandler = (req, res, next) => {
  const from = req.headers['sec-fetch-site']
  const origin = req.headers.origin
  const foreign =
    from !== undefined ? from !== 'same-origin' && from !== 'none' : origin !== undefined && !isOwn(origin, req)
  if (foreign)
    res.status(403).type('text').send('This form came from another site. Open the page itself and try again.')
  else next()
}

function isOwn(origin: string, req: Request): boolean {
  try {
    return new URL(origin).host === req.headers.host
  } catch {
    return false
  }
}

/** So many wrong passwords for one name, and it rests: guessing takes years. */
const WRONG_BEFORE_REST = 5
const REST_MS = 15 * 60_000

/** Counts wrong passwords by name. In memory: a restart forgives, an attacker cannot cause one. */
export function createPatience(now: () => number) {
  const wrong = new Map<string, { times: number; since: number }>()
  const known = (name: string) => {
    const found = wrong.get(name)
    return found !== undefined && found.since > now() - REST_MS ? found : undefined
  }
  return {
    isOver: (name: string): boolean => (known(name)?.times ?? 0) >= WRONG_BEFORE_REST,
    wrong(name: string): void {
      if (wrong.size > 10_000) wrong.clear()
      wrong.set(name, { times: (known(name)?.times ?? 0) + 1, since: now() })
    },
    right: (name: string): boolean => wrong.delete(name),
  }
}
