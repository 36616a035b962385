// Reads Dockerfiles: the only file that knows their parser. No value of a variable leaves it but a plain word.
import { type Dockerfile, DockerfileParser, type From, type Instruction, type PropertyInstruction } from 'dockerfile-ast';
import type { ContainerStage, ContainerVariable, FilePlace } from '../../model.ts';
import { isPlaceholder, isSecretName, secretShape } from '../secret-shapes.ts';

export function stagesOf(path: string, text: string): readonly ContainerStage[] {
  const dockerfile = DockerfileParser.parse(text);
  const defaults = defaultsOf(dockerfile);
  const stages: ContainerStage[] = [];
  let own: Instruction[] = [];
  let from: From | undefined;
  const close = (): void => {
    if (from) stages.push(stageOf(path, from, own, defaults, stages));
  };
  const froms = new Map<number, From>(dockerfile.getFROMs().map((each) => [each.getRange().start.line, each]));
  for (const instruction of dockerfile.getInstructions()) {
    const next = froms.get(instruction.getRange().start.line);
    if (next === undefined) {
      if (from) own.push(instruction);
      continue;
    }
    close();
    from = next;
    own = [];
  }
  close();
  return stages;
}

const placeOf = (path: string, instruction: Instruction): FilePlace => ({
  kind: 'file',
  path,
  line: instruction.getRange().start.line + 1,
  column: 1,
});

function defaultsOf(dockerfile: Dockerfile): ReadonlyMap<string, string> {
  return new Map(
    dockerfile.getInitialARGs().flatMap((each) => {
      const property = each.getProperty();
      const value = property?.getValue();
      return property && value ? [[property.getName(), value] as const] : [];
    }),
  );
}

const filled = (text: string, defaults: ReadonlyMap<string, string>): string =>
  text.replace(
    /\$\{?(\w+)(?::?-([^}]*))?\}?/g,
    (whole, name: string, fallback: string | undefined) => defaults.get(name) ?? fallback ?? `$${name ?? whole}`,
  );

function stageOf(
  path: string,
  from: From,
  own: readonly Instruction[],
  defaults: ReadonlyMap<string, string>,
  before: readonly ContainerStage[],
): ContainerStage {
  const base = filled(from.getImage() ?? '', defaults);
  const index = before.findIndex(({ name }) => name !== undefined && name.toLowerCase() === base.toLowerCase());
  const words = (keyword: string): readonly Instruction[] => own.filter((each) => each.getKeyword() === keyword);
  const texts = [...words('RUN'), ...words('ENTRYPOINT'), ...words('CMD')];
  return {
    place: placeOf(path, from),
    name: from.getBuildStage() ?? undefined,
    base,
    from: index < 0 ? undefined : index,
    users: words('USER').map((each) => ({
      name: filled(each.getArgumentsContent() ?? '', argumentsOf(own, defaults)),
      place: placeOf(path, each),
    })),
    variables: [...words('ENV'), ...words('ARG')].flatMap((each) => variablesOf(path, each, argumentsOf(own, defaults))),
    copies: [...words('COPY'), ...words('ADD')].map((each) => ({
      sources: each
        .getArguments()
        .slice(0, -1)
        .map((argument) => argument.getValue())
        .filter((value) => !value.startsWith('--')),
      fromStage:
        /--from=(\S+)/.exec(each.getRawArgumentsContent() ?? each.getTextContent())?.[1] ?? /--from=(\S+)/.exec(each.getTextContent())?.[1],
      place: placeOf(path, each),
    })),
    secrets: texts.flatMap((each) => {
      const shape = secretShape(each.getArgumentsContent() ?? '');
      return shape ? [{ what: shape.what, place: placeOf(path, each) }] : [];
    }),
    dropsRoot: texts.some((each) => /\b(?:gosu|su-exec|setpriv|chpst|runuser|s6-setuidgid)\b/.test(each.getArgumentsContent() ?? '')),
    ...stopSignal(path, words('STOPSIGNAL')),
    startScripts: startScripts([...words('ENTRYPOINT'), ...words('CMD')]),
  };
}

function stopSignal(path: string, given: readonly Instruction[]): Pick<ContainerStage, 'stopSignal'> {
  const last = given.at(-1);
  const name = last?.getArgumentsContent()?.trim();
  return last && name ? { stopSignal: { name, place: placeOf(path, last) } } : {};
}

/** `ENTRYPOINT ["/bin/sh", "/app/entrypoint.sh"]`; dumb-init and `tini -g` tell all that the script started. */
function startScripts(starts: readonly Instruction[]): readonly string[] {
  const texts = starts.map((each) => each.getArgumentsContent() ?? '');
  if (texts.some((text) => /\bdumb-init\b|\btini\b.*\s"?,?\s*"?-g\b|s6-svscan|\/init"/.test(text))) return [];
  return texts.flatMap((text) => [...text.matchAll(/([\w.-]+\.sh)\b/g)].map(([, name = '']) => name));
}

/** Arguments and variables of the stage itself count too: `ARG UID=1000`, `USER $UID`. */
function argumentsOf(own: readonly Instruction[], defaults: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const found = own
    .filter(isProperties)
    .flatMap((each) => each.getProperties().map((property) => [property.getName(), property.getValue() ?? ''] as const));
  // `ENV STAGE=$STAGE` hands the argument on.
  const isOwn = (name: string, value: string): boolean => value === `$${name}` || value.startsWith(`\${${name}`);
  return new Map([...defaults, ...found.filter(([name, value]) => value !== '' && !isOwn(name, value) && !isSecretName(name))]);
}

const isProperties = (instruction: Instruction): instruction is PropertyInstruction =>
  /^(?:ENV|ARG)$/.test(instruction.getKeyword()) && 'getProperties' in instruction;

function variablesOf(path: string, instruction: Instruction, given: ReadonlyMap<string, string>): readonly ContainerVariable[] {
  if (!isProperties(instruction)) return [];
  const through = instruction.getKeyword() === 'ENV' ? 'ENV' : 'ARG';
  return instruction.getProperties().map((property) => {
    const value = property.getValue() ?? '';
    const name = property.getName();
    const shaped = secretShape(value) !== undefined;
    const isSecret = shaped || isSecretName(name) || /(?:^|_)(?:TOKEN|PASSWD|PWD|APIKEY)$/i.test(name);
    // `ENV STAGE=$STAGE` names itself where no argument of that name has a default.
    const word = filled(value, given);
    return {
      name,
      through,
      isSecret,
      value: value === '' ? 'none' : /^["']?\$/.test(value) ? 'reference' : !shaped && isPlaceholder(value) ? 'placeholder' : 'written',
      ...(!isSecret && saysHowItRuns.test(name) && plainWord.test(word) && { word }),
      place: placeOf(path, instruction),
    };
  });
}

const saysHowItRuns = /env|config|settings|stage|mode|profile|debug|level/i;
/** Letters alone, and few: nothing that was drawn at random. */
const plainWord = /^[A-Za-z][A-Za-z_.-]{0,30}$/;
