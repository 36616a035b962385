// What a request costs its generator in processor time: node bench/load/cost.ts [rate…] [generator…] [rounds=5]. The median of rounds in which all take turns;
// ratios to autocannon as it is, at the same rate in its bunches, and at the same rate evenly.
import { against } from './against.ts';
import { isInstalled, peers } from './peers.ts';
import { howQuiet } from './quiet.ts';

const seconds = 6;
const present = new Set(['open', 'closed', 'rated', 'paced', 'bunched', 'waker', ...peers.filter(isInstalled).map(({ name }) => name)]);
const asked = process.argv.slice(2);
const rates = asked.map(Number).filter((rate) => rate > 0);
const rounds = Number(asked.find((each) => each.startsWith('rounds='))?.slice('rounds='.length) ?? 1);
const names = asked.filter((name) => present.has(name));
const runs = [
  { name: 'closed', perSecond: undefined },
  { name: 'wrk', perSecond: undefined },
  ...(rates.length > 0 ? rates : [100, 1_000, 5_000, 20_000, 40_000]).flatMap((perSecond) =>
    ['rated', 'bunched', 'paced', 'open', 'waker', 'vegeta', 'k6', 'hey -q'].map((name) => ({ name, perSecond })),
  ),
].filter(
  ({ name, perSecond = 0 }) =>
    present.has(name) &&
    (names.length === 0 || names.includes(name)) &&
    (perSecond < 20_000 || (!['k6', 'waker', 'paced', 'bunched'].includes(name) && (perSecond === 20_000 || name === 'open'))),
);

const costs = new Map<string, number>();
process.stdout.write(`Generator and target ${howQuiet()}; medians of ${rounds} rounds.\n\n`);
const columns = [
  'CPU µs per request',
  'from',
  'to',
  'requests per CPU-second',
  'to autocannon closed',
  'at this rate in its bunches',
  'at this rate evenly',
];
process.stdout.write(`| by | asked per s | sent per s | ${columns.join(' | ')} |\n|---|---|---|${columns.map(() => '---').join('|')}|\n`);
const seen = runs.map(() => ({ costs: [0], sent: 0 }));
for (let round = 0; round < rounds; round += 1) {
  for (const [at, { name, perSecond }] of runs.entries()) {
    const { cpuMicroseconds, requests } = await against(
      name,
      { behaviour: 'at-once', seconds, connections: 100, allWarm: true },
      perSecond ?? 1_000,
    );
    const all = [...(round === 0 ? [] : (seen[at]?.costs ?? [])), cpuMicroseconds];
    seen[at] = { costs: all.toSorted((one, other) => one - other), sent: requests / seconds };
  }
}
for (const [at, { name, perSecond }] of runs.entries()) {
  const { costs: all, sent } = seen[at] ?? { costs: [], sent: 0 };
  const cost = all[Math.floor(all.length / 2)] ?? 0;
  costs.set(`${name} ${perSecond}`, cost);
  const to = (other: string) => (costs.has(other) ? `${(cost / (costs.get(other) ?? cost)).toFixed(2)}×` : '–');
  const figures = [cost, all[0] ?? 0, all.at(-1) ?? 0].map((value) => value.toFixed(1));
  const cells = [name, perSecond ?? 'as fast as it can', Math.round(sent), ...figures, Math.round(1e6 / cost), to('closed undefined')];
  process.stdout.write(`| ${[...cells, ...['rated', 'paced'].map((other) => to(`${other} ${perSecond}`))].join(' | ')} |\n`);
}
