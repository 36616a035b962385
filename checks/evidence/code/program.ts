// The files of one service, lowered when they are first needed, and where their imports lead.
import type { Expression, FunctionExpression, Language, SourceFile, UniqueKey } from '../../model.ts';
import type { IndexedFile } from './context.ts';
import { indexFile } from './index-file.ts';

/** Where a module name leads: a file of the checkout, a folder of Python modules, or a package. */
export type ModuleTarget =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'package'; readonly name: string };

export interface Program {
  /** Undefined where there is no such file or it can't be read. */
  readonly file: (path: string) => IndexedFile | undefined;
  /** A file's text where it is at hand; undefined says nothing about the file. */
  readonly text: (path: string) => string | undefined;
  /** The files that are the service's own and were worth parsing. */
  readonly files: readonly IndexedFile[];
  /** Paths of its other files, which hold no word that matters to a check; some may be read for what they name. */
  readonly others?: readonly string[];
  /** Paths of Alembic's migrations that may say which columns hold a value only once. */
  readonly migrations?: () => readonly string[];
  /** What a schema.prisma at this path says of them; nothing where there is none. */
  readonly prismaKeys?: (path: string) => readonly UniqueKey[];
  readonly resolveModule: (from: string, module: string, language: Language) => ModuleTarget;
  /** The file of a Python module below a folder. */
  readonly childModule: (folder: string, name: string) => ModuleTarget | undefined;
  /** Functions that a framework calls, and what it hands them. */
  readonly roles: Map<FunctionExpression, Role>;
  /** What names refer to, as far as it was worked out: the same for all services of a checkout. */
  readonly names: Memory;
  /** Other answers already worked out, by question. */
  readonly memory: Memory;
}

export interface Role {
  readonly kind: 'route' | 'middleware' | 'error-handler';
  /** By parameter position; undefined for one that is the service's own (a body model, a dependency). */
  readonly parameters: readonly (ParameterRole | undefined)[];
  /** Exception classes an error handler is for. */
  readonly types: readonly Expression[];
  readonly how: string;
}
export type ParameterRole = 'request' | 'response' | 'context' | 'exception' | 'next' | 'input' | 'injected';

export interface Memory {
  /** The remembered answer; `meanwhile` where the question is asked again while it is being answered (a cycle). */
  readonly once: <T>(question: string, about: object, meanwhile: T, answer: () => T) => T;
  /** The same for a question about one of many names: a key for each would make the thing it is about slow to read. */
  readonly onceNamed: <T>(question: string, name: string, about: object, meanwhile: T, answer: () => T) => T;
}

/** Answers stand on what they are about, under a key of this memory's own: no map of millions has to be kept. */
export function makeMemory(): Memory {
  const keys = new Map<string, symbol>();
  const keyOf = (question: string): symbol => {
    const known = keys.get(question);
    if (known !== undefined) return known;
    const key = Symbol(question);
    keys.set(question, key);
    return key;
  };
  return {
    once: (question, about, meanwhile, answer) => {
      const key = keyOf(question);
      const answers = answersOn(about);
      const before = answers[key];
      // biome-ignore lint/plugin: each question has one type of answer.
      if (before !== undefined) return before.value as ReturnType<typeof answer>;
      const entry = { value: meanwhile };
      answers[key] = entry;
      try {
        entry.value = answer();
      } catch (error) {
        // What stood there meanwhile is no answer: the next judge that asks must not take it for one.
        answers[key] = undefined;
        throw error;
      }
      return entry.value;
    },
    onceNamed: (question, name, about, meanwhile, answer) => {
      const key = keyOf(question);
      const named = namedOn(about);
      let answers = named[key];
      if (answers === undefined) {
        answers = new Map();
        named[key] = answers;
      }
      const before = answers.get(name);
      // biome-ignore lint/plugin: each question has one type of answer.
      if (before !== undefined) return before.value as ReturnType<typeof answer>;
      const entry = { value: meanwhile };
      answers.set(name, entry);
      try {
        entry.value = answer();
      } catch (error) {
        answers.delete(name);
        throw error;
      }
      return entry.value;
    },
  };
}

type Answers = Record<symbol, { value: unknown } | undefined>;
// biome-ignore lint/plugin: any object may carry answers beside what it is.
const answersOn = (about: object): Answers => about as Answers;
type NamedAnswers = Record<symbol, Map<string, { value: unknown }> | undefined>;
// biome-ignore lint/plugin: any object may carry answers beside what it is.
const namedOn = (about: object): NamedAnswers => about as NamedAnswers;

export interface FileStore {
  readonly file: (path: string) => IndexedFile | undefined;
  /** Lets go of all other files; one that is asked for again is lowered again. */
  readonly keepOnly: (paths: ReadonlySet<string>) => void;
}

/** Lowers files when they are first asked for. `read` answers undefined where the file is not there or can't be read. */
export function makeFileStore(read: (path: string) => SourceFile | undefined): FileStore {
  const files = new Map<string, IndexedFile | undefined>();
  return {
    file: (path) => {
      if (!files.has(path)) {
        const source = read(path);
        files.set(path, source && indexFile(source));
      }
      return files.get(path);
    },
    keepOnly: (paths) => {
      for (const path of files.keys()) if (!paths.has(path)) files.delete(path);
    },
  };
}
