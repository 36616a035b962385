// Whether what is written under conditions is what production gets when nobody sets anything.
import type { Seen } from '../../answer.ts';
import type { Expression, Finding, Guard, Site, Unit, Value } from '../../model.ts';

export type When = 'production' | 'development' | 'unknown';

/** In which runs a site counts, where variables that nobody sets have their defaults. */
export function whenOf(unit: Unit, { runsIn, guards, inFunction }: Pick<Site, 'runsIn' | 'guards' | 'inFunction'>): When {
  if (runsIn === 'development' || isForDevelopment(inFunction?.owner ?? inFunction?.name ?? '')) return 'development';
  if (runsIn === 'production') return 'production';
  const said = guards.map((guard) => byDefault(unit, guard)).filter((each) => each !== 'silent');
  if (said.includes('not')) return 'development';
  return said.includes('unknown') ? 'unknown' : 'production';
}

/** `class Development`, `configure_local_logging`: by name. */
const isForDevelopment = (name: string): boolean =>
  /(?:^|_)(?:dev|development|local|test(?:ing)?)(?:_|$)|^(?:Dev|Local|Test)(?=[A-Z]|elopment|$)/.test(name);

/** `silent`: the condition speaks of nothing outside. */
function byDefault(unit: Unit, { test, holds }: Guard): 'holds' | 'not' | 'unknown' | 'silent' {
  if (unit.environmentBehind(test).length === 0) return 'silent';
  const truth = truthOf(unit, test);
  if (truth === undefined) return 'unknown';
  return truth === holds ? 'holds' : 'not';
}

function truthOf(unit: Unit, test: Expression): boolean | undefined {
  if (test.kind === 'unary' && test.operator === 'not') {
    const inner = truthOf(unit, test.value);
    return inner === undefined ? undefined : !inner;
  }
  if (test.kind === 'binary' && (test.operator === '==' || test.operator === '!=')) {
    const [left, right] = [textOf(unit.value(test.left)), textOf(unit.value(test.right))];
    if (left === undefined || right === undefined) return undefined;
    const equal = left.toLowerCase() === right.toLowerCase();
    return test.operator === '==' ? equal : !equal;
  }
  if (test.kind === 'binary' && (test.operator === 'and' || test.operator === 'or')) {
    const both = [truthOf(unit, test.left), truthOf(unit, test.right)];
    const decisive = test.operator === 'or';
    if (both.includes(decisive)) return decisive;
    return both.includes(undefined) ? undefined : !decisive;
  }
  const text = textOf(unit.value(test));
  return text === undefined ? undefined : !/^(?:|false|0|no|off|null)$/i.test(text);
}

/** Platforms set these by themselves wherever they run a service. */
const ofPlatform =
  /^(?:RENDER|DYNO|VERCEL|FLY_APP_NAME|RAILWAY_ENVIRONMENT(?:_NAME)?|K_SERVICE|AWS_LAMBDA_FUNCTION_NAME|KUBERNETES_SERVICE_HOST)$/;

/** A literal, or what a variable is where nobody sets it. */
function textOf(value: Value): string | undefined {
  if (value.kind === 'literal') return String(value.value ?? '');
  if (value.kind !== 'environment' || value.required) return undefined;
  if (ofPlatform.test(value.name)) return 'true';
  return value.fallback === undefined ? '' : textOf(value.fallback);
}

/** Sorts what is seen by the runs it counts in. */
export function told(when: When, isJson: boolean, finding: Finding): Seen {
  if (when === 'development') return { bad: [], good: [] };
  if (when === 'unknown') return { bad: [], good: [], unclear: ['which format the log has in production could not be followed'] };
  return isJson ? { bad: [], good: [finding] } : { bad: [finding], good: [] };
}
