// The users of a scenario and their tokens: got before the first request, renewed when one is refused. The only file that signs anybody in.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { importPKCS8, SignJWT } from 'jose';
import { extractInto } from '../open/value-at.ts';
import type { Ask } from '../open/wire.ts';
import { durationMs } from '../thresholds/parse.ts';
import type { Auth, AuthCall, AuthJwt } from './auth-schema.ts';
import type { Feed } from './feeds.ts';
import type { Row } from './schema.ts';
import type { Kept, RenewElsewhere } from './shared.ts';
import { jsonTemplate, textTemplate, type Value, type Variables } from './template.ts';

interface User {
  readonly index: number;
  readonly variables: Variables;
  kept: Kept;
  renewing?: Promise<boolean>;
}
export interface SessionParts {
  readonly auth: Auth;
  /** The name of the feed and its rows. */
  readonly feed: { readonly name: string } & Pick<Feed, 'rows'>;
  /** What every user's templates may name: the run, the environment. */
  readonly common: Variables;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  readonly target: URL;
  /** As the target is reached; sign-ins elsewhere go as usual. */
  readonly askTarget?: Ask;
  /** Users who have signed in already, and who renews their tokens. */
  readonly users?: readonly Kept[];
  readonly renewElsewhere?: RenewElsewhere;
}

const atOnce = 8;
const patienceMs = 15_000;

