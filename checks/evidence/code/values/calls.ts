// Calls: getters of the environment, what gives back what it was given, and this service's own functions.
import type { CallExpression, Expression, FilePlace, Value } from '../../../model.ts';
import { contextOf } from '../context.ts';
import { returns } from '../definitions.ts';
import { entities } from '../entities.ts';
import { readOfCall } from '../environment-reads.ts';
import { runsIn } from '../guards.ts';
import { merged } from '../merged.ts';
import { settingAsked } from '../nest-config.ts';
import { type ConfiguredValue, configured } from '../node-config.ts';
import { asRegex, choice, joined, literalText, parsedJson, split } from '../value-parts.ts';
import { passesFirstArgument, passesReceiver } from '../vocabulary.ts';
import { type Asking, type Frame, maxDepth, maxSteps } from './asking.ts';
import { flagHanded } from './flags.ts';
import { symbolic, variableValue } from './members.ts';

export function called(ask: Asking, call: CallExpression, place: FilePlace): Value {
  const read = readOfCall(ask.program, call);
  if (read) return variableValue(ask, read, call);
  const asked = settingAsked(ask.program, call);
  if (asked) return ask.outside(asked);
  const kept = configured(ask.program, call);
  if (kept) return configuredValue(ask, kept, place);
  const { callee, args } = call;
  const [first] = args;
  const targets = entities(ask.program, callee);
  const symbols = targets.flatMap((each) => (each.kind === 'outside' ? [each.symbol] : []));
  if (first && symbols.some((symbol) => symbol === 'py:json.loads' || symbol === 'js:JSON.parse'))
    return parsedJson(ask.value(first.value));
  if (first && symbols.some((symbol) => passesFirstArgument.has(symbol))) return ask.value(first.value);
  const whole = merged(call, symbols);
  if (whole) return ask.value(whole);
  if (symbols.some((symbol) => symbol === 'js:RegExp' || symbol === 'py:re.compile') && first) return asRegex(ask.value(first.value));
  if (callee.kind === 'member' && passesReceiver.has(callee.name)) {
    const receiver = ask.value(callee.object);
    const chained = callee.name === 'split' ? split(receiver, first && literalText(ask.value(first.value))) : receiver;
    if (chained.kind !== 'unknown' && chained.kind !== 'symbol') return chained;
  }
  const text =
    callee.kind === 'member' && callee.name === 'join' && first ? joinedTexts(ask, callee.object, first.value, place) : undefined;
  if (text) return text;
  const made =
    callee.kind === 'member' && callee.name === 'concat'
      ? undefined
      : (flagHanded(ask, call, targets) ?? follow(ask, call, targets, place));
  return made ?? symbolic(ask, call, place);
}

/** `"|".join(patterns)`, `patterns.join('|')`. */
function joinedTexts(ask: Asking, object: Expression, given: Expression, place: FilePlace): Value | undefined {
  const [before, after] = [ask.value(object), ask.value(given)];
  const [whole, separator] = literalText(before) === undefined ? [before, literalText(after)] : [after, literalText(before)];
  return separator === undefined ? undefined : joined(whole, separator, place);
}

function configuredValue(ask: Asking, { variable, set }: ConfiguredValue, place: FilePlace): Value {
  const fallback = set && ask.outside(set);
  if (variable !== undefined) return { kind: 'environment', name: variable, fallback, required: false, place };
  return fallback ?? { kind: 'unknown', because: 'it is set in configuration that is not here', place };
}

/** A call of this service's own function is worth what it returns. */
function follow(ask: Asking, call: CallExpression, targets: ReturnType<typeof entities>, place: FilePlace): Value | undefined {
  const { frame } = ask;
  const depth = (frame?.depth ?? 0) + 1;
  if (depth > maxDepth) return undefined;
  const arms = targets.flatMap((target) => {
    if (target.kind !== 'function') return [];
    const inner: Frame = { code: target.code, call, outer: frame, depth, active: new Set(), budget: frame?.budget ?? { left: maxSteps } };
    return returns(target.code).map((value) => ({
      value: ask.within(inner).value(value),
      runsIn: runsIn(ask.program, contextOf(value).guards),
    }));
  });
  return arms.length === 0 ? undefined : choice(arms.slice(0, 8), place);
}
