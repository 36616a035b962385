// Migrations that the command which starts the service applies or checks first.
import type { Finding, Unit } from '../../model.ts';

export const migrating =
  /alembic(?:["',\s]+-\S+)*["',\s]+(?:upgrade|check)|manage\.py["',\s]+migrate|prisma["',\s]+migrate["',\s]+deploy|knex["',\s]+migrate:latest|typeorm["',\s]+(?:migration:run|-d)|sequelize(?:-cli)?["',\s]+db:migrate|drizzle-kit["',\s]+migrate|flask["',\s]+db["',\s]+upgrade|node-pg-migrate["',\s]+up|dbmate["',\s]+(?:up|migrate)|(?:npm|yarn|pnpm|bun)(?:["',\s]+-[\w=-]+)*["',\s]+(?:run["',\s]+(?:-[\w=-]+["',\s]+)*)?(?:\w+:)?migrat\w*|python[\d.]*["',\s]+-m["',\s]+[\w.]+["',\s]+(?:database|db)["',\s]+(?:migrate|upgrade)|aerich["',\s]+upgrade/;

/** A script of a package that somebody has to call: `"db:migrate": "…"`; starting the service runs another. */
const isByHand = (path: string, text: string): boolean =>
  /(?:^|\/)package\.json$/.test(path) &&
  [...text.matchAll(/"([\w:.-]+)"\s*:\s*"([^"]*)"/g)].every(
    ([, name = '', command = '']) => !migrating.test(command) || !starts.test(name),
  );
const starts = /^(?:pre)?(?:start|serve|prod|production)(?:$|[:._-](?!dev|local))/;

/** A service of a compose file that is there to migrate, and that others wait for. */
const migrator = /^image:\s*["']?(?:docker\.io\/)?migrate\/migrate\b/;

export const migratedByCommand = (unit: Unit): readonly Finding[] =>
  unit.startCommands
    .filter(
      ({ text, settings = '', place }) =>
        (migrating.test(text) && !isByHand(place.path, text)) ||
        migrator.test(text) ||
        (/--hook-[\w-]+ exec:/.test(settings) && migrating.test(settings)),
    )
    .map(({ text, place }) => ({
      message: migrator.test(text)
        ? 'migrations are applied by a container that is started with the service'
        : 'migrations are applied by the command that starts the service',
      place,
    }));

/** `web: invoke app.run`: tasks of a runner, which may migrate before they serve. */
const runner = /^(?:[\w-]+:\s*|CMD\s*\[?\s*|ENTRYPOINT\s*\[?\s*|exec\s+)?["']?(invoke|inv|fab|make|just|poe|doit)["']?[\s,]/;

/** The runner that starts the service by tasks, which are not followed; undefined where none does. */
export const startedByTasks = (unit: Unit): string | undefined =>
  unit.startCommands.map(({ text }) => runner.exec(text.trim())?.[1]).find((name) => name !== undefined);

/** A script of the service's own that runs before it starts, and may bring the schema up to date. */
const preparing =
  /^(?:exec\s+)?(?:[\w.]+\s+run\s+)?(?:python[\d.]*\s+(?:-m\s+)?|node\s+)([\w./-]*(migrat|setup|init[_-]?db|init_?database|pre[_-]?start|upgrade)[\w./-]*)/;

/** Whether such a script says that it migrates; of others, which stand there unread. */
export function preparedByCommand(unit: Unit): { readonly good: readonly Finding[]; readonly unclear: readonly string[] } {
  const run = unit.startCommands.flatMap(({ text, place }) => {
    const [, script, word] = preparing.exec(text.trim()) ?? [];
    return script === undefined || /(?:^|\/)package\.json$/.test(place.path) ? [] : [{ script, word, place }];
  });
  const applied = run.filter(({ word }) => word === 'migrat');
  return {
    good: applied.map(({ place }) => ({ message: 'migrations are applied by the command that starts the service', place })),
    unclear: run.map(({ script }) => `${script} runs before the service starts, and what it does to the database could not be followed`),
  };
}
