// A probe of something too large, from route to evidence: the request, and the healthy one after it.
import type { Dialogue, ProbeOutcome, SizedDialogue, SocketProbe } from '../../model.ts';
import { buildRequest } from './build.ts';
import { type Route, urlOf } from './options.ts';
import { rawLine } from './protocols.ts';
import { reasonOf } from './reasons.ts';
import type { Outgoing } from './send.ts';
import { requestPlace } from './shown-request.ts';
import { headBytes, runSized, type SizedBody, type SizedResult, sizedBody } from './sized.ts';
import { type SlowMaterial, statusOf } from './slow.ts';
import { headOf, streamHead } from './slow-head.ts';
import { runStream } from './wire/streams.ts';

/** How much more than the limit that the operator expects is too large. */
const over = 1.2;
/** Time to read a large body, on a slow machine too. */
const limitMs = 20_000;

export const isSized = (dialogue: SocketProbe['dialogue']): dialogue is SizedDialogue =>
  dialogue !== 'slow-headers' && dialogue !== 'slow-body' && dialogue !== 'idle';

export async function sendLarge(
  probe: SocketProbe,
  kind: SizedDialogue,
  route: Route,
  from: SlowMaterial,
): Promise<ProbeOutcome<Dialogue>> {
  const { settings, sender, material, healthy } = from;
  const built = buildRequest({ kind: 'http', class: probe.class, route: probe.route }, { ...route, body: undefined }, material);
  if ('missing' in built) return built;
  const turn = await sender.spend(async () => undefined);
  if ('missing' in turn) return turn;
  const body = (): SizedBody => sizedBody(kind, Math.ceil(settings.limits.bodyBytes * over));
  const before = sender.address();
  const first = await sized(shaped(kind, built.outgoing, body()), body(), from);
  if ('missing' in first) return first;
  const healthyStatus = healthy === undefined ? undefined : await statusOf(healthy, from);
  // Where the address had asked too often, the healthy request has moved on to the next.
  const isOnlyLimited = first.status === 429 && sender.address() !== before;
  const result = isOnlyLimited ? await sized(shaped(kind, built.outgoing, body()), body(), from) : first;
  if ('missing' in result) return result;
  const request = placeOf(kind, built.outgoing, body(), from);
  return { found: { kind: 'socket', request, ...result, ...(healthyStatus === undefined ? {} : { healthyStatus }) } };
}

async function sized(
  outgoing: Outgoing,
  { chunks, plain = chunks }: SizedBody,
  { settings, sender }: SlowMaterial,
): Promise<SizedResult | { readonly missing: string }> {
  const line = rawLine(settings, sender.address());
  if ('missing' in line) return line;
  const { signal, timeoutMs } = settings;
  const within = { limitMs: Math.max(limitMs, timeoutMs), signal };
  if (settings.protocol === 'HTTP/1.1') return runSized({ line, head: headOf(outgoing, settings), chunks, ...within });
  try {
    const request = streamHead(outgoing, settings);
    const { closedAfterMs, ...seen } = await runStream({ ...line, timeoutMs, request, pieces: plain, ...within });
    return seen.status === undefined && closedAfterMs !== undefined ? { ...seen, closedAfterMs } : seen;
  } catch (error) {
    return { missing: reasonOf(error) };
  }
}

function shaped(kind: SizedDialogue, outgoing: Outgoing, body: SizedBody): Outgoing {
  const headers = [...outgoing.headers.filter(([name]) => !/^content-/.test(name)), ...body.headers];
  const letters = 'a'.repeat(headBytes);
  if (kind === 'large-header') return { ...outgoing, headers: [...headers, ['x-filler', letters]] };
  if (kind === 'long-url')
    return { ...outgoing, headers, query: [outgoing.query, `filler=${letters}`].filter((part) => part !== '').join('&') };
  return { ...outgoing, headers };
}

/** The same by curl: the large part is made by the shell. */
function placeOf(kind: SizedDialogue, outgoing: Outgoing, body: SizedBody, { settings, sender }: SlowMaterial): Dialogue['request'] {
  const plain = outgoing.headers.filter(([name]) => !/^content-/.test(name));
  const told = body.headers.filter(([name]) => name !== 'content-length');
  const place = requestPlace(settings, { ...outgoing, headers: [...plain, ...told], body: undefined }, sender.hidden);
  const letters = `$(head -c ${headBytes} /dev/zero | tr '\\0' a)`;
  if (kind === 'large-header') return { ...place, curl: `${place.curl} -H "x-filler: ${letters}"` };
  if (kind === 'long-url') {
    const url = urlOf(settings.base, outgoing.path, outgoing.query);
    return { ...place, curl: place.curl.replace(`'${url}'`, `'${url}${outgoing.query === '' ? '?' : '&'}filler='"${letters}"`) };
  }
  return { ...place, curl: `${body.shell ?? ''} | ${place.curl} --data-binary @-` };
}
