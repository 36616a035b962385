// For tests: a service written in memory, and what the middle says of the arguments of `show(…)` in it.
import type { Call, Unit, Value } from '../../model.ts';
import { makeFileStore, makeMemory, type Program } from './program.ts';
import { lowerPython } from './python.ts';
import { makePythonModules } from './python-modules.ts';
import { lowerTypeScript, makeTypeScriptResolver } from './typescript.ts';
import { makeUnit } from './unit.ts';

export type Texts = Readonly<Record<string, string>>;

export function unitOf(texts: Texts): Unit {
  const paths = Object.keys(texts);
  const typescript = makeTypeScriptResolver(new Set(paths), (path) => texts[path]);
  const python = makePythonModules(paths);
  const { file } = makeFileStore((path) => {
    const text = texts[path];
    if (text === undefined) return undefined;
    const lowered = path.endsWith('.py') ? lowerPython(path, text) : lowerTypeScript(path, text);
    if ('unreadable' in lowered) throw new Error(`${path}: ${lowered.unreadable}`);
    return lowered;
  });
  const program: Program = {
    file,
    text: (path) => texts[path],
    files: paths.filter((path) => /\.(?:py|[jt]s)$/.test(path)).flatMap((path) => file(path) ?? []),
    resolveModule: (from, module, language) => {
      if (language === 'python') return python.resolve(from, module);
      const path = typescript(from, module);
      return path === undefined ? { kind: 'package', name: module.startsWith('node:') ? module : `npm:${module}` } : { kind: 'file', path };
    },
    childModule: python.child,
    roles: new Map(),
    names: makeMemory(),
    memory: makeMemory(),
  };
  return makeUnit(program, { root: '', entries: [], startCommands: [], packages: () => ({}), beside: () => [], files: new Set(paths) });
}

/** The calls of `show`, in order. */
export const shown = (unit: Unit): readonly Call[] => unit.calls('js:show', 'py:show');

/** What `show`'s first argument is worth, written shortly: `'a'`, `env X = 'a'`, `['a', ?]`, `{a: 1}`, `production 'a' | development 'b'`. */
export function shownValues(texts: Texts): readonly string[] {
  const unit = unitOf(texts);
  return shown(unit).map((call) => {
    const argument = call.argument(0);
    return argument === undefined ? 'nothing' : short(unit.value(argument));
  });
}

export function short(value: Value): string {
  switch (value.kind) {
    case 'literal':
      return value.secret ? `secret ${value.secret.what}` : JSON.stringify(value.value).replaceAll('"', "'");
    case 'list':
      return `[${[...value.items.map(short), ...(value.complete ? [] : ['…'])].join(', ')}]`;
    case 'record':
      return `{${[...value.entries.map(([key, inner]) => `${key}: ${short(inner)}`), ...(value.complete ? [] : ['…'])].join(', ')}}`;
    case 'environment':
      return `env ${value.name}${value.required ? '!' : ''}${value.fallback ? ` = ${short(value.fallback)}` : ''}`;
    case 'regex':
      return `/${value.source}/${value.flags}`;
    case 'text':
      return `text(${value.parts.map(short).join(' ')})`;
    case 'function':
      return `function ${value.code.name}`;
    case 'symbol':
      return value.name;
    case 'choice':
      return value.among.map((arm) => `${arm.runsIn === 'every' ? '' : `${arm.runsIn} `}${short(arm.value)}`).join(' | ');
    case 'unknown':
      return '?';
  }
}
