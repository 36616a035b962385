// Whether the migrations of a Python project are for PostgreSQL: by its settings, its drivers and what it is deployed with.
import type { ReadText } from '../tools/raw-set.ts';

const telling =
  /(?:^|\/)(?:requirements[\w.-]*\.(?:txt|in)|requirements\/[\w.-]+\.(?:txt|in)|pyproject\.toml|Pipfile|setup\.(?:py|cfg)|poetry\.lock|uv\.lock|alembic\.ini|env\.py|\w*(?:settings?|config|database|db|session|engine|base|common|production|local)\.py|(?:settings|config)\/\w+\.py|(?:docker-)?compose[\w.-]*\.ya?ml|\.env[\w.-]*)$/i;
const postgres = /\bpsycopg|\basyncpg\b|\bpg8000\b|\bpostgres(?:ql)?\b|\bpostgis\b|\bsupabase\b/i;
const another = /sqlite|mysql|mariadb|mssql|pyodbc|oracledb|cx_oracle/i;

/** `undefined` where nothing says which. What lies beside tests and documents is left out before. */
export function isForPostgres(paths: readonly string[], read: ReadText): boolean | undefined {
  const near = paths.filter((path) => telling.test(path) && !/(?:^|\/)(?:node_modules|tests?)\//.test(path)).slice(0, 200);
  const texts = near.map((path) => said(path, withoutRemarks(read(path) ?? '')));
  // A Django project that names its engines needs no guess by its drivers.
  const engines = texts.flatMap((text) =>
    [...text.matchAll(/["'][\w.]+\.backends\.((?:postg|mysql|sqlite|oracle|mssql|spatialite)\w*)["']/g)].map(([, name = '']) => name),
  );
  if (engines.some((name) => /^postg/.test(name))) return true;
  if (engines.length > 0 && !texts.some((text) => /\bdj_database_url\b|\benv\.db(?:_url)?\(/.test(text))) return false;
  // So does an address that is written out; a driver may be there for something else.
  const schemes = texts.flatMap((text) =>
    [...text.matchAll(/\b(postgres|postgis|mysql|mariadb|mssql|oracle)\w*(?:\+\w+)?:\/\//g)].map(([, name = '']) => name),
  );
  if (schemes.some((name) => name.startsWith('postg'))) return true;
  if (schemes.length > 0) return false;
  if (texts.some((text) => postgres.test(text))) return true;
  return texts.some((text) => another.test(text)) ? false : undefined;
}

/** Of a lock file only what is installed: extras name every driver there is. */
const said = (path: string, text: string): string =>
  path.endsWith('.lock') ? [...text.matchAll(/^name = "([^"]+)"/gm)].map(([, name = '']) => name).join('\n') : text;

const withoutRemarks = (text: string): string => text.replace(/^[ \t]*[#;].*$/gm, '');
