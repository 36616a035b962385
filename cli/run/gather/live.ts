// The running service: started here or already there; probed while it runs, loaded where that was asked for.
import { secretsGiven } from '../../../checks/evidence/boot/given-secrets.ts';
import { gatherBoot } from '../../../checks/evidence/boot.ts';
import { contactFrom } from '../../../checks/evidence/http/contact.ts';
import type { HttpRun } from '../../../checks/evidence/http/gather.ts';
import type { HttpConfig } from '../../../checks/evidence/http/options.ts';
import { redact } from '../../../checks/evidence/secret-shapes.ts';
import type { BootEvidence, CodeEvidence, Gathered, LoadEvidence } from '../../../checks/model.ts';
import type { Settings } from '../../config/settings.ts';
import { interrupted, onInterrupt } from '../../interrupt.ts';
import { messageOf } from '../../problem.ts';
import { loadText } from '../load-text.ts';
import { behaviourRequest, drillsAsked, settingsDrills } from './drills.ts';
import type { KnownEnvironment } from './environment.ts';
import { httpConfig, probe } from './http.ts';
import { signedIn } from './identities.ts';
import { openLoadRun } from './load.ts';
import { loadedAgain } from './loaded-again.ts';
import { noLoad, noProbes, notStarted, noUrl } from './not-asked.ts';
import type { GatherRequest } from './run.ts';
import { deadBecause, waitForUrl } from './start-words.ts';

export interface LiveEvidence {
  readonly boot: Gathered<BootEvidence>;
  readonly http: Gathered<HttpRun>;
  readonly load: Gathered<LoadEvidence>;
  /** What was sent or given as a secret, by the name to show in its stead. */
  readonly tokens?: ReadonlyMap<string, string>;
  /** One line where the service was to be looked at and can't be reached. */
  readonly unreachable?: string;
}
export interface Known {
  readonly code: Gathered<CodeEvidence>;
  readonly environment: KnownEnvironment;
}
type Ready = Known & {
  readonly config: HttpConfig;
  /** Tokens and keys of ours by name, as they become known: nothing of them is shown or kept. */
  readonly tokens: Map<string, string>;
};

/** Looks at the service as far as the run was told to. Whatever it started is stopped when it settles. */
export async function live(request: GatherRequest, seen: Known): Promise<LiveEvidence> {
  const { settings } = request;
  const config = httpConfig(settings, seen.environment.values);
  const known: Ready = { ...seen, config, tokens: ownSecrets(config) };
  if (settings.start !== undefined) return started(settings.start, request, known);
  if (settings.url === undefined) return { boot: notStarted, http: noUrl, load: noLoad };
  const answers = await probed(settings.url, request, known);
  return { boot: notStarted, ...answers, tokens: known.tokens, ...withReason(unreachable(answers.http)) };
}

type Answers = Pick<LiveEvidence, 'http' | 'load'>;

/** Tokens of whoever is to be signed in first; those of a service that is started here can only be had while it runs. */
async function identified(request: GatherRequest, known: Ready): Promise<Ready | { readonly problem: string }> {
  const { tokens, environment } = known;
  const onToken = (token: string): void => void tokens.set(`TOKEN_${tokens.size + 1}`, token);
  const named = { values: environment.values, cwd: request.root ?? process.cwd(), onToken };
  const config = await signedIn(known.config, request.settings, named);
  return 'problem' in config ? config : { ...known, config };
}

async function probed(url: string, request: GatherRequest, before: Ready): Promise<Answers & { readonly config: HttpConfig }> {
  const { settings, checks, terminal } = request;
  const known = await identified(request, before);
  if ('problem' in known) {
    const missing = { missing: known.problem };
    return { http: missing, load: request.load ? missing : noLoad, config: before.config };
  }
  const { config } = known;
  const asked = checks.some((check) => check.judge.http);
  if (asked) terminal.step(`Sending probes to ${url}`);
  const http: Answers['http'] = asked
    ? await probe(url, { settings, checks, load: request.load && !loadsAgain(settings), ...known })
    : noProbes;
  if ('found' in http) terminal.detail(routesText(http.found));
  if (!request.load) return { http, load: noLoad, config };
  const reason = unreachable(http);
  if (reason !== undefined) return { http, load: { missing: reason }, config };
  if (loadsAgain(settings)) return { http, load: noLoad, config };
  const target = new URL(loadPath(http, settings), url).href;
  terminal.step(`Loading ${loadText(settings, target)}`);
  return { http, load: await openLoadRun(target, settings, known.environment.values), config };
}

