// What a reading of the code comes to beside the services: the secrets that stand in its files, and how much was read and left out.
import { join } from 'node:path';
import type { CodeCoverage, SeenSecret } from '../../model.ts';
import type { Listing } from './files.ts';
import { type Manifest, manifestFor } from './manifests.ts';
import { sizeOf } from './reader.ts';
import { mayHoldSecrets, mostSecretBytes, secretsIn } from './seen-secrets.ts';

/** Of sources and of configuration. */
export function seenSecrets(
  root: string,
  listing: Listing,
  manifests: readonly Manifest[],
  read: (path: string) => string | undefined,
): readonly SeenSecret[] {
  const ofSources = listing.sources.flatMap(({ path, language }) => {
    const text = read(path);
    return text === undefined ? [] : secretsIn(path, text, language !== 'python' && manifestFor(manifests, path, 'npm')?.isClient === true);
  });
  const ofConfiguration = [...listing.all].filter(mayHoldSecrets).flatMap((path) => {
    const text = sizeOf(join(root, path)) > mostSecretBytes ? undefined : read(path);
    return text === undefined ? [] : secretsIn(path, text, manifestFor(manifests, path, 'npm')?.isClient === true);
  });
  return [...ofSources, ...ofConfiguration];
}

/** How many files were read, and why the others were not. */
export function coverageOf(
  listing: Listing,
  leftOut: ReadonlyMap<string, string>,
  unreadable: ReadonlyMap<string, string>,
  filesRead: number,
  filesParsed: number,
): Omit<CodeCoverage, 'blindSpots'> {
  const reasons = new Map<string, string[]>([...listing.leftOut].map(([reason, paths]) => [reason, [...paths]]));
  for (const [path, reason] of leftOut) {
    const known = reasons.get(reason);
    if (known) known.push(path);
    else reasons.set(reason, [path]);
  }
  return {
    filesRead,
    filesParsed,
    leftOut: [...reasons]
      .map(([reason, paths]) => ({ reason, files: paths.length, examples: paths.slice(0, 3) }))
      .sort((a, b) => b.files - a.files),
    unreadable: [...unreadable].map(([path, because]) => ({ path, because })),
  };
}
