// What a scenario says of TLS and HTTP/2: certificates are named by their files.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Transport } from '../open/wire.ts';

const file = z.string().min(1);

export const transport = z
  .strictObject({
    http2: z.boolean().optional().describe('Many requests share a connection, where the server offers HTTP/2; over https'),
    ca: file.optional().describe('A PEM file of the authority that vouches for the server, instead of those that Node knows'),
    certificate: file.optional().describe('A PEM file that is shown to a server that asks who is there'),
    key: file.optional().describe('The PEM file of its key'),
    serverName: z.string().min(1).optional().describe('The name to ask for, and that the certificate must show; the host where not said'),
    verify: z.boolean().optional().describe('false takes any certificate'),
  })
  .refine(({ certificate, key }) => (certificate === undefined) === (key === undefined), 'needs `certificate` and `key` together');

export type WrittenTransport = z.infer<typeof transport>;

/** With what the files hold; throws an Error in one line for one that can't be read or is no PEM. */
export async function transportOf(written: WrittenTransport | undefined, folder: string): Promise<Transport | undefined> {
  if (written === undefined) return undefined;
  const { http2, serverName, verify } = written;
  const [ca, certificate, key] = [
    await pem('ca', written.ca, folder),
    await pem('certificate', written.certificate, folder),
    await pem('key', written.key, folder),
  ];
  return {
    ...(http2 !== undefined && { http2 }),
    ...(ca !== undefined && { ca }),
    ...(certificate !== undefined && { certificate }),
    ...(key !== undefined && { key }),
    ...(serverName !== undefined && { serverName }),
    ...(verify !== undefined && { verify }),
  };
}

async function pem(name: string, written: string | undefined, folder: string): Promise<string | undefined> {
  if (written === undefined) return undefined;
  const path = resolve(folder, written);
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(`transport.${name}: can't read ${path}`);
  });
  if (!text.includes('-----BEGIN ')) throw new Error(`transport.${name}: ${path} is no PEM file`);
  return text;
}
