// What is wrong with a verifying (or signing) call itself: checks switched off, `none`, no list of algorithms, a key that everybody has.
import type { Call, Expression, Finding, Unit, Value } from '../../model.ts';
import { present } from './bypass.ts';
import type { LibraryCall, Where } from './libraries.ts';
import { lastName, nodesIn } from './walk.ts';

type Option = Value | 'absent' | 'unknown';

/** What a call takes there; positional arguments and options alike. */
export function taken(unit: Unit, call: Call, { position, names }: Where): Option {
  const named = names.map((name) => call.option(name)).find((option) => option !== 'absent');
  if (named !== undefined && named !== 'unknown') return named;
  const argument = position === undefined ? undefined : call.argument(position);
  return argument ? unit.value(argument) : (named ?? 'absent');
}

/** Values that hold in runs that serve. */
export function arms(value: Value): readonly Value[] {
  return value.kind === 'choice' ? value.among.filter(({ runsIn }) => runsIn !== 'development').flatMap((arm) => arms(arm.value)) : [value];
}

const isOff = (option: Option): boolean =>
  option !== 'absent' &&
  option !== 'unknown' &&
  arms(option).some((value) => {
    if (value.kind === 'literal') return value.value === false || value.value === 0;
    if (value.kind !== 'environment' || value.required) return false;
    return value.fallback === undefined || isOff(value.fallback);
  });

const entry = (option: Option, key: string): Option =>
  option === 'absent' || option === 'unknown' || option.kind !== 'record'
    ? 'absent'
    : (option.entries.find(([name]) => name === key)?.[1] ?? 'absent');

/** The signature is not looked at: such a call only reads the token. */
export function readsOnly(unit: Unit, { library, call }: LibraryCall): boolean {
  if (library.does !== 'verify') return false;
  if (call.language === 'typescript') return library.name === 'jwt-simple' && literalAt(unit, call, 2) === true;
  if (isOff(call.option('verify'))) return true;
  if (library.name === 'PyJWT' && literalAt(unit, call, 2) === false) return true;
  if (optionRecords(unit, call).some((options) => isOff(entry(options, 'verify_signature')))) return true;
  return isWrittenOff(unit, call);
}

/** `options["verify_signature"] = False` before the call. */
function isWrittenOff(unit: Unit, call: Call): boolean {
  if (call.argument(3, 'options')?.kind !== 'name') return false;
  return unit
    .entriesNamed('verify_signature')
    .some((each) => each.inFunction?.node === call.inFunction?.node && isOff(unit.value(each.value)));
}

function optionRecords(unit: Unit, call: Call): readonly Option[] {
  const options = taken(unit, call, { position: 3, names: ['options'] });
  return options === 'absent' || options === 'unknown' ? [] : arms(options);
}

function literalAt(unit: Unit, call: Call, position: number): string | number | boolean | null | undefined {
  const argument = call.argument(position);
  const value = argument && unit.value(argument);
  return value?.kind === 'literal' ? value.value : undefined;
}

export function faultsOf(unit: Unit, use: LibraryCall): readonly Finding[] {
  if (use.library.does === 'sign') return keyFaults(unit, use);
  return [...algorithmFaults(unit, use), ...expiryFaults(unit, use), ...keyFaults(unit, use)];
}

function algorithmFaults(unit: Unit, { library, call }: LibraryCall): readonly Finding[] {
  const { algorithms, name } = library;
  if (algorithms === undefined) return [];
  const place = call.place;
  const given = taken(unit, call, algorithms);
  if (given === 'absent' || (given !== 'unknown' && given.kind === 'literal' && given.value === null)) {
    if (!algorithms.needed || bringsItsAlgorithm(unit, call)) return [];
    return [{ message: `${name} is given no list of algorithms, so a token may choose how it is checked`, place }];
  }
  if (given === 'unknown') return [];
  const names = arms(given).flatMap((value) => (value.kind === 'list' ? value.items.flatMap(arms) : [value]));
  if (names.some((each) => each.kind === 'literal' && typeof each.value === 'string' && each.value.toLowerCase() === 'none'))
    return [{ message: `${name} admits the algorithm none: a token without a signature is accepted`, place }];
  if (names.some((each) => each.kind === 'symbol' && /get_default_algorithms/.test(each.name)))
    return [{ message: `${name} admits every algorithm it knows, none included`, place }];
  if (expressionsOf(call, algorithms).some((each) => isOfTheToken(unit, each)))
    return [{ message: `${name} takes the algorithm from the token that is to be checked`, place }];
  return [];
}

