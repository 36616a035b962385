// The documentation as one page of plain HTML: no script, nothing from elsewhere.
import { createHash } from 'node:crypto';
import { successors } from '../middleware/legacy-names.ts';
import type { OpenApiDocument } from './document.ts';
import { type Operation, operations } from './operations.ts';

const style = `body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#1a1a1a}
h2{margin-top:3rem}summary{cursor:pointer}code,pre{font:14px/1.4 ui-monospace,monospace}code{overflow-wrap:anywhere}
pre{background:#f4f4f4;padding:1rem;overflow:auto;max-height:30rem}.method{font-weight:600;text-transform:uppercase}
@media(prefers-color-scheme:dark){body{background:#161616;color:#eee}pre{background:#262626}a{color:#8ab4ff}}`;

/** Lets this page's own style through, and nothing else. */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; frame-ancestors 'none'`;

export function documentationPage(document: OpenApiDocument): string {
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  const sections = tags.map(
    (tag) =>
      `<h2>${tag}</h2>${operations
        .filter((each) => each.tag === tag)
        .map((each) => section(each, responsesOf(document, each)))
        .join('')}`,
  );
  const schemas = `<details><summary>Every schema</summary>${json(document.components)}</details>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Training plan API</title>
<meta name="viewport" content="width=device-width"><style>${style}</style></head><body><h1>Training plan API</h1>
<p>JSON both ways. Sign in with <code>Authorization: Bearer</code> and a Supabase access token. Clients that cannot send the header put the token into the
body as <code>jwt_token</code>. Refusals are problem details (RFC 9457).
The machine-readable form is <a href="/openapi.json">/openapi.json</a>.</p>${sections.join('')}<h2>Schemas</h2>${schemas}</body></html>`;
}

const responsesOf = ({ paths }: OpenApiDocument, { path, method }: Operation): object => {
  const responses = paths[path]?.[method]?.responses;
  return typeof responses === 'object' && responses !== null ? responses : {};
};

function section({ id, method, path, summary, description, signedIn, idempotent, body, answer }: Operation, responses: object): string {
  const lists = [
    ['Refusals', Object.keys(responses).filter((status) => status !== '200')],
    ['Header', idempotent ? ['Idempotency-Key'] : []],
    ['Earlier names', successors.filter(({ successor }) => successor === path).map(({ name }) => name)],
  ] as const;
  const told = lists.map(([what, all]) =>
    all.length === 0 ? '' : `<p>${what}: ${all.map((each) => `<code>${escaped(each)}</code>`).join(', ')}</p>`,
  );
  const sent = body === undefined ? '' : `<p>Send</p>${json(body.example)}`;
  return `<section id="${id}"><h3>${escaped(summary)}</h3><p><code><span class="method">${method}</span> ${escaped(path)}</code>${
    signedIn ? ' · signed in' : ''
  }</p><p>${escaped(description)}</p>${told.join('')}<details><summary>Example</summary>${sent}<p>${escaped(answer.description)}</p>${json(answer.example)}</details></section>`;
}

const json = (value: unknown): string => `<pre>${escaped(JSON.stringify(value, null, 2))}</pre>`;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
