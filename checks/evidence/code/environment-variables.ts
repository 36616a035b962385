// Every variable a service asks its environment for: read directly, through settings classes, through schemas.
import type { CallExpression, EnvironmentRead, Expression, Value } from '../../model.ts';
import { constructionsOf } from './callers.ts';
import { siteOf } from './calls.ts';
import { type Binding, contextOf } from './context.ts';
import { bindingsOf } from './entities/entity.ts';
import { entities, symbolsOf } from './entities.ts';
import { readsThroughHelper } from './environment-helpers.ts';
import { isEnvironmentMap, readOfCall, readOfMember } from './environment-reads.ts';
import { callOf } from './found-call.ts';
import { autoloadedFields, registeredFields } from './json-schema-fields.ts';
import { configuredReads } from './node-config.ts';
import { askedIn, askedNames, breaksWithout, isWherePresent, isWhereSet } from './presence.ts';
import type { Program } from './program.ts';
import { endsInNothing, isSaidOptional } from './said-optional.ts';
import { schemaFields, settingsFields } from './schemas.ts';
import { worth } from './values.ts';
import type { VariableRead } from './variable-read.ts';

export interface TypedRead extends EnvironmentRead {
  readonly type: VariableRead['type'];
}

const ofBuild = /(?:^|\/)next\.config\.[cm]?[jt]s$/;

export function environmentReadsOf(program: Program): readonly TypedRead[] {
  const found: TypedRead[] = [];
  for (const file of program.files) {
    // What a configuration of Next reads decides about the build.
    if (ofBuild.test(file.source.path)) continue;
    for (const read of file.reads) add(program, found, read, ofPlain(program, read));
    for (const call of file.calls) {
      add(program, found, call, readOfCall(program, call));
      for (const field of registeredFields(program, call)) add(program, found, call, field, { checkedBy: [call] });
      if (!mayParse(call)) continue;
      for (const each of entities(program, call)) {
        if (each.kind === 'outside' && each.made === call)
          for (const field of schemaFields(program, each.symbol, call)) add(program, found, call, field, { checkedBy: [call] });
      }
    }
    for (const binding of [...file.moduleScope.bindings.values()].flat()) addDestructured(program, found, binding);
    const autoloaded = autoloadedFields(program, file);
    for (const field of autoloaded?.fields ?? []) add(program, found, autoloaded?.at, field);
    for (const call of file.calls) addThroughHelper(program, found, call);
    for (const code of file.classes) {
      // `KEY: str = config("KEY")` is read where it stands, before any field is filled.
      for (const { member, read } of settingsFields(program, code))
        if (!(member.value?.kind === 'call' && readOfCall(program, member.value)))
          add(program, found, member.annotation ?? member.value, read, { at: member, checkedBy: constructionsOf(program, code) });
    }
  }
  for (const { at, read } of configuredReads(program)) add(program, found, at, read);
  return distinct(found);
}

/** `const { PORT = '3000' } = process.env`. */
function addDestructured(program: Program, found: TypedRead[], binding: Binding): void {
  const [name] = binding.kind === 'value' ? binding.keys : [];
  if (binding.kind !== 'value' || typeof name !== 'string' || name === '*') return;
  if (!symbolsOf(program, binding.value).some(isEnvironmentMap)) return;
  add(program, found, binding.value, { name, fallback: binding.fallback, required: false, through: 'direct', type: 'string' });
}

/** `flag("DEBUG", false)`: a helper of this service that reads the variable it is given. */
function addThroughHelper(program: Program, found: TypedRead[], call: CallExpression): void {
  const reads = readsThroughHelper(program, call);
  if (reads.length === 0) return;
  const value = worth(program, call);
  for (const { name, fallback } of reads) {
    const known = value.kind === 'environment' && value.name === name ? value : undefined;
    found.push({
      ...siteOf(program, call),
      name,
      fallback: known?.fallback ?? (fallback && worth(program, fallback)),
      required: known?.required ?? false,
      checkedBy: [],
      through: 'direct',
      type: 'string',
      ...(fallback === undefined && isSaidOptional(call) && { wherePresent: true as const }),
    });
  }
}

