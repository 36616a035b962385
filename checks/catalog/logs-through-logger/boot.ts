// Whether each line on stdout, while the service was probed, is a log record.
import { inconclusive, settle } from '../../answer.ts';
import type { Answer, BootEvidence, Finding, LogLine } from '../../model.ts';
import { recordForm } from './record-form.ts';

const mostQuoted = 10;
const longestQuote = 80;

export function judgeBoot({ start, command, logLines, logLinesTruncated, exitedWhileProbed }: BootEvidence): Answer {
  if (start.kind !== 'listening') return inconclusive('the service did not start, so nothing was logged while it was probed');
  const lines = logLines.filter(({ stream, phase }) => stream === 'stdout' && phase === 'probes');
  const raw = notRecords(lines);
  const [first] = lines;
  if (first === undefined) return inconclusive(silence(logLines));
  const place = { kind: 'process', what: command } as const;
  const bad: readonly Finding[] = raw
    .slice(0, mostQuoted)
    .map((text) => ({ message: `a line that is no log record: ${quoted(text)}`, place }));
  const forms = [...new Set(lines.flatMap(({ text }) => recordForm(text) ?? []))].join(', ');
  const more = raw.length > mostQuoted ? [{ message: `and ${raw.length - mostQuoted} more such lines`, place }] : [];
  const cut = logLinesTruncated ? `, of which only the first were kept` : '';
  return settle(
    {
      bad: [...bad, ...more],
      good: [{ message: `all ${lines.length} lines on stdout${cut} were log records (${forms})`, place }],
      unclear: exitedWhileProbed === undefined ? [] : ['the service ended by itself while it was probed'],
    },
    inconclusive('nothing could be told'),
  );
}

function silence(logLines: readonly LogLine[]): string {
  const others = logLines.some(({ stream, phase }) => stream === 'stderr' && phase === 'probes');
  return others ? 'it wrote nothing to stdout while it was probed, only to stderr' : 'it wrote nothing while it was probed';
}

/** Texts of lines that belong to no record, each once. Indented lines right after a record continue it: a stack, a pretty-printed field. */
function notRecords(lines: readonly LogLine[]): readonly string[] {
  const found = new Set<string>();
  let continues = false;
  for (const { text } of lines) {
    if (recordForm(text) !== undefined) continues = true;
    else if (!(continues && /^(?:\s+\S|[}\])]|Traceback \(|\w*(?:Error|Exception)\b)/.test(text))) {
      continues = false;
      found.add(text);
    }
  }
  return [...found];
}

function quoted(text: string): string {
  const plain = text.trim();
  return `"${plain.length > longestQuote ? `${plain.slice(0, longestQuote - 1)}…` : plain}"`;
}
