// One call as judges see it. What is dear to work out is worked out when it is asked for: most calls of a service are only counted.
import type { Call, CallExpression, CodeFunction, Expression, FilePlace, Guard, Language, Site, Value } from '../../model.ts';
import { findOption, siteOf, targetsOf } from './calls.ts';
import { contextOf } from './context.ts';
import { symbolsOf } from './entities.ts';
import { codeFunction, placeOf } from './places.ts';
import type { Program } from './program.ts';
import { ends } from './start.ts';

/** The same for the same call. */
export function callOf(program: Program, node: CallExpression): Call {
  return program.memory.once<Call | undefined>('call', node, undefined, () => new FoundCall(program, node)) ?? new FoundCall(program, node);
}

/** A class, because an object with getters of its own takes two kilobytes, and a service has ten thousands of calls. */
class FoundCall implements Call {
  readonly node: CallExpression;
  private readonly program: Program;
  private knownSite: Site | undefined;
  private knownTargets: readonly CodeFunction[] | undefined;
  private knownOptions: Map<string, Value | 'absent' | 'unknown'> | undefined;

  constructor(program: Program, node: CallExpression) {
    this.program = program;
    this.node = node;
    this.knownSite = undefined;
    this.knownTargets = undefined;
    this.knownOptions = undefined;
  }

  get site(): Site {
    this.knownSite ??= siteOf(this.program, this.node);
    return this.knownSite;
  }
  get place() {
    return this.site.place;
  }
  get language(): Language {
    return contextOf(this.node).file.source.language;
  }
  get inFunction() {
    return this.site.inFunction;
  }
  get guards(): readonly Guard[] {
    return contextOf(this.node).guards;
  }
  get runsIn() {
    return this.site.runsIn;
  }
  get onlyAsScript(): boolean {
    return this.site.onlyAsScript;
  }
  get afterError(): boolean {
    return this.site.afterError;
  }
  get swallowed(): boolean {
    return this.site.swallowed;
  }
  get symbols(): readonly string[] {
    return symbolsOf(this.program, this.node.callee);
  }
  get targets(): readonly CodeFunction[] {
    this.knownTargets ??= targetsOf(this.program, this.node).map(codeFunction);
    return this.knownTargets;
  }
  get awaited(): boolean {
    return contextOf(this.node).awaited === true;
  }
  get inLoop(): boolean {
    return contextOf(this.node).inLoop;
  }
  get caught(): readonly string[] {
    return contextOf(this.node).tries.flatMap((handlers) =>
      handlers.flatMap(({ types }) => (types.length === 0 ? ['*'] : types.flatMap((type) => symbolsOf(this.program, type)))),
    );
  }
  get handlers(): readonly FilePlace[] {
    return contextOf(this.node).tries.flatMap((handlers) => handlers.map(placeOf));
  }
  get around(): readonly Call[] {
    return contextOf(this.node).around.map((each) => callOf(this.program, each));
  }
  get ends(): boolean {
    return ends(this.program, this.node);
  }

  argument(position: number, name?: string): Expression | undefined {
    const { args } = this.node;
    const named = name === undefined ? undefined : args.find((argument) => argument.name === name)?.value;
    return named ?? args.filter((argument) => argument.name === undefined && argument.spread === undefined)[position]?.value;
  }

  option(name: string): Value | 'absent' | 'unknown' {
    this.knownOptions ??= new Map();
    const known = this.knownOptions.get(name) ?? findOption(this.program, this.node, name);
    this.knownOptions.set(name, known);
    return known;
  }
}
