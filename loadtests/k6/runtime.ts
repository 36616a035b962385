// The JavaScript that every exported k6 script carries: placeholders, feeds, users and turns, as this tool does them.

export const runtime = String.raw`
const placeholder = /\{\{\s*([\w.-]+)\s*\}\}/g;
const inJson = /"\{\{\s*([\w.-]+)\s*\}\}"(?!:)|\{\{\s*([\w.-]+)\s*\}\}/g;
const between = /^random\.(\d{1,9})\.(\d{1,9})$/;
function valueOf(name, v) {
  if (name === 'uuid') return uuid();
  if (name === 'now') return new Date().toISOString();
  if (name.startsWith('env.')) return __ENV[name.slice(4)];
  const range = between.exec(name);
  if (range) return Number(range[1]) + Math.floor(Math.random() * (Number(range[2]) - Number(range[1]) + 1));
  return v[name] === undefined ? null : v[name];
}
const asText = (value) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
const fill = (text, v, encode) => text.replace(placeholder, (_, name) => (encode || String)(asText(valueOf(name, v))));
const fillJson = (text, v) =>
  text.replace(inJson, (_, alone, within) =>
    alone === undefined ? JSON.stringify(asText(valueOf(within, v))).slice(1, -1) : JSON.stringify(valueOf(alone, v)),
  );
const fillAll = (headers, v) => Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, fill(text, v)]));
const within = (body, path) => path.split('.').filter((key) => key !== '').reduce((at, key) => (at === null || at === undefined ? at : at[key]), body);

// Counted over all phases and all instances, so that each row and each journey has its turn.
const turn = () => Number(__ENV.BEFORE) + exec.scenario.iterationInTest;

function rowOf(feed, at) {
  const { rows, order } = feeds[feed];
  if (order === 'once' && at >= rows.length) exec.test.abort('feed ' + feed + ' has no row left');
  return order === 'random' ? Math.floor(Math.random() * rows.length) : at % rows.length;
}

function variables(at, data) {
  const v = { iteration: at + 1, run: data.run };
  let user = null;
  for (const feed of Object.keys(feeds)) {
    const row = rowOf(feed, at);
    for (const [column, value] of Object.entries(feeds[feed].rows[row])) v[feed + '.' + column] = value;
    if (auth && feed === auth.users) user = row;
  }
  if (user !== null) for (const [name, value] of Object.entries(renewed[user] || data.users[user])) v['auth.' + name] = value;
  return { v, user };
}

// What this VU renewed after a 401; the others renew for themselves.
const renewed = {};

async function signIn(call, v, kept) {
  for (const [name, value] of Object.entries(kept)) v['auth.' + name] = value;
  if (auth.jwt) return { token: await sign(fillJson(auth.jwt.claims, v)) };
  const body = call.body === null ? null : fillJson(call.body, v);
  const url = (call.url || base) + fill(call.path, v, encodeURIComponent);
  const answer = http.request(call.method, url, body, { headers: fillAll(call.headers, v), tags: { name: 'sign in', route: 'sign in', measured: 'false' } });
  if (answer.status < 200 || answer.status > 299) return null;
  const found = { ...kept };
  for (const [name, path] of Object.entries(call.extract)) found[name] = within(answer.json(), path);
  return found.token === undefined || found.token === null ? null : found;
}

export async function setup() {
  const data = { run: uuid(), users: [] };
  if (!auth || !auth.users) return data;
  const { rows } = feeds[auth.users];
  for (const row of rows) {
    const v = { run: data.run };
    for (const [column, value] of Object.entries(row)) v[auth.users + '.' + column] = value;
    const kept = auth.token ? { token: fill(auth.token, v) } : await signIn(auth.login, v, {});
    if (kept === null) throw new Error('a user of the feed ' + auth.users + ' could not sign in');
    data.users.push(kept);
  }
  return data;
}

async function renew(user, v) {
  if (user === null || auth.token) return false;
  const kept = {};
  for (const [name, value] of Object.entries(v)) if (name.startsWith('auth.')) kept[name.slice(5)] = value;
  const found = (auth.refresh && (await signIn(auth.refresh, v, kept))) || (await signIn(auth.login, v, {}));
  if (found === null) return false;
  renewed[user] = found;
  for (const [name, value] of Object.entries(found)) v['auth.' + name] = value;
  return true;
}

const isExpected = (step, status) =>
  step.expect.some((each) => (typeof each === 'number' ? each === status : status >= each.min && status <= each.max));

// Of the journey's start, as where it was due.
function stageNow() {
  let left = Date.now() - exec.scenario.startTime;
  const stages = JSON.parse(__ENV.STAGES);
  for (const [name, lasts] of stages) {
    if (left < lasts) return name;
    left -= lasts;
  }
  return stages[stages.length - 1][0];
}

const renews = auth !== null && auth.users !== undefined && auth.token === undefined;

// A first 401 of a token that can be renewed is no failure: who waits waits for the second answer.
function request(step, v, tags, expect) {
  const body = step.body === null ? null : fillJson(step.body, v);
  return http.request(step.method, base + fill(step.path, v, encodeURIComponent), body, {
    headers: fillAll(step.headers, v),
    tags: { ...tags, name: step.name, route: step.route },
    timeout,
    // Nothing is carried from answer to request but what a step extracts.
    jar: new http.CookieJar(),
    responseCallback: http.expectedStatuses(...expect),
  });
}

async function send(step, v, { user, tags }) {
  let answer = request(step, v, tags, renews ? [...step.expect, 401] : step.expect);
  if (answer.status === 401 && !isExpected(step, 401) && (await renew(user, v))) answer = request(step, v, tags, step.expect);
  if (!check(answer, { [step.name + ' as expected']: () => isExpected(step, answer.status) }, { ...tags, name: step.name, route: step.route })) return false;
  for (const [name, path] of Object.entries(step.extract)) {
    v[name] = within(answer.json(), path);
    if (v[name] === undefined || v[name] === null) return false;
  }
  if (step.thinkSeconds > 0) sleep(step.thinkSeconds);
  return true;
}

export default async function (data) {
  const at = turn();
  const { v, user } = variables(at, data);
  const { name: journey, steps } = journeys[turns[at % turns.length]];
  const tags = { journey, stage: stageNow() };
  for (const step of steps) if (!(await send(step, v, { user, tags }))) return;
}
`;

