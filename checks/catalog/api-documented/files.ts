// Documents that stand beside the source: as a file, or made of what is no source of the service.
import type { FilePlace, ObjectLiteral, Unit } from '../../model.ts';

export interface Document {
  readonly name: string;
  readonly place: FilePlace;
  readonly fault?: string;
  readonly unclear?: string;
}

const names = ['openapi', 'swagger', 'docs/openapi', 'docs/swagger', 'api/openapi', 'public/openapi', 'static/openapi'].flatMap((name) =>
  ['json', 'yaml', 'yml'].map((ending) => `${name}.${ending}`),
);

export function inFiles(unit: Unit): readonly Document[] {
  for (const name of names) {
    const file = unit.data(name);
    const paths = file?.kind === 'object' && (entry(file, 'openapi') ?? entry(file, 'swagger')) ? entry(file, 'paths') : undefined;
    if (file && paths?.kind === 'object')
      return [{ name, place: unit.place(file), fault: `${name} ${knows(unit, paths)}, and nothing here serves it` }];
  }
  return builtByScript(unit);
}

const entry = ({ entries }: ObjectLiteral, name: string) => entries.find(({ key }) => key === name)?.value;

/** `{id}` and `:id` are one; what stands before all of them may be the address of a server. */
const plain = (path: string): string =>
  path
    .replace(/\{[^}]*\}|:\w+/g, '{}')
    .replace(/\/+$/, '')
    .toLowerCase();

function knows(unit: Unit, { entries }: ObjectLiteral): string {
  const written = entries.flatMap(({ key }) => (typeof key === 'string' ? [plain(key)] : []));
  const asked = [...new Set(unit.routes.map(({ path }) => plain(path)))].filter((path) => path !== '' && !path.includes('?'));
  const known = asked.filter((path) => written.some((each) => each !== '' && path.endsWith(each)));
  return known.length === asked.length ? 'describes the API' : `describes ${known.length} of ${asked.length} addresses`;
}

/** `"docs:build": "redoc-cli build …"`: what it is made of is no source of the service. */
function builtByScript(unit: Unit): readonly Document[] {
  const file = unit.data('package.json');
  if (file?.kind !== 'object') return [];
  const tools = ['dependencies', 'devDependencies'].flatMap((key) => {
    const packages = entry(file, key);
    return packages?.kind === 'object' ? packages.entries.flatMap(({ key: name }) => (typeof name === 'string' ? [name] : [])) : [];
  });
  const scripts = entry(file, 'scripts');
  const script =
    scripts?.kind === 'object'
      ? scripts.entries.find(({ key, value }) => typeof key === 'string' && value.kind === 'string' && makes.test(`${key} ${value.value}`))
      : undefined;
  if (script === undefined || typeof script.key !== 'string' || !tools.some((name) => tool.test(name))) return [];
  return [
    {
      name: 'the document',
      place: unit.place(script.value),
      unclear: `a document of the API is made by the script ${script.key}, and what it says and who is shown it is not in the source of the service`,
    },
  ];
}
const makes = /\b(?:docs?|openapi|swagger|redoc|redocly|apidoc)\b/i;
const tool =
  /^(?:redoc|redoc-cli|redocly|@redocly\/cli|swagger-ui-dist|swagger-cli|@apidevtools\/swagger-cli|swagger-autogen|openapi-types|@scalar\/cli|apidoc)$/;
