// A text file of the checkout, as long as it is no larger than a migration can sensibly be.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const mostBytes = 8 * 1024 * 1024;

/** Undefined where it is not there, too large, or no text. */
export function readBounded(root: string, path: string): string | undefined {
  try {
    const file = join(root, path);
    if (statSync(file).size > mostBytes) return undefined;
    const text = readFileSync(file, 'utf8');
    return text.includes('\0') ? undefined : text.replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}
