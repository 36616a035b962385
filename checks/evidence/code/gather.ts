// Brings the code evidence of a checkout: lists, finds the services, and hands out the middle, which reads files as they are asked for.
import type { CodeCoverage, CodeEvidence, Containers, Gathered } from '../../model.ts';
import { openCheckout } from './checkout.ts';
import { containersIn } from './containers.ts';
import { coverageOf, seenSecrets } from './counted.ts';
import { discover, notReached } from './discover.ts';
import type { CodeFacts } from './facts.ts';
import { defaultLimits, type Listing, type ListingLimits, listFiles } from './files.ts';
import { type Looked, lookedAt } from './fingerprint.ts';
import { makeMemory } from './program.ts';
import { makeImportGraph } from './reach.ts';
import { makeServices, type Prepared, type Services } from './services.ts';
import { unreadServices } from './unread-frameworks.ts';
import { wordPattern } from './word-pattern.ts';

export interface CodeOptions {
  readonly root: string;
  /** Plain words, any case: a service file with none of them is read but not parsed for the judges. */
  readonly mentions: readonly string[];
  readonly limits?: ListingLimits;
  /** Where the folder was listed already. */
  readonly listing?: Listing;
}
export interface CodeGathering {
  readonly evidence: CodeEvidence;
  readonly services: Services;
  /** What is worth keeping so that the same judges give the same answers later: plain JSON, without secrets. */
  readonly facts: () => CodeFacts;
  /** What was read so far. */
  readonly looked: () => Looked;
}

/** Never throws for a single file; a root that is no readable folder is `missing`. */
export function gatherCode(options: CodeOptions): Gathered<CodeGathering> {
  let listing: Listing;
  try {
    listing = options.listing ?? listFiles(options.root, options.limits ?? defaultLimits);
  } catch (error) {
    return { missing: `the folder could not be read: ${error instanceof Error ? error.message : 'unknown error'}` };
  }
  return { found: gatherFrom(options, listing) };
}

function gatherFrom({ root, mentions }: CodeOptions, listing: Listing): CodeGathering {
  const checkout = openCheckout(root, listing);
  const { base, learnt, manifests, python, read, typescript } = checkout;
  const graph = makeImportGraph(listing.sources, read, { typescript, python: python.resolve, pythonChild: python.child });
  const found = discover({ listing, manifests, program: { ...base, files: [], roles: new Map(), memory: makeMemory() }, graph, read });
  const words = wordPattern(mentions);
  const units = found.units.map((unit): Prepared => {
    // Where a service begins is looked at whatever it speaks of: it may do no more than hang one thing on another.
    const begins = new Set(unit.entries.map(({ place }) => place.path));
    const paths = [...unit.files].filter((path) => begins.has(path) || words.test(read(path) ?? '')).sort();
    const chosen = new Set(paths);
    return { found: unit, paths, others: [...unit.files].filter((path) => !chosen.has(path)) };
  });
  const services = makeServices(units, checkout.unitOf, checkout.keepLowered);
  let known: Containers | undefined;
  const containers = (): Containers => {
    known ??= containersIn(listing.all, read);
    return known;
  };
  const secrets = seenSecrets(root, listing, manifests, read);
  const serviceFiles = new Set(found.units.flatMap(({ files }) => [...files]));
  const unread = units.length > 0 ? [] : unreadServices(listing.sources, read);
  // A service is seldom more than a quarter of its checkout; the rest was looked through for it, and for secrets.
  checkout.keepOnly(serviceFiles);
  const sourcePaths = new Set(listing.sources.map(({ path }) => path));
  // Where no service was found, a source that could not be read may be the one.
  const mayBeService = (path: string): boolean => sourcePaths.has(path) && [undefined, notReached].includes(found.leftOut.get(path));
  const coverage = (): CodeCoverage => ({
    ...coverageOf(listing, found.leftOut, learnt.unreadable, serviceFiles.size, learnt.parsed.size),
    blindSpots: [
      ...unread.map(({ path, framework }) => ({ path, words: [], because: `makes one with ${framework}, which is not read` })),
      ...[...learnt.unreadable.keys()]
        .filter((path) => (units.length === 0 ? mayBeService(path) : serviceFiles.has(path)))
        .map((path) => ({ path, words: wordsIn(mentions, read(path)) })),
    ],
  });
  const evidence: CodeEvidence = {
    get units() {
      return services.all();
    },
    get coverage() {
      return coverage();
    },
    secrets,
    get containers() {
      return containers();
    },
  };
  const facts = (): CodeFacts => ({
    units: units.map((each) => ({
      root: each.found.root,
      entries: each.found.entries,
      startCommands: each.found.startCommands,
      packages: services.one(each).packages,
      beside: each.found.beside(),
      parsed: each.paths,
      others: each.others.filter((path) => learnt.parsed.has(path)),
    })),
    files: [...learnt.parsed].flatMap((path) => checkout.source(path) ?? []),
    modules: [...checkout.asked.modules],
    children: [...checkout.asked.children],
    prisma: [...checkout.asked.prisma].filter(([, keys]) => keys.length > 0),
    coverage: coverage(),
    secrets,
    containers: containers(),
  });
  return { evidence, services, facts, looked: () => lookedAt(root, listing, learnt.contents) };
}

/** The words that stand in a text, in lower case; all of them where there is no text to look in. */
function wordsIn(mentions: readonly string[], text: string | undefined): readonly string[] {
  const words = mentions.map((word) => word.toLowerCase());
  const lower = text?.toLowerCase();
  return lower === undefined ? words : words.filter((word) => lower.includes(word));
}
