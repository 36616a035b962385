// What is known of the target's routes before any is tried: from its own document and from the source.
import type { ApiDocument, Exchange, KnownPath, ProbeOutcome, RouteBasis, RouteRole } from '../../model.ts';
import { type BuildMaterial, buildRequest } from './build.ts';
import { documentCapBytes, documentPaths, findDocument } from './document.ts';
import type { DeclaredRoute } from './openapi.ts';
import { defaultTokenPlace, type HttpConfig, type KnownRoute, type Route, type RouteSpec } from './options.ts';
import type { Sender } from './send.ts';

export interface RouteSearch {
  readonly sender: Sender;
  readonly config: HttpConfig;
  readonly known: readonly KnownRoute[];
  readonly material: BuildMaterial;
  readonly needed: ReadonlySet<RouteRole>;
  /** Whether a route that may change something can be tried. */
  readonly mayPost: boolean;
  /** A path that nobody has. */
  readonly unknownPath: string;
  readonly basePath: string;
  /** Where the metrics may be served beside the service: origin and path. */
  readonly metricsAt: readonly { readonly origin: string; readonly path: string }[];
}
export interface Candidate extends DeclaredRoute {
  readonly by: RouteBasis;
}
export interface Candidates {
  readonly all: readonly Candidate[];
  readonly known: readonly KnownPath[];
  readonly documentRoute?: Route;
  readonly document: ProbeOutcome<ApiDocument>;
}

/** Requests at most to see whether routes that the document lacks are served. */
const asksAtMost = 10;
const documentWord = /(?:openapi|swagger|api-docs?|docs[/-]json|\/spec)(?:\.(?:json|ya?ml))?\/?$/i;

/** Reads the document where the target offers one, and joins it with what the source says. */
export async function candidatesOf(search: RouteSearch): Promise<Candidates> {
  const { known, config, needed } = search;
  const fromCode = known.map(
    (route): Candidate => ({ ...route, secured: false, takesJson: /^(?:POST|PUT|PATCH)$/.test(route.method), by: 'code' }),
  );
  const paths = (document: readonly Candidate[]): readonly KnownPath[] => [
    ...Object.values(config.routes ?? {}).map(({ method, path }) => ({ method, path, by: 'config' }) as const),
    ...[...fromCode, ...document].map(({ method, path, by }) => ({ method, path, by })),
  ];
  if ([...needed].every((role) => role === 'missing' || (role !== 'openapi' && config.routes?.[role] !== undefined))) {
    return { all: fromCode, known: paths([]), document: { missing: 'no OpenAPI document was looked for' } };
  }
  const found = await findDocument(addresses(search), (route) => askForDocument(search, route), search.basePath);
  if ('missing' in found) return { all: fromCode, known: paths([]), document: found };
  const declared = found.routes.map((route): Candidate => ({ ...route, by: 'openapi' }));
  // The document knows bodies and security of what the source only names.
  const shapes = new Set(declared.map(shapeOf));
  const all = [...declared, ...fromCode.filter((route) => !shapes.has(shapeOf(route)))];
  const told = paths(declared);
  const untold = new Set(told.filter((each) => each.by === 'code' && !shapes.has(shapeOf(each))).slice(0, asksAtMost));
  const served = await Promise.all(told.map((each) => (untold.has(each) ? withStatus(search, each) : each)));
  return { all, known: served, documentRoute: found.route, document: found.document };
}

/** A route that the source has under some condition may not be served here. */
async function withStatus({ sender, material, config, mayPost }: RouteSearch, known: KnownPath): Promise<KnownPath> {
  const route = routeOf({ ...known, body: '{}' }, 'code', material.kit.subject, config);
  if (route === undefined || !(known.method === 'GET' || (mayPost && /^(?:POST|PUT|PATCH)$/.test(known.method)))) return known;
  const built = buildRequest({ kind: 'http', class: 'active', route: 'any', token: 'none' }, route, material);
  const sent = 'outgoing' in built ? await sender.send(built.outgoing) : built;
  return 'found' in sent ? { ...known, status: sent.found.status } : known;
}

function addresses({ config, known }: RouteSearch): readonly Route[] {
  const named = config.routes?.openapi;
  const specs: readonly (readonly [RouteSpec, RouteBasis])[] =
    named !== undefined
      ? [[named, 'config']]
      : [
          ...known
            .filter(({ method, path }) => method === 'GET' && documentWord.test(path))
            .slice(0, 2)
            .map((route) => [route, 'code'] as const),
          ...documentPaths.map((path) => [{ method: 'GET', path }, 'convention'] as const),
        ];
  return specs.flatMap(([spec, by]) => routeOf(spec, by, '', config) ?? []);
}

async function askForDocument({ sender, material }: RouteSearch, route: Route): Promise<Exchange | undefined> {
  const headers = { accept: 'application/json, application/yaml;q=0.9, */*;q=0.5' };
  const probe = { kind: 'http', class: 'passive', route: 'openapi', token: 'none', headers, capBytes: documentCapBytes } as const;
  const built = buildRequest(probe, route, material);
  const sent = 'outgoing' in built ? await sender.send(built.outgoing) : built;
  return 'found' in sent ? sent.found : undefined;
}

const shapeOf = ({ method, path }: RouteSpec): string =>
  `${method} ${(path.split('?')[0] ?? '').replace(/\{[^}]+\}|:[A-Za-z_]\w*/g, '{}').replace(/\/+$/, '')}`;

export const hasParameter = (path: string): boolean => /[{:?*<]/.test(path);

/** A route with its parameters filled in; undefined where a part of its path is not known. */
export function routeOf(spec: RouteSpec, by: RouteBasis, subject: string, config: HttpConfig): Route | undefined {
  const [rawPath = '/', query = ''] = spec.path.split('?', 2);
  const path = rawPath.replace(/\{([^}/]+)\}|:([A-Za-z_]\w*)/g, (_, braced?: string, colon?: string) =>
    valueFor(braced ?? colon ?? '', subject),
  );
  if (/[*<>{}]/.test(path) || (by === 'code' && spec.path.includes('?'))) return undefined;
  const body = spec.body === undefined || typeof spec.body === 'string' ? spec.body : JSON.stringify(spec.body);
  const method = spec.method.toUpperCase();
  const elsewhere = { ...(spec.origin && { origin: spec.origin }), ...(spec.bearer && { bearer: spec.bearer }) };
  return { method, path, query, body, tokenIn: spec.tokenIn ?? config.tokenIn ?? defaultTokenPlace, by, ...elsewhere };
}

export const ownerWord = /user|owner|account|^sub(?:ject)?$|^uid$/i;

function valueFor(name: string, subject: string): string {
  return ownerWord.test(name) && subject !== '' ? encodeURIComponent(subject) : '1';
}
