// The truth table: node bench/load/run.ts [rate…] [generator…] [behaviour…]. Known behaviours against our open model, and autocannon closed and at a rate; one run, one table.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { closed, type Drive, open, rated, type Seen } from './generators.ts';
import { type Case, cases, isTrue } from './truth.ts';

const target = fileURLToPath(new URL('./target.ts', import.meta.url));
const asked = process.argv.slice(2);
const rates = asked.map(Number).filter((rate) => rate > 0);
const known: Readonly<Record<string, (how: Drive) => Promise<Seen>>> = { open, closed, rated };
const wanted = asked.filter((name) => name in known);
const generators = Object.entries(known).filter(([name]) => wanted.length === 0 || wanted.includes(name));

process.stdout.write('| case | rate | by | p50 ms | p95 ms | p99 ms | failed | requests | true |\n|---|---|---|---|---|---|---|---|---|\n');
const behaviours = cases.filter(({ behaviour }) => asked.includes(behaviour));
for (const each of behaviours.length > 0 ? behaviours : cases) {
  for (const perSecond of rates.length > 0 ? rates : [100, 1000]) {
    row(each, perSecond, 'truth', { ...each.truth, requests: perSecond * each.seconds }, '');
    for (const [name, drive] of generators) {
      const seen = await against(each, perSecond, drive);
      row(each, perSecond, name, seen, isTrue(seen, each.truth) ? 'yes' : `**no**${seen.note === undefined ? '' : ` (${seen.note})`}`);
    }
  }
}

async function against({ behaviour, seconds }: Case, perSecond: number, drive: (how: Drive) => Promise<Seen>): Promise<Seen> {
  const server = spawn(process.execPath, [target, behaviour], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [port] = await once(server.stdout, 'data');
    return await drive({ url: `http://127.0.0.1:${String(port).trim()}/`, perSecond, seconds });
  } finally {
    server.kill();
  }
}

function row({ name }: Case, perSecond: number, by: string, seen: Seen, verdict: string): void {
  const ms = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
  const figures = [ms(seen.p50Ms), ms(seen.p95Ms), ms(seen.p99Ms), `${(seen.failedShare * 100).toFixed(1)} %`, seen.requests];
  process.stdout.write(`| ${[name, perSecond, by, ...figures, verdict].join(' | ')} |\n`);
}
