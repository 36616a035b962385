// Whether anything in a service names a function: a name, a member, an import, a text.
import { eachInside, isNode } from '../../model/nodes.ts';
import type { Expression, FunctionExpression } from '../../model.ts';
import { contextOf, type IndexedFile } from './context.ts';
import type { Program } from './program.ts';
import { isNextInstrumentation } from './start-commands.ts';

/** Methods, decorated functions and those without a name are always taken to be used. */
export function isReferred(program: Program, code: FunctionExpression): boolean {
  const { file, inClass } = contextOf(code);
  const name = file.names.get(code) ?? code.name ?? exportedAs(file, code);
  if (name === undefined || inClass !== undefined || (code.decorators?.length ?? 0) > 0 || program.roles.has(code)) return true;
  // Frameworks that route by file take a module's exports by their names.
  if (/(?:^|\/)(?:app|pages|api|functions)\/.*\.[jt]sx?$/.test(file.source.path)) return true;
  if (/^(?:register|onRequestError)$/.test(name) && isNextInstrumentation(file.source.path)) return true;
  return isNamedIn(program, file, name) || isNamedInParsed(program, name) || isNamedInOther(program, name);
}

/** `exports.decode = (text) => …`. */
const exportedAs = ({ writes }: IndexedFile, code: FunctionExpression): string | undefined =>
  writes.flatMap(({ target, value }) => (value === code && target.kind === 'member' && isExports(target.object) ? [target.name] : []))[0];

const isExports = (object: Expression): boolean =>
  (object.kind === 'name' && object.name === 'exports') ||
  (object.kind === 'member' && object.name === 'exports' && object.object.kind === 'name' && object.object.name === 'module');

/** Looking for a name in each text costs less than going through all files, until there are many names. */
const namesWorthTexts = 64;

function isNamedInParsed(program: Program, name: string): boolean {
  const asked = program.memory.once('names asked for', program.files, { names: 0 }, () => ({ names: 0 }));
  asked.names += 1;
  return asked.names > namesWorthTexts ? namesIn(program).has(name) : program.files.some((each) => isNamedIn(program, each, name));
}

function namesIn(program: Program): ReadonlySet<string> {
  return program.memory.once<ReadonlySet<string>>('names of all files', program.files, new Set(), () => {
    const names = new Set<string>();
    for (const { source } of program.files) collect(source.body, names);
    return names;
  });
}

/** Files are gone through only where the name stands in their text. */
function isNamedIn(program: Program, file: IndexedFile, name: string): boolean {
  if (program.text(file.source.path)?.includes(name) === false) return false;
  return program.memory
    .once<ReadonlySet<string>>('names', file, new Set(), () => {
      const names = new Set<string>();
      collect(file.source.body, names);
      return names;
    })
    .has(name);
}

/** In a file that no word of a check led to: it is read only where the name stands in its text. */
function isNamedInOther(program: Program, name: string): boolean {
  return (program.others ?? []).some((path) => {
    if (program.text(path)?.includes(name) === false) return false;
    const file = program.file(path);
    return file !== undefined && isNamedIn(program, file, name);
  });
}

function collect(value: object, names: Set<string>): void {
  if (Array.isArray(value)) {
    for (const each of value) if (typeof each === 'object' && each !== null) collect(each, names);
    return;
  }
  if ('kind' in value) {
    // What only exports it does not use it.
    if (isNode(value) && value.kind === 'assignment' && value.target.kind === 'place' && value.value) {
      const { target } = value.target;
      if (target.kind === 'member' && isExports(target.object)) return collect([value.value], names);
    }
    if ((value.kind === 'name' || value.kind === 'member') && 'name' in value && typeof value.name === 'string') names.add(value.name);
    if (value.kind === 'string' && 'value' in value && typeof value.value === 'string')
      for (const word of value.value.split(/\W+/, 8)) names.add(word);
    if (
      value.kind === 'export' &&
      'exported' in value &&
      value.exported === 'default' &&
      'local' in value &&
      typeof value.local === 'string'
    )
      names.add(value.local);
  }
  if ('imported' in value && typeof value.imported === 'string') names.add(value.imported);
  eachInside(value, (inner) => collect(inner, names));
}
