// Reads one configuration file, whichever of the formats it is in.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { codeOf, messageOf, Problem } from '../problem.ts';

/** The settings in a file, not yet checked; a Problem where it can't be read or parsed. */
export async function readConfig(file: string): Promise<unknown> {
  try {
    return isCode(file) ? await evaluated(file) : await parsed(file, readFileSync(file, 'utf8'));
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') throw new Problem(`no such configuration file: ${file}`);
    throw new Problem(`${basename(file)}: ${codeOf(thrown) === 'EISDIR' ? 'is a folder' : withoutText(thrown)}`);
  }
}

/** The settings in another version of a file; code is run from a file of its own, so it can import packages' types alone. */
export async function parseConfig(file: string, text: string): Promise<unknown> {
  const folder = isCode(file) ? await mkdtemp(join(tmpdir(), 'launchgate-config-')) : undefined;
  try {
    if (folder === undefined) return await parsed(file, text);
    const copy = join(folder, basename(file));
    await writeFile(copy, text);
    return await evaluated(copy);
  } catch (thrown) {
    throw new Problem(`${basename(file)} of the base: ${withoutText(thrown)}`);
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }
}

const isCode = (file: string): boolean => /\.m?[jt]s$/.test(file);

/** What is wrong, without the text around it that parsers quote: it may be a secret. */
function withoutText(thrown: unknown): string {
  if (!(thrown instanceof Error)) return messageOf(thrown);
  if (thrown.name.startsWith('YAML')) return thrown.message.replace(/:?\s*\n[\s\S]*/, '');
  return thrown instanceof SyntaxError
    ? messageOf(thrown).replace(/^Unexpected token .*is not valid JSON$/, 'is not valid JSON')
    : messageOf(thrown);
}

async function parsed(file: string, written: string): Promise<unknown> {
  const text = written.replace(/^\ufeff/, '');
  switch (extname(file)) {
    case '.yaml':
    case '.yml': {
      const { parse } = await import('yaml');
      return parse(text) ?? {};
    }
    case '.json':
      return JSON.parse(text);
    case '.jsonc':
      return JSON.parse(withoutComments(text));
    default:
      throw new Error('this format is not read; use json, jsonc, yaml, ts or js');
  }
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
