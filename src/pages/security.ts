import type { RequestHandler } from 'express'
import helmet from 'helmet'

/**
 * Headers for every page: nothing from elsewhere, no inline script or style, never inside another site's frame.
 * `upgrade-insecure-requests` is left out on purpose: the demonstration runs over plain HTTP, and other names than localhost would break.
 * HSTS speaks for this host only: an agency's other hosts are not ours to promise for.
 */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: { maxAge: 365 * 24 * 60 * 60, includeSubDomains: false },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  })
}
