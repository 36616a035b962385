// Joins the built modules into a few files: starting 900 modules costs more than auditing a small backend does.
//   node .ci/bundle.mjs <from> <to>
import { globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const [from, to] = process.argv.slice(2).map((folder) => join(root, folder));

// Left as packages: what carries WebAssembly or data beside its code, what patches what it is given, and what only runs that last long load.
const external = [
  /^node:/,
  /^@electric-sql\//,
  /^@seriousme\/openapi-schema-validator/,
  /^(ajv|autocannon|hdr-histogram-js|libpg-query|pg|ts-morph|undici)(\/|$)/,
];

// What threads start keeps its own place.
const entries = globSync('**/*.js', { cwd: from }).filter(
  (path) => path === join('cli', 'main.js') || /\bworkerData\b[^;]*from 'node:worker_threads'/.test(readFileSync(join(from, path), 'utf8')),
);

// A module goes on standing where it stood, whichever file its code is in now.
const here = '__WHERE_THE_BUNDLE_IS__';
const places = {
  name: 'places',
  transform(code, id) {
    if (!id.startsWith(from) || !code.includes('import.meta')) return null;
    const place = relative(from, id).split(sep).join('/');
    const instead = {
      url: `new URL('${here}/${place}', import.meta.url).href`,
      dirname: `process.getBuiltinModule('node:url').fileURLToPath(new URL('${here}/${dirname(place)}', import.meta.url))`,
    };
    // From the end, so that places before a change stay where they are.
    for (const { start, end, property } of metaProperties(this.parse(code)).sort((one, other) => other.start - one.start)) {
      if (property.name in instead) code = code.slice(0, start) + instead[property.name] + code.slice(end);
    }
    return code;
  },
  renderChunk: (code, { fileName }) => code.replaceAll(here, relative(dirname(fileName), '.').split(sep).join('/') || '.'),
};
const bundle = await rolldown({
  input: Object.fromEntries(entries.map((path) => [path.slice(0, -'.js'.length).split(sep).join('/'), join(from, path)])),
  platform: 'node',
  external,
  plugins: [places],
  onLog: (level, log) => {
    throw new Error(`${level}: ${log.message}`);
  },
});
const { output } = await bundle.write({ dir: to, format: 'esm', chunkFileNames: 'chunks/[name]-[hash].js', comments: { legal: true } });

const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const carried = new Set();
const written = new Set(output.map(({ fileName }) => fileName));
for (const { fileName, imports, dynamicImports, moduleIds } of output) {
  for (const asked of [...imports, ...dynamicImports].filter((each) => !written.has(each) && !each.startsWith('node:'))) {
    const [name] = /^(?:@[^/]+\/)?[^/]+/.exec(asked) ?? [];
    if (!(name in dependencies)) throw new Error(`${fileName} asks for ${asked}, which is no dependency of the package`);
  }
  for (const id of moduleIds) {
    const [, name] = /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(id) ?? [];
    if (name !== undefined) carried.add(name);
  }
}
writeFileSync(join(to, 'THIRD-PARTY-LICENSES.txt'), [...carried].sort().map(license).join('\n'));
console.log(`${relative(root, to)}: ${output.length} files, with ${carried.size} packages in them`);

/** The places of `import.meta.x`, where it is code and no text. */
function metaProperties(node) {
  if (node === null || typeof node !== 'object') return [];
  const inside = Object.values(node).flatMap(metaProperties);
  return node.type === 'MemberExpression' && node.object.type === 'MetaProperty' ? [...inside, node] : inside;
}

function license(name) {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (file === undefined) throw new Error(`${name} comes without the text of its license`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n\n${'-'.repeat(80)}\n`;
}
