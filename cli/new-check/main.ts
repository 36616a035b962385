// `npm run new-check -- <id> [tier]`: a check's folder from a template that compiles, and its line in the catalog.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkFrom, problemWith, withCheck } from './scaffold.ts';

const catalogFolder = fileURLToPath(new URL('../../checks/catalog/', import.meta.url));
const [id = '', tier = 'testflight'] = process.argv.slice(2);
const folder = join(catalogFolder, id);
const problem = problemWith(id, tier) ?? (existsSync(folder) ? `checks/catalog/${id} exists` : undefined);
if (problem === undefined) {
  const template = await readFile(new URL('template.ts', import.meta.url), 'utf8');
  const index = join(catalogFolder, 'index.ts');
  await mkdir(join(folder, 'examples'), { recursive: true });
  await writeFile(join(folder, 'check.ts'), checkFrom(template, id, tier));
  await writeFile(index, withCheck(await readFile(index, 'utf8'), id));
  process.stdout.write(`checks/catalog/${id}/check.ts\nNow write checks/catalog/${id}/examples/: fail.<what>.ts, pass.<what>.py, …\n`);
} else {
  process.stderr.write(`new-check: ${problem}\n`);
  process.exitCode = 2;
}