/** Begins the line of a pod's log that holds its summary. */
export const summaryMark = 'k6-summary-for-launchgate ';
export const podSummary = `
export function handleSummary({ metrics }) {
  return { stdout: '\\n${summaryMark}' + JSON.stringify({ metrics }) + '\\n' };
}`;

/** Only where tokens are signed in the script. */
export const signing: Readonly<Record<string, string>> = {
  HS256: `
import { hmac } from 'k6/crypto';
const encoded = (value) => encoding.b64encode(value, 'rawurl');
const sign = async (claims) => {
  const said = head + '.' + encoded(JSON.stringify(withTimes(JSON.parse(claims))));
  return said + '.' + hmac('sha256', key, said, 'base64rawurl');
};`,
  asymmetric: String.raw`
const encoded = (value) => encoding.b64encode(value, 'rawurl');
const bytesOf = (text) => new Uint8Array([...text].map((letter) => letter.charCodeAt(0)));
let imported;
const sign = async (claims) => {
  const der = encoding.b64decode(key.replace(/-----[^-]+-----|\s/g, ''), 'std');
  imported = imported || (await crypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']));
  const said = head + '.' + encoded(JSON.stringify(withTimes(JSON.parse(claims))));
  return said + '.' + encoded(await crypto.subtle.sign(algorithm, imported, bytesOf(said)));
};`,
  both: `
const withTimes = (claims) => {
  const now = Math.floor(Date.now() / 1000);
  return { ...claims, iat: now, exp: now + lifetimeSeconds };
};
const head = encoding.b64encode(JSON.stringify(header), 'rawurl');`,
};
