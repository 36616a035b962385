// What kind of backup a file or folder is, by what it holds and not by its name.
import { existsSync } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createGunzip, createZstdDecompress, type Gunzip, type ZstdDecompress } from 'node:zlib';
import type { BackupEvidence, BackupFormat } from '../../model.ts';

export interface Kind {
  readonly format: BackupFormat | undefined;
  readonly compression?: NonNullable<BackupEvidence['compression']>;
  readonly bytes: number;
  readonly modifiedAt: Date;
}

/** Throws where the path can't be read, and for a folder that is no backup. */
export async function kindOf(path: string): Promise<Kind> {
  const found = await stat(path);
  if (found.isDirectory()) return folderKind(path, found.mtime);
  const base = { bytes: found.size, modifiedAt: found.mtime };
  const head = await headOf(path);
  const compression = compressionOf(head);
  if (compression === undefined) return { ...base, format: formatOf(head) };
  const opener = decompressor(compression);
  return { ...base, compression, format: opener === undefined ? undefined : formatOf(await inflatedHead(head, opener)) };
}

async function folderKind(path: string, modifiedAt: Date): Promise<Kind> {
  const names = await readdir(path);
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(path, name))).size));
  const bytes = sizes.reduce((sum, each) => sum + each, 0);
  const format = names.includes('toc.dat')
    ? 'directory'
    : names.includes('PG_VERSION') || names.includes('backup_manifest')
      ? 'base'
      : undefined;
  if (format === undefined) throw new Error('the folder holds neither a dump in directory form nor a base backup');
  const newest = existsSync(join(path, 'toc.dat')) ? (await stat(join(path, 'toc.dat'))).mtime : modifiedAt;
  return { format, bytes, modifiedAt: newest };
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function compressionOf(head: Buffer): Kind['compression'] {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  const magic = head.length < 4 ? 0 : head.readUInt32LE(0);
  return magic === 0xfd2fb528 ? 'zstd' : magic === 0x184d2204 ? 'lz4' : undefined;
}

/** Undefined for what nothing here opens. */
export function decompressor(compression: NonNullable<Kind['compression']>): (() => Gunzip | ZstdDecompress) | undefined {
  return { gzip: () => createGunzip(), zstd: () => createZstdDecompress(), lz4: undefined }[compression];
}

/** As much as the beginning gives; the rest is cut off on purpose. */
function inflatedHead(head: Buffer, opener: () => Gunzip | ZstdDecompress): Promise<Buffer> {
  return new Promise((resolve) => {
    const stream = opener();
    const chunks: Buffer[] = [];
    const end = (): void => resolve(Buffer.concat(chunks));
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('error', end);
    stream.on('end', end);
    stream.write(head);
    stream.flush(end);
  });
}

function formatOf(head: Buffer): BackupFormat | undefined {
  if (head.subarray(0, 5).toString('latin1') === 'PGDMP') return 'custom';
  if (
    head.length > 262 &&
    head.subarray(257, 262).toString('latin1') === 'ustar' &&
    /^(?:toc\.dat|\.\/toc\.dat)/.test(head.toString('latin1', 0, 20))
  ) {
    return 'tar';
  }
  const text = head.toString('latin1', 0, 16 * 1024);
  if (text.includes('\0')) return undefined;
  return /^--\s*(?:PostgreSQL database (?:cluster )?dump|Dumped from)|^\s*(?:SET|CREATE|COPY|INSERT|ALTER|SELECT pg_catalog|BEGIN)\b/im.test(
    text,
  )
    ? 'plain'
    : undefined;
}
