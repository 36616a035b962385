// Takes each control of the reference server away in turn, audits what is left, and looks which checks notice: node bench/controls/run.ts [word…]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalog } from '../../checks/catalog/index.ts';
import type { Control } from './control.ts';
import { guarding } from './guarding.ts';
import { type Noticed, notPassing } from './report.ts';
import { auditRunning, auditStarting, type Copy, copyServer, takeAway } from './server.ts';
import { starting } from './starting.ts';
import { telling } from './telling.ts';

type Audit = (copy: Copy, control?: Control) => Promise<readonly Noticed[]>;

const asked = catalog.filter(({ judge }) => judge.http !== undefined).map(({ id }) => id);
const drilled = catalog.filter(({ judge }) => judge.boot !== undefined).map(({ id }) => id);
const running: Audit = async (copy, control) => notPassing(await auditRunning(copy, asked, control));
const started: Audit = async (copy) => notPassing(await auditStarting(copy, drilled));

const words = process.argv.slice(2);
const chosen = ({ control, check }: Control): boolean =>
  words.length === 0 || words.some((word) => control.includes(word) || check === word);
const parts: readonly (readonly [audit: Audit, controls: readonly Control[]])[] = [
  [running, [...guarding, ...telling].filter(chosen)],
  [started, starting.filter(chosen)],
];
/** Most of the time is spent waiting for slow clients to be let go. */
const atOnce = Number(process.env.BENCH_AT_ONCE ?? 3);

const print = (line: string): unknown => process.stdout.write(`${line}\n`);
async function run(scratch: string): Promise<number> {
  const began = performance.now();
  const copies = await Promise.all(Array.from({ length: atOnce }, (_, index) => copyServer(join(scratch, String(index)))));
  const tally = { caught: 0, missed: 0 };
  for (const [audit, controls] of parts) {
    const [first] = copies;
    if (first === undefined || controls.length === 0) continue;
    const whole = await audit(first);
    print(
      `\nWith every control (${audit === running ? 'running' : 'started and drilled'}): ${whole.length === 0 ? 'all pass' : told(whole)}\n`,
    );
    print('| control | taken from | check | verdict | seen in | caught |\n|---|---|---|---|---|---|');
    const left = [...controls];
    const lane = async (copy: Copy): Promise<void> => {
      for (let control = left.shift(); control !== undefined; control = left.shift()) {
        const row = await tried(control, copy, audit, whole);
        tally[row.tally] += 1;
        print(`| ${control.control} | ${control.file} | ${control.check} | ${row.verdict} | ${row.seenIn} | ${row.caught} |`);
      }
    };
    await Promise.all(copies.map(lane));
  }
  print(`\n${tally.caught} of ${tally.caught + tally.missed} caught by exactly their check, ${tally.missed} missed`);
  print(`${Math.round((performance.now() - began) / 1_000)} s, ${atOnce} at once`);
  return tally.missed === 0 ? 0 : 1;
}

interface Row {
  readonly verdict: string;
  readonly seenIn: string;
  readonly caught: string;
  readonly tally: 'caught' | 'missed';
}
const told = (all: readonly Noticed[]): string => all.map(({ id, verdict, what }) => `${id} (${verdict}): ${what}`).join('; ');

/** On a crowded machine a server may not come up, or be too busy to answer: what is not clear is tried again. */
async function tried(control: Control, copy: Copy, audit: Audit, whole: readonly Noticed[]): Promise<Row> {
  const row = await without(control, copy, audit, whole);
  return row.tally === 'missed' ? without(control, copy, audit, whole) : row;
}

async function without(control: Control, copy: Copy, audit: Audit, whole: readonly Noticed[]): Promise<Row> {
  const restore = await takeAway(copy, [control, ...(control.behind === undefined ? [] : [control.behind])]);
  if (restore === undefined) return { verdict: '–', seenIn: '–', caught: '**the line is not there**', tally: 'missed' };
  try {
    const before = new Set(whole.map(({ id }) => id));
    return rowOf(
      control,
      (await audit(copy, control)).filter(({ id }) => !before.has(id)),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    return { verdict: '–', seenIn: '–', caught: `**it could not be tried: ${reason}**`, tally: 'missed' };
  } finally {
    await restore();
  }
}

function rowOf({ check, also = [] }: Control, noticed: readonly Noticed[]): Row {
  const own = noticed.find(({ id }) => id === check);
  const others = noticed.filter(({ id }) => id !== check && !also.includes(id));
  const seen = { verdict: own?.verdict ?? 'pass', seenIn: own?.by.join(', ') ?? '–' };
  if (others.length > 0) return { ...seen, caught: `**others too: ${told(others)}**`, tally: 'missed' };
  if (own?.verdict === 'fail')
    return { ...seen, caught: also.length === 0 ? 'yes' : `yes, and rightly ${also.join(', ')}`, tally: 'caught' };
  return { ...seen, caught: `**no**${own === undefined ? '' : `: ${own.what}`}`, tally: 'missed' };
}

const scratch = await mkdtemp(join(tmpdir(), 'launchgate-controls-'));
try {
  process.exitCode = await run(scratch);
} finally {
  await rm(scratch, { recursive: true, force: true });
}
