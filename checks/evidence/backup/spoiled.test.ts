// Dumps spoiled in every way: each told apart, none verified.
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { judgeBackup } from '../../catalog/backups-verified/backup.ts';
import type { BackupEvidence } from '../../model.ts';
import { noDumps } from '../database/testing/real.ts';
import { dumpedDatabase } from './testing/dumps.ts';

describe.skipIf(noDumps !== undefined)(`spoiled ${noDumps ?? ''}`, { timeout: 60_000 }, () => {
  const { at, written, evidenceOf } = dumpedDatabase();
  const half = (content: Buffer): Buffer => content.subarray(0, Math.floor(content.length / 2));
  const spoiled = (content: Buffer): Buffer => {
    const copy = Buffer.from(content);
    copy.fill(0x41, Math.floor(copy.length * 0.6), Math.floor(copy.length * 0.6) + 512);
    return copy;
  };
  const plain = () => readFile(at('plain.sql'));
  const custom = () => readFile(at('custom.dump'));
  const edited = async (from: string | RegExp, to: string): Promise<string> => (await plain()).toString('utf8').replace(from, to);
  const newer = async (): Promise<Buffer> => {
    const copy = Buffer.from(await custom());
    // The version of the archive's format, in its head: a future one.
    copy[6] = 99;
    return copy;
  };
  const latin = async (): Promise<Buffer> => {
    const text = (await plain()).toString('latin1');
    return Buffer.from(text.replace('plan 7\t', 'pl\u00e4n 7\t'), 'latin1');
  };
  test.each<[string, string, BackupEvidence['faults'][number]['kind'], () => Promise<string | Buffer>]>([
    ['nothing at all', 'empty.sql', 'empty', async () => ''],
    ['only remarks', 'remarks.sql', 'empty', async () => '-- PostgreSQL database dump\n\n-- Dumped from database version 15.1\n'],
    ['half of a plain dump', 'half.sql', 'truncated', async () => half(await plain())],
    ['a plain dump without its last line', 'cut.sql', 'truncated', () => edited('-- PostgreSQL database dump complete', '')],
    ['half of a packed dump', 'half.sql.gz', 'truncated', async () => half(gzipSync(await plain()))],
    ['half of an archive', 'half.dump', 'truncated', async () => half(await custom())],
    ['a packed dump with one bad block', 'bad.sql.gz', 'corrupted', async () => spoiled(gzipSync(await plain()))],
    ['an archive with one bad block', 'bad.dump', 'corrupted', async () => spoiled(await custom())],
    ['a picture', 'picture.dump', 'not-a-backup', async () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3])],
    ['bytes of another encoding', 'latin.sql', 'wrong-encoding', latin],
    ['a program to run', 'shell.sql', 'unsafe', () => edited('SET statement_timeout = 0;', '\\! touch /tmp/never')],
    ['a program behind COPY', 'program.sql', 'unsafe', () => edited('SET statement_timeout = 0;', "COPY public.plans FROM PROGRAM 'id';")],
    ['a bomb', 'bomb.sql.gz', 'too-large', async () => gzipSync(Buffer.concat([await plain(), Buffer.alloc(160 * 1024 * 1024, 0x20)]))],
  ])('%s is told apart and never verified', async (_, name, kind, make) => {
    const evidence = await evidenceOf(await written(name, await make()));
    expect(evidence.faults.map((fault) => fault.kind)).toEqual([kind]);
    expect(judgeBackup(evidence)).toMatchObject({ verdict: 'fail' });
  });

  test('an extension that is not installed here is told apart: not verified, and no fault of the backup', async () => {
    const text = await edited('CREATE TABLE', 'CREATE EXTENSION no_such_extension;\nCREATE TABLE');
    const evidence = await evidenceOf(await written('extension.sql', text));
    expect(evidence.faults).toEqual([{ kind: 'missing-extension', message: expect.stringMatching(/no extension no_such_extension$/) }]);
    expect(judgeBackup(evidence)).toEqual({ verdict: 'inconclusive', because: evidence.faults[0]?.message });
  });

  test('an archive of a newer pg_dump is no bad one, and not verified', async () => {
    const evidence = await evidenceOf(await written('newer.dump', await newer()));
    expect(evidence).toMatchObject({ faults: [], restore: { missing: expect.stringContaining('newer pg_dump than the pg_restore') } });
    expect(judgeBackup(evidence)).toMatchObject({ verdict: 'inconclusive' });
  });
});
