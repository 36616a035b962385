// What source shows of the words in answers: whether an error's own text is put into one.
import { eachUnit, inconclusive, type Seen } from '../../answer.ts';
import type { Finding, Piece, ResponseSite, Site, Unit } from '../../model.ts';
import { graphqlFaults } from './graphql.ts';
import { foreignText } from './texts.ts';

export const mentions = ['except', 'catch', 'error', 'abort', 'exception', 'err', 'apollo'];

export const judgeCode = eachUnit(
  ofUnit,
  inconclusive('no answer is made in the source: what the framework says by itself shows only in a running service'),
);

const counts = (site: Site): boolean => site.runsIn !== 'development' && !site.onlyAsScript;

function ofUnit(unit: Unit): Seen {
  const sites = unit.responses.filter((site) => counts(site) && site.body.length > 0);
  const bad = onePerPlace([...sites.flatMap((site) => ofSite(unit, site)), ...graphqlFaults(unit)]);
  const [first] = sites.filter(({ afterError }) => afterError);
  const shown = first ?? sites[0];
  const good =
    shown && bad.length === 0
      ? [
          {
            message: `${sites.length === 1 ? 'the answer speaks' : `${sites.length} answers speak`} in words written for them, as here by ${shown.how}`,
            place: shown.place,
          },
        ]
      : [];
  return { bad, good };
}

function ofSite(unit: Unit, site: ResponseSite): readonly Finding[] {
  return site.body.flatMap((body) =>
    unit
      .pieces(body)
      .filter(counts)
      .flatMap((piece) => {
        const what = foreignText(unit, site, piece);
        return what === undefined ? [] : [finding(site, piece, what)];
      }),
  );
}

function finding(site: ResponseSite, piece: Piece, what: string): Finding {
  const { place } = piece;
  const elsewhere = place.path !== site.place.path || place.line !== site.place.line;
  return { message: `an answer (${site.how}) carries ${what}`, place, ...(elsewhere && { related: [site.place] }) };
}

function onePerPlace(findings: readonly Finding[]): readonly Finding[] {
  const kept = new Map<string, Finding>();
  for (const each of findings) {
    const key = each.place.kind === 'file' ? `${each.place.path}:${each.place.line}:${each.place.column}` : each.message;
    if (!kept.has(key)) kept.set(key, each);
  }
  return [...kept.values()];
}
