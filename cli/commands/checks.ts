// `launchgate checks`: what is looked at, and by which evidence.
import { Option } from 'commander';
import { catalog } from '../../checks/catalog/index.ts';
import type { AddCommand } from '../command.ts';
import { openTerminal, type TerminalFlags } from '../terminal.ts';

type ChecksFlags = TerminalFlags & { readonly format: 'text' | 'json'; readonly json?: true };

export const addChecks: AddCommand = (program, run) => {
  const command = program
    .command('checks')
    .description('list every check')
    .addOption(new Option('-f, --format <format>', 'how').choices(['text', 'json']).default('text'))
    .option('--json', 'the same as -f json')
    .action(() => run(() => listChecks(command.optsWithGlobals<ChecksFlags>())));
};

async function listChecks(flags: ChecksFlags): Promise<0> {
  const terminal = openTerminal(flags);
  const rows = catalog.map((check) => ({
    id: check.id,
    tier: check.tier,
    title: check.title,
    evidence: Object.keys(check.judge),
    refs: check.refs,
  }));
  const asJson = flags.json === true || flags.format === 'json';
  await terminal.report(asJson ? `${JSON.stringify(rows, null, 2)}\n` : table(rows));
  return 0;
}

function table(rows: readonly { id: string; tier: string; title: string; evidence: readonly string[] }[]): string {
  const idWidth = Math.max(...rows.map((row) => row.id.length), 0);
  const tiers = [...new Set(rows.map((row) => row.tier))];
  const sections = tiers.map((tier) => {
    const lines = rows
      .filter((row) => row.tier === tier)
      .map((row) => `  ${row.id.padEnd(idWidth)}  ${row.title}\n  ${' '.repeat(idWidth)}  looks at: ${row.evidence.join(', ')}`);
    return `${tier}\n${lines.join('\n')}\n`;
  });
  return `${sections.join('\n')}\n${rows.length} checks; launchgate explain <id> tells why and how to fix\n`;
}
