// What source shows of who may read the answers in a browser.
import { eachUnit, handedOn, merge, notApplicable, orElse, type Seen, unlessBrought } from '../../answer.ts';
import type { Assignment, FilePlace, Finding, Unit, Value } from '../../model.ts';
import { headerName, headers, ofHeader } from './headers.ts';
import { admitted, join, nothing } from './origins.ts';
import { django, policiesOf } from './policies.ts';
import type { Admission, Policy } from './policy.ts';

export const mentions = ['cors', 'access-control-allow-origin', 'apollo', 'socket.io'];

export const judgeCode = eachUnit(
  (unit) => orElse(ofUnit(unit), () => handedOn(unit)),
  (all) => unlessBrought(all, notApplicable('no CORS is set up, so browsers let no other origin read the answers')),
);

function ofUnit(unit: Unit): Seen {
  const policies = policiesOf(unit).filter(({ site }) => site.runsIn !== 'development' && !site.onlyAsScript);
  return merge([
    ...policies.map((policy) => ofPolicy(unit, policy)),
    ...headers(unit).map((header) => seen(ofHeader(unit, header), headerName, unit.place(header.value), false)),
    ofDjango(unit),
  ]);
}

function ofPolicy(unit: Unit, { site, semantics, origins, pattern, credentials }: Policy): Seen {
  const place = site.place;
  const whole = (value: Policy['origins']): Admission => {
    if (value === 'absent') {
      if (semantics.byDefault === 'nobody') return nothing;
      return { ...nothing, bad: [{ place, what: `no origin is named, and ${semantics.name} then admits every origin` }] };
    }
    return value === 'unknown'
      ? { ...nothing, unclear: [`the options of ${semantics.name} could not be followed`] }
      : admitted(unit, value, semantics);
  };
  const regex = pattern === undefined || pattern === 'absent' ? nothing : whole(typeof pattern === 'object' ? asRegex(pattern) : pattern);
  return seen(join([whole(origins), regex]), semantics.name, site.place, credentials);
}

function asRegex(value: Value): Value {
  if (value.kind === 'choice') return { ...value, among: value.among.map((arm) => ({ ...arm, value: asRegex(arm.value) })) };
  return value.kind === 'literal' && typeof value.value === 'string'
    ? { kind: 'regex', source: value.value, flags: '', place: value.place }
    : value;
}

function seen({ bad, good, unclear }: Admission, name: string, site: Finding['place'], credentials: boolean): Seen {
  const finding = ({ place, what }: Admission['bad'][number], worse: string): Finding => {
    const elsewhere = site.kind === 'file' && (site.path !== place.path || site.line !== place.line);
    return { message: `${name}: ${what}${worse}`, place, ...(elsewhere && { related: [site] }) };
  };
  return {
    bad: bad.map((each) => finding(each, credentials ? ', with credentials' : '')),
    good: good.map((each) => finding(each, '')),
    unclear,
  };
}

function ofDjango(unit: Unit): Seen {
  // The same names in a settings class of another framework are just names.
  if (!unit.frameworks.includes('django')) return { bad: [], good: [] };
  const all = unit.assignments('CORS_ALLOW_ALL_ORIGINS', 'CORS_ORIGIN_ALLOW_ALL').filter(inUse);
  const chosen = chosenSettings(unit);
  const flags = chosen === undefined ? productions(all) : all;
  const unless = chosen === undefined || productions(all) === all ? '' : ' where DJANGO_SETTINGS_MODULE is not set';
  const lists = unit
    .assignments('CORS_ALLOWED_ORIGINS', 'CORS_ORIGIN_WHITELIST', 'CORS_ALLOWED_ORIGIN_REGEXES', 'CORS_ORIGIN_REGEX_WHITELIST')
    .filter(inUse);
  const ofFlags = flags.map((flag): Seen => {
    const bad = truths(unit.value(flag.value)).map((place) => ({
      message: `${django.name}: ${flag.name} admits every origin${flag.place.path === place.path && !isProduction(flag.place.path) ? unless : ''}`,
      place,
    }));
    return { bad, good: [] };
  });
  const ofLists = lists.map((list): Seen => {
    const value = unit.value(list.value);
    return seen(
      admitted(unit, list.name.includes('REGEX') ? patterns(value) : value, django),
      `${django.name} ${list.name}`,
      list.place,
      false,
    );
  });
  return merge([...ofFlags, ...ofLists]);
}

/** Where the settings of production say it themselves, what other settings say is not in force there. */
function productions(flags: readonly Assignment[]): readonly Assignment[] {
  const own = flags.filter(({ place }) => isProduction(place.path));
  return own.length > 0 ? own : flags;
}

const isProduction = (path: string): boolean => /(?:^|[/_.-])prod(?:uction)?(?:[/_.-]|$)/i.test(path);

/** The settings that a server starts with where nobody names any, if they are not those of production: `wsgi.py` says so. */
function chosenSettings(unit: Unit): string | undefined {
  if (unit.startCommands.some(({ text }) => /DJANGO_SETTINGS_MODULE=\S*prod/i.test(text))) return undefined;
  const modules = unit
    .calls('py:os.environ.setdefault')
    .filter(({ place }) => /(?:^|\/)[aw]sgi\.py$/.test(place.path))
    .flatMap((call) => {
      const [name, module] = [call.argument(0), call.argument(1)].map((each) => (each ? unit.value(each) : undefined));
      return name?.kind === 'literal' && name.value === 'DJANGO_SETTINGS_MODULE' && module?.kind === 'literal'
        ? [String(module.value)]
        : [];
    });
  const [module] = modules;
  return module === undefined || modules.some(isProduction) || isEmpty(unit, module) ? undefined : module;
}

/** Settings that say nothing: Django refuses to start with those, so somebody names others. */
function isEmpty(unit: Unit, module: string): boolean {
  const file = module.replaceAll('.', '/');
  const isIt = ({ place: { path } }: { readonly place: FilePlace }): boolean =>
    [`${file}.py`, `${file}/__init__.py`].some((end) => `/${path}`.endsWith(`/${end}`));
  return !unit.imports().some(isIt) && !unit.assignments('INSTALLED_APPS', 'SECRET_KEY', 'ROOT_URLCONF', 'DATABASES').some(isIt);
}

const inUse = (site: Assignment): boolean => site.runsIn !== 'development' && !site.onlyAsScript;
const patterns = (value: Value): Value => (value.kind === 'list' ? { ...value, items: value.items.map(asRegex) } : value);

/** Where a flag is true in production. */
function truths(value: Value): readonly Extract<Finding['place'], { kind: 'file' }>[] {
  if (value.kind === 'literal') return value.value === true ? [value.place] : [];
  if (value.kind === 'environment') return value.fallback ? truths(value.fallback) : [];
  return value.kind === 'choice' ? value.among.filter(({ runsIn }) => runsIn !== 'development').flatMap((arm) => truths(arm.value)) : [];
}
