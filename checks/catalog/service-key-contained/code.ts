// What source shows of secrets: where they stand in clear, and where those read from the environment end up.
import {
  handedOn,
  inconclusive,
  judgeByUnit,
  merge,
  noService,
  notApplicable,
  orElse,
  type Seen,
  saidBy,
  settle,
  unlessReadElsewhere,
} from '../../answer.ts';
import { handsEnvironmentOn } from '../../model/handed-environment.ts';
import { refusesDefault } from '../../model/refused-default.ts';
import { openEnvironment, takesWholeEnvironment } from '../../model/whole-environment.ts';
import type { EnvironmentRead, Expression, FilePlace, Finding, Piece, SeenSecret, Site, Unit, Value } from '../../model.ts';
import { admitting } from './admitting.ts';
import { clientPasswords, handsOverUnknown } from './clients.ts';
import { composedName } from './composed-names.ts';
import { handedKeys } from './handed.ts';
import { keyTexts } from './key-texts.ts';
import { isHarmless, isKeyName, isPlaceholder, isSecretName } from './names.ts';
import { secretsOf } from './secrets.ts';
import { shippedSettings } from './shipped-settings.ts';

export const mentions = [
  'secret',
  'key',
  'passw',
  'token',
  'credential',
  'environ',
  '.env',
  'env.',
  'bindings',
  'settings',
  'hmac',
  'cipher',
  'session',
  'cookie',
  'redis',
  'createtransport',
];

export const judgeCode = judgeByUnit(
  (unit, { containers }) =>
    orElse({ ...ofUnit(unit), unclear: shippedSettings(unit, containers) }, () => ({
      ...(handsEnvironmentOn(unit) && { handsOn: 'yes' }),
      ...handedOn(unit),
      ...openPassword(unit),
      ...(takesWholeEnvironment(unit) && { whole: 'yes' }),
      ...composed(unit),
    })),
  (units, { secrets }) => {
    const inClear: Seen = { bad: secrets.map(written), good: [] };
    if (units.length === 0 && inClear.bad.length === 0) return noService;
    const all = merge([inClear, ...units]);
    const none = notApplicable('no secret was seen: none stands in the source, and none is read from the environment');
    const of = saidBy(units, 'password');
    const part = saidBy(units, 'composed');
    const unseen =
      of !== undefined
        ? inconclusive(`where the password of ${of} comes from could not be followed`)
        : part !== undefined
          ? inconclusive(`secrets are read by names that are put together (${part}…), and where they go could not be followed`)
          : saidBy(units, 'whole') !== undefined
            ? inconclusive(openEnvironment)
            : saidBy(units, 'handsOn') === undefined
              ? unlessReadElsewhere(units, none)
              : inconclusive(
                  'the host hands the environment over with each request, and which of its variables are read could not be followed',
                );
    return settle({ ...all, bad: distinct(all.bad) }, unseen);
  },
);

function composed(unit: Unit): Readonly<Record<string, string>> {
  const part = composedName(unit);
  return part === undefined ? {} : { composed: part };
}

function openPassword(unit: Unit): Readonly<Record<string, string>> {
  const of = handsOverUnknown(unit);
  return of === undefined ? {} : { password: of };
}

const keyNames = ['api', 'secret', 'access']
  .flatMap((word) => [`${word}_key`, `${word}key`, `${word}-key`, `x-${word}-key`])
  .concat('secret', 'client_secret', 'clientsecret', 'api_secret', 'apisecret', 'app_secret', 'appsecret', 'access_token', 'auth_token');

function written({ secret, place, reachesClients }: SeenSecret): Finding {
  const where = /client prefix/.test(secret.what)
    ? 'is built into clients'
    : `stands in the source${reachesClients ? ' of a client app' : ''}`;
  return { message: `a ${secret.what} ${where}`.replace(/^a (?=[AEIO])/, 'an '), place };
}

const counts = (site: Site): boolean => site.runsIn !== 'development' && !site.onlyAsScript;

function ofUnit(unit: Unit): Seen {
  const reads = unit.environmentReads.filter(({ name }) => isSecretName(name) || keyTexts(unit).has(name));
  const defaults = unit.environmentReads
    .filter((read) => isKeyName(read.name) && counts(read))
    .flatMap((read) => [...ofDefault(unit, read), ...ofHelper(unit, read)]);
  const handed = [...handedKeys(unit, ownKey(unit)), ...admitting(unit)];
  const bad = [...defaults, ...handed, ...givenOut(unit), ...clientPasswords(unit), ...logged(unit), ...raised(unit), ...answered(unit)];
  return { bad, good: distinctNames(reads).map(contained(unit)) };
}

/** `{ api_key: '…' }`, `{ secret: '…' }`: what a provider gave out to this service alone, or what it made for itself. */
const givenOut = (unit: Unit): readonly Finding[] =>
  unit
    .entriesNamed(...keyNames)
    .filter(counts)
    .flatMap(({ name, value }) => {
      const given = unit.value(value);
      return given.kind === 'literal' && given.secret?.reads === 'random'
        ? [{ message: `a value of ${name} stands in the source`, place: given.place }]
        : [];
    });

const contained =
  (unit: Unit) =>
  ({ name, place }: EnvironmentRead): Finding => ({
    message: `${name} is read from the environment and ends in none of ${unit.logs.length} log lines, ${unit.raised.length} errors and ${unit.responses.length} answers`,
    place,
  });

