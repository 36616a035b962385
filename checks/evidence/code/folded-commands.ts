// Commands of compose files that go on over several lines, as folded text or as a list.

const opens = /^(\s*)(?:command|entrypoint)\s*:\s*(?:[>|][-+]?\s*)?$/;

/** The same lines, with each such command whole on the line of its key and nothing on those it took. */
export function foldedCommands(lines: readonly string[]): readonly string[] {
  const folded = [...lines];
  for (const [at, line] of lines.entries()) {
    const indent = opens.exec(line)?.[1]?.length;
    if (indent === undefined) continue;
    const words: string[] = [];
    for (let next = at + 1; next < lines.length; next += 1) {
      const below = lines[next] ?? '';
      const depth = below.search(/\S/);
      if (depth !== -1 && depth <= indent && !(depth === indent && /^\s*- /.test(below))) break;
      words.push(
        below
          .trim()
          .replace(/^-\s+/, '')
          .replace(/^(["'])(.*)\1$/, '$2'),
      );
      folded[next] = '';
    }
    folded[at] = `${line.replace(/[>|][-+]?\s*$/, '').trimEnd()} ${words.filter((word) => word !== '').join(' ')}`;
  }
  return folded;
}
