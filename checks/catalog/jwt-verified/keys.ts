// Keys that everybody has: written in the source, standing in for an unset variable, empty or none at all.

import { refusesDefault } from '../../model/refused-default.ts';
import type { Call, CodeFunction, Expression, Finding, Unit, Value } from '../../model.ts';
import { present } from './bypass.ts';
import { counts, type LibraryCall, type Where } from './libraries.ts';
import { arms, expressionsOf, taken } from './options.ts';
import { lastName, nodesIn } from './walk.ts';

export function keyFaults(unit: Unit, { library, call }: LibraryCall): readonly Finding[] {
  if (library.key === undefined) return [];
  const key = taken(unit, call, library.key);
  if (key === 'absent' || key === 'unknown' || expressionsOf(call, library.key).some(namesPublicKey)) return [];
  const given = expressionsOf(call, library.key);
  const emptyMatters = (variable: string): boolean =>
    library.emptyKeyWorks === true && !isKnownPresent(unit, call, variable) && !given.some((each) => isFilledIn(unit, each));
  const keys = key.kind === 'unknown' || key.kind === 'symbol' ? configured(unit, call, library.key) : [key];
  return keys.flatMap((each) => faultsOfKey(unit, each, library.name, call.place, emptyMatters));
}

/** `app.config["SECRET_KEY"]` and Django's `settings.SECRET_KEY` are worth what is set under that name. */
function configured(unit: Unit, call: Call, where: Where): readonly Value[] {
  const names = expressionsOf(call, where).flatMap((key) => {
    const name = key.kind === 'member' ? key.name : key.kind === 'index' && key.index?.kind === 'string' ? key.index.value : undefined;
    const isConfiguration = unit.symbols(key).some((symbol) => /config\b|settings\b/i.test(symbol));
    return name !== undefined && isConfiguration && /^[A-Z][A-Z0-9_]+$/.test(name) ? [name] : [];
  });
  const set = names.length === 0 ? [] : unit.assignments(...names).filter(counts);
  return set.map(({ value }) => unit.value(value));
}

/** Knowing the public half of a key pair lets nobody sign. */
const namesPublicKey = (key: Expression): boolean => /public/i.test(lastName(key) ?? '');

/** `settings.check_secret()` at the start, which writes a key of its own where there is none. */
function isFilledIn(unit: Unit, key: Expression): boolean {
  if (key.kind !== 'member') return false;
  return unit.assignments(key.name).some(({ value, inFunction, owner, runsIn, onlyAsScript }) => {
    if (owner === undefined || inFunction === undefined || runsIn === 'development' || onlyAsScript) return false;
    if (/^(?:string|null)$/.test(value.kind) || !asksFor(inFunction.node.body, key.name)) return false;
    return unit.callersOf(inFunction).some((caller) => caller.inFunction === undefined || isStart(unit, caller.inFunction));
  });
}

/** A function that looks whether there is one, before it makes another. */
const asksFor = (body: unknown, name: string): boolean =>
  nodesIn(body).some((node) => node.kind === 'if' && nodesIn(node.test).some((each) => each.kind === 'member' && each.name === name));

const isStart = (unit: Unit, code: CodeFunction): boolean => unit.startHooks.some(({ node }) => node === code.node);

const isKnownPresent = (unit: Unit, call: Call, name: string): boolean =>
  call.guards.some((guard) => present(unit, guard.test, guard.holds, name));

/** Hard-coded, empty and guessable keys; `emptyMatters` says of a variable whether nothing guards against its being unset. */
export function faultsOfKey(
  unit: Unit,
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
    if (value.kind === 'list') return value.items.flatMap((item) => faultsOfKey(unit, item, name, site, emptyMatters));
    if (value.kind === 'environment') {
      const { fallback } = value;
      if (fallback === undefined) return [];
      return arms(fallback).flatMap((each) => {
        // `A || B || 'text'`
        if (each.kind === 'environment') return faultsOfKey(unit, each, name, site, emptyMatters);
        if (isHardCoded(each) && refusesDefault(unit, value.name, each)) return [];
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
