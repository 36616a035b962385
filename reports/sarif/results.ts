// Failing findings as SARIF results: each located in a file, because one that is not makes GitHub refuse the whole upload.
import type { Place } from '../../checks/model.ts';
import { acceptanceNote } from '../acceptance.ts';
import { cleaned, shortened } from '../clean.ts';
import { type ExcerptReader, excerptReader } from '../excerpts.ts';
import { type GateResult, resultsUpTo } from '../gate.ts';
import { type Acceptance, type Report, type ReportAnswer, type ReportFinding, type ReportResult, tiers } from '../report.ts';
import { inRepository, type RepositoryPlace, shownAt } from '../repository-place.ts';
import { placeLabel, worstFirst } from '../summary.ts';
import { type Level, levelOf } from './rules.ts';

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: Level;
  readonly message: { readonly text: string };
  readonly locations: readonly [SarifLocation];
  readonly relatedLocations?: readonly SarifLocation[];
  readonly baselineState?: 'new' | 'unchanged';
  /** On all results or on none: an empty list says that it is not suppressed. */
  readonly suppressions?: readonly Suppressed[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, unknown>>;
}
interface Suppressed {
  readonly kind: 'inSource' | 'external';
  readonly status: 'accepted';
  readonly justification: string;
}
export interface SarifLocation {
  readonly id?: number;
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region: { readonly startLine: number; readonly startColumn: number; readonly endLine: number; readonly endColumn: number };
  };
  readonly message?: { readonly text: string };
}

// GitHub keeps no more of one run, and shows no more related locations of one alert.
export const mostResults = 5000;
const mostRelated = 100;
const relatedPerWitness = 10;
const longestMessage = 4000;

export interface Chosen {
  readonly kept: readonly SarifResult[];
  readonly total: number;
  /** Accepted before, and not among them. */
  readonly accepted: number;
}

/** What fails, worst first, as many as GitHub keeps; what was accepted only where that is asked for, because it would open alerts. */
export function resultsOf(report: Report, ruleIds: readonly string[], withAccepted: boolean): Chosen {
  const read = excerptReader(report.excerpts);
  const failing = worstFirst(report.results).filter(({ verdict }) => verdict === 'fail');
  const inGate = new Set(resultsUpTo(report.gate, report.results).map(({ id }) => id));
  const every = failing.flatMap((result) => decisive(result, report));
  const all = withAccepted ? every : every.filter(({ finding }) => finding.accepted === undefined);
  const kept = all
    .toSorted(worstAndFirst)
    .slice(0, mostResults)
    .map((each): SarifResult => {
      const { result, answer, finding } = each;
      const place = shownAt(finding, result, report);
      const related = relatedLocations(finding, { result, answer }, { report, read });
      return {
        ruleId: cleaned(result.id),
        ruleIndex: ruleIds.indexOf(cleaned(result.id)),
        level: inGate.has(result.id) ? 'error' : levelOf[result.tier],
        message: { text: messageOf(each) },
        locations: [location(place, read, report)],
        ...(related.length === 0 ? {} : { relatedLocations: related }),
        ...(withAccepted ? stateOf(finding, report) : {}),
        partialFingerprints: {
          ...(finding.lineHash === undefined ? {} : { primaryLocationLineHash: cleaned(finding.lineHash) }),
          'launchgate/v1': finding.fingerprint,
        },
        properties: { tier: result.tier, ...requestOf(finding.place) },
      };
    });
  return { kept, total: all.length, accepted: every.length - all.length };
}

function stateOf({ accepted }: ReportFinding, { ratchet }: Report): Pick<SarifResult, 'baselineState' | 'suppressions'> {
  const compared = ratchet?.baseline !== undefined || ratchet?.since !== undefined;
  const isOld = accepted?.by === 'baseline' || accepted?.by === 'base';
  const suppression = (found: Acceptance): Suppressed => ({
    kind: found.by === 'inline' ? 'inSource' : 'external',
    status: 'accepted',
    justification: plain(cleaned(acceptanceNote(found))),
  });
  return {
    ...(compared ? { baselineState: isOld ? 'unchanged' : 'new' } : {}),
    suppressions: accepted === undefined ? [] : [suppression(accepted)],
  };
}

