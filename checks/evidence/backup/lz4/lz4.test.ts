// Frames of LZ4 as the reference program writes them, byte for byte; and what is broken about broken ones.
import { expect, test } from 'vitest';
import { lz4Decompress } from './stream.ts';

/** What `printf … | lz4` makes of it, with the options named. */
const plain = `${'abc'.repeat(10)}\n`;
const frames: readonly (readonly [options: string, hex: string])[] = [
  ['as it is', '04224d186440a70d0000003f61626303000450636162630a00000000e7e1cdca'],
  ['-BX', '04224d187440bd0d0000003f61626303000450636162630a5f81885200000000e7e1cdca'],
  ['--no-frame-crc', '04224d186040820d0000003f61626303000450636162630a00000000'],
];
const packedAs = (hex: string): Buffer => Buffer.from(hex, 'hex');

async function unpacked(packed: Buffer, chunkBytes = packed.length): Promise<string> {
  const stream = lz4Decompress();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => {
    stream.once('end', resolve);
    stream.once('error', reject);
  });
  for (let at = 0; at < packed.length; at += chunkBytes) stream.write(packed.subarray(at, at + chunkBytes));
  stream.end();
  await done;
  return Buffer.concat(chunks).toString('utf8');
}

test.each(frames)('%s, in one piece or byte by byte, once or twice in a row', async (_, hex) => {
  const packed = packedAs(hex);
  expect(await unpacked(packed)).toBe(plain);
  expect(await unpacked(packed, 1)).toBe(plain);
  const skippable = Buffer.from('502a4d1803000000010203', 'hex');
  expect(await unpacked(Buffer.concat([packed, skippable, packed]), 7)).toBe(plain + plain);
});

test('blocks that copy from the block before them', async () => {
  // 64 kB and a little more, in blocks of 64 kB that know what came before (`lz4 -BD -B4 -9`).
  const text = '0123456789abcdef'.repeat(4_106);
  const packed = Buffer.from(
    'BCJNGERAXhsBAAD/ATAxMjM0NTY3ODlhYmNkZWYQAP/////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////YUGJjZGVmCgAAAA8QAIhQYmNkZWYAAAAA4vyPig==',
    'base64',
  );
  expect(await unpacked(packed)).toBe(text);
  expect(await unpacked(packed, 5)).toBe(text);
});

test.each([
  ['cut off', (whole: Buffer) => whole.subarray(0, -9), /unexpected end of file/],
  ['without its end', (whole: Buffer) => whole.subarray(0, -4), /unexpected end of file/],
  ['with one byte changed', (whole: Buffer) => changed(whole, 13), /incorrect data check|invalid block/],
  ['with another header', (whole: Buffer) => changed(whole, 5), /header/],
  ['followed by something else', (whole: Buffer) => Buffer.concat([whole, Buffer.from('something else')]), /between two frames/],
])('%s it ends with an error', async (_, spoil, says) => {
  await expect(unpacked(spoil(packedAs(frames[0]?.[1] ?? '')))).rejects.toThrow(says);
});

function changed(whole: Buffer, at: number): Buffer {
  const copy = Buffer.from(whole);
  copy[at] = (copy[at] ?? 0) ^ 0x21;
  return copy;
}
