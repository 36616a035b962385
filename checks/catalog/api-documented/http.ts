// What answers show: an OpenAPI document that is valid, and that knows every route the source has.
import { exchangeOf, fail, inconclusive, type Seen, settle, shown } from '../../answer.ts';
import type { Answer, ApiDocument, ApiOperation, Finding, HttpEvidence, HttpProbe, KnownPath } from '../../model.ts';

export const probes = {
  guarded: { kind: 'http', class: 'passive', route: 'protected', token: 'none' },
  document: { kind: 'http', class: 'passive', route: 'openapi' },
} satisfies Record<string, HttpProbe>;
export type DocumentEvidence = HttpEvidence<keyof typeof probes>;

/** Routes that are not part of the API for its clients. */
const notTold =
  /openapi|swagger|api-?docs?|\/docs(?:\/|$)|redoc|metrics|prometheus|favicon|robots|\.well-known|health|ready|live|status|ping|^\/?$|\*/i;
const most = 5;

export function judgeHttp(evidence: DocumentEvidence): Answer {
  const { document } = evidence;
  if (document === undefined) return inconclusive('no OpenAPI document was looked for');
  if ('missing' in document) return notOffered(evidence) ?? inconclusive(document.missing);
  return settle(judge(document.found, evidence), inconclusive('the OpenAPI document declares nothing'));
}

/** Where the operator says that there is one, it must be there. */
function notOffered({ chosen, chosenBy, exchanges }: DocumentEvidence): Answer | undefined {
  const answer = exchangeOf(exchanges.document);
  if (chosenBy?.openapi !== 'config' || answer === undefined || (answer.status !== 404 && answer.status !== 410)) return undefined;
  const message = `${chosen.openapi}, which the configuration names as the OpenAPI document, answers ${answer.status}`;
  return fail({ message, place: answer.request });
}

function judge(document: ApiDocument, { known = [], chosen, exchanges }: DocumentEvidence): Seen {
  const { operations, problems, request: place, version, securitySchemes } = document;
  const bad = (message: string): readonly Finding[] => [{ message, place }];
  const fromCode = known.filter(({ by, path, status }) => by === 'code' && !notTold.test(path) && status !== 404 && status !== 405);
  const absent = undocumented(fromCode, operations);
  const described = operations.filter((each) => each.described).length;
  const exampled = operations.filter((each) => each.exampled).length;
  const withErrors = operations.filter((each) => each.errorsDeclared).length;
  const guarded = exchangeOf(exchanges.guarded)?.status === 401;
  const count = operations.length;
  const findings = [
    ...(problems.length === 0 ? [] : bad(`the OpenAPI document is not valid: ${problems.slice(0, 3).map(shown).join('; ')}`)),
    ...(count === 0 ? bad('the OpenAPI document declares no operation') : []),
    ...(absent.length === 0
      ? []
      : bad(`the source has routes that the document does not know: ${listed(absent.map(({ method, path }) => `${method} ${path}`))}`)),
    ...(guarded && securitySchemes.length === 0
      ? bad(`${chosen.protected} wants a token, and the document declares no security scheme`)
      : []),
    ...(count > 0 && described === 0 ? bad('no operation of the document has a summary or a description') : []),
    ...(count > 0 && withErrors === 0 ? bad('no operation of the document declares an error answer') : []),
    ...(count > 0 && exampled === 0 ? bad('no operation of the document has an example') : []),
  ];
  const covered =
    fromCode.length === 0 ? 'no routes of the source to compare with' : `all ${fromCode.length} routes of the source are in it`;
  const share = (some: number): string => `${Math.round((some / Math.max(count, 1)) * 100)} %`;
  const message = `OpenAPI ${shown(version)}, valid, ${count} operations: ${share(described)} described, ${share(exampled)} with examples, ${share(withErrors)} with error answers; ${covered}`;
  return { bad: findings, good: [{ message, place }] };
}

function undocumented(routes: readonly KnownPath[], operations: readonly ApiOperation[]): readonly KnownPath[] {
  const told = new Set(operations.map(shapeOf));
  const paths = new Set(operations.map(({ path }) => shapeOf({ method: '*', path })));
  return routes.filter((route) =>
    route.method === '*' ? !paths.has(shapeOf(route)) : !/^(?:HEAD|OPTIONS)$/.test(route.method) && !told.has(shapeOf(route)),
  );
}

const shapeOf = ({ method, path }: { readonly method: string; readonly path: string }): string =>
  `${method} ${path
    .replace(/\{[^}]+\}|:[A-Za-z_]\w*|<[^>]+>/g, '{}')
    .replace(/\/+$/, '')
    .toLowerCase()}`;

const listed = (names: readonly string[]): string =>
  names.length > most ? `${names.slice(0, most).join(', ')} and ${names.length - most} more` : names.join(', ');