interface Failing {
  readonly result: ReportResult;
  readonly answer: ReportAnswer;
  readonly finding: ReportFinding;
  /** Seen live at the same place of the source: GitHub would make one alert of them and drop all messages but one. */
  readonly also: readonly ReportFinding[];
  readonly isEarly: boolean;
}
// One check with thousands of findings must not push the others out of the file.
const earlyFindings = 100;

function decisive(result: ReportResult, report: Report): readonly Failing[] {
  return result.answers
    .filter(({ looked, verdict }) => looked && verdict === 'fail')
    .flatMap((answer) => {
      const groups = Map.groupBy(answer.findings, (finding) =>
        finding.place.kind === 'file' ? finding : JSON.stringify([shownAt(finding, result, report), finding.accepted]),
      );
      return [...groups.values()].flatMap(([finding, ...also], at) =>
        finding === undefined ? [] : [{ result, answer, finding, also, isEarly: at < earlyFindings }],
      );
    });
}

const worstAndFirst = (one: Failing, other: Failing): number =>
  Number(other.isEarly) - Number(one.isEarly) || tiers.indexOf(one.result.tier) - tiers.indexOf(other.result.tier);

// The first sentence becomes the title of the alert. Braces and brackets would be read as placeholders and links.
function messageOf({ result: { id, title }, finding: { message, place }, also }: Failing): string {
  const seen = cleaned(message).trim();
  const where = place.kind === 'file' ? '' : ` Seen at ${cleaned(placeLabel(place))}.`;
  const others = also.map((each) => ` Also: ${sentence(cleaned(each.message).trim())}`);
  return shortened(
    plain(`${sentence(seen === '' ? cleaned(id) : seen)}${where}${others.join('')} Expected: ${sentence(cleaned(title))}`),
    longestMessage,
  );
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

export const plain = (text: string): string => text.replaceAll('](', '] (').replaceAll(/\{(\d+)\}/g, '{ $1 }');

function location({ path, line, column }: RepositoryPlace, read: ExcerptReader, { target }: Report): SarifLocation {
  const own = target.inRepository === undefined ? path : path.slice(target.inRepository.length + 1);
  const text = read(own, [line], 0)[0]?.text ?? '';
  return {
    physicalLocation: {
      artifactLocation: { uri: path.toWellFormed().split('/').map(encodeURIComponent).join('/') },
      region: { startLine: line, startColumn: column, endLine: line, endColumn: Math.max(column, text.length) + 1 },
    },
  };
}

function relatedLocations(
  finding: ReportFinding,
  { result: { answers }, answer: own }: Pick<Failing, 'result' | 'answer'>,
  { report, read }: { readonly report: Report; readonly read: ExcerptReader },
): readonly SarifLocation[] {
  const otherWitnesses = answers.filter((answer) => answer !== own && answer.looked && answer.verdict === 'fail');
  const places: readonly (readonly [string, Place | undefined])[] = [
    ...(finding.related ?? []).map((place) => ['see also', place] as const),
    ...otherWitnesses.flatMap(({ evidence, findings }) =>
      findings
        .slice(0, relatedPerWitness)
        .map(({ message, place, anchor }) => [`${evidence}: ${message}`, place.kind === 'file' ? place : anchor] as const),
    ),
  ];
  return places
    .flatMap(([text, place]) => {
      const at = place?.kind === 'file' ? inRepository(report, place) : undefined;
      return at === undefined ? [] : [{ ...location(at, read, report), message: { text: plain(cleaned(text)) } }];
    })
    .slice(0, mostRelated)
    .map((each, at) => ({ id: at + 1, ...each }));
}

function requestOf(place: Place): Readonly<Record<string, unknown>> {
  if (place.kind !== 'request') return {};
  return { request: { method: cleaned(place.method), url: cleaned(place.url), curl: cleaned(place.curl) } };
}

/** Whether the tool could do what it was asked for. */
export const ranProperly = (result: GateResult): boolean => result !== 'nothing-checked';
