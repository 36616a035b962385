// Bodies for steps whose route the service's own OpenAPI document describes.
import { routesOf } from '../http/openapi.ts';
import { ask } from './ask.ts';
import type { Step } from './steps.ts';

type Declared = ReturnType<typeof routesOf>;

/** The routes that the document tells; none where there is no such document. */
export async function declaredAt(url: string, path: string): Promise<Declared> {
  const reply = await ask(url, { method: 'GET', path });
  return reply?.status === 200 ? routesOf(reply.body) : [];
}

/** A single step without a body gets one that fits, with the token where the route wants it. */
export function withBody(way: readonly Step[], declared: Declared): readonly Step[] {
  const [step, ...more] = way;
  if (step === undefined || more.length > 0 || step.body !== undefined || step.method === 'GET') return way;
  const route = declared.find(({ method, path }) => method === step.method && path.replace(/\/+$/, '') === step.path.replace(/\/+$/, ''));
  const token = route?.tokenIn?.in === 'body' ? { [route.tokenIn.name]: '{{token}}' } : {};
  return [{ ...step, body: { ...Object(route?.body ?? {}), ...token } }];
}
