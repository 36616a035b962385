// What kind of backup a file or folder is, by what it holds and not by its name.
import { existsSync } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Transform } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import type { BackupEvidence, BackupFormat } from '../../model.ts';
import { lz4Decompress } from './lz4/stream.ts';

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
  const start = await headOf(path, packedHeadBytes);
  return { ...base, compression, format: formatOf(await inflatedHead(start, decompressor(compression))) };
}

async function folderKind(path: string, modifiedAt: Date): Promise<Kind> {
  const names = await readdir(path);
  let bytes = 0;
  for (const file of await filesBelow(path)) bytes += (await stat(file)).size;
  const format = names.includes('toc.dat')
    ? 'directory'
    : names.includes('PG_VERSION') || names.includes('backup_manifest') || names.some((name) => /^base\.tar(?:\.|$)/.test(name))
      ? 'base'
      : undefined;
  if (format === undefined) throw new Error('the folder holds neither a dump in directory form nor a base backup');
  // Written last; the folder's own time changes with every move.
  const last = ['toc.dat', 'backup_manifest'].map((name) => join(path, name)).find((file) => existsSync(file));
  const newest = last === undefined ? modifiedAt : (await stat(last)).mtime;
  return { format, bytes, modifiedAt: newest };
}

const headBytes = 64 * 1024;
/** A block of LZ4 or Zstandard is opened whole or not at all; one of LZ4 may be of 4 MB. */
const packedHeadBytes = 4 * 1024 * 1024 + headBytes;

async function headOf(path: string, bytes = headBytes): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Every file of a folder, in the order of their names; what a link points at is not in it. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.flatMap((each) => (each.isFile() ? [join(each.parentPath, each.name)] : [])).toSorted();
}

/** By its first bytes. */
export const compressionIn = async (path: string): Promise<Kind['compression']> => compressionOf(await headOf(path));

function compressionOf(head: Buffer): Kind['compression'] {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  const magic = head.length < 4 ? 0 : head.readUInt32LE(0);
  return magic === 0xfd2fb528 ? 'zstd' : magic === 0x184d2204 ? 'lz4' : undefined;
}

export function decompressor(compression: NonNullable<Kind['compression']>): () => Transform {
  return { gzip: () => createGunzip(), zstd: () => createZstdDecompress(), lz4: lz4Decompress }[compression];
}

/** As much as tells what it is; the rest is cut off on purpose. Fed piece by piece: a little of it may unpack to a lot. */
async function inflatedHead(head: Buffer, opener: () => Transform): Promise<Buffer> {
  const stream = opener();
  const chunks: Buffer[] = [];
  let bytes = 0;
  stream.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes < 2 * headBytes + chunk.length) chunks.push(chunk);
  });
  const failed = new Promise<void>((resolve) => stream.once('error', () => resolve()));
  for (let at = 0; at < head.length && bytes < headBytes && !stream.destroyed; at += headBytes) {
    const piece = head.subarray(at, at + headBytes);
    await Promise.race([failed, new Promise<void>((resolve) => stream.write(piece, () => setImmediate(resolve)))]);
  }
  stream.destroy();
  return Buffer.concat(chunks);
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
