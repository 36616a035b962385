// npm run corpus: judges every annotated case anew and prints the confusion matrix. Arguments: ids of checks, none for all;
// `--write README.md` puts the matrix between the marks of that file.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { catalog } from '../catalog/index.ts';
import { casesOf } from './case.ts';
import { markdown, matrixOf } from './matrix.ts';

const given = process.argv.slice(2);
const flag = given.indexOf('--write');
const file = flag < 0 ? undefined : given[flag + 1];
const asked = given.filter((_, index) => flag < 0 || (index !== flag && index !== flag + 1));
const judged = catalog.filter(({ judge }) => judge.code !== undefined);
const unknown = asked.find((id) => judged.every((check) => check.id !== id));
if (flag >= 0 && (file === undefined || !existsSync(file))) {
  console.error('--write takes a file that is there');
  process.exitCode = 2;
} else if (unknown === undefined) {
  const checks = judged.filter(({ id }) => asked.length === 0 || asked.includes(id));
  const matrix = markdown(matrixOf(checks));
  if (file === undefined) console.log(matrix);
  else {
    const marks = /(<!-- corpus -->\n)[\s\S]*?(\n<!-- \/corpus -->)/;
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(marks, (_, before: string, after: string) => `${before}\n${matrix}\n${after}`),
    );
  }
  const wrong = checks.flatMap((check) =>
    casesOf(check)
      .filter(({ knownWrong }) => knownWrong)
      .map(({ name }) => `\n- ${check.id}: ${name}`),
  );
  if (wrong.length > 0) console.log(`\nKnown to be judged wrongly, and counted above:${wrong.join('')}`);
} else {
  console.error(`there is no check "${unknown}" with a code judge; there are: ${judged.map(({ id }) => id).join(', ')}`);
  process.exitCode = 2;
}
