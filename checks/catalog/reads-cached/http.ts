// What answers show: a second read costs less, and nobody else is given what was one user's.
import { exchangeOf, headerOf, inconclusive, type Seen, settle, shown } from '../../answer.ts';
import type { Answer, Exchange, Finding, HttpEvidence, HttpProbe } from '../../model.ts';

const open = { kind: 'http', class: 'passive', route: 'any' } satisfies HttpProbe;
const own = { kind: 'http', class: 'passive', route: 'protected', token: 'valid' } satisfies HttpProbe;
const ifChanged = { 'if-none-match': '{header:etag}' };
const ifNewer = { 'if-modified-since': '{header:last-modified}' };

export const probes = {
  open,
  openByTag: { ...open, after: 'open', headers: ifChanged },
  openByDate: { ...open, after: 'open', headers: ifNewer },
  openByOtherTag: { ...open, headers: { 'if-none-match': '"launchgate-other"' } },
  own,
  ownByTag: { ...own, after: 'own', headers: ifChanged },
  ownByDate: { ...own, after: 'own', headers: ifNewer },
  ownByOtherTag: { ...own, headers: { 'if-none-match': '"launchgate-other"' } },
} satisfies Record<string, HttpProbe>;
type Name = keyof typeof probes;
export type CacheEvidence = HttpEvidence<Name>;

export function judgeHttp({ exchanges }: CacheEvidence): Answer {
  const at = (name: Name): Exchange | undefined => exchangeOf(exchanges[name]);
  const openRead = proper(at('open'));
  const ownRead = proper(at('own'));
  if (openRead === undefined && ownRead === undefined) {
    const because = 'missing' in exchanges.own ? exchanges.own.missing : 'no route gave a good answer to a read';
    return inconclusive(because);
  }
  const bad = [
    ...shared(ownRead),
    ...stale(openRead, at('openByTag'), at('openByOtherTag')),
    ...stale(ownRead, at('ownByTag'), at('ownByOtherTag')),
    ...unmarked(openRead),
    ...unmarked(ownRead),
  ];
  const good = [
    ...saved(openRead, [at('openByTag'), at('openByDate')]),
    ...saved(ownRead, [at('ownByTag'), at('ownByDate')]),
    ...kept(openRead),
  ];
  return settle(
    { bad, good },
    inconclusive('reads carry neither ETag nor Last-Modified nor max-age; a cache behind the service can’t be seen from outside'),
  );
}

const proper = (exchange: Exchange | undefined): Exchange | undefined => (exchange?.status === 200 ? exchange : undefined);
const called = ({ request }: Exchange): string => `GET ${URL.parse(request.url)?.pathname ?? request.url}`;
const directives = (exchange: Exchange): string => (headerOf(exchange, 'cache-control') ?? '').toLowerCase();

/** A cache between us and everybody may keep what says so, whoever it was for (RFC 9111 3.5). */
function shared(read: Exchange | undefined): readonly Finding[] {
  if (read === undefined || !/\bpublic\b|s-maxage=[1-9]/.test(directives(read)) || /\bprivate\b|no-store/.test(directives(read))) return [];
  return [
    {
      message: `${called(read)} needs a token, and its answer may be kept for everybody: Cache-Control ${shown(headerOf(read, 'cache-control') ?? '')}`,
      place: read.request,
    },
  ];
}

function stale(read: Exchange | undefined, byTag: Exchange | undefined, byOther: Exchange | undefined): readonly Finding[] {
  if (read === undefined) return [];
  const tag = headerOf(read, 'etag');
  const findings: Finding[] = [];
  if (byTag?.status === 200 && tag !== undefined && headerOf(byTag, 'etag') === tag) {
    findings.push({ message: `${called(read)} has an ETag and sends everything again to who already has it`, place: byTag.request });
  }
  if (byOther?.status === 304)
    findings.push({ message: `${called(read)} answers 304 to an ETag that was never its own`, place: byOther.request });
  return findings;
}

/** Whoever may keep an answer only to ask whether it still holds must be given something to ask with (RFC 9111 4.3). */
function unmarked(read: Exchange | undefined): readonly Finding[] {
  if (read === undefined || !/\bno-cache\b/.test(directives(read)) || /no-store/.test(directives(read))) return [];
  if (headerOf(read, 'etag') !== undefined || headerOf(read, 'last-modified') !== undefined) return [];
  const message = `${called(read)} may be kept if it is asked about each time (Cache-Control no-cache), and carries neither ETag nor Last-Modified to ask with`;
  return [{ message, place: read.request }];
}

function saved(read: Exchange | undefined, again: readonly (Exchange | undefined)[]): Seen['good'] {
  const unchanged = again.find((exchange) => exchange?.status === 304);
  return read === undefined || unchanged === undefined
    ? []
    : [{ message: `${called(read)} answers 304 to who already has it`, place: unchanged.request }];
}

function kept(read: Exchange | undefined): Seen['good'] {
  if (read === undefined || !/max-age=[1-9]/.test(directives(read)) || /no-store/.test(directives(read))) return [];
  return [
    {
      message: `${called(read)} may be kept by its readers: Cache-Control ${shown(headerOf(read, 'cache-control') ?? '')}`,
      place: read.request,
    },
  ];
}
