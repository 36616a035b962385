// An empty value is no value: `--only "$CHECKS"` with nothing in CHECKS must not audit something else than was meant.
import { type Argument, type Command, InvalidArgumentError, type Option } from 'commander';

const missing = 'It is empty; leave it out, or say what is meant.';

/** Makes a command refuse options and arguments that are given and hold nothing. */
export function refuseEmpty(command: Command): void {
  for (const option of command.options) if (option.required || option.optional) refuse(option);
  for (const argument of command.registeredArguments) refuse(argument);
}

function refuse(given: Option | Argument): void {
  const parse = given.parseArg;
  // Whoever lists choices names them for an empty one too.
  if (given.argChoices !== undefined) return;
  given.argParser((value: string, before: unknown): unknown => {
    if (value.trim() === '') throw new InvalidArgumentError(missing);
    if (parse !== undefined) return parse(value, before);
    return given.variadic ? [...(Array.isArray(before) ? before : []), value] : value;
  });
}
