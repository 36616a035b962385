// What is known of a value on its way through a route: whose name it carries, which ids came with the request.
import { namesHandle, namesId, namesToken, namesWho } from './words.ts';

/**
 * `request`: the request or a bag that hangs on it · `session`: the bag that the service alone fills · `input`: body, query or path values · `id:name`: an id among those · `token`: a credential ·
 * `made`: worked out from input by what could not be followed · `who`: who is asking · `object` and `of:name`: what was looked up by an id, and by which.
 */
export type Labels = ReadonlySet<string>;
export const none: Labels = new Set();
export const labels = (...all: readonly string[]): Labels => new Set(all);
export const union = (...all: readonly Labels[]): Labels => {
  const some = all.filter(({ size }) => size > 0);
  return some.length === 1 && some[0] ? some[0] : new Set(some.flatMap((each) => [...each]));
};
export const idsIn = (all: Labels): readonly string[] => [...all].filter((each) => each.startsWith('id:')).map((each) => each.slice(3));
/** The ids that a value is, or that it was found by. */
export const idsBehind = (all: Labels): readonly string[] => [...all].flatMap((each) => (/^(?:id|of):/.test(each) ? [each.slice(3)] : []));
/** What a lookup with these gives. */
export const foundBy = (all: Labels): Labels =>
  new Set(['object', ...[...all].map((each) => (each.startsWith('id:') ? `of:${each.slice(3)}` : each))]);
export const hasId = (all: Labels): boolean => idsIn(all).length > 0;

const inputs =
  /^(?:params|path_params|view_args|matchdict|kwargs|query|args|body|json|form|data|values|GET|POST|query_params|searchParams|get_json|formData|parseBody|valid|validated|input|inputs|payload|querystring|param|queries|rawBody|text)$/;
const bags = /^(?:locals|state|var|g|res|req|request|raw|context|ctx|session|extensions|scope|store|nextUrl|event|auth_context)$/;

/** What `value.name` or `value['name']` holds. */
export function memberOf(owner: Labels, name: string): Labels {
  const found = new Set<string>();
  if (owner.has('request')) {
    if (inputs.test(name)) found.add('input');
    else if (/^(?:headers?|cookies|META|rawHeaders)$/.test(name)) found.add('token');
    else if (namesWho(name)) found.add('who');
    else if (owner.has('session') && namesHandle(name)) found.add('who');
    else if (bags.test(name)) {
      found.add('request');
      if (name === 'session') found.add('session');
    } else if (namesToken(name)) found.add('token');
  }
  if (owner.has('input')) {
    // What was looked up keeps its own id, whatever of the input is written to it.
    if (owner.has('object') && namesId(name)) found.add('input');
    else if (namesId(name) || namesHandle(name)) found.add(`id:${name}`);
    else found.add(namesToken(name) ? 'token' : 'input');
  }
  for (const each of owner) if (/^(?:who|token|object|made|of:.*)$/.test(each)) found.add(each);
  return found;
}
