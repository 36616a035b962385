// The backup before this one, where they lie side by side: of the same name but for its figures.
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const shapeOf = (name: string): string => name.replaceAll(/\d+/g, '#');

/** Size of the newest file that is older and is named alike; undefined where there is none. */
export async function bytesOfSibling(path: string): Promise<number | undefined> {
  const own = basename(path);
  // Without a figure in its name it is written over each time.
  if (shapeOf(own) === own) return undefined;
  const { mtimeMs } = await stat(path);
  let newest: { readonly mtimeMs: number; readonly size: number } | undefined;
  for (const entry of await readdir(dirname(path), { withFileTypes: true })) {
    if (!entry.isFile() || entry.name === own || shapeOf(entry.name) !== shapeOf(own)) continue;
    const found = await stat(join(dirname(path), entry.name));
    if (found.mtimeMs < mtimeMs && found.mtimeMs > (newest?.mtimeMs ?? 0)) newest = found;
  }
  return newest?.size;
}
