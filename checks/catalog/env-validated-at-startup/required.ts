// Which variables a service cannot do without, by their names and what stands in for them.
import type { EnvironmentRead, Unit } from '../../model.ts';

const secret = /(?:KEY|SECRET|TOKEN|PASSWORD|PASSWD|CREDENTIALS?|PRIVATE)(?:_ID|_BASE64)?$/i;
const store = /(?:^|_)(?:DATABASE|DB|SUPABASE|POSTGRES(?:QL)?|PG|MONGO(?:DB)?|REDIS|MYSQL)_?(?:URL|URI|DSN|HOST|CONNECTION\w*)$/i;
/** What the service itself signs or seals with: nobody is told from anybody without it. */
const signs =
  /(?:^|_)(?:JWT|SESSION|COOKIE|SIGNING|ENCRYPTION)(?:_\w+)?_(?:SECRET|KEY)(?:_KEY)?$|^(?:(?:APP|AUTH|TOKEN|ACCESS_TOKEN|REFRESH_TOKEN|SERVER|NEXTAUTH|BETTER_AUTH)_)?SECRET(?:_KEY(?:_BASE)?)?$/i;
/** Where it connects to, and as whom. */
const connects =
  /(?:URL|URI|DSN|HOST|ENDPOINT|BUCKET|DOMAIN|ISSUER|AUDIENCE|CLIENT_ID|PROJECT(?:_ID|_REF)?|ACCOUNT(?:_ID|_SID)?|TENANT(?:_ID)?|REGION|FROM|EMAIL|USER|USERNAME|DATABASE|DB|TABLE|ORIGINS?)$/i;
/** Every service starts well without these. */
const optional =
  /^(?:NODE_ENV|ENV|ENVIRONMENT|APP_ENV|STAGE|MODE|PORT|HOST|HOSTNAME|BIND|DEBUG|LOG_\w+|\w*LOG_?LEVEL|\w*LOG_FILE|CI|TZ|LANG|HOME|PATH|PWD|USER|TMP|TEMP|TMPDIR|VERSION|\w+_VERSION|\w*(?:COMMIT|SHA|REVISION|RELEASE)\w*|VERCEL\w*|RENDER\w*|RAILWAY\w*|FLY_\w+|HEROKU\w*|K_SERVICE|NEXT_RUNTIME|SENTRY_\w+|\w*SENTRY_DSN|npm_\w+|DYNO|WEB_CONCURRENCY|WORKERS|RELOAD|ELASTIC_APM_\w+|NEW_RELIC_\w+|DD_\w+|OTEL_\w+|DJANGO_SETTINGS_MODULE|PYTHON\w*|SKIP_\w+|ENABLE_\w+|DISABLE_\w+|USE_\w+|IS_\w+|\w+_(?:ENABLED|DISABLED|TIMEOUT\w*|INTERVAL|LIMIT|SIZE|COUNT|MAX|MIN|TTL|PORT|DEBUG))$/i;

export const isRuntimeName = (name: string): boolean => optional.test(name);

/** Variables that are read with nothing worth the name to stand in for them. */
export function neededReads(unit: Unit): readonly EnvironmentRead[] {
  const spared = sparedNames(unit);
  return unit.environmentReads.filter((read) => {
    const { name, type } = read;
    // Of several addresses of a database each is used where it is set, and one of them has to be.
    if (spared.has(name) && !(store.test(name) && !/redis/i.test(name))) return false;
    // What comes with each request is not there to be checked at the start.
    if (read.through === 'request' || read.runsIn === 'development' || read.onlyAsScript || optional.test(name)) return false;
    // `CORS_ALLOW_CREDENTIALS: bool` is a switch, whatever its name ends in.
    if (isGivenToFunctions(read)) return false;
    // `if (!process.env.REDIS_URL) return;` asks, and nothing here takes the value.
    if (read.onlyAsked === true && !read.required) return false;
    if (type === 'boolean' || isSwitch(read) || isOwnFile(read)) return false;
    if (secret.test(name) || store.test(name)) return true;
    return read.required || (connects.test(name) && isUnset(read));
  });
}

