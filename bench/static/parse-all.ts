// Contestant: the parsers themselves, TypeScript's own and py-ast, over every source file once; each tree is dropped.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { sourceFiles } from './files.ts';

const load = createRequire(import.meta.url);
const { scripts, python } = sourceFiles(process.argv[2] ?? '.');
let failed = 0;
if (scripts.length > 0) {
  const { ts }: typeof import('ts-morph') = load('ts-morph');
  for (const path of scripts) ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, false);
}
if (python.length > 0) {
  const { parse } = await import('py-ast');
  for (const path of python) {
    try {
      parse(readFileSync(path, 'utf8'));
    } catch {
      failed += 1;
    }
  }
}
console.log(JSON.stringify({ files: scripts.length + python.length, failed }));
