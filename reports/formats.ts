// The formats a report comes in: one line each, for `--format`, its help and its error.
import { renderAgent } from './agent.ts';
import { renderChecklist } from './checklist.ts';
import { renderGithub } from './github.ts';
import { renderGitlab } from './gitlab.ts';
import { renderHtml } from './html/page.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';
import { renderNdjson } from './ndjson.ts';
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
  ndjson: { description: 'for streams and jq: one object a line', render: renderNdjson },
  agent: { description: 'for coding agents: terse; chosen by itself where one runs this', render: renderAgent },
  sarif: { description: 'for GitHub code scanning and other readers of SARIF 2.1.0', render: renderSarif },
  junit: { description: 'for CI servers that show tests', render: renderJunit },
  github: { description: 'for GitHub Actions: annotations', render: renderGithub },
  gitlab: { description: 'for GitLab: code quality JSON', render: renderGitlab },
  checklist: { description: 'your own checklist, ticked and with evidence', render: renderChecklist },
};
