// Which expressions read an environment variable, directly or through a schema or settings class.
import type { CallExpression, ClassExpression, Expression } from '../../model.ts';
import type { Entity } from './entities/entity.ts';
import { entities, symbolsOf } from './entities.ts';
import { handedEnvironment, isHandedParameter, isVariableName } from './handed-environment.ts';
import { keptRead } from './kept-environment.ts';
import { settingAsked } from './nest-config.ts';
import type { Program } from './program.ts';
import { schemaField, settingsField } from './schemas.ts';
import type { VariableRead } from './variable-read.ts';

const maps =
  /^(?:js:process\.env|node:process\.env|js:Bun\.env|js:import\.meta\.env|npm:bun\.env|js:Cloudflare\.env|npm:cloudflare:workers\.env|npm:hono\/adapter\.env\(\)|py:os\.environ|py:dotenv\.(?:main\.)?dotenv_values\(\))$/;
export const isEnvironmentMap = (symbol: string): boolean => maps.test(symbol);

/** Functions and methods called with the variable's name first. The second group notices absence. */
const getters =
  /^(?:py:os\.getenv|py:os\.environ\.(?:get|pop|setdefault)|py:dotenv\.(?:main\.)?dotenv_values\(\)\.get|js:Deno\.env\.get|npm:@nestjs\/config\.ConfigService\(\)\.get|py:environs\.(?:Env|FileAwareEnv)\(\)(?:\.\w+)?|py:environ\.(?:Env|FileAwareEnv)\(\)(?:\.\w+)?|py:decouple\.(?:config|Config\(\))|py:starlette\.config\.Config\(\)|npm:env-var\.get|py:prettyconf\.config|py:cfenv\.AppEnv\(\)\.get_credential|py:(?:\w+\.)*env\.(?:env_(?:str|int|float|bool|list)|get_env\w*))$/;
const strict = /^(?:py:environs\.|py:environ\.|py:decouple\.|py:starlette\.config\.|py:prettyconf)/;
/** Where a cast stands between the name and the default. */
const castFirst = /^py:(?:environ\.(?:Env|FileAwareEnv)\(\)(?:\.(?:list|tuple|dict|get_value))?|starlette\.config\.Config\(\))$/;
const strictCalls = /^npm:@nestjs\/config\.ConfigService\(\)\.getOrThrow$/;

/** What a member or index expression reads from the environment. */
export function readOfMember(program: Program, expression: Extract<Expression, { kind: 'member' | 'index' }>): VariableRead | undefined {
  const name = expression.kind === 'member' ? expression.name : expression.index?.kind === 'string' ? expression.index.value : undefined;
  for (const owner of entities(program, expression.object)) {
    if (owner.kind === 'outside' && isEnvironmentMap(owner.symbol)) {
      if (name !== undefined && expression.kind === 'member' && owner.symbol.startsWith('py:')) return undefined;
      const through = owner.symbol === handedEnvironment || owner.symbol.startsWith('npm:hono/') ? 'request' : 'direct';
      if (through === 'request' && name !== undefined && !isVariableName(program, name)) return undefined;
      const base = { fallback: undefined, required: owner.symbol.startsWith('py:'), through, type: 'string' } as const;
      // What Vite itself puts there.
      if (owner.symbol === 'js:import.meta.env' && /^(?:MODE|BASE_URL|PROD|DEV|SSR)$/.test(name ?? '')) return undefined;
      if (name !== undefined) return { name, ...base };
      if (expression.kind === 'index' && expression.index) return { name: undefined, dynamic: expression.index, ...base };
      return undefined;
    }
    if (name === undefined) continue;
    if (owner.kind === 'outside' && isHandedParameter(program, owner.symbol) && isVariableName(program, name))
      return { name, fallback: undefined, required: false, through: 'request', type: 'string' };
    const field = fieldOf(program, owner, name);
    if (field) return field;
  }
  return undefined;
}

/** A field of a settings class or of a parsed schema. */
export function fieldOf(program: Program, owner: Entity, name: string): VariableRead | undefined {
  if (owner.kind === 'instance') return settingsClassField(program, owner.of, name);
  if (owner.kind === 'outside' && owner.made) return schemaField(program, owner.symbol, owner.made, name);
  return undefined;
}

export function settingsClassField(program: Program, of: ClassExpression, name: string): VariableRead | undefined {
  return settingsField(program, of, name);
}

/** What a call reads from the environment. */
export function readOfCall(program: Program, call: CallExpression): VariableRead | undefined {
  const symbols = symbolsOf(program, call.callee);
  const symbol = symbols.find((each) => getters.test(each) || strictCalls.test(each));
  if (symbol === undefined) return keptRead(program, call);
  const given = call.args.filter((argument) => argument.name === undefined);
  const [first] = given;
  if (first === undefined || settingAsked(program, call) !== undefined) return undefined;
  const scheme = symbol === 'py:environ.Env()' && first.value.kind === 'string' ? schemeOf(program, call, first.value.value) : undefined;
  const fallback =
    call.args.find(({ name }) => name === 'default')?.value ?? given[castFirst.test(symbol) ? 2 : 1]?.value ?? scheme?.items[1]?.value;
  const cast =
    call.args.find(({ name }) => name === 'cast')?.value ??
    (castFirst.test(symbol) ? given[1]?.value : undefined) ??
    scheme?.items[0]?.value;
  const type = castType(symbol, cast);
  const required = fallback === undefined && (strict.test(symbol) || strictCalls.test(symbol));
  // Where a variable must be there unless a default is given, nothing for a default says that it need not.
  const base = {
    fallback: fallback?.kind === 'null' && !strict.test(symbol) ? undefined : fallback,
    required,
    through: 'direct',
    type,
  } as const;
  if (first.value.kind === 'string') return { name: first.value.value, ...base };
  return { name: undefined, dynamic: first.value, ...base };
}

/** What `environ.Env(DEBUG=(bool, False))` says of a variable: its type and its default. */
function schemeOf(program: Program, { callee }: CallExpression, variable: string): Extract<Expression, { kind: 'list' }> | undefined {
  for (const each of entities(program, callee)) {
    const said = each.kind === 'outside' ? each.made?.args.find(({ name }) => name === variable)?.value : undefined;
    if (said?.kind === 'list') return said;
  }
  return undefined;
}

function castType(symbol: string, cast: Expression | undefined): VariableRead['type'] {
  const word = cast?.kind === 'name' ? cast.name : symbol.slice(symbol.lastIndexOf('.') + 1);
  if (word === 'bool') return 'boolean';
  if (word === 'int' || word === 'float') return 'number';
  return word === 'url' ? 'url' : 'string';
}
