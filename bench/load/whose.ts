// Whose lateness it is: node bench/load/whose.ts [rate…] [behaviour…] [precise]. Every request by the clock of the target and of our generator, and what each added.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { against } from './against.ts';
import { howQuiet } from './quiet.ts';
import { type Sent, sentSchema, type Traced, tracedSchema } from './seen.ts';
import { cases } from './truth.ts';

const asked = process.argv.slice(2);
const rates = asked.map(Number).filter((rate) => rate > 0);
const precise = asked.includes('precise');
const chosen = cases.filter(({ behaviour }) => asked.includes(behaviour));
// What a request costs beyond what its target takes by construction, in the order in which it happens.
const parts: readonly (readonly [string, (sent: Sent, by: Traced) => number])[] = [
  ['sent late', (sent) => sent.sentMs - sent.dueMs],
  ['noticed late by target', (sent, by) => by.askedMs - sent.sentMs],
  ['answered late by target', (_, by) => by.answeredMs - by.dueMs],
  ['noticed late by generator', (sent, by) => sent.endedMs - by.answeredMs],
];

process.stdout.write(
  `Generator and target ${howQuiet()}${precise ? ', precise' : ''}. Milliseconds: p50 / p95 / p99; share of what the slowest 1 % lost.\n\n`,
);
process.stdout.write(
  `| case | per s | all | ${parts.map(([name]) => name).join(' | ')} |\n|---|---|---|${parts.map(() => '---').join('|')}|\n`,
);
for (const each of chosen.length > 0 ? chosen : cases.filter(({ behaviour }) => behaviour.startsWith('constant'))) {
  for (const perSecond of rates.length > 0 ? rates : [100, 1000]) {
    const folder = mkdtempSync(join(tmpdir(), 'launchgate-bench-'));
    try {
      const traces = { target: join(folder, 'target'), generator: join(folder, 'generator') };
      await against(precise ? 'precise' : 'open', { ...each, traces }, perSecond);
      const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
      const byTarget = new Map(
        z
          .array(tracedSchema)
          .parse(read(traces.target))
          .map((one) => [one.id, one]),
      );
      const pairs = z
        .array(sentSchema)
        .parse(read(traces.generator))
        .flatMap((sent) => {
          const by = byTarget.get(sent.id);
          return by === undefined ? [] : [parts.map(([, of]) => of(sent, by))];
        });
      process.stdout.write(`| ${each.name} | ${perSecond} | ${lostBy(pairs).join(' | ')} |\n`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}

function lostBy(pairs: readonly (readonly number[])[]): readonly string[] {
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const slowest = pairs.toSorted((one, other) => sum(other) - sum(one)).slice(0, Math.max(1, Math.floor(pairs.length / 100)));
  const whole = sum(slowest.map(sum));
  const figures = (values: readonly number[]) => {
    const sorted = values.toSorted((one, other) => one - other);
    return [0.5, 0.95, 0.99].map((at) => (sorted[Math.ceil(at * sorted.length) - 1] ?? 0).toFixed(2)).join(' / ');
  };
  const ofPart = (index: number) => {
    const share = sum(slowest.map((values) => values[index] ?? 0)) / whole;
    return `${figures(pairs.map((values) => values[index] ?? 0))}; ${Math.round(share * 100)} %`;
  };
  return [figures(pairs.map(sum)), ...parts.map((_, index) => ofPart(index))];
}
