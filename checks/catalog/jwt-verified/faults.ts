// What is wrong with a verifying (or signing) call itself: checks switched off, `none`, no list of algorithms, a key that everybody has.
import type { Call, Expression, Finding, Unit, Value } from '../../model.ts';
import { keyFaults } from './keys.ts';
import type { LibraryCall } from './libraries.ts';
import { arms, entry, expressionsOf, isOff, type Option, taken } from './options.ts';

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
  if (use.library.does === 'sign') return [...unsigned(use), ...keyFaults(unit, use)];
  return [...algorithmFaults(unit, use), ...expiryFaults(unit, use), ...keyFaults(unit, use)];
}

const isNone = (value: Value): boolean =>
  value.kind === 'literal' && typeof value.value === 'string' && value.value.toLowerCase() === 'none';

function unsigned({ library: { name }, call }: LibraryCall): readonly Finding[] {
  const algorithm = call.option('algorithm');
  if (algorithm === 'absent' || algorithm === 'unknown' || !arms(algorithm).some(isNone)) return [];
  return [{ message: `${name} hands out tokens without a signature: the algorithm is none`, place: call.place }];
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
  if (names.some(isNone)) return [{ message: `${name} admits the algorithm none: a token without a signature is accepted`, place }];
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

const isOfTheToken = (unit: Unit, algorithm: Expression): boolean =>
  unit
    .sources(algorithm)
    .some(
      ({ ...source }) =>
        source.kind === 'result' &&
        source.symbols.some((symbol) =>
          /unverified_header|decodeProtectedHeader|npm:jsonwebtoken\.decode$|py:jwt\.(?:\w+\.)*decode_complete$/.test(symbol),
        ),
    );

function expiryFaults(unit: Unit, { library, call }: LibraryCall): readonly Finding[] {
  if (library.name === 'Authlib') {
    // Its decode() checks the signature alone; age, issuer and audience are looked at by claims.validate().
    const { keys, escapes } = unit.uses(call);
    if (escapes || keys.length === 0 || keys.includes('validate') || keys.includes('validate_exp')) return [];
    return [{ message: 'Authlib: claims.validate() is never called, so tokens that have expired are accepted', place: call.place }];
  }
  const ignored = optionRecords(unit, call).some((options) => isOff(entry(options, 'verify_exp')));
  if (!ignored || mayBeExpired.test(call.inFunction?.name ?? '')) return [];
  return [{ message: `${library.name} accepts tokens that have expired`, place: call.place }];
}

/** A refresh or a sign-out may look at a token that ran out a moment ago. */
export const mayBeExpired = /refresh|renew|log_?out|sign_?out|revoke|expire|blacklist/i;
