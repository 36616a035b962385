// SQL that stands as texts in a migration written in JavaScript: `queryRunner.query('…')` of TypeORM, `db.runSql('…')` of db-migrate.

const asked = /\.(?:query|runSql)\(/g;
const literal = /\.(?:query|runSql)\(\s*(`[^`\\]*`|'[^'\\\n]*'|"[^"\\\n]*")\s*[,)]/g;
/** Anything but SQL that the migration has done. */
const built = /\b(?:queryRunner|db)\s*\.\s*(?!query\b|runSql\b|connection\b|isTransactionActive\b)\w+\s*\(/;

/** What is run on the way up, at its own lines; undefined where some of it is put together at run time. */
export function embeddedSql(text: string): string | undefined {
  const start = text.search(/\bup\s*(?:=|\(|:)/);
  if (start < 0) return undefined;
  const end = text.slice(start).search(/\bdown\s*(?:=|\(|:)/);
  const up = end < 0 ? text.slice(start) : text.slice(start, start + end);
  const found = [...up.matchAll(literal)];
  if (found.length === 0 || found.length !== [...up.matchAll(asked)].length || built.test(up)) return undefined;
  const kept: string[] = [];
  let at = 0;
  for (const match of found) {
    const [whole, quoted = ''] = match;
    if (quoted.includes('${')) return undefined;
    const from = match.index + whole.indexOf(quoted);
    kept.push(blank(up.slice(at, from + 1)), quoted.slice(1, -1), ';');
    at = from + quoted.length;
  }
  return `${blank(text.slice(0, start))}${kept.join('')}${blank(up.slice(at))}`;
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
