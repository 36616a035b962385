// Nest's settings with names of their own: `config.get('app.origins')` is what `registerAs('app', () => ({ origins }))` or a function in `load: […]` gives.
import type { CallExpression, Expression, FunctionExpression } from '../../model.ts';
import { contextOf } from './context.ts';
import { entities, symbolsOf } from './entities.ts';
import type { Program } from './program.ts';

const getter = /^npm:@nestjs\/config\.ConfigService\(\)\.get(?:OrThrow)?$/;

/** What the source sets under the name that the call asks for; undefined where it is no such call or nothing sets it. */
export function settingAsked(program: Program, call: CallExpression): Expression | undefined {
  const [first] = call.args;
  if (first?.value.kind !== 'string' || call.callee.kind !== 'member' || !/^get/.test(call.callee.name)) return undefined;
  if (!symbolsOf(program, call.callee).some((symbol) => getter.test(symbol))) return undefined;
  const [head = '', ...rest] = first.value.value.split('.');
  const { named, plain } = program.memory.once<Settings>('nest settings', program.files, none, () => settingsOf(program));
  const below = (whole: Expression | undefined, keys: readonly string[]): Expression | undefined =>
    keys.reduce<Expression | undefined>((value, key) => {
      const table = value && objectBehind(program, value);
      return table?.entries.findLast((entry) => entry.key === key)?.value;
    }, whole);
  return below(named.get(head), rest) ?? plain.map((each) => below(each, [head, ...rest])).find((each) => each !== undefined);
}

interface Settings {
  readonly named: ReadonlyMap<string, Expression>;
  readonly plain: readonly Expression[];
}
const none: Settings = { named: new Map(), plain: [] };

function settingsOf(program: Program): Settings {
  const named = new Map<string, Expression>();
  const plain: Expression[] = [];
  for (const call of program.files.flatMap((file) => file.calls)) {
    const symbols = symbolsOf(program, call.callee);
    const [first, second] = call.args;
    if (symbols.includes('npm:@nestjs/config.registerAs') && first?.value.kind === 'string') {
      const given = second && functionsOf(program, second.value).flatMap(returned)[0];
      if (given) named.set(first.value.value, given);
    }
    if (!symbols.some((symbol) => /^npm:@nestjs\/config\.ConfigModule\.forRoot$/.test(symbol))) continue;
    const options = first?.value.kind === 'object' ? first.value.entries : [];
    const load = options.find(({ key }) => key === 'load')?.value;
    for (const { value } of load?.kind === 'list' ? load.items : []) plain.push(...functionsOf(program, value).flatMap(returned));
  }
  return { named, plain };
}

const functionsOf = (program: Program, value: Expression): readonly FunctionExpression[] =>
  entities(program, value).flatMap((each) => (each.kind === 'function' ? [each.code] : []));

const returned = (code: FunctionExpression): readonly Expression[] => contextOf(code).file.returns.get(code) ?? [];

function objectBehind(program: Program, value: Expression): Extract<Expression, { kind: 'object' }> | undefined {
  if (value.kind === 'object') return value;
  const [found, ...others] = entities(program, value);
  return found?.kind === 'literal' && found.value.kind === 'object' && others.length === 0 ? found.value : undefined;
}
