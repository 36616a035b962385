// Takes each control of the reference server away in turn, audits what is left, and looks which checks notice: node bench/controls/run.ts [word…]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalog } from '../../checks/catalog/index.ts';
import type { Control } from './control.ts';
import { guarding } from './guarding.ts';
import { type Noticed, notPassing } from './report.ts';
import { type Row, rowOf } from './row.ts';
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
const parts: readonly (readonly [name: string, audit: Audit, controls: readonly Control[]])[] = [
  ['running', running, [...guarding, ...telling].filter(chosen)],
  ['started and drilled', started, starting.filter(chosen)],
];
/** Most of the time is spent waiting for slow clients to be let go. */
const atOnce = Number(process.env.BENCH_AT_ONCE ?? 3);
/** On a crowded machine a server may not come up in time, or be too busy to answer. */
const mostTries = 3;

const print = (line: string): unknown => process.stdout.write(`${line}\n`);
async function run(scratch: string): Promise<number> {
  const began = performance.now();
  const copies = await Promise.all(Array.from({ length: atOnce }, (_, index) => copyServer(join(scratch, String(index)))));
  const missed: string[] = [];
  let caught = 0;
  for (const [name, audit, controls] of parts) {
    const [first] = copies;
    if (first === undefined || controls.length === 0) continue;
    const whole = await wholly(audit, first);
    print(`\nWith every control (${name}): ${whole.length === 0 ? 'all pass' : told(whole)}\n`);
    print('| control | taken from | check | verdict | seen in | caught |\n|---|---|---|---|---|---|');
    const left = [...controls];
    const lane = async (copy: Copy): Promise<void> => {
      for (let control = left.shift(); control !== undefined; control = left.shift()) {
        const row = await tried(control, copy, audit, whole);
        if (row.outcome === 'caught') caught += 1;
        else missed.push(control.control);
        print(`| ${control.control} | ${control.file} | ${control.check} | ${row.verdict} | ${row.seenIn} | ${row.text} |`);
      }
    };
    await Promise.all(copies.map(lane));
  }
  print(`\n${caught} of ${caught + missed.length} caught by exactly their check${missed.map((each) => `; missed: ${each}`).join('')}`);
  print(`${Math.round((performance.now() - began) / 1_000)} s, ${atOnce} at once`);
  return missed.length === 0 && caught > 0 ? 0 : 1;
}

const told = (all: readonly Noticed[]): string => all.map(({ id, verdict, what }) => `${id} (${verdict}): ${what}`).join('; ');

/** What does not pass with every control there; looked at again only where something could not be told. */
async function wholly(audit: Audit, copy: Copy, tries = 1): Promise<readonly Noticed[]> {
  const noticed = await audit(copy);
  const isUntold = noticed.some(({ verdict }) => verdict === 'inconclusive');
  return isUntold && tries < mostTries ? wholly(audit, copy, tries + 1) : noticed;
}

/** Tries again what could not be told. A check that passes has missed the control, however crowded the machine is. */
async function tried(control: Control, copy: Copy, audit: Audit, whole: readonly Noticed[], tries = 1): Promise<Row> {
  const row = await without(control, copy, audit, whole);
  return row.outcome === 'untold' && tries < mostTries ? tried(control, copy, audit, whole, tries + 1) : row;
}

async function without(control: Control, copy: Copy, audit: Audit, whole: readonly Noticed[]): Promise<Row> {
  const nothing = { verdict: '–', seenIn: '–' };
  const restore = await takeAway(copy, [control, ...(control.behind === undefined ? [] : [control.behind])]);
  if (restore === undefined) return { ...nothing, text: '**the line is not there**', outcome: 'missed' };
  try {
    return rowOf(control, await audit(copy, control), whole);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    return { ...nothing, text: `**it could not be tried: ${reason}**`, outcome: 'untold' };
  } finally {
    await restore();
  }
}

const scratch = await mkdtemp(join(tmpdir(), 'launchgate-controls-'));
try {
  process.exitCode = await run(scratch);
} finally {
  await rm(scratch, { recursive: true, force: true });
}
