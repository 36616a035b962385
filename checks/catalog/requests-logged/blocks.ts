// Lines as their logger wrote them: those that continue another one put back to it, and what each names.

export interface Block {
  readonly text: string;
  /** Values by name, those inside of others with their path. */
  readonly fields: ReadonlyMap<string, string>;
  /** Whether it is made of fields alone: numbers in it are what they are named, and nothing else. */
  readonly isRecord: boolean;
}

/** Pretty printers put one field a line, below the line that they belong to. */
export function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: string[][] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last !== undefined && continues(line)) last.push(line);
    else blocks.push([line]);
  }
  return blocks.map(blockOf);
}

const continues = (line: string): boolean =>
  /^(?:\s{2,}|\t|[}\])])/.test(line) && parsed(line) === undefined && !/^\s+[A-Z]+ \//.test(line);

function blockOf(lines: readonly string[]): Block {
  const text = lines.join('\n');
  const record = parsed(text);
  if (record !== undefined) return { text, fields: new Map(fieldsIn(record, '')), isRecord: true };
  const [first = '', ...rest] = lines;
  return { text, fields: new Map([...namedIn(first), ...below(rest)]), isRecord: rest.length > 0 };
}

function parsed(text: string): object | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

type Field = readonly [name: string, value: string];

function fieldsIn(value: unknown, path: string): readonly Field[] {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([name, inner]) => fieldsIn(inner, path === '' ? name : `${path}.${name}`));
}

/** `status=200 path="/a"`, `{ method: 'GET', status: 200 }`. */
const namedIn = (line: string): readonly Field[] =>
  [...line.matchAll(/(?<![\w.-])["']?([A-Za-z_@][\w.@-]*)["']?(?:=|: )(?:"([^"]*)"|'([^']*)'|([^\s,}]+))/g)].map(
    ([, name = '', double, single, bare = '']) => [name, double ?? single ?? bare],
  );

/** Fields a line each, with the names of those that they are indented under. */
function below(lines: readonly string[]): readonly Field[] {
  const above: { readonly indent: number; readonly name: string }[] = [];
  return lines.flatMap((line): readonly Field[] => {
    const [, blank = '', name, value = ''] = /^(\s*)["']?([A-Za-z_@][\w.@-]*)["']?\s*[:=]\s*(.*)$/.exec(line) ?? [];
    if (name === undefined) return [];
    while ((above.at(-1)?.indent ?? -1) >= blank.length) above.pop();
    const path = [...above.map((each) => each.name), name].join('.');
    const plain = value.replace(/,$/, '').replace(/^(["'])(.*)\1$/, '$2');
    if (/^(?:[{[]|)$/.test(plain)) {
      above.push({ indent: blank.length, name });
      return [];
    }
    return [[path, plain], ...(plain.startsWith('{') ? namedIn(plain).map(([inner, each]): Field => [`${path}.${inner}`, each]) : [])];
  });
}
