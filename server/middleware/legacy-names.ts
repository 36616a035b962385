// Earlier names of the routes, answered as their successors and told as deprecated (RFC 9745, RFC 8594).
import type { Step } from './state.ts';

const plan = '/api/v1/trainingplan';
interface Earlier {
  /** Where it differs from its neighbours: makes the name of its operation. */
  readonly key: string;
  readonly name: string;
  readonly successor: string;
}
export const successors: readonly Earlier[] = [
  { key: 'Unversioned', name: '/api/health', successor: '/api/v1/health' },
  ...['/initial-questions', '/generate', '/feedback', '/playbook/{user_id}'].map((route) => ({
    key: 'Unversioned',
    name: `/api/trainingplan${route}`,
    successor: `${plan}${route}`,
  })),
  { key: 'ByApp', name: '/api/training/initial-questions', successor: `${plan}/initial-questions` },
  { key: 'ByApp', name: '/api/training/generate-plan', successor: `${plan}/generate` },
  { key: 'ByApp', name: '/api/training/chat', successor: `${plan}/feedback` },
  { key: 'ByOlderApp', name: '/api/training/update-week', successor: `${plan}/feedback` },
  { key: 'ByApp', name: '/api/training/playbook/stats/{user_id}', successor: `${plan}/playbook/{user_id}/stats` },
  { key: 'ByApp', name: '/api/training/playbook/{user_id}', successor: `${plan}/playbook/{user_id}` },
  { key: 'ByApp', name: '/api/training/create-week', successor: `${plan}/weeks` },
  { key: 'ByApp', name: '/api/training/insights-summary', successor: `${plan}/insights` },
  { key: 'ByApp', name: '/api/training/daily-training-feedback', successor: `${plan}/daily-feedback` },
];
const renames = successors.map(({ name, successor }) => ({
  pattern: new RegExp(`^${name.replace('{user_id}', '([^/]+)')}$`),
  replacement: successor.replace('{user_id}', '$1'),
}));
const DEPRECATED_SINCE = `@${Date.UTC(2026, 10, 1) / 1_000}`;
const SUNSET = new Date(Date.UTC(2027, 10, 1)).toUTCString();

export function legacyNames(): Step {
  return (ctx, next) => {
    // A slash at the end names the same route; a redirect would lose the body of a POST.
    const path = ctx.path.length > 1 && ctx.path.endsWith('/') ? ctx.path.slice(0, -1) : ctx.path;
    const rename = path.startsWith(plan) ? undefined : renames.find(({ pattern }) => pattern.test(path));
    ctx.state.appEraName = path.startsWith('/api/training/');
    const successor = rename === undefined ? path : path.replace(rename.pattern, rename.replacement);
    if (successor !== ctx.path) ctx.path = successor;
    if (rename !== undefined) {
      ctx.set({ Deprecation: DEPRECATED_SINCE, Sunset: SUNSET, Link: `<${ctx.path}>; rel="successor-version"` });
    }
    return next();
  };
}
