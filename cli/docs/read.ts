// What the pages about the checks are made of: the catalog, and the examples that stand in its folders.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalog } from '../../checks/catalog/index.ts';
import type { EvidenceKind } from '../../checks/model.ts';
import { tiers } from '../../reports/report.ts';
import type { Example, PagedCheck } from '../../reports/site/page.ts';

const folder = join(import.meta.dirname, '..', '..', 'checks', 'catalog');
const mark = /\s*(?:#|\/\/|--)\s*<- finding.*$/;

/** Every check with its examples, tier by tier. */
export function pagedChecks(): readonly PagedCheck[] {
  const all = catalog.map(
    ({ id, tier, title, why, fix, idioms = {}, refs, judge, probes = {} }): PagedCheck => ({
      id,
      tier,
      title,
      why,
      fix,
      idioms,
      refs,
      evidence: kinds.filter((kind) => judge[kind] !== undefined),
      probes: Object.entries(probes).map(([name, probe]) => ({ name, kind: probe.kind, class: probe.class })),
      examples: examplesOf(id),
    }),
  );
  return tiers.flatMap((tier) => all.filter((check) => check.tier === tier));
}

const kinds: readonly EvidenceKind[] = ['code', 'environment', 'boot', 'http', 'load', 'migrations', 'database', 'backup'];
const verdicts = ['fail', 'pass', 'not-applicable', 'inconclusive'] as const;

function examplesOf(id: string): readonly Example[] {
  const own = join(folder, id, 'examples');
  const files = readdirSync(join(folder, id)).includes('examples') ? readdirSync(own, { withFileTypes: true }) : [];
  return files
    .filter((file) => file.isFile())
    .map(({ name }) => name)
    .toSorted()
    .flatMap((name) => example(name, readFileSync(join(own, name), 'utf8')));
}

/** An example by its file's name, `fail.express-star.ts`; none where the name says no verdict. */
export function example(name: string, text: string): readonly Example[] {
  const [said = '', ...rest] = name.split('.');
  const verdict = verdicts.find((each) => each === said);
  if (verdict === undefined || rest.length === 0) return [];
  const language = rest.length > 1 ? (rest.at(-1) ?? '') : '';
  const [, framework = '', tail = ''] = /^(node-http|[^-]*)-?(.*)$/.exec(rest[0] ?? '') ?? [];
  const what = tail.replaceAll('-', ' ');
  const lines = text.trimEnd().split(/\r?\n/);
  return [
    {
      verdict,
      framework,
      what: what === '' ? framework : what,
      language,
      lines: lines.map((line) => line.replace(mark, '')),
      found: lines.flatMap((line, at) => (mark.test(line) ? [at + 1] : [])),
    },
  ];
}