/** A JSON Web Key says itself what it is for. */
function bringsItsAlgorithm(unit: Unit, call: Call): boolean {
  const key = call.argument(1, 'key');
  return (
    key !== undefined && unit.symbols(key).some((symbol) => /signing_key|PyJWK|JsonWebKey|KeySet/.test(symbol) && !/\.key$/.test(symbol))
  );
}

/** What stands there in the source, as argument or entry. */
function expressionsOf(call: Call, { position, names }: Where): readonly Expression[] {
  const direct = position === undefined ? undefined : call.argument(position, names[0]);
  if (direct) return [direct];
  return nodesIn(call.node.args).flatMap((node) =>
    node.kind === 'object' ? node.entries.flatMap(({ key, value }) => (typeof key === 'string' && names.includes(key) ? [value] : [])) : [],
  );
}

const isOfTheToken = (unit: Unit, algorithm: Expression): boolean =>
  unit
    .sources(algorithm)
    .some(
      ({ ...source }) =>
        source.kind === 'result' &&
        source.symbols.some((symbol) => /unverified_header|decodeProtectedHeader|npm:jsonwebtoken\.decode$/.test(symbol)),
    );

function expiryFaults(unit: Unit, { library, call }: LibraryCall): readonly Finding[] {
  const ignored = optionRecords(unit, call).some((options) => isOff(entry(options, 'verify_exp')));
  if (!ignored || mayBeExpired.test(call.inFunction?.name ?? '')) return [];
  return [{ message: `${library.name} accepts tokens that have expired`, place: call.place }];
}

/** A refresh or a sign-out may look at a token that ran out a moment ago. */
export const mayBeExpired = /refresh|renew|log_?out|sign_?out|revoke|expire|blacklist/i;

function keyFaults(unit: Unit, { library, call }: LibraryCall): readonly Finding[] {
  if (library.key === undefined) return [];
  const key = taken(unit, call, library.key);
  if (key === 'absent' || key === 'unknown' || expressionsOf(call, library.key).some(namesPublicKey)) return [];
  return faultsOfKey(key, library.name, call.place, (name) => library.emptyKeyWorks === true && !isKnownPresent(unit, call, name));
}

/** Knowing the public half of a key pair lets nobody sign. */
const namesPublicKey = (key: Expression): boolean => /public/i.test(lastName(key) ?? '');

const isKnownPresent = (unit: Unit, call: Call, name: string): boolean =>
  call.guards.some((guard) => present(unit, guard.test, guard.holds, name));

/** Hard-coded, empty and guessable keys; `emptyMatters` says of a variable whether nothing guards against its being unset. */
export function faultsOfKey(
  key: Value,
  name: string,
  site: Finding['place'],
  emptyMatters: (variable: string) => boolean,
): readonly Finding[] {
  const finding = (message: string, place: Value['place']): Finding => {
    const elsewhere = site.kind === 'file' && (site.path !== place.path || site.line !== place.line);
    return { message, place, ...(elsewhere && { related: [site] }) };
  };
  return arms(key).flatMap((value): readonly Finding[] => {
    if (value.kind === 'list') return value.items.flatMap((item) => faultsOfKey(item, name, site, emptyMatters));
    if (value.kind === 'environment') {
      const { fallback } = value;
      if (fallback === undefined) return [];
      return arms(fallback).flatMap((each) => {
        if (isHardCoded(each))
          return [finding(`${name}: where ${value.name} is unset, a key that stands in the source takes its place`, each.place)];
        return isEmpty(each) && emptyMatters(value.name)
          ? [finding(`${name}: where ${value.name} is unset, the key is empty, and anybody can sign with that`, each.place)]
          : [];
      });
    }
    if (isHardCoded(value)) return [finding(`${name}: the key stands in the source, so whoever reads it can sign tokens`, value.place)];
    const alone = key.kind !== 'choice';
    return alone && (isEmpty(value) || isNull(value)) ? [finding(`${name} is given no key`, value.place)] : [];
  });
}

const isEmpty = (value: Value): boolean => value.kind === 'literal' && value.value === '' && value.secret === undefined;
const isNull = (value: Value): boolean => value.kind === 'literal' && value.value === null;
const isHardCoded = (value: Value): boolean => {
  if (value.kind !== 'literal') return false;
  if (value.secret !== undefined) return true;
  return typeof value.value === 'string' && value.value !== '' && !/-----BEGIN (?:RSA |EC )?(?:PUBLIC KEY|CERTIFICATE)/.test(value.value);
};
