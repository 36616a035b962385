// The report as SARIF 2.1.0, in the part of it that GitHub code scanning reads.
import { baselineNotes, faultySuppressions, suppressionNote } from '../acceptance.ts';
import { cleaned, cleanedJson } from '../clean.ts';
import { gateResult } from '../gate.ts';
import type { RenderOptions } from '../render-options.ts';
import type { Report } from '../report.ts';
import { inRepository } from '../repository-place.ts';
import { counted, notLookedAt } from '../summary.ts';
import { mostResults, plain, ranProperly, resultsOf } from './results.ts';
import { type Level, rulesOf } from './rules.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

export function renderSarif(report: Report, { guides, withAccepted = false }: Pick<RenderOptions, 'guides' | 'withAccepted'>): string {
  const rules = rulesOf(report, guides);
  const ruleIds = rules.map(({ id }) => id);
  const { kept, total, accepted } = resultsOf(report, ruleIds, withAccepted);
  const run = {
    tool: {
      driver: {
        name: cleaned(report.tool.name),
        semanticVersion: cleaned(report.tool.version),
        version: cleaned(report.tool.version),
        rules,
        notifications: descriptors,
      },
    },
    automationDetails: { id: `launchgate/${category(report)}/` },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: ranProperly(gateResult(report)),
        startTimeUtc: report.startedAt,
        toolExecutionNotifications: [
          ...truncation(kept.length, total),
          ...ratchetNotes(report, accepted),
          ...notifications(report, ruleIds),
        ],
      },
    ],
    results: kept,
    properties: { gate: report.gate, tierReached: report.tierReached, gateResult: gateResult(report) },
  };
  return `${cleanedJson(JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, null, 2))}\n`;
}

// Each audited folder of a repository keeps its own alerts.
const category = ({ target }: Report): string => cleaned(target.inRepository ?? 'audit').replaceAll(/[^\w.-]+/g, '-') || 'audit';

const told = {
  'check-not-answered': 'A check was asked for and could not be answered.',
  'check-not-looked-at': 'A check, or one kind of evidence of it, was not looked at.',
  'file-not-read': 'A file could not be read.',
  'files-left-out': 'Files were left out on purpose.',
  'limit-reached': 'Gathering stopped at a stated limit.',
  'results-accepted': 'Findings were accepted before: suppressed, or known to the baseline.',
  'suppression-faulty': 'A suppression is unused, expired, not understood, or not counted.',
  'results-left-out': 'There are more results than code scanning keeps.',
} as const;
const descriptors = Object.entries(told).map(([id, text]) => ({
  id,
  shortDescription: { text },
  fullDescription: { text },
  help: { text: `${text} What was not seen is never counted as a pass.` },
}));
type Descriptor = keyof typeof told;

interface Notification {
  readonly descriptor: { readonly id: Descriptor; readonly index: number };
  readonly level: Level;
  readonly message: { readonly text: string };
  readonly associatedRule?: { readonly id: string; readonly index: number };
  readonly locations?: readonly unknown[];
}
const notification = (id: Descriptor, level: Level, text: string): Notification => ({
  descriptor: { id, index: descriptors.findIndex((each) => each.id === id) },
  level,
  message: { text: plain(cleaned(text)) },
});

function truncation(kept: number, total: number): readonly Notification[] {
  if (kept === total) return [];
  return [
    notification(
      'results-left-out',
      'warning',
      `Only the worst ${mostResults} of ${total} findings are in this file; the other formats hold all.`,
    ),
  ];
}

function ratchetNotes(report: Report, accepted: number): readonly Notification[] {
  const text = `${counted(accepted, 'finding')} accepted before ${accepted === 1 ? 'is' : 'are'} not in this file; the other formats show all, with the reasons.`;
  return [
    ...(accepted === 0 ? [] : [notification('results-accepted', 'note', text)]),
    ...faultySuppressions(report).map((each) =>
      notification('suppression-faulty', 'warning', `${each.in} (${each.checks.join(', ')}): ${suppressionNote(each)}`),
    ),
    ...baselineNotes(report).map((note) => notification('suppression-faulty', 'warning', note)),
  ];
}

function notifications(report: Report, ruleIds: readonly string[]): readonly Notification[] {
  const { coverage, results } = report;
  const about = (id: string) => {
    const index = ruleIds.indexOf(cleaned(id));
    return index === -1 ? {} : { associatedRule: { id: cleaned(id), index } };
  };
  const unanswered = results.flatMap(({ id, answers }) =>
    answers
      .filter(({ looked, verdict }) => looked && verdict === 'inconclusive')
      .map(({ evidence, because }) => ({
        ...notification('check-not-answered', 'warning', `${id} (${evidence}) could not be answered: ${because ?? ''}`),
        ...about(id),
      })),
  );
  const blind = notLookedAt(report).map(({ id, evidence, because }) => ({
    ...notification('check-not-looked-at', 'note', `${id}${evidence === undefined ? '' : ` (${evidence})`} was not looked at: ${because}`),
    ...about(id),
  }));
  return [
    ...unanswered,
    ...blind,
    ...fileNotes(report),
    ...coverage.limitsReached.map((limit) => notification('limit-reached', 'warning', limit)),
  ];
}

function fileNotes(report: Report): readonly Notification[] {
  const { leftOut, unreadable } = report.coverage.files;
  return [
    ...unreadable.map(({ path, because }) => {
      const place = inRepository(report, { kind: 'file', path, line: 1, column: 1 });
      const uri = place?.path.toWellFormed().split('/').map(encodeURIComponent).join('/');
      return {
        ...notification('file-not-read', 'warning', `${path} could not be read: ${because}`),
        ...(uri === undefined ? {} : { locations: [{ physicalLocation: { artifactLocation: { uri } } }] }),
      };
    }),
    ...leftOut.map(({ reason, files }) => notification('files-left-out', 'note', `${counted(files, 'file')} left out: ${reason}`)),
  ];
}
