// Ways to carry a version other than in the path: what Nest and REST framework are told, packages, and headers that middleware reads.
import { nodesIn } from '../../model/nodes.ts';
import type { CodeFunction, FilePlace, Finding, Route, Unit } from '../../model.ts';

/** What versions the whole service, if something does. */
export function scheme(unit: Unit): Finding | undefined {
  return nest(unit) ?? packages(unit) ?? header(unit) ?? takenOff(unit);
}

/** Nest puts versions into paths, headers or media types once it is told to, and only where one is named. */
function nest(unit: Unit): Finding | undefined {
  const [enabled] = unit.calls('*.enableVersioning').filter(({ runsIn }) => runsIn !== 'development');
  if (enabled === undefined) return undefined;
  const byDefault = enabled.option('defaultVersion');
  const named = byDefault !== 'absent' || unit.calls('npm:@nestjs/common.Version').length > 0 || unit.entriesNamed('version').length > 0;
  return named ? { message: 'Nest puts a version before its routes', place: enabled.place } : undefined;
}

/** Whether a route of Nest has a version of its own, or the service a default one. */
export function hasNestVersion(unit: Unit, { before }: Route): boolean {
  const [enabled] = unit.calls('*.enableVersioning');
  if (enabled === undefined) return false;
  if (enabled.option('defaultVersion') !== 'absent') return true;
  return before.some((each) => {
    if (each.kind !== 'call') return false;
    const symbols = unit.symbols(each.callee);
    if (symbols.includes('npm:@nestjs/common.Version')) return true;
    return (
      symbols.includes('npm:@nestjs/common.Controller') &&
      each.args.some(({ value }) => value.kind === 'object' && value.entries.some(({ key }) => key === 'version'))
    );
  });
}

const versioners = [
  'py:fastapi_versioning.VersionedFastAPI',
  'py:fastapi_versionizer.Versionizer',
  'py:fastapi_versionizer.versionizer.Versionizer',
  'py:cadwyn.Cadwyn',
  'npm:express-routes-versioning',
  'npm:express-version-route',
];

function packages(unit: Unit): Finding | undefined {
  const [call] = unit.calls(...versioners);
  if (call) return { message: 'a package puts versions before the routes', place: call.place };
  const [drf] = unit.entriesNamed('DEFAULT_VERSIONING_CLASS').filter(({ value }) => value.kind === 'string');
  return drf ? { message: 'REST framework is told how versions are carried', place: drf.place } : undefined;
}

const headers = /^(?:accept-version|api-version|x-api-version|x-version)$/i;

function header(unit: Unit): Finding | undefined {
  const reading = unit.middleware.find((each) => each.runsIn !== 'development' && each.functions.some((code) => readsVersion(unit, code)));
  return reading ? { message: 'a middleware reads the version from a header', place: reading.place } : undefined;
}

/** The header is named more often than it is written: one that is only answered chooses nothing. */
function readsVersion(unit: Unit, code: CodeFunction): boolean {
  const named = unit.words(code).filter((word) => headers.test(word)).length;
  if (named === 0) return false;
  const isInside = ({ path, line }: FilePlace): boolean => path === code.path && code.node.line <= line && line <= code.node.endLine;
  const written = [
    ...unit.entriesNamed('accept-version', 'api-version', 'x-api-version', 'x-version'),
    ...unit
      .calls('*.set', '*.setHeader', '*.header', '*.append', '*.setdefault')
      .filter(({ node: { args } }) => args.length > 1 && args[0]?.value.kind === 'string' && headers.test(args[0].value.value)),
  ].filter(({ place }) => isInside(place));
  return named > written.length;
}

/** Of every address: `const [, version, rest] = /^\/v(\d+)(\/.*)$/.exec(request.url); request.url = rest`. */
function takenOff(unit: Unit): Finding | undefined {
  const taking = unit.middleware.find(
    (each) => each.runsIn !== 'development' && each.functions.some(({ node }) => takesVersion(node.body)),
  );
  return taking ? { message: 'a middleware takes the version off the address before the routes see it', place: taking.place } : undefined;
}

function takesVersion(body: CodeFunction['node']['body']): boolean {
  const all = nodesIn(body);
  return (
    all.some((each) => each.kind === 'regex' && /(?:\^|\/)v(?:\(|\[|\\d)/.test(each.source)) &&
    all.some(
      (each) =>
        each.kind === 'assignment' &&
        each.target.kind === 'place' &&
        each.target.target.kind === 'member' &&
        /^(?:url|path)$/.test(each.target.target.name),
    )
  );
}