/** `CORS_ALLOW_CREDENTIALS ?? 'true'`: on or off, and no credential. */
const isSwitch = ({ fallback }: EnvironmentRead): boolean =>
  fallback?.kind === 'literal' && (typeof fallback.value === 'boolean' || /^(?:true|false|yes|no|on|off)$/i.test(String(fallback.value)));

/** Supabase sets these for its edge functions. */
const isGivenToFunctions = ({ name, place }: EnvironmentRead): boolean =>
  /^SUPABASE_(?:URL|ANON_KEY|SERVICE_ROLE_KEY|DB_URL|PUBLISHABLE_KEYS?|SECRET_KEYS?)$/.test(name) &&
  /(?:^|\/)supabase\/functions\//.test(place.path);

/** `DATABASE_URL || 'file:../data/app.db'`: a file of its own serves as well as any database. */
const isOwnFile = ({ fallback }: EnvironmentRead): boolean =>
  fallback?.kind === 'literal' && /^file:|^[\w./-]+\.(?:db|sqlite3?)$/.test(String(fallback.value));

/** `KEY ? { key: KEY } : undefined` wherever it is used, and `USER || undefined`, say that the service does well without. */
function sparedNames(unit: Unit): ReadonlySet<string> {
  const reads = unit.environmentReads.filter(({ runsIn, onlyAsScript }) => runsIn !== 'development' && !onlyAsScript);
  const mayBeAbsent = ({ name, wherePresent, fallback, through }: EnvironmentRead): boolean =>
    (wherePresent === true && !((fallback !== undefined || through === 'settings') && signs.test(name))) ||
    (!signs.test(name) && through === 'direct' && fallback?.kind === 'literal' && fallback.value === null);
  // A schema that lets it be absent says nothing against it; a read that takes it as it comes does.
  const needing = reads.filter(
    (read) => !mayBeAbsent(read) && read.onlyAsked !== true && (read.required || read.through === 'direct' || read.through === 'request'),
  );
  const needed = new Set(needing.map(({ name }) => name));
  const features = new Set(
    reads.flatMap(
      ({ name }) =>
        switched
          .exec(name)
          ?.slice(1)
          .find((each) => each !== undefined) ?? [],
    ),
  );
  const ofFeature = reads.flatMap(({ name, required }) => (!required && !signs.test(name) && isOf(features, name) ? [name] : []));
  return new Set([...reads.filter(mayBeAbsent).flatMap(({ name }) => (needed.has(name) ? [] : [name])), ...ofFeature]);
}

/** `OIDC_ENABLED` and `ENABLE_OIDC` switch on what `OIDC_CLIENT_SECRET` is for. */
const switched = /^([A-Z][A-Z0-9]{2,}(?:_[A-Z0-9]+)*)_ENABLED?$|^(?:ENABLE|USE)_([A-Z][A-Z0-9]{2,}(?:_[A-Z0-9]+)*)$/i;
const isOf = (features: ReadonlySet<string>, name: string): boolean => [...features].some((each) => name.startsWith(`${each}_`));

/** A key or the address of a store, with nothing to stand in for it. */
export const isCrucial = (read: EnvironmentRead): boolean => (secret.test(read.name) || store.test(read.name)) && isUnset(read);

/** Nothing worth the name stands in; a field of settings that is declared optional says that it may be absent. */
const isUnset = ({ fallback, required, through }: EnvironmentRead): boolean =>
  fallback === undefined
    ? required || through === 'direct'
    : fallback.kind === 'literal' && (fallback.value === '' || fallback.value === null);

const names = new WeakMap<Unit, ReadonlySet<string>>();

/** Whether a test of the variable can be about its absence; `?` stands for one whose name is worked out at run time. */
export function isNeeded(unit: Unit, name: string): boolean {
  const known = names.get(unit) ?? new Set([...neededReads(unit), ...unit.environmentReads.filter(isUnset)].map((read) => read.name));
  names.set(unit, known);
  return name === '?' || (known.has(name) && !optional.test(name));
}
