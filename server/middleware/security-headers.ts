// Headers for an API that serves data and no pages (ASVS 3.4).
import type { Step } from './state.ts';

const headers = {
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-site',
  'Cache-Control': 'no-store',
};

export function securityHeaders(): Step {
  return (ctx, next) => {
    ctx.set(headers);
    return next();
  };
}
