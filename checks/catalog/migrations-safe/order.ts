// Versions that do not make one history: some twice, some missing, some that nothing applies.
import type { Finding, MigrationFile, MigrationSet } from '../../model.ts';

export function orderFaults(set: MigrationSet): readonly Finding[] {
  const { files, absent, heads, passedOver, tool } = set;
  return [
    ...twice(files),
    ...gaps(set),
    ...absent.map(({ version, namedBy }) => ({ message: `migration ${version} is named here and not in the checkout`, place: namedBy })),
    ...severalHeads(heads, files),
    ...passedOver.map((place) => ({
      message: `${tool === 'drizzle' ? 'the journal does not name it' : 'its name begins with no version'}, so that it is never applied`,
      place,
    })),
  ];
}

function twice(files: readonly MigrationFile[]): readonly Finding[] {
  const groups = Map.groupBy(files, ({ version }) => version.replace(/^0+(?=\d)/, ''));
  return [...groups].flatMap(([version, [first, ...others]]) =>
    first === undefined ? [] : others.map(({ place }) => ({ message: `version ${version} is given twice`, place, related: [first.place] })),
  );
}

/** Of versions that count 1, 2, 3; a stamp of time has gaps by nature. */
function gaps({ tool, files }: MigrationSet): readonly Finding[] {
  if (tool !== 'sql' || files.length < 2 || !files.every(({ version }) => /^\d{1,5}$/.test(version))) return [];
  const numbers = files.map(({ version }) => Number(version));
  const steps = numbers.slice(1).map((number, at) => number - (numbers[at] ?? 0));
  // Some count in tens to leave room: a gap is only where nearly all others stand side by side.
  if (steps.filter((step) => step === 1).length * 2 < steps.length) return [];
  return files.slice(1).flatMap(({ version, place }, at) => {
    const before = numbers[at] ?? 0;
    const missing = Number(version) - before - 1;
    if (missing < 1) return [];
    return [
      {
        message:
          missing === 1
            ? `version ${before + 1} is missing before this one`
            : `versions ${before + 1} to ${Number(version) - 1} are missing before this one`,
        place,
      },
    ];
  });
}

function severalHeads(heads: readonly string[], files: readonly MigrationFile[]): readonly Finding[] {
  const [, second] = heads;
  const file = files.find(({ version }) => version === second);
  return file === undefined ? [] : [{ message: `the history has several ends: ${heads.join(', ')}`, place: file.place }];
}
