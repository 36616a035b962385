// Passwords that the service lets people in by, and that everybody knows where nobody sets another.
import { refusesDefault } from '../../model/refused-default.ts';
import type { Finding, Site, Unit } from '../../model.ts';
import { isKeyName } from './names.ts';

const counts = (site: Site): boolean => site.runsIn !== 'development' && !site.onlyAsScript;

/** A password that who comes in is compared with: whatever its default is, it opens the service where nobody set another. */
export function admitting(unit: Unit): readonly Finding[] {
  const compared = unit
    .calls('py:secrets.compare_digest', 'py:hmac.compare_digest', 'node:crypto.timingSafeEqual')
    .filter(counts)
    .flatMap(({ node }) => node.args.flatMap(({ value }) => unit.sources(value)))
    .flatMap((source) => (source.kind === 'environment' && isKeyName(source.name) ? [source.name] : []));
  return unit.environmentReads
    .filter((read) => compared.includes(read.name) && counts(read))
    .flatMap(({ name, fallback }) =>
      fallback?.kind === 'literal' &&
      ((typeof fallback.value === 'string' && fallback.value !== '') || fallback.secret !== undefined) &&
      !refusesDefault(unit, name, fallback)
        ? [
            {
              message: `${name} has a default that stands in the source, and opens the service where nobody sets another`,
              place: fallback.place,
            },
          ]
        : [],
    );
}