const distinctNames = (reads: readonly EnvironmentRead[]): readonly EnvironmentRead[] =>
  reads.filter((read, at) => reads.findIndex(({ name }) => name === read.name) === at);

/** A key of the service's own, whatever its variable is called. */
const ownKey =
  (unit: Unit) =>
  (value: Value): readonly FilePlace[] => {
    if (value.kind !== 'environment') return literals('own_secret', value);
    if (value.fallback !== undefined && refusesDefault(unit, value.name, value.fallback)) return [];
    return literals(isSecretName(value.name) ? value.name : 'own_secret', value);
  };

function ofDefault(unit: Unit, { name, fallback }: EnvironmentRead): readonly Finding[] {
  if (fallback !== undefined && refusesDefault(unit, name, fallback)) return [];
  return literals(name, fallback).map((place) => ({ message: `${name} has a secret as its default`, place }));
}

/** A helper that gives back the variable, or a literal where it is not set. */
function ofHelper(unit: Unit, { name, inFunction }: EnvironmentRead): readonly Finding[] {
  const [call] = inFunction ? unit.callersOf(inFunction) : [];
  const value = call && unit.value(call.node);
  if (value?.kind !== 'choice' || !value.among.some((arm) => arm.value.kind === 'environment' && arm.value.name === name)) return [];
  return literals(name, value).map((place) => ({ message: `${name} has a secret as its default`, place }));
}

/** Where a default is a literal that may be a secret. */
function literals(name: string, value: Value | undefined): readonly FilePlace[] {
  if (value?.kind === 'choice')
    return value.among.filter(({ runsIn }) => runsIn !== 'development').flatMap((arm) => literals(name, arm.value));
  if (value?.kind === 'environment') return literals(name, value.fallback);
  if (value?.kind === 'list') return value.items.flatMap((item) => literals(name, item));
  if (value?.kind !== 'literal') return [];
  if (value.secret) return value.secret.certain || !isHarmless(name, value.secret) ? [value.place] : [];
  return typeof value.value === 'string' && !isPlaceholder(name, value.value) ? [value.place] : [];
}

function logged(unit: Unit): readonly Finding[] {
  const at = new Set(unit.logs.map(({ place }) => spot(place)));
  const found = unit.logs
    .filter(counts)
    .map((site) => ({ site, bad: leaks(unit, site, site.values, (names) => `${site.how} writes ${names}`) }));
  const [own, outer] = [true, false].map((inside) =>
    found.filter(({ site }) => isLoggersOwn(unit, site, at) === inside).flatMap(({ bad }) => bad),
  );
  // What `debug` writes is silent until somebody looks for a fault, which is when others look over the shoulder.
  const asked = unit
    .calls('npm:debug()')
    .filter(counts)
    .flatMap((call) =>
      leaks(
        unit,
        call,
        call.node.args.map(({ value }) => value),
        (names) => `debug writes ${names}`,
      ),
    );
  const told = new Set([...(outer ?? []), ...asked].map(whatOf));
  return [...(outer ?? []), ...asked, ...(own ?? []).filter((finding) => !told.has(whatOf(finding)))];
}
const whatOf = ({ message }: Finding): string => message.slice(message.indexOf(' writes '));

const spot = ({ path, line, column }: FilePlace): string => `${path}:${line}:${column}`;

/** Inside a logger of the service's own: what goes in is told where the logger is called. */
function isLoggersOwn(unit: Unit, { inFunction }: Site, logs: ReadonlySet<string>): boolean {
  const callers = inFunction === undefined ? [] : unit.callersOf(inFunction);
  return callers.some(({ place }) => logs.has(spot(place)));
}

function raised(unit: Unit): readonly Finding[] {
  return unit.raised.filter(counts).flatMap((site) => leaks(unit, site, site.values, (names) => `${names} put into an error`));
}

function answered(unit: Unit): readonly Finding[] {
  return unit.responses
    .filter(counts)
    .flatMap((site) => leaks(unit, site, [...site.body, ...site.headers], (names) => `${names} put into an answer (${site.how})`));
}

function leaks(unit: Unit, site: Site, values: readonly Expression[], say: (names: string) => string): readonly Finding[] {
  return values.flatMap((value) =>
    unit
      .pieces(value)
      .filter(counts)
      .flatMap((piece) => {
        const names = secretsOf(unit, piece.value);
        return names === undefined ? [] : [{ message: say(names), ...placed(site, unit.place(value), piece) }];
      }),
  );
}

/** Where the secret is written into it; what only holds it elsewhere, as a configuration does, is told beside. */
function placed(site: Site, at: FilePlace, piece: Piece): Pick<Finding, 'place' | 'related'> {
  const { place } = piece;
  const within = place.path === at.path && (place.line >= at.line || (site.inFunction && site.inFunction.node === piece.inFunction?.node));
  return within ? { place } : { place: at, related: [place] };
}

/** One finding per line: a secret that stands in the source and is a default there is one fault. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  const kept = new Map<string, Finding>();
  for (const each of findings) {
    const { place } = each;
    const key = place.kind === 'file' ? `${place.path}:${place.line}` : each.message;
    if (!kept.has(key)) kept.set(key, each);
  }
  return [...kept.values()];
}
