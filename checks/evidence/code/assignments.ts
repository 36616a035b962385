// What a service sets under a name, and the entries of its objects by their keys: filed once, asked many times.
import type { Assignment, Expression } from '../../model.ts';
import { assignmentOf } from './calls.ts';
import type { IndexedFile } from './context.ts';
import { symbolsOf } from './entities.ts';
import { callAround } from './parents.ts';
import type { Program } from './program.ts';

interface Found {
  readonly order: number;
  readonly name: string;
  readonly value: Expression;
  readonly object?: Expression;
  readonly ofClass?: string;
  readonly isEntry?: true;
}
type Index = Map<string, Found[]>;

/** Names set at a module's or class's top, and members written anywhere. */
export function assignmentsTo(program: Program, names: readonly string[]): readonly Assignment[] {
  const index = program.memory.once<Index>('assignments', program.files, new Map(), () => fileAll(program, assignmentsIn));
  return inOrder(names.flatMap((name) => index.get(name) ?? [])).map(({ name, value, object, ofClass }) => ({
    ...assignmentOf(program, name, value, object),
    ...(ofClass !== undefined && { ofClass }),
  }));
}

/** Entries of objects, and writes under a string, by their key in any case. */
export function entriesNamed(program: Program, keys: readonly string[]): readonly Assignment[] {
  const index = program.memory.once<Index>('entries', program.files, new Map(), () => fileAll(program, entriesIn));
  return inOrder(keys.flatMap((key) => index.get(key.toLowerCase()) ?? [])).map(({ name, value, isEntry }) => {
    const found = assignmentOf(program, name, value);
    return isEntry ? { ...found, givenTo: givenTo(program, value) } : found;
  });
}

const inOrder = (found: readonly Found[]): readonly Found[] => [...new Set(found)].sort((a, b) => a.order - b.order);

type Add = (key: string, found: Omit<Found, 'order'>) => void;

function fileAll(program: Program, inFile: (file: IndexedFile, add: Add) => void): Index {
  const index: Index = new Map();
  let order = 0;
  const add: Add = (key, found) => {
    const numbered = { ...found, order };
    order += 1;
    const known = index.get(key);
    if (known) known.push(numbered);
    else index.set(key, [numbered]);
  };
  for (const file of program.files) inFile(file, add);
  return index;
}

function assignmentsIn(file: IndexedFile, add: Add): void {
  for (const [name, bindings] of file.moduleScope.bindings)
    for (const binding of bindings) if (binding.kind === 'value' && binding.keys.length === 0) add(name, { name, value: binding.value });
  for (const code of file.classes)
    for (const { name, value } of code.members)
      if (value && value.kind !== 'function') add(name, { name, value, ...(code.name !== undefined && { ofClass: code.name }) });
  for (const { target, value } of file.writes) {
    const name = target.kind === 'member' ? target.name : target.index?.kind === 'string' ? target.index.value : undefined;
    if (name !== undefined) add(name, { name, value, object: target.object });
  }
}

function entriesIn(file: IndexedFile, add: Add): void {
  for (const { key, value } of file.entries) add(key.toLowerCase(), { name: key, value, isEntry: true });
  for (const { target, value } of file.writes) {
    const key = target.kind === 'index' && target.index?.kind === 'string' ? target.index.value : undefined;
    if (key !== undefined) add(key.toLowerCase(), { name: key, value });
  }
}

const givenTo = (program: Program, value: Expression): readonly string[] => {
  const call = callAround(program, value);
  return call ? symbolsOf(program, call.callee) : [];
};
