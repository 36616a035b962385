// `npm run client -w server`: writes the types of the client from the OpenAPI document. A test tells when they differ.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { openApiDocument } from '../openapi/document.ts';

export const generatedFile = fileURLToPath(new URL('api.generated.ts', import.meta.url));

export async function generatedText(): Promise<string> {
  const { paths, ...rest } = openApiDocument();
  const current = Object.entries(paths).filter(([, operations]) => !Object.values(operations).some(({ deprecated }) => deprecated));
  // Examples say nothing to a type. What has a default may be left out of a request.
  const document = JSON.stringify({ ...rest, paths: Object.fromEntries(current) }, (key, value) => (key === 'example' ? undefined : value));
  const types = await openapiTS(Buffer.from(document), { defaultNonNullable: false });
  return `// Written from the OpenAPI document by \`npm run client -w server\`.\n${astToString(types)}`;
}

if (import.meta.main) await writeFile(generatedFile, await generatedText());
