// What one route does with the ids it takes: compares them with who is asking, or does not.

import { lastName, nodesIn } from '../../model/nodes.ts';
import type { CodeFunction, Expression, Route, Unit } from '../../model.ts';
import { judgeAmong, permissionOnAddress, withItsClass } from './among.ts';
import { asksAsCaller } from './as-caller.ts';
import { changes, guardsOf, type Judged, nameOf, namesWithin, resourceOf, runWith, wordBefore } from './asked.ts';
import { alternativesFor, isRole } from './composed.ts';
import { evaluate } from './follow.ts';
import { knowsNobody, readsSession, validates } from './harmless.ts';
import { openIdsOf } from './nobody.ts';
import { isSignedByPartner } from './partner.ts';
import { asksForKeyAlone, isSharedGate } from './shared-gate.ts';
import { takesOver } from './taken-over.ts';
import { nothingSeen, type Seen, type Walk } from './walk.ts';
import {
  isEntrance,
  mayBePublic,
  namesAuthentication,
  namesHandle,
  namesHeader,
  namesPermission,
  namesPerson,
  singular,
  subjectOf,
  wordsOf,
} from './words.ts';

export function judgeRoute(unit: Unit, route: Route, known: Walk['known']): Judged {
  const { handler } = route;
  if (isEntrance(route.path)) return { kind: 'beside' };
  const names = route.before.flatMap((each) => (asksNobody(unit, each, route, known) ? [] : namesWithin(each)));
  if (route.before.flatMap(namesWithin).some(isForStaff) || route.before.some(asksForStaffOnly) || route.before.some(knowsNobody))
    return { kind: 'beside' };
  if (route.before.some((each) => isLeftToRoles(unit, each, route.method))) return { kind: 'beside' };
  if (handler === undefined)
    return names.some((name) => namesAuthentication(name) || (route.among !== undefined && namesPermission(name) && !namesHeader(name)))
      ? ofNobodyKnown(unit, route, known)
      : { kind: 'beside' };
  if (isSignedByPartner(unit, handler)) return { kind: 'beside' };
  const earlier = route.before
    .flatMap((each) => [...unit.functionsIn(each), ...guardsOf(unit, each)])
    .filter((code) => code.node !== handler.node && !isSharedGate(unit, code));
  const walk: Walk = { unit, seen: nothingSeen(), open: new Set(), hung: new Map(), known, evaluate };
  const { seen } = walk;
  const before = nothingSeen();
  for (const code of earlier) runWith({ ...walk, seen: before }, code, route);
  runWith(walk, handler, route);
  keepWhatConcerns(seen, before, route);
  if (!seen.knows && !names.some((name) => namesAuthentication(name) || (namesPermission(name) && !namesHeader(name)))) {
    const open = openIdsOf(unit, route, handler, walk);
    return open.length > 0 ? { kind: 'open', route, seen, ids: open } : { kind: 'beside' };
  }
  // What a request carries for the whole service (its application, its tenant) is no object of this route.
  const met = new Set([...seen.meetings.values()].flat().filter((id) => seen.taken.has(id) || isInPath(route.path, id)));
  // A name in a body is mostly data; in a path it names whom to look up.
  const taken = [...seen.lookups].map(([node, ids]) =>
    ids.filter((id) => isInPath(route.path, id) || !(namesHandle(id) || (id === 'id' && isMade(node)))),
  );
  const unmet = taken.filter((ids) => ids.length > 0 && !ids.some((id) => met.has(id)));
  const ids = [...new Set(unmet.flat())];
  const subjects = [...new Set(ids.map((id) => subjectFrom(id, route.path)))];
  const seized = route.path.includes(':') ? [...seen.meetings.keys()].find((node) => takesOver(unit, node)) : undefined;
  if (seized) {
    const message = `${nameOf(route)} makes whoever asks the owner of the row, whosever it was: ON CONFLICT sets its owner anew`;
    return { kind: 'taken-over', route, finding: { message, place: route.place, related: [unit.place(seized)] } };
  }
  if (met.size > 0 && ids.length === 0)
    return {
      kind: 'compared',
      route,
      finding: { message: `${nameOf(route)} asks for what belongs to who is asking`, place: route.place },
      subjects: [...met].map((id) => subjectFrom(id, route.path)),
    };
  if (met.size > 0)
    return {
      kind: 'unsure',
      route,
      because: `${nameOf(route)} compares one id with who is asking and looks something up by another (${ids.join(', ')})`,
    };
  if (ids.length === 0) {
    const lost = [...seen.taken].find((id) => isInPath(route.path, id));
    return lost === undefined
      ? { kind: 'beside' }
      : { kind: 'unsure', route, because: `where ${lost} of ${nameOf(route)} goes could not be followed` };
  }
  const [role] = rolesRead([...earlier, handler]);
  if (role !== undefined)
    return { kind: 'unsure', route, because: `${nameOf(route)} looks at ${role}, and whom that keeps away could not be followed` };
  const guard = [...names, ...unit.callsFrom(handler).map(({ node }) => lastName(node.callee) ?? '')].find(
    (name) => (namesPermission(name) || asksForStaff.test(name)) && !namesHeader(name),
  );
  if (guard !== undefined)
    return { kind: 'unsure', route, because: `whether ${guard} keeps others away from ${nameOf(route)} could not be followed` };
  const looking = permissionOnAddress(unit, route.before);
  if (looking !== undefined)
    return { kind: 'unsure', route, because: `whether ${looking} keeps others away from ${nameOf(route)} could not be followed` };
  const [open] = seen.unsure.values();
  if (open !== undefined && (isOwnDeed(route) || addsToPublic(route, ids))) return { kind: 'beside' };
  if (open !== undefined)
    return { kind: 'unsure', route, because: `in ${nameOf(route)} ${open}, and what becomes of it could not be followed` };
  if (asksAsCaller(unit, [handler, ...earlier]))
    return {
      kind: 'unsure',
      route,
      because: `whether policies of the database keep others away from ${nameOf(route)} is not in this code`,
    };
  const key = earlier.find((code) => asksForKeyAlone(unit, code));
  if (key !== undefined)
    return {
      kind: 'unsure',
      route,
      because: `whether the key that ${key.name} asks for before ${nameOf(route)} is one person's could not be followed`,
    };
  if (handler.owner !== undefined && route.framework === 'fastapi')
    return { kind: 'unsure', route, because: `what ${nameOf(route)} finds through its class could not be followed to who is asking` };
  return withItsClass(unit, { kind: 'alone', route, seen, ids, subjects }, known);
}

