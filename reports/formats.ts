// The formats a report comes in: one line each, for `--format`, its help and its error.
import { renderChecklist } from './checklist.ts';
import { renderHtml } from './html/page.ts';
import { renderJson } from './json.ts';
import { renderMarkdown } from './markdown.ts';
import type { Renderer } from './render-options.ts';
import { renderSarif } from './sarif/sarif.ts';
import { renderText } from './text.ts';

export interface Format {
  /** What it is good for, in a few words. */
  readonly description: string;
  readonly render: Renderer;
}

export const formats: Readonly<Record<string, Format>> = {
  text: { description: 'for a terminal, worst first', render: renderText },
  json: { description: 'for programs; report.schema.json describes it', render: renderJson },
  html: { description: 'for people: one page to open, search, print and pass on', render: renderHtml },
  markdown: { description: 'for a pull request, an issue or a wiki', render: renderMarkdown },
  sarif: { description: 'for GitHub code scanning and other readers of SARIF 2.1.0', render: renderSarif },
  checklist: { description: 'your own checklist, ticked and with evidence', render: renderChecklist },
};
