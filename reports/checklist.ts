// The user's own checklist, ticked and unticked by what was seen; every byte that says nothing of that stays.
import type { Tier } from '../checks/model.ts';
import { itemEvidence, withEvidence } from './checklist-evidence.ts';
import { type ChecklistItem, readChecklist, sameTitle, writeChecklist } from './checklist-file.ts';
import { cleaned } from './clean.ts';
import { code } from './markdown-text.ts';
import type { Guide, RenderOptions } from './render-options.ts';
import { type Report, tiers } from './report.ts';

export function renderChecklist(report: Report, { guides, checklist }: Pick<RenderOptions, 'guides' | 'checklist'>): string {
  const today = checklist?.today ?? report.startedAt.slice(0, 10);
  const checksOf = titleIndex(report, guides);
  const lines = readChecklist(checklist?.existing ?? blankChecklist(guides, today));
  return writeChecklist(
    lines.map((line) => (line.kind === 'item' ? updated(line, checksOf.get(line.title) ?? [], report) : line)),
    today,
  );
}

function updated(item: ChecklistItem, ids: readonly string[], report: Report): ChecklistItem {
  const results = report.results.filter(({ id }) => ids.includes(id));
  if (results.length === 0) return item;
  const run = new Set(results.map(({ id }) => id));
  const evidence = itemEvidence(
    results,
    ids.filter((id) => !run.has(id)),
  );
  const ticked = item.mark !== ' ';
  const mark = evidence.box === 'tick' && !ticked ? 'x' : evidence.box === 'untick' ? ' ' : item.mark;
  return { ...item, mark, after: withEvidence(item.after, evidence) };
}

// Several wordings may mean one check, and one wording several checks.
function titleIndex(report: Report, guides: readonly Guide[]): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  const add = (wording: string, id: string): void => {
    const key = sameTitle(wording);
    const ids = index.get(key) ?? [];
    if (!ids.includes(id)) index.set(key, [...ids, id]);
  };
  for (const { id, title, checklist } of guides) for (const wording of [...(checklist ?? []), title]) add(wording, id);
  for (const { id, title } of report.results) add(title, id);
  return index;
}

const headings: Readonly<Record<Tier, string>> = {
  testflight: '## 🔴 CRITICAL (Must Fix Before TestFlight)',
  'app-store': '## 🟡 IMPORTANT (Should Fix Before App Store Release)',
  'post-launch': '## 🟢 NICE TO HAVE (Can Fix After Public Launch)',
};

function blankChecklist(guides: readonly Guide[], today: string): string {
  const taken = new Set<string>();
  const sections = tiers.map((tier) => {
    const items = guides
      .filter((guide) => guide.tier === tier)
      .flatMap((guide) => (guide.checklist?.length ? guide.checklist : [guide.title]).map((wording) => ({ wording, guide })))
      .filter(({ wording }) => taken.size < taken.add(sameTitle(wording)).size);
    return [
      headings[tier],
      '',
      ...items.map(({ wording, guide }) => blankItem(wording, guide)),
      ...(items.length > 0 ? [''] : []),
      '---',
      '',
    ];
  });
  const top = ['# Backend - Production Readiness', '', `**Status**: 0% Complete | Last Updated: ${today}`, '', '---', ''];
  const all = [...top, ...sections.flat()];
  return `${all.slice(0, -3).join('\n')}\n`;
}

function blankItem(wording: string, { area, fix }: Guide): string {
  return [`- [ ] **${cleaned(wording)}**`, ...(area === undefined ? [] : [code(area)]), cleaned(fix)].join(' - ');
}
