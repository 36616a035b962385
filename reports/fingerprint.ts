// What makes a finding the same one in the next run: its check, where in name, and what stands there; never a line number.
import type { Place } from '../checks/model.ts';

/** The text a finding's fingerprint is made of, but for the occurrence index; no secret stands in it. */
export function identityOf(checkId: string, place: Place, message: string, sourceLine: string | undefined): string {
  return [checkId, placeIdentity(place), sourceLine === undefined ? steady(message) : normalised(sourceLine)].join('\n');
}

function placeIdentity(place: Place): string {
  switch (place.kind) {
    case 'file':
      return `file ${place.path}`;
    case 'request':
      return `request ${place.method.toUpperCase()} ${withoutHost(place.url)}`;
    case 'environment':
      return `environment ${place.name} ${place.source}`;
    case 'process':
      return `process ${steady(place.what)}`;
    case 'database':
      return `database ${place.object}`;
  }
}

// Query values hold canaries, which differ from run to run; ports and hosts differ between machines.
function withoutHost(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return steady(url);
  const keys = [...new Set(parsed.searchParams.keys())].toSorted();
  return keys.length === 0 ? parsed.pathname : `${parsed.pathname}?${keys.join('&')}`;
}

/** A message without what changes between runs: figures and long tokens. */
export function steady(message: string): string {
  return collapsed(message)
    .replaceAll(/\b(?=[A-Za-z]*\d)[\w-]{12,}\b/g, '#')
    .replaceAll(/\d+(?:\.\d+)?/g, '#');
}

// The hash of a line with a weak password could be reversed by trying words, so opaque words in quotes and URL passwords are left out.
function normalised(line: string): string {
  return collapsed(line)
    .replaceAll(/(["'`])(?![A-Z]+(?:_[A-Z0-9]+)+\1)[\w+/=.-]{6,}\1/g, '$1…$1')
    .replaceAll(/(:\/\/[^\s:/@]*):[^\s@]*@/g, '$1:…@');
}

const collapsed = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');
