// Finds k6's summaries in what was kept of a run: the file of `--summary-export`, or logs of pods with a line for each. Alone knows both forms.
import { z } from 'zod';
import { summaryMark } from './runtime.ts';

const figures = z.record(z.string(), z.unknown());
const summary = z.looseObject({ metrics: z.record(z.string(), figures) });
export type Summary = z.infer<typeof summary>;

/** Each summary in the text, or in one line why there is none to go by. */
export function summariesIn(text: string): { readonly summaries: readonly Summary[] } | { readonly problem: string } {
  const marked = text.split('\n').flatMap((line) => {
    const at = line.indexOf(summaryMark);
    return at < 0 ? [] : [line.slice(at + summaryMark.length)];
  });
  const summaries: Summary[] = [];
  for (const each of marked.length > 0 ? marked : [text]) {
    const json = jsonIn(each);
    if (json === undefined) return { problem: marked.length > 0 ? 'has a summary of k6 that breaks off' : 'is no JSON' };
    const read = summary.safeParse(json);
    if (!read.success) return { problem: 'is no summary of k6: it has no `metrics`; write it with k6 run --summary-export' };
    summaries.push(read.data);
  }
  return { summaries };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const shares = new Set(['rate', 'value']);

/** A metric's figures, in either form: beside each other, a rate called `value`; or all of them under `values`. */
export function valuesOf({ metrics }: Summary, key: string): Readonly<Record<string, number>> | undefined {
  const metric = Object.hasOwn(metrics, key) ? metrics[key] : undefined;
  if (metric === undefined) return undefined;
  const nested = figures.safeParse(metric.values);
  const entries = Object.entries(nested.success ? nested.data : metric);
  return Object.fromEntries(entries.flatMap(([name, value]) => (typeof value === 'number' ? [[name, value] as const] : [])));
}

/** What no run of k6 can have come to, in one line: somebody's hand or a broken disk. */
export function impossibleIn(summaries: readonly Summary[], keys: readonly string[]): string | undefined {
  for (const each of summaries) {
    for (const key of keys) {
      const values = Object.entries(valuesOf(each, key) ?? {});
      const wrong = values.find(([name, value]) => !(value >= 0 && value < Infinity) || (isShare(key) && shares.has(name) && value > 1));
      if (wrong !== undefined) return `says of ${key} that its ${wrong[0]} is ${wrong[1]}: k6 wrote no such thing`;
    }
  }
  return undefined;
}

const isShare = (key: string): boolean => /^(?:http_req_failed|checks)\b/.test(key);
