// print, console, stdout and loggers: everything that writes a line.
import type { CallExpression, LogSite } from '../../../model.ts';
import { siteOf } from '../calls.ts';
import { symbolsOf } from '../entities.ts';
import type { Program } from '../program.ts';

const printing = /^py:(?:print|builtins\.print|pprint\.(?:pprint|pp)|rich\.print)$/;
const consoles = /^(?:js:console|node:console(?:\.Console\(\))?)\.(?:log|info|warn|error|debug|trace|dir|table|group)$/;
// stderr is where a process says its last words before any logger stands.
const stdout = /^(?:py:sys\.stdout\.write(?:lines)?|(?:js|node):process\.stdout\.write)$/;
const logMethods = /\.(?:debug|info|warn|warning|error|exception|critical|fatal|trace|log|verbose|silly|notice|success)$/;
const loggers = /log(?:g(?:er|ing))?|pino|winston|bunyan|structlog|loguru|sentry/i;

export function logsOf(program: Program): readonly LogSite[] {
  return program.files.flatMap((file) => file.calls.flatMap((call) => [...ofCall(program, call), ...handedOn(program, call)]));
}

/** `.catch(console.error)`, `map(print, lines)`: a printer given to somebody who will call it. */
function handedOn(program: Program, node: CallExpression): readonly LogSite[] {
  return node.args.flatMap(({ value }) => {
    if (value.kind !== 'member' && value.kind !== 'name') return [];
    const printer = symbolsOf(program, value).find((symbol) => printing.test(symbol) || consoles.test(symbol) || stdout.test(symbol));
    const through = printer === undefined ? undefined : kindOf(printer);
    return printer === undefined || through === undefined ? [] : [{ ...siteOf(program, value), through, how: shown(printer), values: [] }];
  });
}

function ofCall(program: Program, node: CallExpression): readonly LogSite[] {
  const { callee } = node;
  const last = callee.kind === 'member' ? callee.name : callee.kind === 'name' ? callee.name : '';
  if (last === '') return [];
  const symbols = symbolsOf(program, callee);
  for (const symbol of symbols) {
    const through = kindOf(symbol);
    if (through === 'print' && intoAFile(program, node)) return [];
    if (through) return [{ ...siteOf(program, node), through, how: shown(symbol), values: node.args.map(({ value }) => value) }];
  }
  // `this.logger.info(…)` of a class nobody could follow.
  if (callee.kind === 'member' && logMethods.test(`.${callee.name}`) && ownerName(callee.object) !== undefined) {
    return [
      {
        ...siteOf(program, node),
        through: 'logger',
        how: `${ownerName(callee.object)}.${callee.name}`,
        values: node.args.map(({ value }) => value),
      },
    ];
  }
  return [];
}

/** `print(…, file=buffer)` writes no line of the service. */
function intoAFile(program: Program, node: CallExpression): boolean {
  const file = node.args.find(({ name }) => name === 'file' || name === 'stream')?.value;
  return file !== undefined && !symbolsOf(program, file).some((symbol) => /^py:sys\.(?:stdout|stderr)$/.test(symbol));
}

function ownerName(expression: CallExpression['callee']): string | undefined {
  const name = expression.kind === 'member' || expression.kind === 'name' ? expression.name : undefined;
  return name !== undefined && /log(?:ger)?$/i.test(name) ? name : undefined;
}

// Few symbols are called from thousands of places.
const kinds = new Map<string, LogSite['through'] | undefined>();
const mostKinds = 50_000;

function kindOf(symbol: string): LogSite['through'] | undefined {
  const known = kinds.get(symbol);
  if (known !== undefined || kinds.has(symbol)) return known;
  if (kinds.size >= mostKinds) kinds.clear();
  const kind = readKind(symbol);
  kinds.set(symbol, kind);
  return kind;
}

function readKind(symbol: string): LogSite['through'] | undefined {
  if (printing.test(symbol)) return 'print';
  if (consoles.test(symbol)) return 'console';
  if (stdout.test(symbol)) return 'stdout';
  return logMethods.test(symbol) && loggers.test(symbol.slice(0, symbol.lastIndexOf('.'))) ? 'logger' : undefined;
}

const shown = (symbol: string): string => symbol.replace(/^(?:(?:py|js|node|npm):|\?\.?)/, '').replaceAll('()', '');
