// Django's security middleware and the settings it goes by.
import type { Finding, Unit, Value } from '../../model.ts';
import type { Header } from './providers.ts';

export interface Settings {
  readonly headers: ReadonlySet<Header>;
  readonly bad: readonly Finding[];
}

const forDevelopers = /(?:^|[/_.-])(?:dev|develop|development|local|test|tests|testing|ci)(?:[/_.-]|$)/i;

export function djangoSettings(unit: Unit): Settings {
  const wired = unit.middleware.some(({ symbols }) => symbols.includes('py:django.middleware.security.SecurityMiddleware'));
  if (!wired) return { headers: new Set(), bad: [] };
  const headers = new Set<Header>();
  const sniff = settings(unit, 'SECURE_CONTENT_TYPE_NOSNIFF');
  if (!sniff.some(({ value }) => value.kind === 'literal' && value.value === false)) headers.add('nosniff');
  const seconds = settings(unit, 'SECURE_HSTS_SECONDS').map(({ value }) => secondsOf(value));
  if (seconds.some((each) => each === 'given' || each > 0)) headers.add('hsts');
  return { headers, bad: [] };
}

const settings = (unit: Unit, name: string) =>
  unit
    .assignments(`py:${name}`, name)
    .filter(({ place, runsIn }) => runsIn !== 'development' && !forDevelopers.test(place.path.replace(/\.py$/, '')))
    .map(({ value }) => ({ value: unit.value(value) }));

function secondsOf(value: Value): number | 'given' {
  if (value.kind === 'literal') return Number(value.value);
  if (value.kind === 'environment') return value.fallback === undefined ? 'given' : secondsOf(value.fallback);
  if (value.kind === 'choice')
    return (
      value.among
        .filter(({ runsIn }) => runsIn !== 'development')
        .map((each) => secondsOf(each.value))
        .find((each) => each === 'given' || each > 0) ?? 0
    );
  return 'given';
}
