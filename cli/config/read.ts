// Reads one configuration file, whichever of the formats it is in.
import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { codeOf, messageOf, Problem } from '../problem.ts';

/** The settings in a file, not yet checked; a Problem where it can't be read or parsed. */
export async function readConfig(file: string): Promise<unknown> {
  const ending = extname(file).slice(1);
  try {
    if (/^m?[jt]s$/.test(ending)) return await evaluated(file);
    const text = readFileSync(file, 'utf8');
    if (ending === 'yaml' || ending === 'yml') {
      const { parse } = await import('yaml');
      return parse(text) ?? {};
    }
    if (ending === 'json' || ending === 'jsonc') return JSON.parse(ending === 'jsonc' ? withoutComments(text) : text);
  } catch (thrown) {
    throw new Problem(codeOf(thrown) === 'ENOENT' ? `no such configuration file: ${file}` : `${basename(file)}: ${messageOf(thrown)}`);
  }
  throw new Problem(`${basename(file)}: this format is not read; use json, jsonc, yaml, ts or js`);
}

async function evaluated(file: string): Promise<unknown> {
  const module: unknown = await import(pathToFileURL(file).href);
  if (typeof module === 'object' && module !== null && 'default' in module) return module.default;
  throw new Error('has no default export');
}

// Strings are matched first, so that `//` inside one stays.
function withoutComments(text: string): string {
  return text.replace(/("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, '$1').replace(/("(?:\\.|[^"\\])*")|,(?=\s*[}\]])/g, '$1');
}
