// Finds what a file loads without parsing it: for reachability over thousands of files. May name too much (an import
// inside a string), and misses nothing that is written out.

export interface Loads {
  /** Module specifiers in order of appearance, each once. Imports of types alone load nothing and are left out. */
  readonly specifiers: readonly string[];
  /** True where something is loaded whose name is only known at run time. */
  readonly dynamic: boolean;
}

const keyword = /\b(?:import|export|require)\b/g;
// Comments and names are looked into only so far: an unclosed one must not be read to the end of the file each time.
const gap = String.raw`(?:\s|\/\/[^\n]{0,500}\n|\/\*[\s\S]{0,500}?\*\/)*`;
const literal = String.raw`(?:(['"])([^'"\\\n]+)\1|\`([^\`$\\]{1,500})\`)`;
const opening = new RegExp(String.raw`(\.resolve)?${gap}\(${gap}`, 'y');
const argument = new RegExp(`${literal}${gap}[,)]`, 'y');
const many = /\s*\.\s*(?:meta\s*\.\s*glob|context)\b/y;
// All that may stand between the keyword and the specifier.
const clause = /(?:[\w$\s,{}*\u0080-\uFFFF]+|\/\/[^\n]*|\/\*[\s\S]{0,2000}?\*\/)*/y;
const specifier = /(['"])([^'"\\\n]+)\1/y;
const lastKeyword = /^[\s\S]*\b(?:import|export)\b/;
const ofTypes = /^\s*type(?=\s*[{*]|\s+[\w$])(?!\s+from\s*$)|^\s*\{(?:\s*type\s+[\w$]+(?:\s+as\s+[\w$]+)?\s*(?:,|(?=\})))+\s*\}\s*from\s*$/;

/** Module specifiers that a file's text loads. Never throws. */
export function typescriptImports(text: string): Loads {
  const specifiers = new Set<string>();
  let dynamic = false;
  keyword.lastIndex = 0;
  for (let match = keyword.exec(text); match !== null; match = keyword.exec(text)) {
    const end = keyword.lastIndex;
    if (isProse(text, match.index)) continue;
    const found = match[0] === 'export' ? undefined : called(text, match.index, end);
    if (found !== undefined) {
      if (found.specifier !== undefined) specifiers.add(found.specifier);
      dynamic ||= found.dynamic;
    } else if (match[0] !== 'require') {
      const { name, next } = declared(text, end);
      if (name !== undefined) specifiers.add(name);
      keyword.lastIndex = next;
    }
  }
  return { specifiers: [...specifiers], dynamic };
}

/** `import('x')`, `require('x')`, `require.resolve('x')`, `import.meta.glob(…)`. */
function called(text: string, start: number, end: number): { readonly specifier?: string; readonly dynamic: boolean } | undefined {
  if (matchAt(many, text, end) !== undefined) return { dynamic: true };
  const opened = matchAt(opening, text, end);
  if (opened === undefined) return undefined;
  const inside = opening.lastIndex;
  const written = matchAt(argument, text, inside);
  const named = written?.[2] ?? written?.[3];
  if (named !== undefined) return { specifier: named, dynamic: false };
  // A method of that name, a function that is defined here, a path that is only looked up.
  const isOther = /(?:\bfunction\s+|(?<!\bmodule)\.\s*)$/.test(text.slice(Math.max(0, start - 12), start)) || opened[1] !== undefined;
  return { dynamic: !isOther && text[inside] !== ')' };
}

/** `import … from 'x'`, `import 'x'`, `export … from 'x'`; `next` is where to look on. */
function declared(text: string, end: number): { readonly name?: string; readonly next: number } {
  const words = matchAt(clause, text, end)?.[0] ?? '';
  const next = end + words.length;
  // Several declarations may stand in a row without punctuation.
  const own = words.slice(lastKeyword.exec(words)?.[0].length ?? 0);
  if (own.trim() !== '' && !/\bfrom\s*$/.test(own)) return { next };
  const name = matchAt(specifier, text, next)?.[2];
  return name === undefined || ofTypes.test(own) ? { next } : { name, next: specifier.lastIndex };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

// A line that begins as a comment does. Not far back: a minified file is one line.
function isProse(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 200), at);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return /^\s*(?:\/\/|\*|\/\*)(?![\s\S]*\*\/)|[\s;{}]\/\/\s/.test(line);
}
