// The same request again and again until the target refuses it; then whether the refusal can be got round, harms others, and ends.
import { networkInterfaces } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Burst, BurstProbe, Exchange, ProbeOutcome } from '../../model.ts';
import { type BuildMaterial, buildRequest } from './build.ts';
import type { Route, Settings } from './options.ts';
import { waitIn } from './patience.ts';
import type { Outgoing, Sender } from './send.ts';
import { requestPlace } from './shown-request.ts';

/** Requests at most where the target does not say how many it admits; the budget of the run may allow fewer. */
export const burstAtMost = 250;
const together = 6;
/** Kept for what follows the refusal. */
const reserve = 10;
const patienceMs = 5_000;
/** As servers that listen on both families write the address that requests come from. */
const ownAddresses = ['127.0.0.1', '::ffff:127.0.0.1'] as const;

export interface BurstMaterial {
  readonly settings: Settings;
  readonly sender: Sender;
  readonly material: BuildMaterial;
}

export async function sendBurst(probe: BurstProbe, route: Route, from: BurstMaterial): Promise<ProbeOutcome<Burst>> {
  const { settings, sender, material } = from;
  const built = buildRequest({ kind: 'http', class: probe.class, route: probe.route }, route, material);
  if ('missing' in built) return built;
  const outgoing: Outgoing = { ...built.outgoing, mayBeRefused: true };
  const started = performance.now();
  const answers: Exchange[] = [];
  const ask = async (): Promise<void> => {
    const sent = await sender.send(outgoing);
    if ('found' in sent) answers.push(sent.found);
  };
  await ask();
  // How many are left depends on how long the run took until here, and a verdict must not.
  const admitted = Math.max(0, ...answers.map((each) => remainingIn(each) ?? 0));
  const atMost = Math.min(Math.max(burstAtMost, admitted + 2 * together), settings.requestBudget - sender.sent() - reserve);
  // Where the target says how many are left, and that is more than we may send, pressing on would show nothing.
  const worthIt = admitted <= atMost;
  while (worthIt && answers.length > 0 && !answers.some(isRefusal) && answers.length < atMost && sender.stoppedBecause() === undefined) {
    const before = answers.length;
    await Promise.all(Array.from({ length: Math.min(together, atMost - before) }, ask));
    if (answers.length === before) break;
  }
  const durationMs = Math.round(performance.now() - started);
  const [first] = answers;
  if (first === undefined) return { missing: 'the route got no answer to a first request' };
  const refused = answers.find(isRefusal);
  const counted = Map.groupBy(answers, ({ status }) => String(status));
  return {
    found: {
      kind: 'burst',
      request: repeated(requestPlace(settings, outgoing, sender.hidden), answers.length),
      sent: answers.length,
      durationMs,
      statuses: Object.fromEntries([...counted].map(([status, all]) => [status, all.length])),
      first,
      ...(refused === undefined
        ? { ...notRefused, ...(await elsewhere(outgoing, first, from)) }
        : { refused, ...(await afterRefusal(outgoing, refused, from)) }),
    },
  };
}

/** Many limiters let off the address of their own machine: where another one is told a limit, it is pressed from there as far as it says. */
async function elsewhere(outgoing: Outgoing, here: Exchange, { settings, sender }: BurstMaterial): Promise<Pick<Burst, 'elsewhere'>> {
  const one = await fromElsewhere(outgoing, settings, sender);
  if ('missing' in one || remainingIn(here) !== undefined) return {};
  const left = remainingIn(one.found);
  if (left === undefined && !isRefusal(one.found)) return {};
  let last = one.found;
  let sent = 1;
  const atMost = Math.min((left ?? 0) + 2, settings.requestBudget - sender.sent());
  for (; sent < atMost && !isRefusal(last); sent += 1) {
    const next = await fromElsewhere(outgoing, settings, sender);
    if ('missing' in next) break;
    last = next.found;
  }
  return { elsewhere: { sent, first: one.found, ...(isRefusal(last) ? { refused: last } : {}) } };
}

