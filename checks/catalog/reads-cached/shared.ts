// Answers for one user that everything in between is allowed to keep.

import { lastName, nodesIn } from '../../model/nodes.ts';
import { remembered } from '../../model/remembered.ts';
import type { Call, Expression, Finding, Route, Unit } from '../../model.ts';

const signedIn = /(?:^|_)(?:auth\w*|jwt|token|signed|login|protect\w*|bearer|user|guard|session_required)(?:_|$)/;

export function sharedAnswers(unit: Unit, routes: readonly Route[]): readonly Finding[] {
  return routes.flatMap(({ handler, before, path }): readonly Finding[] => {
    if (handler === undefined || isAsset.test(path) || !before.some(isAuthentication)) return [];
    const { sets, entries } = publicIn(unit);
    if (sets.length === 0 && entries.length === 0) return [];
    const codes = new Set<Expression>([handler.node, ...unit.callsFrom(handler).flatMap(({ targets }) => targets.map(({ node }) => node))]);
    const reached = new Set<Expression>(unit.callsFrom(handler).map(({ node }) => node));
    const set = sets.find((call) => reached.has(call.node));
    const written = entries.find(({ inFunction }) => inFunction !== undefined && codes.has(inFunction.node));
    const place = set?.place ?? written?.place;
    return place
      ? [
          {
            message: `GET ${path} answers one signed-in user, and lets everything in between keep the answer: Cache-Control is public`,
            place,
          },
        ]
      : [];
  });
}

/** Where a service says that anything in between may keep an answer. */
const publicIn = remembered((unit: Unit) => ({
  sets: unit.calls('*.set', '*.header', '*.setHeader', '*.append').filter((call) => isPublic(unit, call)),
  entries: unit.entriesNamed('cache-control').filter(({ value, inFunction }) => inFunction !== undefined && saysPublic(unit, value)),
}));

/** An icon, a script: the same for everybody, whatever stands before it. */
const isAsset = /\.(?:png|jpe?g|gif|svg|webp|ico|css|m?js|woff2?|ttf|txt|xml|webmanifest|map)$/i;

/** A function written where it hangs that lets everybody pass, and only looks who it is, keeps an answer for nobody. */
const turnsAway = (code: Expression): boolean =>
  nodesIn(code).some(
    (node) =>
      node.kind === 'throw' ||
      (node.kind === 'call' &&
        /^(?:status|sendStatus|code|send|json|throw|abort|redirect|unauthorized|next)$/.test(lastName(node.callee) ?? '')),
  );

const isAuthentication = (expression: Expression): boolean =>
  (expression.kind !== 'function' || turnsAway(expression)) &&
  nodesIn(expression).some(
    (node) =>
      (node.kind === 'name' || node.kind === 'member') &&
      signedIn.test(node.name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()) &&
      !/optional|limit/i.test(node.name),
  );

const isPublic = (unit: Unit, { node }: Call): boolean => {
  const [name, value] = node.args;
  return (
    name?.value.kind === 'string' &&
    name.value.value.toLowerCase() === 'cache-control' &&
    value !== undefined &&
    lastName(node.callee) !== undefined &&
    saysPublic(unit, value.value)
  );
};

function saysPublic(unit: Unit, expression: Expression): boolean {
  const value = unit.value(expression);
  return (
    value.kind === 'literal' &&
    typeof value.value === 'string' &&
    /(?:^|[\s,])(?:public|s-maxage=\d+)/i.test(value.value) &&
    !/private|no-store/i.test(value.value)
  );
}
