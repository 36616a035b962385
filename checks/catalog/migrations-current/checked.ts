// Calls that look at the schema's version or bring it up to date, and whether the start or a health route makes them.
import type { Call, Finding, Unit } from '../../model.ts';
import { migrating } from './commands.ts';
import { type Reach, reachOf } from './reach.ts';
import { switchOf } from './switched.ts';

export interface Checked {
  readonly good: readonly Finding[];
  /** Every start throws away what the tables hold: whatever else looks at the schema, nothing is left to look at. */
  readonly emptied: readonly Finding[];
  readonly bad: readonly Finding[];
  readonly unclear: readonly string[];
}

/** What applies migrations, or says which are pending. */
const calls = [
  ...['py:alembic.command.upgrade', 'py:alembic.command.check', 'py:alembic.command.ensure_version', '*.get_current_revision'],
  ...['*.get_current_heads', '*.get_current_head', 'py:flask_migrate.upgrade', '*.migration_plan', 'py:yoyo.get_backend'],
  ...['py:piccolo.apps.migrations.commands.forwards.run_forwards', 'py:aerich.Command().upgrade'],
  ...['*.migrate.latest', '*.migrate.status', '*.migrate.currentVersion', '*.migrate.list', '*.migrate.up', '*.runMigrations'],
  ...[
    '*.showMigrations',
    'npm:node-pg-migrate',
    'npm:node-pg-migrate.runner',
    'npm:postgres-migrations.migrate',
    'npm:migrate.load',
    'npm:umzug.Umzug().up',
  ],
  ...[
    'npm:umzug.Umzug().pending',
    'npm:umzug().up',
    'npm:umzug().pending',
    'npm:drizzle-orm/*',
    '*.checkMigrationNeeded',
    '*.getMigrator().up',
    '*.getPendingMigrations',
    '*.migrateToLatest',
  ],
];
/** Of a package with many functions, those that migrate. */
const migrates = (symbols: readonly string[]): boolean =>
  symbols.every((symbol) => !symbol.startsWith('npm:drizzle-orm/') || /migrator\.migrate$/.test(symbol));
/** Tables in which tools keep what was applied. */
const table =
  /\b(?:schema_migrations|alembic_version|_prisma_migrations|knex_migrations|django_migrations|flyway_schema_history|pgmigrations|__drizzle_migrations|SequelizeMeta|schema_version)\b/;
