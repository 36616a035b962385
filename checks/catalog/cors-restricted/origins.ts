// Who a value of origins admits, as the library at hand reads it.
import type { FilePlace, Unit, Value } from '../../model.ts';
import { judgeCallback } from './callback.ts';
import type { Admission, Semantics } from './policy.ts';
import { regexFault } from './regex.ts';

export const nothing: Admission = { bad: [], good: [], unclear: [] };
const bad = (place: FilePlace, what: string): Admission => ({ ...nothing, bad: [{ place, what }] });
const good = (place: FilePlace, what: string): Admission => ({ ...nothing, good: [{ place, what }] });

export function join(all: readonly Admission[]): Admission {
  return { bad: all.flatMap((each) => each.bad), good: all.flatMap((each) => each.good), unclear: all.flatMap((each) => each.unclear) };
}

/** `inList`: the value is one of several. */
export function admitted(unit: Unit, value: Value, semantics: Semantics, inList = false): Admission {
  switch (value.kind) {
    case 'literal':
      return ofLiteral(value.value, value.place, semantics, inList);
    case 'list': {
      const items = join(value.items.map((item) => admitted(unit, item, semantics, true)));
      if (!value.complete)
        return items.bad.length > 0 ? items : { ...items, unclear: ['part of the list of origins is known only at run time'] };
      return value.items.length === 0 ? good(value.place, 'an empty list of origins') : items;
    }
    case 'choice':
      return join(value.among.filter(({ runsIn }) => runsIn !== 'development').map((arm) => admitted(unit, arm.value, semantics, inList)));
    case 'environment':
      return ofEnvironment(unit, value, semantics, inList);
    case 'regex': {
      const fault = regexFault(value.source, semantics.regex);
      return fault ? bad(value.place, fault) : good(value.place, 'an anchored pattern');
    }
    case 'text':
      return good(value.place, 'an origin put together from known parts');
    case 'function':
      return judgeCallback(unit, value.code);
    case 'record':
    case 'symbol':
    case 'unknown':
      return {
        ...nothing,
        unclear: [
          value.kind === 'unknown' ? `the origins could not be followed: ${value.because}` : 'the origins come from outside this service',
        ],
      };
  }
}

function ofEnvironment(unit: Unit, value: Extract<Value, { kind: 'environment' }>, semantics: Semantics, inList: boolean): Admission {
  const given = good(value.place, `origins from the environment variable ${value.name}`);
  if (value.fallback === undefined) return given;
  const fallback = admitted(unit, value.fallback, semantics, inList);
  return {
    ...fallback,
    bad: fallback.bad.map(({ place, what }) => ({ place, what: `${what} where ${value.name} is not set` })),
    good: given.good,
  };
}

function ofLiteral(value: string | number | boolean | null, place: FilePlace, semantics: Semantics, inList: boolean): Admission {
  if (value === true) return bad(place, 'every origin is admitted by `true`, which sends the caller its own origin back');
  if (value === false || value === null)
    return semantics.byDefault === 'anyone' && value === null
      ? bad(place, 'no origin is named, and the default admits every origin')
      : good(place, 'no origin is admitted');
  if (typeof value !== 'string') return nothing;
  const text = value.trim();
  if (text === '*')
    return inList && !semantics.starInList
      ? good(place, 'a `*` in a list, which this library matches with nobody')
      : bad(place, 'every origin is admitted by `*`');
  if (text === 'null') return bad(place, 'the origin `null` is admitted, which any sandboxed page can claim');
  if (text === '') return good(place, 'no origin is admitted');
  if (semantics.textIsRegex && /[*\\\]?$^[()]/.test(text)) {
    const fault = regexFault(text, semantics.regex);
    return fault ? bad(place, fault) : good(place, 'an anchored pattern');
  }
  return good(place, `the origin ${text.slice(0, 80)}`);
}
