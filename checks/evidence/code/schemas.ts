// Settings classes and environment schemas: which variable a field stands for, its default, and whether it must be there.
import type { CallExpression, ClassExpression, ClassMember, Expression } from '../../model.ts';
import { entities, symbolsOf } from './entities.ts';
import { isJoiParse, joiFields } from './joi-fields.ts';
import { envSchema, jsonSchemaFields } from './json-schema-fields.ts';
import type { Program } from './program.ts';
import { settingTree, treeFields } from './setting-trees.ts';
import { settingsOption } from './settings-options.ts';
import type { VariableRead } from './variable-read.ts';
import { entriesOf, objectsOf, readsEnvironment, readsHanded, zodFields, zodObject } from './zod-fields.ts';

const settingsBases = /^py:(?:pydantic_settings|pydantic|pydantic\.v1|pydantic\.env_settings)\.(?:v1\.)?BaseSettings(?:\(\))?$/;

/** The classes a settings class inherits its fields from, itself first; empty where it is none. */
export function settingsLineage(program: Program, code: ClassExpression): readonly ClassExpression[] {
  return program.memory.once<readonly ClassExpression[]>('settings lineage', code, [], () => {
    const bases = code.bases.flatMap((base) => entities(program, base));
    const isSettings = bases.some((base) =>
      base.kind === 'class' ? settingsLineage(program, base.code).length > 0 : base.kind === 'outside' && settingsBases.test(base.symbol),
    );
    return isSettings
      ? [...new Set([code, ...bases.flatMap((base) => (base.kind === 'class' ? lineage(program, base.code, 6) : []))])]
      : [];
  });
}

/** `class Settings(DatabaseModel, AuthModel, BaseSettings)`: models beside the settings base give their fields too. */
function lineage(program: Program, code: ClassExpression, depth: number): readonly ClassExpression[] {
  const inherited = code.bases.flatMap((base) => entities(program, base));
  return depth === 0
    ? [code]
    : [code, ...inherited.flatMap((base) => (base.kind === 'class' ? lineage(program, base.code, depth - 1) : []))];
}

export function settingsField(program: Program, code: ClassExpression, name: string): VariableRead | undefined {
  const lineage = settingsLineage(program, code);
  for (const each of lineage) {
    const member = each.members.find((field) => field.name === name && field.value?.kind !== 'function');
    if (member && member.name !== 'model_config') return settingsMember(program, lineage, member);
  }
  return undefined;
}

/** All variables a settings class reads. */
export function settingsFields(
  program: Program,
  code: ClassExpression,
): readonly { readonly member: ClassMember; readonly read: VariableRead }[] {
  const lineage = settingsLineage(program, code);
  return lineage.flatMap((each) =>
    each.members
      .filter(
        (member) =>
          member.annotation !== undefined &&
          member.value?.kind !== 'function' &&
          member.name !== 'model_config' &&
          !isClassVariable(member),
      )
      .flatMap((member) => {
        const inner = nestedFields(program, lineage, member);
        return inner?.map((read) => ({ member, read })) ?? [{ member, read: settingsMember(program, lineage, member) }];
      }),
  );
}

/** The variables of a field that holds a model of this service: `DB__URL` by the delimiter; none of its own where it has a default. */
function nestedFields(program: Program, lineage: readonly ClassExpression[], member: ClassMember): readonly VariableRead[] | undefined {
  const { annotation, value } = member;
  const [inner] =
    annotation === undefined ? [] : entities(program, annotation).flatMap((each) => (each.kind === 'class' ? [each.code] : []));
  const isModel = inner?.bases.some((base) => /^(?:BaseModel|BaseSettings)$/.test(lastName(base)));
  if (inner === undefined || isModel !== true) return undefined;
  const delimiter = settingsOption(program, lineage, 'env_nested_delimiter');
  if (delimiter === undefined) return value === undefined ? undefined : [];
  const prefix = settingsOption(program, lineage, 'env_prefix') ?? '';
  return inner.members
    .filter(({ name, annotation: type, value: own }) => type !== undefined && own?.kind !== 'function' && name !== 'model_config')
    .map((each) => {
      const read = settingsMember(program, [inner], each);
      const name = `${prefix}${member.name}${delimiter}${each.name}`.toUpperCase();
      return { ...read, name, required: read.required && value === undefined };
    });
}

const isClassVariable = ({ annotation }: ClassMember): boolean =>
  annotation?.kind === 'index' && (lastName(annotation.object) === 'ClassVar' || lastName(annotation.object) === 'PrivateAttr');

function settingsMember(program: Program, lineage: readonly ClassExpression[], member: ClassMember): VariableRead {
  const { value, annotation } = member;
  const optional = annotation !== undefined && isOptional(annotation);
  const masked: Pick<VariableRead, 'masked'> = annotation && isMasked(annotation) ? { masked: true } : {};
  const base = { through: 'settings', type: annotationType(annotation), ...masked } as const;
  const own = `${settingsOption(program, lineage, 'env_prefix') ?? ''}${member.name}`.toUpperCase();
  if (value?.kind === 'call' && symbolsOf(program, value.callee).some((symbol) => /\.Field$/.test(symbol))) {
    const [first] = value.args.filter((argument) => argument.name === undefined);
    const given = value.args.find(({ name }) => name === 'default' || name === 'default_factory')?.value ?? first?.value;
    const alias = value.args.find(({ name }) => name === 'validation_alias' || name === 'alias' || name === 'env')?.value;
    const fallback = given === undefined || isEllipsis(given) ? undefined : given;
    // `Field(default=None)` is as good as `= None`.
    const standsIn = fallback?.kind === 'null' ? undefined : factoryResult(fallback);
    return { name: aliasName(alias) ?? own, fallback: standsIn, required: fallback === undefined, ...base };
  }
  if (value === undefined || isEllipsis(value))
    return { name: own, fallback: undefined, required: !optional || value === undefined, ...base };
  return { name: own, fallback: value.kind === 'null' ? undefined : value, required: false, ...base };
}

