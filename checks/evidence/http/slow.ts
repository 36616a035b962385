// A socket probe from start to evidence: the slow dialogue, and the healthy request beside it.
import type { Dialogue, ProbeOutcome, SlowDialogue, SocketProbe } from '../../model.ts';
import { type BuildMaterial, buildRequest } from './build.ts';
import { runDialogue } from './dialogue.ts';
import type { Route, Settings } from './options.ts';
import type { Outgoing, Sender } from './send.ts';
import { requestPlace } from './shown-request.ts';
import { slowHeadOf } from './slow-head.ts';

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
  const { settings, sender, material, healthy } = from;
  const built = buildRequest({ kind: 'http', class: probe.class, route: probe.route }, route, material);
  if ('missing' in built) return built;
  const turn = await sender.spend(async () => undefined);
  if ('missing' in turn) return turn;
  let beside: Promise<number | undefined> = Promise.resolve(undefined);
  const result = await runDialogue({
    base: settings.base,
    kind,
    head: slowHeadOf(kind, settings, built.outgoing),
    limitMs: limitOf(kind, settings),
    connectMs: settings.timeoutMs,
    signal: settings.signal,
    meanwhile: () => {
      if (healthy !== undefined) beside = statusOf(healthy, from);
    },
  });
  if ('missing' in result) return result;
  const healthyStatus = await beside;
  const request = placeOf(kind, built.outgoing, from);
  return { found: { kind: 'socket', request, ...result, ...(healthyStatus === undefined ? {} : { healthyStatus }) } };
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
  const client = secure ? `openssl s_client -quiet -connect ${host}:${port}` : `nc ${host} ${port}`;
  const start = `printf 'GET / HTTP/1.1\\r\\nhost: ${base.host}\\r\\nx-slow: '; while sleep 1; do printf a; done`;
  return { ...place, curl: `time ${client} < <(${dialogue === 'idle' ? 'sleep 600' : start})` };
}
