// What a package's script that starts the service runs first: another script that applies migrations, or one that nobody can see into.
import type { FilePlace, ObjectLiteral, Unit } from '../../model.ts';
import { migrating } from './commands.ts';

interface Prepared {
  readonly good: readonly { readonly message: string; readonly place: FilePlace }[];
  readonly unclear: readonly string[];
}

export function preparedByScript(unit: Unit): Prepared {
  const file = unit.data('package.json');
  const scripts = file?.kind === 'object' ? scriptsOf(file) : new Map<string, Script>();
  const start = starting.map((name) => scripts.get(name)).find((each) => each !== undefined);
  // What an image starts; a script that starts Docker itself runs nothing here.
  const inImage = ['start:docker', 'start-docker']
    .flatMap((name) => scripts.get(name) ?? [])
    .filter(({ text }) => !/\bdocker\b/.test(text));
  // `start:with-migrations` says what it is there for.
  const saying = [...scripts].flatMap(([name, script]) => (/^(?:start|serve)\b.*migrat/.test(name) ? [script] : []));
  const run = [start, ...inImage, ...saying].flatMap((each) => namedFirst(each?.text ?? ''));
  const called = run.flatMap((name) => {
    const script = scripts.get(name);
    return script ? [{ name, ...script }] : [];
  });
  const applied = called.filter(({ name, text }) => migrating.test(text) || /^(?:db[:-])?migrat/.test(name));
  const opaque = called.filter(({ name }) => /(?:^|[:._-])(?:prisma|db|database|schema|migrat\w*)(?:$|[:._-])/i.test(name));
  return {
    good: applied.map(({ place }) => ({ message: 'migrations are applied by the command that starts the service', place })),
    unclear: opaque.map(
      ({ name }) => `the script ${name} runs before the service starts, and what it does to the database could not be followed`,
    ),
  };

  function scriptsOf(manifest: ObjectLiteral): ReadonlyMap<string, Script> {
    const found = manifest.entries.find(({ key }) => key === 'scripts')?.value;
    const all = found?.kind === 'object' ? found.entries : [];
    return new Map(
      all.flatMap(({ key, value }) =>
        typeof key === 'string' && value.kind === 'string' ? [[key, { text: value.value, place: unit.place(value) }] as const] : [],
      ),
    );
  }
}

const starting = ['start:prod', 'start:production', 'start'];

/** Scripts that a line runs before the last one it names, which is the service itself. */
function namedFirst(line: string): readonly string[] {
  const [, inTurn] = /^\s*(?:npm-run-all|run-s)\s+((?:-{1,2}[\w-]+\s+)*[^&|;]+)$/.exec(line) ?? [];
  if (inTurn !== undefined && !/(?:^|\s)(?:-p|--parallel)(?:\s|$)/.test(inTurn))
    return inTurn
      .split(/\s+/)
      .filter((word) => /^[\w:.]/.test(word))
      .slice(0, -1);
  const first = line.split('&&').slice(0, -1);
  return first.flatMap((each) => /^\s*(?:yarn|npm run|npm|pnpm run|pnpm|bun run|bun)\s+(?:-\S+\s+)*([\w:.-]+)/.exec(each)?.[1] ?? []);
}

interface Script {
  readonly text: string;
  readonly place: FilePlace;
}
