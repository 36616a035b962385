// One comment on a pull request, found again by its marker. Where the token may not write, as on a fork, that is a warning: the gate stands.
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { commentMarker } from '../../reports/comment.ts';
import { messageOf, Problem } from '../problem.ts';
import { openTerminal, type TerminalFlags } from '../terminal.ts';

const timeoutMs = 20_000;
export type CommentFlags = TerminalFlags & { readonly pullRequest?: string };

// A pull request with more comments than this gets a second one of ours.
const mostPages = 20;
const perPage = 100;

interface Api {
  readonly base: string;
  readonly repository: string;
  readonly token: string;
}

/** 0 whether or not the comment could be written; a Problem where it is not said what to write and where. */
export async function comment(file: string, flags: CommentFlags): Promise<0> {
  const terminal = openTerminal(flags);
  const body = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8').catch(() => undefined);
  if (body === undefined) throw new Problem(`no such comment: ${file}`);
  if (!body.includes(commentMarker)) throw new Problem(`${file} is no comment of launchgate: write one with -f comment=<file>`);
  const number = flags.pullRequest ?? (await pullRequestOf(process.env));
  const { GITHUB_REPOSITORY: repository, GITHUB_TOKEN: token, GITHUB_API_URL: base = 'https://api.github.com' } = process.env;
  if (repository === undefined || !/^[\w.-]+\/[\w.-]+$/.test(repository)) throw new Problem('GITHUB_REPOSITORY names no repository');
  if (number === undefined || !/^\d+$/.test(number)) throw new Problem('this job runs for no pull request: --pull-request <number>');
  if (token === undefined || token === '') {
    terminal.warn('launchgate: no comment was written: GITHUB_TOKEN is not set');
    return 0;
  }
  try {
    const done = await writeComment({ base, repository, token }, number, body);
    terminal.step(`Comment ${done}`);
  } catch (thrown) {
    terminal.warn(`launchgate: no comment was written: ${messageOf(thrown)}`);
  }
  return 0;
}

async function writeComment(api: Api, number: string, body: string): Promise<'written' | 'brought up to date'> {
  const id = await ownComment(api, number);
  if (id === undefined) {
    await ask(api, 'POST', `issues/${number}/comments`, { body });
    return 'written';
  }
  await ask(api, 'PATCH', `issues/comments/${id}`, { body });
  return 'brought up to date';
}

const comments = z.array(z.object({ id: z.number(), body: z.string().nullish() }));

async function ownComment(api: Api, number: string): Promise<number | undefined> {
  for (let page = 1; page <= mostPages; page++) {
    const found = comments.parse(await ask(api, 'GET', `issues/${number}/comments?per_page=${perPage}&page=${page}`));
    const own = found.find(({ body }) => body?.startsWith(commentMarker) === true);
    if (own !== undefined) return own.id;
    if (found.length < perPage) return undefined;
  }
  return undefined;
}

async function ask({ base, repository, token }: Api, method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${base}/repos/${repository}/${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'x-github-api-version': '2022-11-28',
      'user-agent': 'launchgate',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (response.status === 403) throw new Error('the token may not write here (403), as on a pull request from a fork');
  if (!response.ok) throw new Error(`GitHub answers ${method} with ${response.status}`);
  return response.json();
}

const event = z.object({ pull_request: z.object({ number: z.number() }).optional() });

async function pullRequestOf({ GITHUB_EVENT_PATH: path, GITHUB_REF: ref }: NodeJS.ProcessEnv): Promise<string | undefined> {
  const fromRef = /^refs\/pull\/(\d+)\//.exec(ref ?? '')?.[1];
  if (fromRef !== undefined || path === undefined) return fromRef;
  const parsed = event.safeParse(JSON.parse(await readFile(path, 'utf8').catch(() => '{}')));
  return parsed.success ? parsed.data.pull_request?.number.toString() : undefined;
}