/** Which route each role was played by, and who named it: a wrong choice explains a strange verdict. */
function routesText(http: HttpRun): string {
  const { chosen, chosenBy = {} } = http.evidenceFor('');
  const by = new Map<string, string>(Object.entries(chosenBy));
  const routes = Object.entries(chosen).map(([role, route]) => `${role} ${route} (${by.get(role) ?? 'unknown'})`);
  return `${http.requestsSent} requests over ${http.spokenOver}; routes: ${routes.join(', ')}`;
}

/** Why nobody answers there, where that was tried. */
function unreachable(http: Answers['http']): string | undefined {
  return 'missing' in http && http.notAsked !== true ? http.missing : undefined;
}

const loadsAgain = ({ start, load }: Settings): boolean => start !== undefined && load.environment !== undefined;

/** What the settings name, else a route known to answer GET. */
function loadPath(http: Answers['http'], { load }: Settings): string {
  if (load.path !== undefined || !('found' in http)) return load.path ?? '/';
  const { health, any } = http.found.evidenceFor('').chosen;
  const [method, path] = (health ?? any ?? 'GET /').split(' ');
  return method === 'GET' && path !== undefined ? path : '/';
}

async function started(command: string, request: GatherRequest, before: Ready): Promise<LiveEvidence> {
  const { settings, root, terminal } = request;
  // What it inherits may come back in an answer or a log line.
  const secrets = new Map([...(await secretsGiven(command)), ...before.environment.secrets]);
  const known: Ready = { ...before, environment: { ...before.environment, secrets } };
  const shown = redact(command, secrets);
  const waitFor = waitForUrl(request, known.environment.values);
  const missing = { missing: `the service did not start: ${shown}` };
  let answers: Awaited<ReturnType<typeof probed>> = { http: missing, load: request.load ? missing : noLoad, config: known.config };
  const asked = drillsAsked(request.checks);
  const onDrill = (what: string): void => terminal.step(`Starting it again: ${what}`);
  const drillMaterial = { settings, code: known.code, values: known.environment.values, onDrill };
  terminal.step(`Starting: ${shown}`);
  const booting = gatherBoot({
    command,
    cwd: root ?? process.cwd(),
    // Files that were only found are the service's own to read; those the user named are given to it.
    env: settings.envFiles.length > 0 ? known.environment.values : {},
    ...(waitFor === undefined ? {} : { waitFor }),
    waitTimeoutMs: settings.waitTimeoutMs,
    drills: { enabled: asked.has('settings'), onBegin: () => onDrill('one variable missing at a time'), ...settingsDrills(known.code) },
    ...(asked.size === 0
      ? {}
      : { behaviour: async () => behaviourRequest(asked, { ...drillMaterial, contact: await contactOf(answers) }) }),
    onListening: async (listening) => {
      answers = await probed(settings.url ?? listening, request, known);
    },
    signal: interrupted,
    secrets: known.environment.secrets,
    tokens: known.tokens,
  });
  const release = onInterrupt(() => settled(booting));
  try {
    const boot = await booting;
    const reason = deadBecause(boot);
    if (reason === undefined && request.load && loadsAgain(settings)) {
      const from = {
        command,
        waitFor,
        values: known.environment.values,
        path: loadPath(answers.http, settings),
        secrets,
        tokens: known.tokens,
      };
      answers = { ...answers, load: await loadedAgain(request, from) };
    }
    if (reason !== undefined) answers = { ...answers, http: { missing: reason }, load: request.load ? { missing: reason } : noLoad };
    const hidden = new Map([...secrets, ...known.tokens]);
    return { boot: { found: boot }, ...answers, tokens: hidden, ...withReason(reason ?? unreachable(answers.http)) };
  } catch (thrown) {
    if (interrupted.aborted) throw thrown;
    const reason = `the start went wrong: ${messageOf(thrown)}`;
    return { boot: { missing: reason }, ...answers, unreachable: reason };
  } finally {
    release();
  }
}

const contactOf = async ({ http, config }: Answers & { readonly config: HttpConfig }): Promise<HttpRun['contact']> =>
  'found' in http ? http.found.contact : contactFrom(config);

/** What we send is not to stand in what the service writes either. */
function ownSecrets({ token, second, signingKey, headers = {} }: HttpConfig): Map<string, string> {
  const named = { TOKEN: token, TOKEN_SECOND: second?.token, SIGNING_KEY: signingKey, ...headers };
  return new Map(Object.entries(named).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])));
}

const withReason = (reason: string | undefined) => (reason === undefined ? {} : { unreachable: reason });

const settled = (work: Promise<unknown>): Promise<void> =>
  work.then(
    () => {},
    () => {},
  );
