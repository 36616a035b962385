// The formats a report comes in: one line each, for `--format`, its help and its error.
import type { Renderer } from './render-options.ts';

export interface Format {
  /** What it is good for, in a few words. */
  readonly description: string;
  /** Read when it is asked for: most runs write one format. */
  readonly load: () => Promise<Renderer>;
}

export const formats: Readonly<Record<string, Format>> = {
  text: { description: 'for a terminal, worst first', load: async () => (await import('./text.ts')).renderText },
  json: { description: 'for programs; report.schema.json describes it', load: async () => (await import('./json.ts')).renderJson },
  ndjson: { description: 'for streams and jq: one object a line', load: async () => (await import('./ndjson.ts')).renderNdjson },
  html: {
    description: 'for people: one page to open, search, print and pass on',
    load: async () => (await import('./html/page.ts')).renderHtml,
  },
  markdown: { description: 'for a pull request, an issue or a wiki', load: async () => (await import('./markdown.ts')).renderMarkdown },
  comment: {
    description: 'for the one comment of a pull request: what is new, what is fixed',
    load: async () => (await import('./comment.ts')).renderComment,
  },
  checklist: {
    description: 'your own checklist, ticked and with evidence',
    load: async () => (await import('./checklist.ts')).renderChecklist,
  },
  sarif: {
    description: 'for GitHub code scanning and other readers of SARIF 2.1.0',
    load: async () => (await import('./sarif/sarif.ts')).renderSarif,
  },
  junit: { description: 'for CI servers that show tests', load: async () => (await import('./junit.ts')).renderJunit },
  github: { description: 'for GitHub Actions: annotations', load: async () => (await import('./github.ts')).renderGithub },
  gitlab: { description: 'for GitLab: code quality JSON', load: async () => (await import('./gitlab.ts')).renderGitlab },
  rdjson: {
    description: 'for reviewdog: comments on the lines of a change',
    load: async () => (await import('./rdjson.ts')).renderRdjson,
  },
  badge: {
    description: 'for a README: an SVG that says which tier is reached',
    load: async () => (await import('./badge.ts')).renderBadge,
  },
  agent: {
    description: 'for coding agents: terse; chosen by itself where one runs this',
    load: async () => (await import('./agent.ts')).renderAgent,
  },
};
