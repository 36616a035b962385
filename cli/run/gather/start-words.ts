// What is said of a start: why the service is not there, and which URL shows that it is.
import type { BootEvidence } from '../../../checks/model.ts';
import { Problem } from '../../problem.ts';
import type { GatherRequest } from './run.ts';

/** One line where it did not start. */
export function deadBecause({ start, command }: BootEvidence): string | undefined {
  switch (start.kind) {
    case 'listening':
      return undefined;
    case 'not-started':
      return `${command} was not started: ${start.because}`;
    case 'exited':
      return `${command} ended with code ${start.code ?? 'none'} before it listened${lastOf(start.lastLines)}`;
    case 'timed-out':
      return `${command} did not listen within ${Math.round(start.waitedMs / 1_000)} s${elsewhere(start.listensOn)}${lastOf(start.lastLines)}`;
  }
}

const elsewhere = (ports: readonly number[] = []): string =>
  ports.length === 0 ? '' : ` where it was waited for (--wait-for), but listens on ${ports.slice(0, 3).join(', ')}`;

const lastOf = (lines: readonly string[]): string => (lines.length === 0 ? '' : `; its last line: ${lines.at(-1)?.slice(0, 200)}`);

/** The URL to wait for; a path needs a port, which only the environment tells. */
export function waitForUrl({ settings }: GatherRequest, values: ReadonlyMap<string, string>): string | undefined {
  const { waitFor } = settings;
  if (waitFor === undefined) return settings.url;
  if (/^https?:\/\//.test(waitFor)) return waitFor;
  if (!waitFor.startsWith('/')) throw new Problem(`--wait-for: "${waitFor}" is neither a URL nor a path`);
  const port = values.get('PORT') ?? process.env.PORT;
  if (settings.url !== undefined) return new URL(waitFor, settings.url).href;
  if (port === undefined) throw new Problem(`--wait-for ${waitFor}: write a whole URL, for no PORT is known`);
  return `http://127.0.0.1:${port}${waitFor}`;
}
