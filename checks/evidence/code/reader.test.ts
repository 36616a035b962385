import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from './files.ts';
import { contentOf, makeReader } from './reader.ts';

test.each([0, 1, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 700_000])(
  'a file of %i bytes is read whole, after longer and before shorter ones',
  (bytes) => {
    const folder = mkdtempSync(join(tmpdir(), 'launchgate-reader-'));
    const texts = { 'a.js': 'x'.repeat(300_000), 'b.js': 'y'.repeat(bytes), 'c.js': 'z' };
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
    const { read } = makeReader(folder, listFiles(folder), new Map());
    for (const [name, text] of Object.entries(texts)) expect(read(name) === text).toBe(true);
    const before = contentOf(join(folder, 'b.js'));
    writeFileSync(join(folder, 'b.js'), `${'y'.repeat(bytes)}!`);
    expect(contentOf(join(folder, 'b.js'))).not.toBe(before);
    rmSync(folder, { recursive: true });
  },
);
