// What a dump takes for granted: roles, extensions, and the platform's own schemas.

export interface Needs {
  readonly roles: readonly string[];
  readonly extensions: readonly string[];
  /** It points into schemas of Supabase that it does not bring. */
  readonly platform: boolean;
}

/** From the text of the schema. */
export function needsOf(schema: string): Needs {
  const roles = new Set<string>();
  for (const line of schema.split('\n')) {
    const named =
      /\bOWNER TO ("(?:[^"]|"")+"|\w+);/.exec(line)?.[1] ??
      /^(?:GRANT|REVOKE)\b.*\b(?:TO|FROM) ("(?:[^"]|"")+"|\w+)(?: WITH GRANT OPTION)?;/.exec(line)?.[1] ??
      /^ALTER DEFAULT PRIVILEGES FOR ROLE ("(?:[^"]|"")+"|\w+)/.exec(line)?.[1];
    if (named !== undefined) roles.add(bare(named));
    const ofPolicy = /^CREATE POLICY .* TO ((?:"(?:[^"]|"")+"|\w+)(?:, ?(?:"(?:[^"]|"")+"|\w+))*)(?: USING| WITH CHECK|;|$)/.exec(
      line,
    )?.[1];
    for (const each of ofPolicy?.split(',') ?? []) roles.add(bare(each.trim()));
  }
  for (const known of ['PUBLIC', 'public', 'postgres', 'CURRENT_USER', 'SESSION_USER']) roles.delete(known);
  const speaks = /\bauth\.(?:uid|jwt|users|role)\b|\bstorage\.(?:objects|buckets)\b/.test(schema);
  const brings = /^CREATE (?:TABLE|FUNCTION) (?:IF NOT EXISTS )?"?auth"?\./m.test(schema);
  const extensions = [...schema.matchAll(/^CREATE EXTENSION (?:IF NOT EXISTS )?(?:"([^"]+)"|([\w-]+))/gim)].map(
    ([, quoted, word]) => quoted ?? word ?? '',
  );
  return { roles: [...roles].toSorted(), extensions: [...new Set(extensions)], platform: speaks && !brings };
}

const bare = (name: string): string => (name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name);
