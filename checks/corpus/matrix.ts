// How right the code judges are on the corpus: verdicts and lines, per check and language.
import type { Check, Verdict } from '../model.ts';
import { casesOf, judgeCase } from './case.ts';

export interface Row {
  readonly check: string;
  readonly language: 'TypeScript' | 'Python';
  /** Faulty services told as such, not told; sound ones left alone, accused. */
  readonly faulty: { readonly found: number; readonly missed: number };
  readonly sound: { readonly cleared: number; readonly accused: number };
  /** Cases whose right answer is that nobody can tell from the source. */
  readonly open: { readonly told: number; readonly decided: number };
  /** Marked lines found and missed, and findings on lines that bear no mark. */
  readonly lines: { readonly found: number; readonly missed: number; readonly wrong: number };
}

/** Judges every case of every check anew. */
export function matrixOf(checks: readonly Check[]): readonly Row[] {
  return checks.flatMap((check) =>
    (['TypeScript', 'Python'] as const).flatMap((language) => {
      const results = casesOf(check)
        .filter((each) => each.language === language)
        .map((each) => ({ each, ...judgeCase(check, each) }));
      if (results.length === 0) return [];
      const count = (wanted: readonly Verdict[], got: (verdict: Verdict) => boolean): number =>
        results.filter(({ each, answer }) => wanted.includes(each.wanted) && got(answer.verdict)).length;
      const failing = results.filter(({ answer }) => answer.verdict === 'fail');
      const found = failing.flatMap(({ each, places }) => places.filter((place) => each.marked.includes(place))).length;
      return [
        {
          check: check.id,
          language,
          faulty: { found: count(['fail'], isFail), missed: count(['fail'], isNotFail) },
          sound: { cleared: count(['pass', 'not-applicable'], isNotFail), accused: count(['pass', 'not-applicable'], isFail) },
          open: {
            told: count(['inconclusive'], (verdict) => verdict === 'inconclusive'),
            decided: count(['inconclusive'], (verdict) => verdict !== 'inconclusive'),
          },
          lines: {
            found,
            missed: results.flatMap(({ each }) => each.marked).length - found,
            wrong: failing.flatMap(({ places }) => places).length - found,
          },
        },
      ];
    }),
  );
}

const isFail = (verdict: Verdict): boolean => verdict === 'fail';
const isNotFail = (verdict: Verdict): boolean => verdict !== 'fail';

/** Share of findings that are right, of faulty lines that are found; undefined where there are none to share. */
export function precision(rows: readonly Row[]): number | undefined {
  return share(
    sum(rows, ({ lines }) => lines.found),
    sum(rows, ({ lines }) => lines.wrong),
  );
}
export function recall(rows: readonly Row[]): number | undefined {
  return share(
    sum(rows, ({ lines }) => lines.found),
    sum(rows, ({ lines }) => lines.missed),
  );
}

const sum = (rows: readonly Row[], of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0);
const share = (right: number, wrong: number): number | undefined => (right + wrong === 0 ? undefined : right / (right + wrong));

/** The matrix as a Markdown table, with a last row for all. */
export function markdown(rows: readonly Row[]): string {
  const line = (name: string, language: string, some: readonly Row[]): string => {
    const cells = [
      name,
      language,
      `${sum(some, ({ faulty }) => faulty.found)} / ${sum(some, ({ faulty }) => faulty.missed)}`,
      `${sum(some, ({ sound }) => sound.cleared)} / ${sum(some, ({ sound }) => sound.accused)}`,
      `${sum(some, ({ open }) => open.told)} / ${sum(some, ({ open }) => open.decided)}`,
      String(sum(some, ({ lines }) => lines.found)),
      String(sum(some, ({ lines }) => lines.wrong)),
      String(sum(some, ({ lines }) => lines.missed)),
      shown(precision(some)),
      shown(recall(some)),
    ];
    return `| ${cells.join(' | ')} |`;
  };
  return [
    '| check | language | faulty found / missed | sound cleared / accused | open told / decided | lines found | lines wrong | lines missed | precision | recall |',
    '|---|---|--:|--:|--:|--:|--:|--:|--:|--:|',
    ...rows.map((row) => line(`\`${row.check}\``, row.language, [row])),
    line('all', '', rows),
  ].join('\n');
}

const shown = (value: number | undefined): string => (value === undefined ? '-' : value.toFixed(3));