/** Calls by whose name a schema may be parsing; the others need not be followed. */
const mayParse = ({ callee }: CallExpression): boolean =>
  callee.kind === 'member' || callee.kind === 'name' ? /env|parse|validate|attempt|cast|config|convict|load/i.test(callee.name) : true;

/** Whether an expression may be the map of all variables, as its name or what it was set to goes: the others need not be followed. */
function mayBeEnvironment(object: Expression): boolean {
  if (object.kind === 'member') return /env/i.test(object.name);
  if (object.kind !== 'name') return object.kind !== 'call';
  if (/env/i.test(object.name)) return true;
  return bindingsOf(object.name, contextOf(object).scope).some(
    (binding) =>
      (binding.kind === 'import' && /env/i.test(binding.imported)) ||
      (binding.kind === 'value' && binding.keys.length === 0 && binding.value.kind === 'member' && /env/i.test(binding.value.name)),
  );
}

/** Reads through a settings object are counted where its class declares the field. */
function ofPlain(program: Program, read: Extract<Expression, { kind: 'member' | 'index' }>): VariableRead | undefined {
  if (!mayBeEnvironment(read.object)) return undefined;
  const found = readOfMember(program, read);
  return found?.through === 'direct' || found?.through === 'request' ? found : undefined;
}

function add(
  program: Program,
  found: TypedRead[],
  node: Expression | undefined,
  read: VariableRead | undefined,
  {
    at,
    checkedBy = [],
  }: { readonly at?: { readonly line: number; readonly column: number }; readonly checkedBy?: readonly CallExpression[] } = {},
): void {
  if (read === undefined || node === undefined) return;
  const value = worth(program, withDefaults(node));
  const name = read.name ?? (value.kind === 'environment' ? value.name : undefined);
  if (name === undefined) return;
  const fallback = read.fallback
    ? worth(program, read.fallback)
    : value.kind === 'environment' && read.through === 'direct'
      ? value.fallback
      : undefined;
  const site = siteOf(program, node);
  const place = at ? { ...site.place, line: at.line, column: at.column } : site.place;
  found.push({
    ...site,
    place,
    name,
    fallback,
    required:
      (read.required || (read.through === 'direct' && fallback === undefined && !site.swallowed && breaksWithout(program, node))) &&
      !(read.through === 'direct' && isWherePresent(program, site.guards)),
    checkedBy: checkedBy.map((call) => callOf(program, call)),
    through: read.through,
    type: read.type,
    ...((isWhereSet(program, site.guards, name) ||
      (isNothing(read, fallback) && askedNames(program).has(name)) ||
      (read.through === 'direct' && endsInNothing(program, node)) ||
      (read.through === 'direct' && isSaidOptional(node))) && {
      wherePresent: true as const,
    }),
    ...(askedIn(contextOf(node).file.source.body).has(node) && { onlyAsked: true as const }),
  });
}

/** Said to be nothing unless it is set: `os.getenv("MAIL_TOKEN", "")`, `mail_token: str | None = None`. */
const isNothing = ({ through, required }: VariableRead, fallback: Value | undefined): boolean =>
  through === 'direct'
    ? fallback?.kind === 'literal' && (fallback.value === '' || fallback.value === null)
    : through === 'settings' && !required && fallback === undefined;

/** The whole of `A || B || 'c'`. */
function withDefaults(node: Expression): Expression {
  const { defaults } = contextOf(node).file;
  let each = node;
  for (let above = defaults.get(each); above; above = defaults.get(each)) each = above;
  return each;
}

/** One read per variable and place; `X ?? 'a'` is read once. */
function distinct(reads: readonly TypedRead[]): readonly TypedRead[] {
  const kept = new Map<string, TypedRead>();
  for (const read of reads) {
    const key = `${read.name} ${read.place.path}:${read.place.line}`;
    const known = kept.get(key);
    if (known === undefined) {
      kept.set(key, read);
      continue;
    }
    const { onlyAsked, ...base } = known.fallback === undefined && read.fallback !== undefined ? read : known;
    kept.set(key, {
      ...base,
      ...((known.wherePresent ?? read.wherePresent) && { wherePresent: true as const }),
      ...(known.onlyAsked && read.onlyAsked && { onlyAsked }),
    });
  }
  return [...kept.values()];
}
