// How a service is started outside its source: lines of Dockerfiles, Procfiles, compose files, start scripts and packages' scripts.
import type { StartCommand } from '../../model.ts';
import { foldedCommands } from './folded-commands.ts';

const holders =
  /(?:^|\/)(?:Dockerfile[\w.-]*|[\w.-]+\.Dockerfile|Procfile[\w.-]*|(?:docker-)?compose[\w.-]*\.ya?ml|render\.ya?ml|fly\.toml|app\.yaml|railway\.(?:json|toml)|nixpacks\.toml|package\.json|[\w.-]*(?:start|run|serve|entry|entrypoint|boot|prestart|launch|release|predeploy)[\w.-]*\.sh|entry-?points?\/[\w.-]+\.sh|(?:docker[\w.-]*|containers?|rootfs|s6[\w.-]*|services\.d|init[_-]?scripts?|deploy\w*)\/(?:[^/]+\/)*(?:(?:docker[_-])?entry-?point|init|start|run|boot|serve)(?:[_-]?(?:web|api|app|server))?)$/i;
const servers =
  /(?:^|[\s"'`[,;&/])(?:gunicorn|uvicorn|hypercorn|daphne|uwsgi|waitress-serve|granian|fastapi|flask|node|bun|deno|tsx|next|nest|manage\.py["'\s,]+runserver)(?=["'\s,])/;

/** A script that serves by itself, where nothing but the service is started. */
const script = /^\s*(?:exec|CMD|ENTRYPOINT|web:)\s.*\bpython[\d.]*["',\s]+(?:-[uOBE]+["',\s]+)*(?:-m["',\s]+)?[\w./-]+/;
/** The same in the script that a container starts. */
const inEntrypoint = /^\s*python[\d.]*\s+(?:-[uOB]+\s+)*[\w./-]*(?:main|run|app|server|serve|wsgi|asgi|start|api)\w*\.py\b/;
const isEntrypoint = (path: string): boolean => /(?:^|\/)(?:docker[_-])?entry-?points?(?:\/[\w.-]+|[\w.-]*)\.sh$/i.test(path);
/** What gunicorn is told through its environment. */
const told = /\bGUNICORN_CMD_ARGS=/;
/** Whatever a Procfile names so is how the service is started. */
const web = /^\s*web:\s*\S/;
/** What is done to the database right before. */
const prepares =
  /\b(?:alembic|migrate|migration:run|dbmate|drizzle-kit|aerich)\b|^\s*(?:exec\s+)?(?:[\w.]+\s+run\s+)?(?:python[\d.]*\s+(?:-m\s+)?|node\s+)[\w./-]*(?:migrat|setup|init[_-]?db|init_?database|pre[_-]?start|upgrade)[\w./-]*/;
/** An agent that runs round the server, put together on a line of its own: `wrap=(opentelemetry-instrument --service_name api)`. */
const wraps = /^(?!.*\b(?:command -v|which|hash|type|echo)\s).*[\s(=](?:opentelemetry-instrument|ddtrace-run|newrelic-admin)(?=[\s)])/;
/** Other scripts of a package run only where somebody calls them, and what a build runs is long past. */
const isRun = (path: string, line: string): boolean =>
  path.endsWith('.json') ? /^\s*"(?:pre)?start(?::prod\w*)?"\s*:/.test(line) : !/^\s*(?:RUN|COPY|ADD|ENV|ARG)\b/.test(line);

/** Settings a Python server reads by itself. */
export const isServerConfig = (path: string): boolean => /(?:^|\/)(?:gunicorn|hypercorn)[._-]?conf\w*\.py$/.test(path);

/** Next loads it before anything else, by its name. */
export const isNextInstrumentation = (path: string): boolean => /(?:^|\/)instrumentation\.[cm]?[jt]s$/.test(path);

/** The headers, rewrites and redirects that Next adds stand in it. */
export const isNextConfig = (path: string, root: string): boolean =>
  (root === '' ? path : path.startsWith(`${root}/`) ? path.slice(root.length + 1) : '').search(/^next\.config\.[cm]?[jt]s$/) === 0;

/** Of all files of a checkout, those that may say how something is started: by their names, or because an image starts them. */
export function startHoldersIn(paths: Iterable<string>, read: (path: string) => string | undefined): readonly string[] {
  const all = [...paths];
  const recipes = all.filter((path) => recipe.test(path));
  const started = new Set(
    recipes.flatMap((path) =>
      [...(read(path) ?? '').matchAll(/^\s*(?:ENTRYPOINT|CMD)\b.*$/gim)].flatMap(([line]) =>
        [...line.matchAll(/[\w.-]+\.sh\b/g)].map(([name]) => name),
      ),
    ),
  );
  return all.filter((path) => (holders.test(path) && !forTests.test(path)) || started.has(path.slice(path.lastIndexOf('/') + 1)));
}

const recipe = /(?:^|\/)(?:Dockerfile[\w.-]*|[\w.-]+\.Dockerfile)$/i;
/** `run-test.sh` starts a database for tests, not the service. */
const forTests = /(?:^|[/._-])(?:tests?|testing|e2e|ci|lint)(?=[._-])[\w.-]*\.sh$/i;