/** A view whose framework finds the object itself, or an answer that something else makes. */
function ofNobodyKnown(unit: Unit, route: Route, known: Walk['known']): Judged {
  const among = judgeAmong(unit, route, known);
  if (among.kind !== 'beside' || route.framework !== 'fastapi' || !/:(?:\w*id|pk|uuid)\b/i.test(route.path)) return among;
  return { kind: 'unsure', route, because: `what answers ${nameOf(route)} could not be followed` };
}

/** A plain function of the service's own that was followed to its end, and looks at nothing that says who is asking, whatever its name says. */
function asksNobody(unit: Unit, before: Expression, route: Route, known: Walk['known']): boolean {
  if (readsSession(unit, before)) return true;
  const codes = /^(?:name|member|function)$/.test(before.kind) ? unit.functionsIn(before) : [];
  if (before.kind === 'function') return codes.length > 0 && codes.every((code) => isSharedGate(unit, code));
  if (!/^(?:name|member)$/.test(before.kind)) return false;
  if (validates(unit, before)) return true;
  if (codes.length > 0 && codes.every((code) => isSharedGate(unit, code))) return true;
  if (codes.length === 0 || codes.some(({ owner, path }) => owner !== undefined || path.endsWith('.py'))) return false;
  const seen = nothingSeen();
  for (const code of codes) runWith({ unit, seen, open: new Set(), hung: new Map(), known, evaluate }, code, route);
  return !seen.knows && !seen.credential && seen.unsure.size === 0 && seen.meetings.size === 0;
}

/** `POST /profiles/:name/follow`: what somebody does in their own name with what everybody may see. */
const isOwnDeed = (route: Route): boolean =>
  /^(?:un)?(?:follow\w*|favou?rites?|likes?|votes?|upvotes?|downvotes?|bookmarks?|stars?|subscriptions?|subscribe|reactions?|blocks?|mute)$/.test(
    resourceOf(route),
  );

