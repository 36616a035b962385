// The report for GitHub Actions: annotations in the log, and the job's summary.
import { faultySuppressions, suppressionNote } from './acceptance.ts';
import { cleaned, shortened } from './clean.ts';
import { isOpen, openFindings, resultsUpTo } from './gate.ts';
import { renderMarkdown } from './markdown.ts';
import { checkPage } from './references.ts';
import type { RenderOptions } from './render-options.ts';
import { type Report, type ReportFinding, type ReportResult, type ReportSuppression, tiers } from './report.ts';
import { inRepository, type RepositoryPlace, shownAt } from './repository-place.ts';
import { counted, placeLabel, verdictSentence, wasLookedAt, worstFirst } from './summary.ts';

type Level = 'error' | 'warning' | 'notice';
const levels: readonly Level[] = ['error', 'warning', 'notice'];
// GitHub shows no more of one level and step, and drops the rest without a word.
const mostPerLevel = 10;
const longestMessage = 1000;
const summaryBytes = 1024 * 1024;

interface Annotation {
  readonly level: Level;
  readonly title: string;
  readonly message: string;
  readonly at?: RepositoryPlace;
}

/** Workflow commands, the worst of each level, and a plain line for what is left out. */
export function renderGithub(report: Report, { guides }: Pick<RenderOptions, 'guides'>): string {
  const all = annotations(report, guides);
  const lines = levels.flatMap((level) => {
    const ofLevel = all.filter((each) => each.level === level);
    const more = ofLevel.length - mostPerLevel;
    return [
      ...ofLevel.slice(0, mostPerLevel).map(command),
      ...(more > 0 ? [`launchgate: ${counted(more, `more ${level}`)}: GitHub shows ten of a kind, the job summary tells of all`] : []),
    ];
  });
  return [...lines, `launchgate: ${cleaned(verdictSentence(report).text)}`, ''].join('\n');
}

function annotations(report: Report, guides: RenderOptions['guides']): readonly Annotation[] {
  const gated = new Set(resultsUpTo(report.gate, report.results).map(({ id }) => id));
  const results = worstFirst(report.results);
  const failing = results.filter(({ verdict }) => verdict === 'fail');
  const unanswered = results.filter((result) => result.verdict === 'inconclusive' && wasLookedAt(result) && isOpen(result));
  // The first finding of every check comes before the second of any.
  const rounds = failing.flatMap((result) => openFindings(result).map((finding, round) => ({ result, finding, round })));
  return [
    ...rounds
      .toSorted((one, other) => one.round - other.round || tiers.indexOf(one.result.tier) - tiers.indexOf(other.result.tier))
      .map(({ result, finding }) => ({
        level: gated.has(result.id) ? ('error' as const) : result.tier === 'post-launch' ? ('notice' as const) : ('warning' as const),
        title: result.id,
        message: told(finding, guides.find(({ id }) => id === result.id)?.fix, checkPage(report, result.id)),
        at: shownAt(finding, result, report),
      })),
    ...unanswered.map((result) => notAnswered(result, gated.has(result.id))),
    ...faultySuppressions(report).map((each) => suppressionAnnotation(each, report)),
  ];
}

function told({ message, place }: ReportFinding, fix: string | undefined, page: string | undefined): string {
  const where = place.kind === 'file' ? '' : ` (${placeLabel(place)})`;
  return `${shortened(cleaned(message + where), longestMessage)}${fix === undefined ? '' : `\nFix: ${cleaned(fix)}`}${page === undefined ? '' : `\nMore: ${page}`}`;
}

const notAnswered = ({ id, because }: ReportResult, isGated: boolean): Annotation => ({
  level: isGated ? 'warning' : 'notice',
  title: id,
  message: `could not be answered: ${shortened(cleaned(because ?? ''), longestMessage)}`,
});

function suppressionAnnotation(suppression: ReportSuppression, report: Report): Annotation {
  const [path = '', line = '1'] = /^(.*?)(?::(\d+))?$/.exec(suppression.in)?.slice(1) ?? [];
  const at = inRepository(report, { kind: 'file', path, line: Number(line), column: 1 });
  const message = `suppression of ${suppression.checks.join(', ')}: ${suppressionNote(suppression)}`;
  return {
    level: 'warning',
    title: 'suppression',
    message: shortened(cleaned(message), longestMessage),
    ...(at === undefined ? {} : { at }),
  };
}

function command({ level, title, message, at }: Annotation): string {
  const place = at === undefined ? [] : [`file=${property(at.path)}`, `line=${at.line}`, `endLine=${at.line}`, `col=${at.column}`];
  return `::${level} ${[...place, `title=${property(title)}`].join(',')}::${data(message)}`;
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(cleaned(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** What to append to the job's summary: the Markdown report, as much of it as `room` bytes hold of what GitHub takes. */
export function jobSummary(report: Report, options: RenderOptions, room = summaryBytes): string {
  const encoder = new TextEncoder();
  const size = (text: string): number => encoder.encode(text).length;
  const full = renderMarkdown(report, options);
  if (size(full) <= room) return full;
  const notice = '\n\nThis summary is cut: GitHub takes no more than 1 MiB of a step. The other reports hold all.\n';
  const kept: string[] = [];
  let used = size(notice);
  for (const block of full.split(/(?<=<\/details>\n\n)|(?=\n## )/)) {
    used += size(block);
    if (used > room) break;
    kept.push(block);
  }
  return kept.join('') + notice;
}
