// What a request costs its generator in processor time: node bench/load/cost.ts [rate…] [generator…]. One run, ratios to autocannon as it is, and at the same rate.
import { against } from './against.ts';
import { isInstalled, peers } from './peers.ts';
import { howQuiet } from './quiet.ts';

const seconds = 6;
const present = new Set(['open', 'closed', 'rated', 'waker', ...peers.filter(isInstalled).map(({ name }) => name)]);
const asked = process.argv.slice(2);
const rates = asked.map(Number).filter((rate) => rate > 0);
const names = asked.filter((name) => present.has(name));
const runs = [
  { name: 'closed', perSecond: undefined },
  { name: 'wrk', perSecond: undefined },
  ...(rates.length > 0 ? rates : [100, 1_000, 5_000, 20_000, 40_000]).flatMap((perSecond) =>
    ['rated', 'open', 'waker', 'vegeta', 'k6', 'hey -q'].map((name) => ({ name, perSecond })),
  ),
].filter(
  ({ name, perSecond = 0 }) =>
    present.has(name) &&
    (names.length === 0 || names.includes(name)) &&
    (perSecond < 20_000 || (name !== 'k6' && name !== 'waker' && (perSecond === 20_000 || name === 'open'))),
);

const costs = new Map<string, number>();
process.stdout.write(`Generator and target ${howQuiet()}.\n\n`);
process.stdout.write(
  '| by | asked per s | sent per s | CPU µs per request | requests per CPU-second | to autocannon closed | to autocannon at this rate |\n',
);
process.stdout.write('|---|---|---|---|---|---|---|\n');
for (const { name, perSecond } of runs) {
  const seen = await against(name, { behaviour: 'at-once', seconds, connections: 100 }, perSecond ?? 1_000);
  const cost = seen.cpuMicroseconds;
  costs.set(`${name} ${perSecond}`, cost);
  const to = (other: string) => (costs.has(other) ? `${(cost / (costs.get(other) ?? cost)).toFixed(2)}×` : '–');
  const cells = [name, perSecond ?? 'as fast as it can', Math.round(seen.requests / seconds), cost.toFixed(1), Math.round(1e6 / cost)];
  process.stdout.write(`| ${[...cells, to('closed undefined'), perSecond === undefined ? '–' : to(`rated ${perSecond}`)].join(' | ')} |\n`);
}