export class Sessions {
  readonly #parts: SessionParts;
  readonly #users = new Map<Row, User>();
  readonly #lent = new WeakMap<Variables, User>();
  #sign: ((claims: string) => Promise<string>) | undefined;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    const { auth, feed, common, users = [] } = parts;
    const ready = auth.token === undefined ? undefined : textTemplate(auth.token);
    for (const [index, row] of feed.rows.entries()) {
      const variables = new Map([...common, ...Object.entries(row).map(([column, value]) => [`${feed.name}.${column}`, value] as const)]);
      this.#users.set(row, { index, variables, kept: users[index] ?? new Map(ready === undefined ? [] : [['token', ready(variables)]]) });
    }
  }

  /** Where sign-ins go to, if anywhere. */
  get origins(): readonly URL[] {
    const { auth, target } = this.#parts;
    return [auth.login, auth.refresh].flatMap((call) => (call === undefined ? [] : [call.url === undefined ? target : new URL(call.url)]));
  }

  /** Gets every user a token; what is wrong, in one line, where one gets none. */
  async open(signal?: AbortSignal): Promise<string | undefined> {
    const waiting = [...this.#users.values()].filter(({ kept }) => !kept.has('token'));
    const problems: string[] = [];
    const work = async (): Promise<void> => {
      for (let user = waiting.shift(); user !== undefined && problems.length === 0; user = waiting.shift()) {
        if (signal?.aborted === true) problems.push('the load run was interrupted');
        else problems.push(...[await this.#obtain(user, true)].flatMap((problem) => problem ?? []));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return problems[0];
  }

  /** What is known of each, for another thread. */
  get kept(): readonly Kept[] {
    return [...this.#users.values()].map(({ kept }) => kept);
  }

  /** Renews a user's token unless it is another one by now; undefined where there is none to be had. */
  async renewFor(index: number, stale: Value): Promise<Kept | undefined> {
    const user = [...this.#users.values()][index];
    return user !== undefined && (await this.#renewed(user, stale)) ? user.kept : undefined;
  }

  /** Gives a journey its user's token, as `auth.token`. */
  lend(variables: Map<string, Value>, row: Row): void {
    const user = this.#users.get(row);
    if (user === undefined) return;
    this.#lent.set(variables, user);
    fill(variables, user.kept);
  }

  /** After a 401: true where there is another token now. Many at once renew one user's token once. */
  async renew(variables: Map<string, Value>): Promise<boolean> {
    const user = this.#lent.get(variables);
    if (user === undefined || !(await this.#renewed(user, variables.get('auth.token')))) return false;
    fill(variables, user.kept);
    return true;
  }

  async #renewed(user: User, stale: Value): Promise<boolean> {
    const { auth } = this.#parts;
    if (auth.login === undefined && auth.jwt === undefined) return false;
    if (stale !== user.kept.get('token')) return true;
    user.renewing ??= this.#renewOnce(user, stale);
    const renewed = await user.renewing;
    delete user.renewing;
    return renewed;
  }

  async #renewOnce(user: User, stale: Value): Promise<boolean> {
    const { renewElsewhere } = this.#parts;
    if (renewElsewhere === undefined) return (await this.#obtain(user, false)) === undefined;
    const kept = await renewElsewhere(user.index, stale);
    if (kept !== undefined) user.kept = kept;
    return kept !== undefined;
  }

  async #obtain(user: User, first: boolean): Promise<string | undefined> {
    const { login, refresh, jwt } = this.#parts.auth;
    try {
      if (jwt !== undefined) user.kept = new Map([['token', await this.#signed(jwt, user)]]);
      else if (refresh !== undefined && !first) {
        // A refresh token that is not good any more leaves the password.
        user.kept = await this.#called(refresh, user).catch(() => (login === undefined ? user.kept : this.#called(login, user)));
      } else if (login !== undefined) user.kept = await this.#called(login, user);
      return undefined;
    } catch (thrown) {
      return thrown instanceof Error ? thrown.message : String(thrown);
    }
  }

  // Nothing of the answer is told but its status: it may hold what was sent.
  async #called({ url, request, headers = {}, body, extract }: AuthCall, { variables, kept }: User): Promise<Kept> {
    const known = new Map(variables);
    fill(known, kept);
    const [method = 'POST', path = '/'] = request.split(' ');
    const where = `auth: ${request}`;
    const filled = Object.entries(headers).map(([name, text]): [string, string] => [name, textTemplate(text)(known)]);
    const target = new URL(textTemplate(path, encodeURIComponent)(known), url ?? this.#parts.target);
    const { target: loaded, askTarget = fetch } = this.#parts;
    const answer = await (target.origin === loaded.origin ? askTarget : fetch)(target, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...Object.fromEntries(filled) },
      ...(body === undefined ? {} : { body: jsonTemplate(body)(known) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    }).catch(() => {
      throw new Error(`${where}: nothing answers at ${target.host}`);
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${where} was answered ${answer.status}: nobody could sign in`);
    const found = new Map(kept);
    const wanted = Object.entries(extract).map(([name, at]) => ({ name, path: at.replace(/^\$\.?/, '').split('.') }));
    if (!extractInto(found, wanted, text))
      throw new Error(`${where} was answered without what is extracted (${Object.values(extract).join(', ')})`);
    return found;
  }

  async #signed(jwt: AuthJwt, { variables }: User): Promise<string> {
    this.#sign ??= await signer(jwt, this.#parts);
    return this.#sign(jsonTemplate(jwt.claims)(variables));
  }
}

function fill(variables: Map<string, Value>, kept: Kept): void {
  for (const [name, value] of kept) variables.set(`auth.${name}`, value);
}

async function signer(
  { algorithm, keyEnv, keyFile, keyId, lifetime = '1h' }: AuthJwt,
  { environment, folder, common }: SessionParts,
): Promise<(claims: string) => Promise<string>> {
  const file = keyFile === undefined ? undefined : resolve(folder, textTemplate(keyFile)(common));
  const text =
    file === undefined
      ? (environment[keyEnv ?? ''] ?? '')
      : await readFile(file, 'utf8').catch(() => {
          throw new Error(`auth.jwt: can't read the key file ${file}`);
        });
  if (text === '') throw new Error(`auth.jwt: ${keyEnv ?? keyFile} holds no key`);
  const key = await (algorithm === 'HS256' ? Promise.resolve(new TextEncoder().encode(text)) : importPKCS8(text, algorithm)).catch(() => {
    throw new Error(`auth.jwt: ${keyEnv ?? keyFile} holds no PKCS#8 key for ${algorithm}`);
  });
  const seconds = Math.max(1, Math.round((durationMs(lifetime) ?? 3_600_000) / 1000));
  return (claims) =>
    new SignJWT(JSON.parse(claims))
      .setProtectedHeader({ alg: algorithm, typ: 'JWT', ...(keyId !== undefined && { kid: keyId }) })
      .setIssuedAt()
      .setExpirationTime(`${seconds}s`)
      .sign(key);
}
