// `launchgate explain <id>`: everything a check says about itself, from its own data.
import { catalog } from '../../checks/catalog/index.ts';
import type { Check } from '../../checks/model.ts';
import { allWrittenFixes } from '../../reports/idioms.ts';
import type { AddCommand } from '../command.ts';
import { didYouMean } from '../nearest.ts';
import { Problem } from '../problem.ts';
import { openTerminal, type TerminalFlags } from '../terminal.ts';
import { paragraph } from '../text.ts';

export const addExplain: AddCommand = (program, run) => {
  const command = program
    .command('explain')
    .description('what a check asks, why it matters and how to fix it')
    .argument('<id>', 'a check, as launchgate checks lists them')
    .action((id: string) => run(() => explain(id, command.optsWithGlobals<TerminalFlags>())));
};

async function explain(id: string, flags: TerminalFlags): Promise<0> {
  const check = catalog.find((each) => each.id === id);
  const ids = catalog.map((each) => each.id);
  if (check === undefined) throw new Problem(`no check is called "${id}"${didYouMean(id, ids)}; launchgate checks lists all`);
  await openTerminal(flags).report(explanation(check));
  return 0;
}

const witnesses: Readonly<Record<keyof Check['judge'], string>> = {
  code: 'the source code of the service, without running it',
  environment: 'env files and the environment given',
  boot: 'a start by its own command (--start)',
  http: 'requests to the running service (--url or --start)',
  load: 'a load run (--load)',
  migrations: 'the migrations in the checkout, read and replayed into an empty database',
  database: 'a database, read-only (--database-url)',
  backup: 'a backup, restored into a scratch database (launchgate backup verify)',
};

function explanation(check: Check): string {
  const probes = Object.entries(check.probes ?? {});
  const judges = Object.keys(check.judge).flatMap((kind) => (isWitness(kind) ? [`  ${kind.padEnd(12)} ${witnesses[kind]}`] : []));
  return [
    `${check.id} (${check.tier})`,
    check.title,
    '',
    'Why',
    paragraph(check.why),
    '',
    'Fix',
    paragraph(check.fix),
    '',
    ...idioms(check),
    'Looks at',
    ...judges,
    ...(probes.length === 0 ? [] : ['', 'Requests it sends']),
    ...probes.map(([name, probe]) => `  ${name} (${probe.class})`),
    '',
    'References',
    ...check.refs.map((ref) => `  ${ref}`),
    '',
  ].join('\n');
}

/** One framework after another, each with its lines as they are written. */
function idioms({ idioms: given = {} }: Check): readonly string[] {
  return allWrittenFixes(given).flatMap(({ name, lines }) => [`  In ${name}`, ...lines.map((line) => `    ${line}`), '']);
}

function isWitness(kind: string): kind is keyof Check['judge'] {
  return Object.hasOwn(witnesses, kind);
}
