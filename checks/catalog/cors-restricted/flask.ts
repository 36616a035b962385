// flask-cors: what its calls are given, and where they are given nothing, what the application's configuration says.
import type { Assignment, Site, Unit, Value } from '../../model.ts';
import { named } from './named.ts';
import type { Policy, Semantics } from './policy.ts';

const flask: Semantics = { name: 'flask-cors', starInList: true, byDefault: 'anyone', regex: 'start', textIsRegex: true };

export function flaskPolicies(unit: Unit): readonly Policy[] {
  const calls = unit.calls(
    'py:flask_cors.CORS',
    'py:flask_cors.cross_origin',
    'py:flask_cors.CORS().init_app',
    'py:quart_cors.cors',
    'py:flask_cors.decorator.cross_origin',
  );
  const all = calls.flatMap((call): readonly Policy[] => {
    const resources = call.option('resources');
    const perPath = ofResources(resources);
    const whole: Policy = named(call, flask, 'supports_credentials', 'origins');
    if (whole.origins !== 'absent' || perPath.length === 0) {
      // An extension object without an app is set up by init_app.
      const bare = call.symbols.includes('py:flask_cors.CORS') && call.node.args.length === 0;
      return bare ? [] : [whole];
    }
    return perPath.map((origins): Policy => ({ ...whole, origins }));
  });
  const left = all.filter(({ origins }) => origins === 'absent');
  const configured = left.length === 0 ? [] : configuredPolicies(unit);
  return configured.length === 0 ? all : [...all.filter(({ origins }) => origins !== 'absent'), ...configured];
}

/** The origins of each pattern of paths. */
const ofResources = (resources: Value | 'absent' | 'unknown'): readonly (Value | 'absent')[] =>
  typeof resources === 'object' && resources.kind === 'record'
    ? resources.entries.map(([, value]) => entryOf(value, 'origins') ?? 'absent')
    : [];

const entryOf = (value: Value, key: string): Value | undefined =>
  value.kind === 'record' ? value.entries.find(([name]) => name === key)?.[1] : undefined;

/** `CORS_ORIGINS = […]` in settings, `app.config["CORS_ORIGINS"] = …`, `app.config.update(CORS_ORIGINS=…)`. */
function configuredPolicies(unit: Unit): readonly Policy[] {
  const told = unit.calls('*.config.update', '*.config.from_mapping').flatMap((call): readonly Policy[] => {
    const origins = call.option('CORS_ORIGINS');
    return typeof origins === 'object' ? [policy(call, origins)] : [];
  });
  const set = [...unit.assignments('CORS_ORIGINS'), ...unit.entriesNamed('CORS_ORIGINS')].filter(inUse);
  const perPath = [...unit.assignments('CORS_RESOURCES'), ...unit.entriesNamed('CORS_RESOURCES')].filter(inUse);
  const found = [
    ...told,
    ...set.map((each) => policy(each, unit.value(each.value))),
    ...perPath.flatMap((each) => ofResources(unit.value(each.value)).map((origins) => policy(each, origins))),
  ];
  const places = new Set<string>();
  return found.filter(({ site: { place } }) => {
    const key = `${place.path}:${place.line}`;
    return !places.has(key) && places.add(key) !== undefined;
  });
}

const policy = (site: Site, origins: Policy['origins']): Policy => ({ site, semantics: flask, origins, credentials: false });

/** In the configuration of the application, of no other run than those it serves in. */
const inUse = ({ name, givenTo, ofClass, runsIn, onlyAsScript }: Assignment): boolean =>
  name === name.toUpperCase() &&
  givenTo === undefined &&
  runsIn !== 'development' &&
  !onlyAsScript &&
  !/dev|test|local/i.test(ofClass ?? '');
