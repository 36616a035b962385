// The tool's own name and version, from the package it runs in.
import { readFileSync } from 'node:fs';

/** Where the pages of the checks of the published package can be read. */
export const docsUrl = (): string => 'https://unpkg.com/launchgate/dist/docs/';

/** Version of the installed package; works from the source tree and from dist/. */
export function toolVersion(): string {
  for (const candidate of ['../package.json', '../../package.json']) {
    try {
      const parsed: unknown = JSON.parse(readFileSync(new URL(candidate, import.meta.url), 'utf8'));
      if (isPackage(parsed) && parsed.name === 'launchgate') return parsed.version;
    } catch {
      // The next candidate.
    }
  }
  return 'unknown';
}

function isPackage(value: unknown): value is { name: string; version: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'version' in value &&
    typeof value.version === 'string'
  );
}