const notRefused = {
  evasions: [],
  posing: [],
  other: { missing: 'nothing was refused' },
  recovered: { missing: 'nothing was refused' },
} as const;

export const isRefusal = ({ status, headers }: Exchange): boolean =>
  status === 429 || (status === 503 && headers.some(([name]) => name === 'retry-after'));

/** Requests that the target says are left, the least of all its policies. */
function remainingIn({ headers }: Exchange): number | undefined {
  const told = headers.flatMap(([name, value]) =>
    name === 'ratelimit'
      ? [...value.matchAll(/;\s*r=(\d+)/g)].map(([, left]) => Number(left))
      : /^(?:x-)?ratelimit-remaining$/.test(name)
        ? [Number(value)]
        : [],
  );
  return told.length === 0 ? undefined : Math.min(...told);
}

async function afterRefusal(
  outgoing: Outgoing,
  refused: Exchange,
  { settings, sender }: BurstMaterial,
): Promise<Pick<Burst, 'evasions' | 'other' | 'posing' | 'recovered'>> {
  const evasions: Exchange[] = [];
  for (const last of [11, 12, 13]) {
    const tried = await sender.send({ ...outgoing, headers: [...outgoing.headers, ...forwarded(`203.0.113.${last}`)] });
    const plain = await sender.send(outgoing);
    // Where the plain request is let in again too, the limit has run out and the other proves nothing.
    if ('found' in tried && 'found' in plain && isRefusal(plain.found)) evasions.push(tried.found);
  }
  const other = await fromElsewhere(outgoing, settings, sender);
  const evaded = evasions.some((each) => !isRefusal(each));
  const posing = 'found' in other && evaded ? await posingAs(ownAddresses, outgoing, sender) : [];
  const waitMs = waitIn(refused);
  const tooLong =
    waitMs === undefined ? 'it does not say how long to wait' : waitMs > patienceMs ? `it says to wait ${waitMs / 1000} s` : undefined;
  if (tooLong !== undefined) return { evasions, other, posing, recovered: { missing: tooLong } };
  await sleep((waitMs ?? 0) + 200, undefined, { ...(settings.signal === undefined ? {} : { signal: settings.signal }) }).catch(() => {});
  return { evasions, other, posing, recovered: await sender.send(outgoing) };
}

const forwarded = (address: string): readonly (readonly [string, string])[] => [
  ['x-forwarded-for', address],
  ['x-real-ip', address],
  ['x-client-ip', address],
  ['true-client-ip', address],
  ['cf-connecting-ip', address],
  ['forwarded', `for=${address}`],
];

async function fromElsewhere(outgoing: Outgoing, { base, isHere }: Settings, sender: Sender): Promise<ProbeOutcome<Exchange>> {
  if (!isHere || base.hostname.startsWith('[')) return { missing: 'a second client address can only be had on this machine' };
  const sent = await sender.send({ ...outgoing, fromAddress: otherAddress() });
  return 'found' in sent ? sent : { missing: `this machine has no second client address (${sent.missing})` };
}

async function posingAs(addresses: readonly string[], outgoing: Outgoing, sender: Sender): Promise<readonly Exchange[]> {
  const sent = await Promise.all(
    addresses.map((address) =>
      sender.send({ ...outgoing, headers: [...outgoing.headers, ...forwarded(address)], fromAddress: otherAddress() }),
    ),
  );
  return sent.flatMap((each) => ('found' in each ? [each.found] : []));
}

/** An address of this machine that no target takes for a proxy beside it; else any of 127.0.0.0/8, which are all this machine's on Linux. */
function otherAddress(): string {
  const outer = Object.values(networkInterfaces()).flatMap((all = []) =>
    all.filter(({ family, internal }) => family === 'IPv4' && !internal),
  );
  return outer[0]?.address ?? '127.0.0.2';
}

const repeated = (place: Exchange['request'], times: number): Exchange['request'] => ({
  ...place,
  curl: `for i in $(seq ${times}); do ${place.curl} -o /dev/null -w '%{http_code}\\n'; done | sort | uniq -c`,
});
