// A Markdown checklist as lines: where its boxes, titles and status line are. Knows nothing of verdicts; joins back to the same bytes.

export type ChecklistLine =
  | { readonly kind: 'other'; readonly text: string; readonly end: string }
  | { readonly kind: 'status'; readonly before: string; readonly between: string; readonly after: string; readonly end: string }
  | ChecklistItem;
export interface ChecklistItem {
  readonly kind: 'item';
  /** Everything up to the mark, `- [`. */
  readonly before: string;
  readonly mark: string;
  /** Everything after the mark, from `]` on. */
  readonly after: string;
  readonly end: string;
  readonly title: string;
}

/** Splits a checklist; code fences and comments hold no items. */
export function readChecklist(text: string): readonly ChecklistLine[] {
  const parts = text.split(/(\r\n|\n|\r)/);
  const lines: ChecklistLine[] = [];
  let closes: ((line: string) => boolean) | undefined;
  let statusSeen = false;
  for (let index = 0; index < parts.length; index += 2) {
    const line = parts[index] ?? '';
    const end = parts[index + 1] ?? '';
    if (closes !== undefined) {
      if (closes(line)) closes = undefined;
      lines.push({ kind: 'other', text: line, end });
      continue;
    }
    closes = opens(line);
    const read: ChecklistLine | undefined =
      closes === undefined ? (item(line, end) ?? (statusSeen ? undefined : status(line, end))) : undefined;
    statusSeen ||= read?.kind === 'status';
    lines.push(read ?? { kind: 'other', text: line, end });
  }
  return lines;
}

export function writeChecklist(lines: readonly ChecklistLine[], today: string): string {
  const items = lines.filter((line) => line.kind === 'item');
  const ticked = items.filter(({ mark }) => mark !== ' ').length;
  const percent = items.length === 0 ? 0 : Math.floor((ticked * 100) / items.length);
  return lines
    .map((line) => {
      if (line.kind === 'other') return line.text + line.end;
      if (line.kind === 'status') return `${line.before}${percent}${line.between}${today}${line.after}${line.end}`;
      return line.before + line.mark + line.after + line.end;
    })
    .join('');
}

/** Titles that differ in case, space, emphasis or a closing mark only are the same. */
export function sameTitle(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[`*_]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/[.:;,!]+$/, '');
}

function item(line: string, end: string): ChecklistItem | undefined {
  const match = /^(\uFEFF?[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[)([ xX])(\][ \t]+(.*))$/.exec(line);
  const [, before, mark, after, words] = match ?? [];
  if (before === undefined || mark === undefined || after === undefined || words === undefined) return undefined;
  const bold = /^(?:~~)?(\*\*|__)(.+?)\1/.exec(words)?.[2];
  return { kind: 'item', before, mark, after, end, title: sameTitle(bold ?? words.split(/ [-–—] /)[0] ?? words) };
}

function status(line: string, end: string): ChecklistLine | undefined {
  const match = /^(\uFEFF?\s*\*\*Status:?\*\*:?\s*)\d+(\s*%\s*Complete\s*\|\s*Last Updated:\s*)\d{4}-\d{2}-\d{2}(.*)$/i.exec(line);
  const [, before, between, after] = match ?? [];
  if (before === undefined || between === undefined || after === undefined) return undefined;
  return { kind: 'status', before, between, after, end };
}

// A fence may be indented inside a list; it ends with at least as many of the same character and nothing else.
function opens(line: string): ((line: string) => boolean) | undefined {
  const fence = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
  if (fence !== undefined) {
    return (later) => {
      const run = /^[ \t]*([`~]+)[ \t]*$/.exec(later)?.[1] ?? '';
      return run.startsWith(fence) && new Set(run).size === 1;
    };
  }
  const comment = /^ {0,3}<!--(?!.*-->)/.test(line);
  return comment ? (later) => later.includes('-->') : undefined;
}
