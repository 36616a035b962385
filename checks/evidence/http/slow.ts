// A socket probe from start to evidence: the slow dialogue, and the healthy request beside it.
import type { Dialogue, ProbeOutcome, SlowDialogue, SocketProbe } from '../../model.ts';
import { type BuildMaterial, buildRequest } from './build.ts';
import { type DialogueResult, graceMs, runDialogue, watchMs } from './dialogue.ts';
import type { Route, Settings } from './options.ts';
import { rawLine } from './protocols.ts';
import { reasonOf } from './reasons.ts';
import type { Outgoing, Sender } from './send.ts';
import { requestPlace } from './shown-request.ts';
import { slowBody, slowHeadOf, streamHead } from './slow-head.ts';
import { runStream } from './wire/streams.ts';

export interface SlowMaterial {
  readonly settings: Settings;
  readonly sender: Sender;
  readonly material: BuildMaterial;
  /** The route that is asked while the slow client is connected. */
  readonly healthy: Route | undefined;
}

export async function sendSlowly(
  probe: SocketProbe,
  kind: SlowDialogue,
  route: Route,
  from: SlowMaterial,
): Promise<ProbeOutcome<Dialogue>> {
  const { sender, material, healthy } = from;
  const built = buildRequest({ kind: 'http', class: probe.class, route: probe.route }, route, material);
  if ('missing' in built) return built;
  const turn = await sender.spend(async () => undefined);
  if ('missing' in turn) return turn;
  let beside: Promise<number | undefined> = Promise.resolve(undefined);
  const result = await talkSlowly(kind, built.outgoing, from, () => {
    if (healthy !== undefined) beside = statusOf(healthy, from);
  });
  if ('missing' in result) return result;
  const healthyStatus = await beside;
  const request = placeOf(kind, built.outgoing, from);
  return { found: { kind: 'socket', request, ...result, ...(healthyStatus === undefined ? {} : { healthyStatus }) } };
}

async function talkSlowly(
  kind: SlowDialogue,
  outgoing: Outgoing,
  { settings, sender }: SlowMaterial,
  meanwhile: () => void,
): Promise<DialogueResult | { readonly missing: string }> {
  const line = rawLine(settings, sender.address());
  if ('missing' in line) return line;
  const { protocol, signal, timeoutMs } = settings;
  const limitMs = limitOf(kind, settings);
  const head = slowHeadOf(kind, settings, outgoing);
  if (protocol === 'HTTP/1.1' || kind !== 'slow-body') return runDialogue({ line, kind, protocol, head, limitMs, signal, meanwhile });
  const timers: NodeJS.Timeout[] = [];
  const onOpen = (): void => void timers.push(setTimeout(meanwhile, Math.min(1_000, limitMs / 3)));
  const everyMs = Math.min(1_000, Math.max(20, limitMs / 6));
  const waited = { limitMs: limitMs + graceMs + watchMs, everyMs, signal, onOpen };
  try {
    const { sentBytes: _, ...seen } = await runStream({
      ...line,
      timeoutMs,
      request: streamHead(outgoing, settings, slowBody),
      pieces: blanks(),
      ...waited,
    });
    return seen;
  } catch (error) {
    return { missing: reasonOf(error) };
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}

function* blanks(): Iterable<Buffer> {
  yield Buffer.from('{');
  while (true) yield Buffer.from(' ');
}

function limitOf(dialogue: SlowDialogue, { limits }: Settings): number {
  if (dialogue === 'slow-headers') return limits.headersMs;
  return dialogue === 'slow-body' ? limits.bodyMs : limits.idleMs;
}

/** What a healthy request is answered with. */
export async function statusOf(route: Route, { material, sender }: SlowMaterial): Promise<number | undefined> {
  const built = buildRequest({ kind: 'http', class: 'passive', route: 'health', token: 'none' }, route, material);
  const sent = 'outgoing' in built ? await sender.send(built.outgoing) : built;
  return 'found' in sent ? sent.found.status : undefined;
}

const greeting = "printf 'PRI * HTTP/2.0\\r\\n\\r\\nSM\\r\\n\\r\\n\\0\\0\\0\\4\\0\\0\\0\\0\\0'";
/** A HEADERS frame that is not the last, and one CONTINUATION after the other. */
const endlessHeaders =
  "printf '\\0\\0\\1\\1\\0\\0\\0\\0\\1\\202'; while sleep 1; do printf '\\0\\0\\5\\11\\0\\0\\0\\0\\1\\0\\1a\\1a'; done";

// Few tools are as slow as this on purpose: a shell feeds the connection a byte each second.
function placeOf(dialogue: SlowDialogue, outgoing: Outgoing, { settings, sender }: SlowMaterial): Dialogue['request'] {
  const place = requestPlace(settings, { ...outgoing, body: undefined }, sender.hidden);
  if (dialogue === 'slow-body') {
    const bytes = '{ printf "{"; while sleep 1; do printf " "; done; }';
    const type = place.curl.includes("-H 'content-type:") ? '' : " -H 'content-type: application/json'";
    return { ...place, curl: `${bytes} | ${place.curl}${type} -H 'content-length: 10000' -T -` };
  }
  const { base } = settings;
  const host = base.hostname.replace(/^\[|\]$/g, '');
  const secure = base.protocol === 'https:';
  const port = base.port === '' ? (secure ? '443' : '80') : base.port;
  const isNew = settings.protocol === 'HTTP/2';
  const client = secure ? `openssl s_client -quiet${isNew ? ' -alpn h2' : ''} -connect ${host}:${port}` : `nc ${host} ${port}`;
  if (isNew)
    return { ...place, curl: `time ${client} < <(${dialogue === 'idle' ? `${greeting}; sleep 600` : `${greeting}; ${endlessHeaders}`})` };
  const start = `printf 'GET / HTTP/1.1\\r\\nhost: ${base.host}\\r\\nx-slow: '; while sleep 1; do printf a; done`;
  return { ...place, curl: `time ${client} < <(${dialogue === 'idle' ? 'sleep 600' : start})` };
}
