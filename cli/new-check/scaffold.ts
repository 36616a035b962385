// Text of a new check and of the catalog that lists it.
import { tiers } from '../config/schema.ts';

/** One line, where an id or a tier can't be used. */
export function problemWith(id: string, tier: string): string | undefined {
  if (id === '') return 'npm run new-check -- <id> [testflight|app-store|post-launch]';
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(id)) return `"${id}" is no id: name the desired state in kebab-case, like logs-structured`;
  return tiers.some((each) => each === tier) ? undefined : `"${tier}" is no tier; tiers are ${tiers.join(', ')}`;
}

/** The template as it stands in `checks/catalog/<id>/check.ts`. */
export function checkFrom(template: string, id: string, tier: string): string {
  return template
    .replaceAll('../../checks/', '../../')
    .replace("id: 'new-check'", `id: '${id}'`)
    .replace("tier: 'testflight'", `tier: '${tier}'`);
}

/** The catalog with one import and one entry more. */
export function withCheck(index: string, id: string): string {
  const name = id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const line = `import ${name} from './${id}/check.ts';`;
  const lines = index.split('\n');
  const after = lines.findLastIndex((each) => each.startsWith('import ') && (!each.includes("'./") || pathIn(each) < pathIn(line)));
  const imported = lines.toSpliced(after + 1, 0, line).join('\n');
  return imported.replace(/(readonly Check\[\] = \[)([^\]]*)\]/, (_, start: string, entries: string) => {
    const names = [...entries.split(',').map((each) => each.trim()), name].filter((each) => each !== '');
    return `${start}\n${names.map((each) => `  ${each},\n`).join('')}]`;
  });
}

const pathIn = (line: string): string => line.slice(line.indexOf("from '"));
