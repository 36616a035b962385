// npm run corpus: judges every annotated case anew and prints the confusion matrix. Arguments: ids of checks, none for all.
import { catalog } from '../catalog/index.ts';
import { casesOf } from './case.ts';
import { markdown, matrixOf } from './matrix.ts';

const asked = process.argv.slice(2);
const judged = catalog.filter(({ judge }) => judge.code !== undefined);
const unknown = asked.find((id) => judged.every((check) => check.id !== id));
if (unknown === undefined) {
  const checks = judged.filter(({ id }) => asked.length === 0 || asked.includes(id));
  console.log(markdown(matrixOf(checks)));
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
