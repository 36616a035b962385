// The JavaScript that every exported k6 script carries: placeholders, feeds and turns, as this tool does them.

export const runtime = String.raw`
const placeholder = /\{\{\s*([\w.-]+)\s*\}\}/g;
const alone = /"\{\{\s*([\w.-]+)\s*\}\}"/g;
const uuid = () => 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => Math.floor(Math.random() * 16).toString(16));
const valueOf = (name, v) => (name === 'uuid' ? uuid() : v[name] === undefined ? null : v[name]);
const asText = (value) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
const fill = (text, v, encode) => text.replace(placeholder, (_, name) => (encode || String)(asText(valueOf(name, v))));
const fillJson = (text, v) =>
  text
    .replace(alone, (_, name) => JSON.stringify(valueOf(name, v)))
    .replace(placeholder, (_, name) => JSON.stringify(asText(valueOf(name, v))).slice(1, -1));
const fillAll = (headers, v) => Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, fill(text, v)]));

function variables() {
  const at = exec.scenario.iterationInTest;
  const v = { iteration: at + 1 };
  for (const [feed, { rows, random }] of Object.entries(feeds)) {
    const row = rows[random ? Math.floor(Math.random() * rows.length) : at % rows.length];
    for (const [column, value] of Object.entries(row)) v[feed + '.' + column] = value;
  }
  return v;
}

function send(step, v) {
  const url = base + fill(step.path, v, encodeURIComponent);
  const body = step.body === null ? null : fillJson(step.body, v);
  const statuses = http.expectedStatuses(...step.expect);
  const answer = http.request(step.method, url, body, {
    headers: { ...auth, ...fillAll(step.headers, v) },
    tags: { name: step.name, route: step.route },
    timeout,
    responseCallback: statuses,
  });
  const expected = step.expect.some((each) =>
    typeof each === 'number' ? each === answer.status : answer.status >= each.min && answer.status <= each.max,
  );
  if (!check(answer, { [step.name + ' as expected']: () => expected })) return false;
  for (const [name, path] of Object.entries(step.extract)) {
    v[name] = answer.json(path);
    if (v[name] === undefined || v[name] === null) return false;
  }
  if (step.thinkSeconds > 0) sleep(step.thinkSeconds);
  return true;
}

export default function () {
  const total = journeys.reduce((sum, { weight }) => sum + weight, 0);
  let left = Math.random() * total;
  const journey = journeys.find(({ weight }) => (left -= weight) < 0) || journeys[0];
  const v = variables();
  for (const step of journey.steps) if (!send(step, v)) return;
}
`;