/** Lines below the service's root; those above it too where no other service could be meant. */
export function startCommandsOf(
  paths: readonly string[],
  read: (path: string) => string | undefined,
  root: string,
  roots: ReadonlySet<string>,
): readonly StartCommand[] {
  const own = paths.filter((path) => isAbout(path, root, roots));
  return own
    .filter((path) => !isPreparation(path) || isNamedIn(path, own, read))
    .flatMap((path) =>
      linesOf(path, read(path) ?? '').map((command) => {
        const settings = ofIni(command.text, read) + ofGunicorn(command.text, read);
        return settings === '' ? command : { ...command, settings };
      }),
    );
}

/** What the file holds that uWSGI is told to read, spelled as on its command line. */
function ofIni(text: string, read: (path: string) => string | undefined): string {
  const [, named = ''] = /\buwsgi\b.*?(?:--ini[=\s"',]+|["',\s]\/?)([\w./-]+\.ini)/.exec(text) ?? [];
  const [found] = partsOf(named).flatMap((path) => read(path) ?? []);
  const settings = [...(found ?? '').matchAll(/^\s*([a-z][\w-]*)[^\S\n]*(?:=[^\S\n]*([^\n;#]*))?$/gm)];
  return settings.map(([, key, value = '']) => ` --${key} ${value.trim()}`).join('');
}

/** The format that the file which gunicorn is told to read gives its access log. */
function ofGunicorn(text: string, read: (path: string) => string | undefined): string {
  const [, named = ''] = /\bgunicorn\b.*?(?:--config|\s-c)[=\s"',]+([\w./-]+)/.exec(text) ?? [];
  const [found] = partsOf(named).flatMap((path) => read(path) ?? []);
  const [, quote, format = ''] = /^access_log_format\s*=\s*(['"])(.*)\1\s*$/m.exec(found ?? '') ?? [];
  return quote === undefined ? '' : ` --access-logformat ${format}`;
}

/** An image holds the checkout in a folder of its own: the path, and what is left of it below each of its folders. */
const partsOf = (named: string): readonly string[] => {
  const parts = named.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.map((_, at) => parts.slice(at).join('/'));
};

/** `pre-start.sh` and `release-tasks.sh` run only where something that starts the service names them. */
const isPreparation = (path: string): boolean => /(?:^|\/)(?:pre-?start|[\w.-]*(?:release|predeploy))[\w.-]*\.sh$/i.test(path);
const isNamedIn = (path: string, holders: readonly string[], read: (path: string) => string | undefined): boolean =>
  holders.some((other) => other !== path && (read(other) ?? '').includes(path.slice(path.lastIndexOf('/') + 1)));

function isAbout(path: string, root: string, roots: ReadonlySet<string>): boolean {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
  if (isBelow(folder, root)) return ![...roots].some((other) => other !== root && isBelow(other, root) && isBelow(folder, other));
  return roots.size === 1 && (isBelow(root, folder) || (!path.endsWith('.json') && besides.test(folder)));
}

/** Folders beside a service that hold nothing but how it is started. */
const besides = /^(?:entry-?points?|docker|deploy\w*|ops|infra|compose|containers?|build|bin)(?:\/|$)/i;

const isBelow = (folder: string, root: string): boolean => root === '' || folder === root || folder.startsWith(`${root}/`);

/** What starts in a stage that is named after developers or tests, where another comes after it: a target of its own. */
function linesForDevelopers(lines: readonly string[]): ReadonlySet<number> {
  const from = lines.flatMap((line, index) => (/^\s*FROM\s/i.test(line) ? [index] : []));
  const named = from
    .slice(0, -1)
    .map((start, at) => ({ start, end: from[at + 1] ?? lines.length, name: /\sAS\s+(\S+)/i.exec(lines[start] ?? '')?.[1] ?? '' }))
    .filter(({ name }) => /^(?:dev(?:el|elop|elopment)?|local|tests?|testing|debug|ci)$/i.test(name));
  return new Set(
    named.flatMap(({ start, end }) =>
      lines.slice(start, end).flatMap((line, offset) => (/^\s*(?:CMD|ENTRYPOINT)\b/i.test(line) ? [start + offset] : [])),
    ),
  );
}

function linesOf(path: string, text: string): readonly StartCommand[] {
  // A command may go on over several lines; it stands where it begins.
  const lines = /\.ya?ml$/.test(path) ? foldedCommands(text.split('\n')) : text.split('\n');
  const aside = recipe.test(path) ? linesForDevelopers(lines) : undefined;
  return lines.flatMap((line, index) => {
    if (
      aside?.has(index) ||
      /^\s*(?:#|\/\/)/.test(line) ||
      !(
        (servers.test(line) && !/^\s*RUN\s/.test(line)) ||
        script.test(line) ||
        told.test(line) ||
        (/Procfile/.test(path) && web.test(line)) ||
        (isEntrypoint(path) && inEntrypoint.test(line)) ||
        ((prepares.test(line) || wraps.test(line)) && isRun(path, line))
      ) ||
      (index > 0 && /\\\s*$/.test(lines[index - 1] ?? ''))
    )
      return [];
    let whole = line;
    for (let next = index + 1; /\\\s*$/.test(whole) && next < lines.length; next += 1)
      whole = `${whole.replace(/\\\s*$/, ' ')}${lines[next] ?? ''}`;
    return [{ text: whole.trim(), place: { kind: 'file' as const, path, line: index + 1, column: 1 } }];
  });
}
