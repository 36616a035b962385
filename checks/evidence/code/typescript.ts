// The TypeScript and JavaScript front end: one file's text in, language-neutral facts out.
import type { ts } from 'ts-morph';
import type { SourceFile } from '../../model.ts';
import { type Compiler, compiler } from './typescript/compiler.ts';
import { lower } from './typescript/lower.ts';
import { isComponent, scriptOf } from './typescript/scripts.ts';

export { makeTypeScriptResolver } from './typescript/resolver.ts';
export { typescriptImports } from './typescript/scanner.ts';
export { scriptOf };

export interface Unreadable {
  readonly unreadable: string;
}

/** Lowers a .ts, .js, .vue or .svelte file of any flavour. A file with syntax errors, or nested too deeply, is unreadable; it never throws. */
export function lowerTypeScript(path: string, text: string): SourceFile | Unreadable {
  const ts = compiler();
  try {
    const source = parse(ts, path, text.startsWith('\uFEFF') ? text.slice(1) : text);
    const problem = syntaxError(ts, source);
    return problem === undefined ? lower(path, source) : { unreadable: problem };
  } catch (error) {
    // The parser keeps state between files and clears it only at the end of one.
    ts.createSourceFile('empty.ts', '', ts.ScriptTarget.Latest);
    if (error instanceof RangeError) return { unreadable: 'nested too deeply to be read' };
    return { unreadable: `the parser broke: ${error instanceof Error ? error.message : 'unknown error'}` };
  }
}

function parse(ts: Compiler, path: string, text: string): ts.SourceFile {
  const options = { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
  return ts.createSourceFile(path, scriptOf(path, text), options, false, scriptKind(ts, path, text));
}

function scriptKind({ ScriptKind }: Compiler, path: string, text: string): ts.ScriptKind {
  const extension = path.slice(path.lastIndexOf('.')).toLowerCase();
  if (extension === '.tsx') return ScriptKind.TSX;
  if (/^\.[mc]?js$/.test(extension)) return ScriptKind.JS;
  if (extension === '.jsx') return ScriptKind.JSX;
  return isComponent(path) && /<script\b[^>]*\blang=["']?tsx/.test(text) ? ScriptKind.TSX : ScriptKind.TS;
}

// What sloppy scripts may say and modules may not: octal numbers and escapes.
const harmless = new Set([1121, 1487, 1488, 1489]);

function syntaxError(ts: Compiler, source: ts.SourceFile): string | undefined {
  const diagnostics: unknown = Reflect.get(source, 'parseDiagnostics');
  if (!Array.isArray(diagnostics)) return 'the parser told nothing of its errors';
  for (const diagnostic of diagnostics) {
    const { code, start, messageText, category }: ts.DiagnosticWithLocation = diagnostic;
    if (category !== ts.DiagnosticCategory.Error || harmless.has(code)) continue;
    const { line } = source.getLineAndCharacterOfPosition(start);
    return `syntax error at line ${line + 1}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  }
  return undefined;
}
