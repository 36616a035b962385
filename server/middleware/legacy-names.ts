// Earlier names of the routes, answered as their successors and told as deprecated (RFC 9745, RFC 8594).
import type { Step } from './state.ts';

const plan = '/api/v1/trainingplan';
const successors: readonly (readonly [pattern: RegExp, successor: string])[] = [
  [/^\/api\/health$/, '/api/v1/health'],
  [/^\/api\/trainingplan\/(initial-questions|generate|feedback|playbook\/[^/]+)$/, `${plan}/$1`],
  [/^\/api\/training\/initial-questions$/, `${plan}/initial-questions`],
  [/^\/api\/training\/generate-plan$/, `${plan}/generate`],
  [/^\/api\/training\/(?:chat|update-week)$/, `${plan}/feedback`],
  [/^\/api\/training\/playbook\/stats\/([^/]+)$/, `${plan}/playbook/$1/stats`],
  [/^\/api\/training\/playbook\/([^/]+)$/, `${plan}/playbook/$1`],
  [/^\/api\/training\/create-week$/, `${plan}/weeks`],
  [/^\/api\/training\/insights-summary$/, `${plan}/insights`],
  [/^\/api\/training\/daily-training-feedback$/, `${plan}/daily-feedback`],
];
const DEPRECATED_SINCE = `@${Date.UTC(2026, 10, 1) / 1_000}`;
const SUNSET = new Date(Date.UTC(2027, 10, 1)).toUTCString();

export function legacyNames(): Step {
  return async (ctx, next) => {
    // A slash at the end names the same route; a redirect would lose the body of a POST.
    const path = ctx.path.length > 1 ? ctx.path.replace(/\/$/, '') : ctx.path;
    const match = successors.find(([pattern]) => pattern.test(path));
    ctx.state.appEraName = path.startsWith('/api/training/');
    ctx.path = match === undefined ? path : path.replace(match[0], match[1]);
    if (match !== undefined) {
      ctx.set({ Deprecation: DEPRECATED_SINCE, Sunset: SUNSET, Link: `<${ctx.path}>; rel="successor-version"` });
    }
    await next();
  };
}