/** `POST /articles/:slug/comments`: something of one's own, put beside what everybody may see. */
const addsToPublic = ({ method, path }: Route, ids: readonly string[]): boolean =>
  method === 'POST' && ids.length > 0 && ids.every((id) => isInPath(path, id) && publicThing.test(wordBefore(id, path)));
const publicThing = /^(?:article|post|video|review|thread|topic|story|product|question|page)$/;

/** `store.create({ id, … })`: the id that a new thing is given. */
const isMade = (node: Expression): boolean => node.kind === 'call' && /^(?:create|insert|build)/.test(lastName(node.callee) ?? '');

const isInPath = (path: string, id: string): boolean => path.split('/').includes(`:${id}`);

/** Of what ran before, only what is about an id that this route takes. */
function keepWhatConcerns(seen: Seen, before: Seen, { path }: Route): void {
  const own = new Set(seen.taken);
  const concerns = (ids: readonly string[]): boolean => ids.some((id) => own.has(id) || isInPath(path, id));
  for (const [node, ids] of before.lookups) if (concerns(ids)) seen.lookups.set(node, ids);
  for (const [node, ids] of before.meetings) if (concerns(ids)) seen.meetings.set(node, ids);
  seen.knows ||= before.knows;
}

/** `user.role`, `claims.permissions`: what somebody is decides. */
const rolesRead = (codes: readonly CodeFunction[]): readonly string[] =>
  codes.flatMap(({ node }) =>
    nodesIn(node.body).flatMap((each) =>
      each.kind === 'member' && /^(?:roles?|permissions?|scopes?|is_?(?:admin|staff|superuser|owner|moderator))$/i.test(each.name)
        ? [each.name]
        : [],
    ),
  );

/** `is_user_a_staff(request.user)`, asked within. */
const asksForStaff = /^_?is_(?:\w+_)?(?:staff|admin|superuser)$/;

/** `(IsAdmin | IsAccountant) | IsCustomer & IsReadOnly`: those who may change something are told by their role alone. */
function isLeftToRoles(unit: Unit, permission: Expression, method: string): boolean {
  if (permission.kind !== 'binary' || permission.operator !== '|') return false;
  const left = alternativesFor(method, permission);
  return left.length > 0 && left.every((each) => namesWithin(each).some(isForStaff) || isRole(unit, each));
}

const isForStaff = (name: string): boolean =>
  /(?:^|_)(?:admins?|administrators?|sysadmin|superuser|superadmin|back_?office|staff|moderators?|internal|webhook)(?:_|$)/.test(
    wordsOf(name).join('_'),
  );

/** `Depends(SignedIn(moderators_only=True))`, `is_mod=True`. */
const asksForStaffOnly = (before: Expression): boolean =>
  nodesIn(before).some(
    (node) =>
      node.kind === 'call' &&
      node.args.some(
        ({ name, value }) =>
          name !== undefined && value.kind === 'boolean' && value.value && (isForStaff(name) || /(?:^|_)mods?(?:_|$)/.test(name)),
      ),
  );

/** What the id is the id of; where it says only `id`, what stands before it in the path: `/plans/:id`. */
function subjectFrom(id: string, path: string): string {
  const own = subjectOf(id);
  return own === '' ? wordBefore(id, path) : singular(own);
}

const authorizes = /[/_.-](?:authori[sz]e|consent|oauth2?|oidc|openid|mcp)(?:[/_.-]|$)/i;

/** The id names a person, and what the route gives is no public page of theirs. */
export function isPersons({ route, subjects }: Extract<Judged, { kind: 'alone' }>): boolean {
  // Of an authorization server a client is an application.
  const person = subjects.some((subject) => namesPerson(subject) && !(subject === 'client' && authorizes.test(route.path)));
  // `/users/:name/avatar.svg`
  const resource = resourceOf(route).replace(/\.(?:svg|png|jpe?g|gif|webp)$/, '');
  return person && (changes(route) || (resource !== '' && !mayBePublic(resource)));
}
