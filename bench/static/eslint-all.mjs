// Contestant: eslint with the CORS, JWT and secret rules of eslint-plugin-sonarjs, over every script once.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { sourceFiles } from './files.ts';

const load = createRequire(new URL('../package.json', import.meta.url));
const { ESLint } = load('eslint');
const root = process.argv[2] ?? '.';
const rules = ['cors', 'insecure-jwt-token', 'no-hardcoded-secrets', 'no-hardcoded-passwords'];
const eslint = new ESLint({
  cwd: root,
  ignore: false,
  allowInlineConfig: false,
  overrideConfigFile: true,
  overrideConfig: {
    files: ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}'],
    languageOptions: { parser: load('@typescript-eslint/parser'), parserOptions: { ecmaFeatures: { jsx: true } } },
    plugins: { sonarjs: load('eslint-plugin-sonarjs') },
    rules: Object.fromEntries(rules.map((rule) => [`sonarjs/${rule}`, 'error'])),
  },
});

const { scripts } = sourceFiles(root);
let found = 0;
let failed = 0;
for (const filePath of scripts) {
  const [result] = await eslint.lintText(readFileSync(filePath, 'utf8'), { filePath });
  failed += result?.fatalErrorCount ?? 0;
  found += (result?.errorCount ?? 0) - (result?.fatalErrorCount ?? 0);
}
console.log(JSON.stringify({ files: scripts.length, failed, found }));
