// Options of a settings class of pydantic, wherever it says them: `model_config`, the older `class Config`, through constants.
import type { ClassExpression, Expression } from '../../model.ts';
import { definitions } from './definitions.ts';
import type { Program } from './program.ts';

/** The text given to an option by the class or the nearest it inherits from. */
export function settingsOption(program: Program, lineage: readonly ClassExpression[], option: string): string | undefined {
  for (const code of lineage) {
    for (const { name, value } of code.members) {
      const given = name === 'model_config' ? inCall(value, option) : name === 'Config' ? inClass(value, option) : undefined;
      if (given === undefined) continue;
      const texts = [given, ...definitions(program, given).map((each) => each.value)];
      const text = texts.find((each) => each.kind === 'string');
      if (text?.kind === 'string') return text.value;
    }
  }
  return undefined;
}

function inCall(value: Expression | undefined, option: string): Expression | undefined {
  if (value?.kind === 'call') return value.args.find(({ name }) => name === option)?.value;
  return value?.kind === 'object'
    ? value.entries.find(({ key }) => key === option || (typeof key === 'object' && key.kind === 'string' && key.value === option))?.value
    : undefined;
}

const inClass = (value: Expression | undefined, option: string): Expression | undefined =>
  value?.kind === 'class' ? value.members.find(({ name }) => name === option)?.value : undefined;