const isMasked = (annotation: Expression): boolean =>
  annotation.kind === 'binary'
    ? isMasked(annotation.left) || isMasked(annotation.right)
    : annotation.kind === 'index' && annotation.index
      ? isMasked(annotation.index)
      : /^Secret(?:Str|Bytes)?$/.test(lastName(annotation));

/** `default_factory=lambda: [...]` gives what the lambda returns. */
function factoryResult(fallback: Expression | undefined): Expression | undefined {
  if (fallback?.kind !== 'function') return fallback;
  const last = fallback.body.at(-1);
  return last?.kind === 'return' ? last.value : undefined;
}

function aliasName(alias: Expression | undefined): string | undefined {
  if (alias?.kind === 'string') return alias.value.toUpperCase();
  if (alias?.kind === 'call') return aliasName(alias.args[0]?.value);
  return alias?.kind === 'list' ? aliasName(alias.items[0]?.value) : undefined;
}

const isEllipsis = (value: Expression): boolean =>
  (value.kind === 'other' && /ellipsis/i.test(value.what)) || (value.kind === 'name' && value.name === 'Ellipsis');

export function isOptional(annotation: Expression): boolean {
  if (annotation.kind === 'null') return true;
  if (annotation.kind === 'binary') return isOptional(annotation.left) || isOptional(annotation.right);
  return annotation.kind === 'index' && lastName(annotation.object) === 'Optional';
}

const lastName = (expression: Expression): string => (expression.kind === 'name' || expression.kind === 'member' ? expression.name : '');

function annotationType(annotation: Expression | undefined): VariableRead['type'] {
  if (annotation === undefined) return 'string';
  if (annotation.kind === 'binary') return annotationType(annotation.left.kind === 'null' ? annotation.right : annotation.left);
  if (annotation.kind === 'index' && lastName(annotation.object) === 'Optional') return annotationType(annotation.index);
  const name = lastName(annotation);
  if (name === 'int' || name === 'float' || name === 'PositiveInt') return 'number';
  if (name === 'bool') return 'boolean';
  return /Url|Dsn$/.test(name) ? 'url' : 'string';
}

const zodParse = /^npm:zod(?:\/v4|\/v3|\/mini)?\.(?:z\.)?.*\.(?:parse|safeParse|parseAsync|safeParseAsync)\(\)(?:\.data)?$/;
const t3Env = /^npm:@t3-oss\/env-\w+\.createEnv\(\)$/;
const envalid = /^npm:envalid\.(?:cleanEnv|customCleanEnv)\(\)$/;

/** The variable behind `env.NAME`, where `env` is what a schema library made of the environment. */
export function schemaField(program: Program, symbol: string, made: CallExpression, name: string): VariableRead | undefined {
  return schemaFields(program, symbol, made).find((field) => field.name === name);
}

/** All variables of a schema that `made` parses. */
export function schemaFields(program: Program, symbol: string, made: CallExpression): readonly VariableRead[] {
  return program.memory.once<readonly VariableRead[]>('schema fields', made, [], () => {
    if (zodParse.test(symbol))
      return readsEnvironment(program, made) && made.callee.kind === 'member' ? zodOf(program, made, made.callee.object) : [];
    if (isJoiParse(symbol)) return readsEnvironment(program, made) ? joiFields(program, made) : [];
    const [first, second] = made.args;
    if (settingTree.test(symbol) && first) return treeFields(program, first.value);
    if (envSchema.test(symbol) && first) return jsonSchemaFields(program, first.value);
    if (t3Env.test(symbol) && first) {
      return ['server', 'client', 'shared'].flatMap((part) =>
        objectsOf(program, first.value)
          .flatMap((each) => entriesOf(each, part))
          .flatMap((each) => zodObject(program, each)),
      );
    }
    if (envalid.test(symbol) && second)
      return objectsOf(program, second.value).flatMap((each) =>
        each.entries.flatMap((entry) => (typeof entry.key === 'string' ? [envalidField(entry.key, entry.value)] : [])),
      );
    return [];
  });
}

function zodOf(program: Program, made: CallExpression, schema: Expression): readonly VariableRead[] {
  const fields = zodFields(program, schema);
  return readsHanded(program, made) ? fields.map((field) => ({ ...field, through: 'request' })) : fields;
}

function envalidField(name: string, maker: Expression): VariableRead {
  const options = maker.kind === 'call' ? maker.args[0]?.value : undefined;
  const fallback = options?.kind === 'object' ? entriesOf(options, 'default')[0] : undefined;
  const word = maker.kind === 'call' ? lastName(maker.callee) : '';
  const type = word === 'port' || word === 'num' ? 'number' : word === 'bool' ? 'boolean' : word === 'url' ? 'url' : 'string';
  return { name, fallback, required: fallback === undefined, through: 'schema', type };
}
