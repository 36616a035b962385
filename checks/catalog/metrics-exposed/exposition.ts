// Reads the Prometheus text format and its successor OpenMetrics.

export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}
export interface Family {
  readonly name: string;
  /** `counter`, `gauge`, `histogram`, `summary`; `untyped` where nothing is said. */
  readonly type: string;
  readonly samples: readonly Sample[];
}
export interface Metrics {
  readonly families: readonly Family[];
  /** What does not fit the format, without quoting it. */
  readonly faults: readonly string[];
}

const sampleLine = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?[ \t]+(\S+)(?:[ \t]+-?[\d.]+)?(?:[ \t]+#.*)?$/;
const labelPair = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:\\.|[^"\\])*)"\s*,?\s*/y;
const number = /^(?:[+-]?(?:\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?|Inf)|NaN)$/i;

const longestLine = 20_000;

export function parseMetrics(text: string): Metrics {
  const types = new Map<string, string>();
  const samples = new Map<string, Sample[]>();
  const faults: string[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const declared = /^# TYPE (\S+) (\S+)$/.exec(line.trim());
    if (declared !== null) types.set(declared[1] ?? '', declared[2] ?? '');
    if (line.startsWith('#')) continue;
    const read = line.length > longestLine ? undefined : sampleOf(line);
    const known = read === undefined ? undefined : samples.get(read.name);
    if (read === undefined) faults.push(`line ${index + 1} is no sample`);
    else if (known === undefined) samples.set(read.name, [read.sample]);
    else known.push(read.sample);
  }
  const families = new Map<string, Family>();
  for (const [name, read] of samples) {
    const family = familyOf(name, types);
    const known = families.get(family);
    families.set(family, { name: family, type: types.get(family) ?? 'untyped', samples: [...(known?.samples ?? []), ...read] });
  }
  return { families: [...families.values()], faults };
}

function familyOf(name: string, types: ReadonlyMap<string, string>): string {
  if (types.has(name)) return name;
  const base = name.replace(/_(?:bucket|sum|count|total|created|info)$/, '');
  return types.has(base) ? base : name;
}

function sampleOf(line: string): { readonly name: string; readonly sample: Sample } | undefined {
  const [, name, inner, value = ''] = sampleLine.exec(line) ?? [];
  if (name === undefined || !number.test(value)) return undefined;
  const labels = inner === undefined ? {} : labelsOf(inner.trim());
  return labels === undefined ? undefined : { name, sample: { labels, value: Number(value.replace(/inf/i, 'Infinity')) } };
}

function labelsOf(text: string): Readonly<Record<string, string>> | undefined {
  const labels: Record<string, string> = {};
  labelPair.lastIndex = 0;
  while (labelPair.lastIndex < text.length) {
    const from = labelPair.lastIndex;
    const [, name, value] = labelPair.exec(text) ?? [];
    if (name === undefined || value === undefined || labelPair.lastIndex === from) return undefined;
    labels[name] = value;
  }
  return labels;
}
