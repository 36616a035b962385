// Real node services for the tests of boot evidence: written to a folder of their own, started by a real command.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BootEvidence } from '../../model.ts';
import { type BootRequest, gatherBoot } from '../boot.ts';

export const node = `"${process.execPath}"`;
export const listens = `
  import { createServer } from 'node:http';
  const server = createServer((request, response) => { console.log('GET ' + request.url); response.end('ok'); });
  server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => console.log('listening on http://127.0.0.1:' + server.address().port));
`;
export const stopsWell = "process.on('SIGTERM', () => server.close(() => process.exit(0)));";
export const validates = `
  if (!process.env.API_SECRET) { console.error('API_SECRET is required'); process.exit(1); }
  if (process.env.API_SECRET.length < 16) { console.error('API_SECRET is too short: ' + (process.env.TALKS ? process.env.API_SECRET : '…')); process.exit(1); }
  if (Number.isNaN(Number(process.env.LIMIT ?? 'x'))) { console.error('LIMIT must be a number'); process.exit(1); }
`;
export const secret = crypto.getRandomValues(Buffer.alloc(24)).toString('base64url');

export interface Workshop {
  readonly cwd: string;
  /** Writes the program to `server.mjs`, and gathers what its start shows. */
  boot(program: string, more?: Partial<BootRequest>): Promise<BootEvidence>;
  remove(): Promise<void>;
}

/** A new folder to write services to. */
export async function openWorkshop(): Promise<Workshop> {
  const cwd = await mkdtemp(join(tmpdir(), 'boot-'));
  return {
    cwd,
    remove: () => rm(cwd, { recursive: true, force: true }),
    async boot(program, more = {}) {
      await writeFile(join(cwd, 'server.mjs'), program);
      return gatherBoot({
        command: `${node} server.mjs`,
        cwd,
        env: { API_SECRET: secret, LIMIT: '5' },
        drills: { required: [], enabled: false },
        secrets: new Map([['API_SECRET', secret]]),
        ...more,
      });
    },
  };
}
