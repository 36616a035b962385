// The checks as SARIF rules: what code scanning shows beside every alert of them.
import type { Tier } from '../../checks/model.ts';
import { cleaned, shortened } from '../clean.ts';
import { fenceOf, frameworksOf, writtenFixes } from '../idioms.ts';
import { prose } from '../markdown-text.ts';
import { checkPage, referenceUrl } from '../references.ts';
import type { Guide } from '../render-options.ts';
import type { Report } from '../report.ts';

export interface SarifRule {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly helpUri?: string;
  readonly defaultConfiguration: { readonly level: Level };
  readonly properties: Readonly<Record<string, unknown>>;
}
export type Level = 'error' | 'warning' | 'note';

export const levelOf: Readonly<Record<Tier, Level>> = { testflight: 'error', 'app-store': 'warning', 'post-launch': 'note' };
const problemSeverity: Readonly<Record<Tier, string>> = { testflight: 'error', 'app-store': 'warning', 'post-launch': 'recommendation' };
// High, medium, low: critical is for what is known to be exploited, which no audit of this kind can say.
const securitySeverity: Readonly<Record<Tier, string>> = { testflight: '8.0', 'app-store': '5.5', 'post-launch': '3.0' };
const longestDescription = 1000;
const mostTags = 20;

/** Every check that the report tells of, as a rule, in the report's order. */
export function rulesOf(report: Report, guides: readonly Guide[]): readonly SarifRule[] {
  const run = report.results.map(({ id, tier, title }) => ({ id, tier, title }));
  const names = new Set(run.map(({ id }) => id));
  const known = new Map(guides.map((guide) => [guide.id, guide]));
  const notRun = report.coverage.checksNotLookedAt.flatMap(({ id }) => (names.has(id) ? [] : (known.get(id) ?? [])));
  return [...run, ...notRun].map((check) =>
    rule(check, known.get(check.id), { page: checkPage(report, check.id), frameworks: frameworksOf(report) }),
  );
}

interface Known {
  readonly page: string | undefined;
  readonly frameworks: readonly string[];
}

function rule({ id, tier, title }: Pick<Guide, 'id' | 'tier' | 'title'>, guide: Guide | undefined, { page, frameworks }: Known): SarifRule {
  const why = cleaned(guide?.why ?? title);
  const refs = guide?.refs ?? [];
  const url = page ?? refs.map(referenceUrl).find((each) => each !== undefined);
  const tags = tagsOf(tier, refs);
  return {
    id: cleaned(id),
    name: pascalCase(id),
    shortDescription: { text: shortened(cleaned(title), longestDescription) },
    fullDescription: { text: shortened(why, longestDescription) },
    help: { text: helpText(title, guide), markdown: helpMarkdown(title, guide, frameworks) },
    ...(url === undefined ? {} : { helpUri: url }),
    defaultConfiguration: { level: levelOf[tier] },
    properties: {
      tags,
      precision: 'high',
      'problem.severity': problemSeverity[tier],
      ...(tags.includes('security') ? { 'security-severity': securitySeverity[tier] } : {}),
    },
  };
}

function tagsOf(tier: Tier, refs: readonly string[]): readonly string[] {
  const cwes = refs.flatMap((ref) => /^CWE-(\d+)$/.exec(ref)?.[1] ?? []).map((number) => `external/cwe/cwe-${number.padStart(3, '0')}`);
  const owasp = refs.flatMap((ref) => /^OWASP (API\d+):2023$/.exec(ref)?.[1] ?? []).map((item) => `owasp-${item.toLowerCase()}-2023`);
  const standards = refs.some((ref) => /^(?:OWASP|ASVS|CWE-|v5\.0\.0-)/.test(ref));
  return [...(standards ? ['security'] : []), tier, ...cwes, ...owasp].slice(0, mostTags);
}

function helpText(title: string, guide: Guide | undefined): string {
  if (guide === undefined) return `${cleaned(title)}.`;
  return [`${cleaned(title)}.`, `Why: ${cleaned(guide.why)}`, `Fix: ${cleaned(guide.fix)}`, ...(guide.refs ?? []).map(cleaned)].join('\n');
}

function helpMarkdown(title: string, guide: Guide | undefined, frameworks: readonly string[]): string {
  if (guide === undefined) return `${prose(title)}.`;
  const links = (guide.refs ?? []).map((ref) => {
    const url = referenceUrl(ref);
    return url === undefined ? `- ${prose(ref)}` : `- [${prose(ref)}](${url})`;
  });
  return [
    `${prose(title)}.`,
    '## Why it matters',
    cleaned(guide.why),
    '## The fix',
    cleaned(guide.fix),
    ...writtenFixes(guide.idioms, frameworks).map(
      ({ idiom, name, lines }) => `In ${name}:\n\n\`\`\`${fenceOf(idiom)}\n${lines.join('\n')}\n\`\`\``,
    ),
    ...(links.length === 0 ? [] : ['## References', links.join('\n')]),
  ].join('\n\n');
}

const pascalCase = (id: string): string =>
  cleaned(id)
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