/** The name of such a table alone, or a statement that reads it: prose may name it too. */
const asksTable = (word: string): boolean =>
  table.test(word) && (/^[\w".]+$/.test(word) || /\b(?:from|join|table|into|update)\b/i.test(word));
/** The schemas of PostgreSQL that hold tables, and what somebody may do there: nothing of what the tables look like. */
const ofNamespaces = /information_schema\.schemata|has_schema_privilege|pg_namespace/i;
/** Helpers of the service's own that say by their name what they do. */
const named =
  /pending_?migrations|migrations?_?(?:pending|current|status)|(?:require|assert|check|verify|ensure)_?(?:current_?)?(?:schema|migrations?|db_?version|revision)|schema_?(?:is_?)?current|(?:run|apply)_?(?:pending_?)?migrations|migrate_?(?:database|db)|bring_?up_?to_?date/i;

export function checkedInCode(unit: Unit): Checked {
  const reach = reachOf(unit);
  const found = unit
    .calls(...calls)
    .filter(({ symbols, runsIn, onlyAsScript }) => migrates(symbols) && runsIn !== 'development' && !onlyAsScript);
  const reached = [...found, ...shelled(unit)].filter((call) => reach.call(call));
  const switched = reached.flatMap((call) => switchOf(unit, call) ?? []);
  const running = reached.filter((call) => switchOf(unit, call) === undefined);
  const candidates = unit
    .functions()
    .filter(
      (code) =>
        (named.test(code.name) &&
          unit.words(code).some((word) => /migrat|revision|pending|schema/i.test(word)) &&
          !unit.words(code).some((word) => ofNamespaces.test(word))) ||
        unit.words(code).some(asksTable),
    );
  const looking = candidates.filter((code) => reach.code(code));
  const handedOn = candidates.filter((code) => !looking.includes(code) && code.owner === undefined && reach.perhaps(code));
  const options = unit
    .entriesNamed('migrationsRun', 'autoMigrate')
    .filter(({ value, runsIn }) => runsIn !== 'development' && value.kind === 'boolean' && value.value);
  const django = ofDjango(unit);
  const dead = found.filter(({ inFunction }) => inFunction !== undefined && !unit.isReferred(inFunction));
  const [held, sound] = [true, false].map((is) => running.filter(({ swallowed }) => swallowed === is));
  const message = 'the schema is looked at or brought up to date when the service starts, or by its health route';
  return {
    good: [
      ...(sound ?? []).map(({ place }) => ({ message, place })),
      ...looking.map((code) => ({ message, place: unit.place(code) })),
      ...options.map(({ place }) => ({ message: 'migrations run when the connection is made', place })),
      ...fitted(unit, reach),
      ...django.good,
    ],
    emptied: emptying(unit, reach),
    bad: [
      ...making(unit, reach),
      ...(held ?? []).map(({ place }) => ({
        message: 'the schema is brought up to date at the start, and where that fails the service starts all the same',
        place,
      })),
      ...dead.map(({ place }) => ({ message: 'the schema is looked at in a function that nothing calls', place })),
    ],
    unclear: [
      ...django.unclear,
      ...switched.map((name) => `the start migrates only where ${name} is on, and whether it is does not stand in the source`),
      ...handedOn.map(({ name }) => `where ${name} is called could not be followed`),
    ],
  };
}

/** `exec('npx prisma migrate deploy')`, `subprocess.run(["alembic", "upgrade", "head"], check=True)`. */
const shelled = (unit: Unit): readonly Call[] =>
  unit
    .calls(...shells)
    .filter(({ runsIn, onlyAsScript }) => runsIn !== 'development' && !onlyAsScript)
    .filter(({ node }) => migrating.test(node.args.flatMap(({ value }) => unit.words(value)).join(' ')));
const shells = [
  ...['exec', 'execSync', 'execFile', 'execFileSync', 'spawn', 'spawnSync', 'fork'].map((name) => `node:child_process.${name}`),
  ...[
    'npm:execa',
    'npm:execa.*',
    'npm:shelljs.exec',
    'npm:cross-spawn',
    'npm:cross-spawn.*',
    'npm:zx.$',
    'js:Bun.spawn',
    'js:Bun.spawnSync',
  ],
  ...[
    'py:subprocess.run',
    'py:subprocess.call',
    'py:subprocess.check_call',
    'py:subprocess.check_output',
    'py:subprocess.Popen',
    'py:os.system',
  ],
  'py:asyncio.create_subprocess_exec',
];

function ofDjango(unit: Unit): Pick<Checked, 'good' | 'unclear'> {
  const installed = unit.assignments('INSTALLED_APPS').filter(({ value }) => unit.words(value).includes('health_check.contrib.migrations'));
  const isServed = unit.calls('py:django.urls.include').some(({ node }) => unit.words(node).includes('health_check.urls'));
  if (installed.length === 0) return { good: [], unclear: [] };
  return isServed
    ? { good: installed.map(({ place }) => ({ message: 'django-health-check looks for pending migrations', place })), unclear: [] }
    : { good: [], unclear: ['where the health checks of Django are served could not be followed'] };
}

const isTrue = (option: ReturnType<Call['option']>): boolean =>
  typeof option === 'object' && option.kind === 'literal' && option.value === true;

/** `sync({ alter: true })`, `synchronize: true`: the tables are changed to what the models say as the service starts. */
const fitted = (unit: Unit, reach: Reach): readonly Finding[] => [
  ...unit
    .calls(...syncs)
    .filter((call) => call.runsIn !== 'development' && fits(call) && reach.call(call))
    .map(({ place }) => ({ message: 'the tables are changed to what the models say when the service starts', place })),
  ...unit
    .entriesNamed('synchronize')
    .filter(({ value, runsIn, givenTo = [] }) => runsIn !== 'development' && value.kind === 'boolean' && value.value && givenTo.some(opens))
    .map(({ place }) => ({ message: 'the tables are changed to what the entities say when the connection is made', place })),
];
const syncs = ['npm:sequelize.Sequelize().sync', 'npm:sequelize().sync', 'npm:sequelize-typescript.Sequelize().sync'];
const fits = (call: Call): boolean => isTrue(call.option('alter')) && !isTrue(call.option('force'));
const opens = (symbol: string): boolean => /^npm:(?:typeorm|@nestjs\/(?:typeorm|sequelize))\./.test(symbol);

/** `sync({ force: true })`, `dropSchema: true`: every start throws away what the tables hold. */
const emptying = (unit: Unit, reach: Reach): readonly Finding[] => {
  const message = 'every table is dropped and made anew when the service starts, with all that it holds';
  return [
    ...unit
      .calls(...syncs)
      .filter((call) => call.runsIn !== 'development' && isTrue(call.option('force')) && reach.call(call))
      .map(({ place }) => ({ message, place })),
    ...unit
      .entriesNamed('dropSchema')
      .filter(
        ({ value, runsIn, givenTo = [] }) => runsIn !== 'development' && value.kind === 'boolean' && value.value && givenTo.some(opens),
      )
      .map(({ place }) => ({ message, place })),
  ];
};

/** `create_all`, `sync()`: tables that are missing are made, and a table that changed stays as it was. */
const making = (unit: Unit, reach: Reach): readonly Finding[] =>
  [
    ...unit.calls('*.create_all', '*.generate_schemas'),
    ...unit.calls(...syncs).filter((call) => !fits(call) && !isTrue(call.option('force'))),
    ...unit.calls('py:tortoise.contrib.*').filter((call) => isTrue(call.option('generate_schemas'))),
  ]
    .filter((call) => reach.call(call))
    .map(({ place }) => ({
      message: 'missing tables are made, and nothing looks whether those that are there have the right columns',
      place,
    }));
