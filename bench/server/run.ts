// What the hardening costs: node bench/server/run.ts [--requests 360000]. One run, ratios: CPU per hot signed-in read against a bare
// node:http handler that answers with the same JSON; answer times at a rate; memory after as many requests as an hour at 100 a second has.
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { fill, prepare, startBare, startOurs, startPeers, stopAll } from './contestants.ts';
import { answerTimes, ask, cpuOf, memoryMb, quantile, type Running } from './measure.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    requests: { type: 'string', default: '360000' },
    rate: { type: 'string', default: '500' },
  },
});
const [rounds, requests, perSecond] = [Number(values.rounds), Number(values.requests), Number(values.rate)];
const PER_ROUND = 8_000;
const WARM_UP = 20_000;
const SECONDS = 10;
const SECONDS_OF_A_ROUND = 2;

const field = prepare();
try {
  const ours = await startOurs(field);
  const answer = await fill(ours, field);
  const bare = await startBare(answer, field);
  const { peers, absent } = await startPeers(answer, field);
  const contestants = [...peers, ours];
  for (const each of [bare, ...contestants]) await ask(each, field.asked, WARM_UP);
  console.log(
    `A read of ${answer.length} bytes; ${rounds} rounds of ${PER_ROUND} requests after ${WARM_UP}; Node ${process.version}, ${availableParallelism()} processors`,
  );
  for (const reason of absent) console.log(`not compared: ${reason}`);
  await compare(bare, contestants);
  await times([bare, ...contestants]);
  await lastAnHour(ours);
} finally {
  stopAll();
  rmSync(field.folder, { recursive: true, force: true });
}

async function compare(bare: Running, contestants: readonly Running[]): Promise<void> {
  const ways: readonly (readonly [string, (each: Running) => Promise<unknown>])[] = [
    ['as fast as it can', (each: Running) => ask(each, field.asked, PER_ROUND)],
    [`${perSecond} a second`, (each: Running) => answerTimes(each, field.asked, perSecond, SECONDS_OF_A_ROUND)],
  ];
  for (const [way, send] of ways) {
    const ratios = new Map(contestants.map(({ name }): [string, number[]] => [name, []]));
    const spent = async (by: Running) => {
      const before = cpuOf(by.child);
      await send(by);
      return cpuOf(by.child) - before;
    };
    for (let round = 0; round < rounds; round += 1) {
      for (const each of contestants) {
        // The reference right before and after: what else the machine does weighs on both.
        const before = await spent(bare);
        const its = await spent(each);
        ratios.get(each.name)?.push((2 * its) / (before + (await spent(bare))));
      }
    }
    console.log(`\n| ${way} | CPU per request, bare = 1 | lowest to highest |\n|---|---|---|`);
    for (const { name } of contestants) {
      const sorted = (ratios.get(name) ?? []).toSorted((a, b) => a - b);
      console.log(
        `| ${name} | ${quantile(sorted, 0.5).toFixed(2)} | ${quantile(sorted, 0).toFixed(2)}–${quantile(sorted, 1).toFixed(2)} |`,
      );
    }
  }
}

async function times(all: readonly Running[]): Promise<void> {
  console.log(`\n| at ${perSecond} requests a second | p50 | p99 | memory |\n|---|---|---|---|`);
  for (const each of all) {
    const sorted = await answerTimes(each, field.asked, perSecond, SECONDS);
    console.log(
      `| ${each.name} | ${quantile(sorted, 0.5).toFixed(1)} ms | ${quantile(sorted, 0.99).toFixed(1)} ms | ${memoryMb(each.child)} MB |`,
    );
  }
}

async function lastAnHour(ours: Running): Promise<void> {
  const before = memoryMb(ours.child);
  const quarters: number[] = [];
  for (let quarter = 0; quarter < 4; quarter += 1) {
    await ask(ours, field.asked, Math.ceil(requests / 4));
    quarters.push(memoryMb(ours.child));
  }
  console.log(`\n${ours.name}, ${requests} requests on: ${before} MB, then by quarters ${quarters.join(', ')} MB`);
}
