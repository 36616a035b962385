// What of the services is asked for beside the judges: little, and kept from run to run.
import type { CodeEvidence, ExpectedVariable, FilePlace, Gathered } from '../../../checks/model.ts';
import type { Report } from '../../../reports/report.ts';
import { expectations } from './expectations.ts';

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

/** The frame of what was read; each part is worked out when it is first asked for. */
export function frameOf(code: Gathered<CodeEvidence>, files?: ReadonlySet<string>): CodeFrame {
  const units = 'found' in code ? code.found.units : [];
  const once = <T>(make: () => T): (() => T) => {
    let made: { readonly value: T } | undefined;
    return () => {
      made ??= { value: make() };
      return made.value;
    };
  };
  return {
    units: once(() => units.map(({ root, languages, frameworks }) => ({ root, languages, frameworks }))),
    files: () => files,
    entry: once(() => units.flatMap(({ entries }) => entries)[0]),
    expected: once(() => expectations(code)),
    client: once(() => units.flatMap((unit) => unit.calls(...clients))[0]?.place),
  };
}
