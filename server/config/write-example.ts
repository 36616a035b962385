// `npm run example -w server`: writes `.env.example` anew after a change of the schema.
import { writeFile } from 'node:fs/promises';
import { exampleText } from './example.ts';

await writeFile(new URL('../.env.example', import.meta.url), exampleText());
