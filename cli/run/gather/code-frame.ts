// What of the services is asked for beside the judges: little, and kept from run to run.
import type { CodeEvidence, ExpectedVariable, FilePlace, Gathered, Unit } from '../../../checks/model.ts';
import type { Report } from '../../../reports/report.ts';
import { expectations, expectedBy, expectedOfAll } from './expectations.ts';

export interface CodeFrame {
  readonly units: () => Report['target']['units'];
  /** All paths of the folder; undefined where it was not listed. */
  readonly files: () => ReadonlySet<string> | undefined;
  /** Where the first service begins. */
  readonly entry: () => FilePlace | undefined;
  readonly expected: () => Expectations;
  /** Where a client of Supabase is made. */
  readonly client: () => FilePlace | undefined;
}
export interface Expectations {
  readonly expected: readonly ExpectedVariable[];
  readonly expectedMissing?: string;
}

const clients = [
  'npm:@supabase/supabase-js.createClient',
  'npm:@supabase/ssr.createServerClient',
  'py:supabase.create_client',
  'py:supabase.acreate_client',
  'py:supabase.create_async_client',
  'py:supabase.client.create_client',
];

/** What one service has to say to the frame. */
export interface UnitFrame {
  readonly target: Report['target']['units'][number];
  readonly entry: FilePlace | undefined;
  readonly client: FilePlace | undefined;
  readonly expected: readonly ExpectedVariable[];
}

/** All of it at once, as plain data. */
export const unitFrameOf = (unit: Unit): UnitFrame => ({
  target: { root: unit.root, languages: unit.languages, frameworks: unit.frameworks },
  entry: unit.entries[0],
  client: unit.calls(...clients)[0]?.place,
  expected: expectedBy(unit),
});

/** The frame of services that were asked already. */
export function settledFrame(units: readonly UnitFrame[], files: ReadonlySet<string> | undefined): CodeFrame {
  return {
    units: () => units.map(({ target }) => target),
    files: () => files,
    entry: () => units.find(({ entry }) => entry !== undefined)?.entry,
    expected: () => expectedOfAll(units.map(({ expected }) => expected)),
    client: () => units.find(({ client }) => client !== undefined)?.client,
  };
}

/** The frame of what was read; each part is worked out when it is first asked for. */
export function frameOf(code: Gathered<CodeEvidence>, files?: ReadonlySet<string>): CodeFrame {
  const once = <T>(make: () => T): (() => T) => {
    let made: { readonly value: T } | undefined;
    return () => {
      made ??= { value: make() };
      return made.value;
    };
  };
  const all = once(() => ('found' in code ? code.found.units : []));
  return {
    units: once(() => all().map(({ root, languages, frameworks }) => ({ root, languages, frameworks }))),
    files: () => files,
    entry: once(() => all().flatMap(({ entries }) => entries)[0]),
    expected: once(() => expectations(code)),
    client: once(() => all().flatMap((unit) => unit.calls(...clients))[0]?.place),
  };
}
