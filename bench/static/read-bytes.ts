// Contestant: reads every source file's bytes and does nothing with them. The floor.
import { readFileSync } from 'node:fs';
import { sourceFiles } from './files.ts';

const { scripts, python } = sourceFiles(process.argv[2] ?? '.');
let bytes = 0;
for (const path of [...scripts, ...python]) bytes += readFileSync(path).length;
console.log(JSON.stringify({ files: scripts.length + python.length, bytes }));
