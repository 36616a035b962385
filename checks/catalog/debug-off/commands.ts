// Start lines that switch on what is for developers: reloaders, debuggers, development servers.
import type { Call, Finding, Site, Unit } from '../../model.ts';

const bad: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a reloader', /(?:\b(?:uvicorn|gunicorn|hypercorn|granian)\b|\bGUNICORN_CMD_ARGS=).*[\s"',]--reload\b/],
  ['Flask’s debugger', /\bflask\b.*[\s"',]--debug\b|\bFLASK_DEBUG=(?:1|true)\b|\bFLASK_ENV=development\b/],
  ['the development server of FastAPI', /\bfastapi["',\s]+dev\b/],
  ['the development server of Django', /manage\.py["',\s]+runserver\b/],
  ['the development server of Next', /\bnext["',\s]+dev\b/],
  [
    'a reloader of Node',
    /\b(?:nodemon|ts-node-dev|node-dev)\b|\btsx["',\s]+watch\b|\b(?:node|bun|deno)\b.*[\s"',]--(?:watch|hot)\b|\bnest["',\s]+start\b.*--watch\b/,
  ],
  ['Node’s inspector', /\bnode\b.*[\s"',]--inspect(?:-brk)?\b/],
];

/** A line for developers: of a package's other scripts, or of a file that says so. */
const forDevelopers = /(?:dev|local|test|debug|watch|example|override|storybook)/i;

/** Only lines that start the service for others count: images, process files, and a package's `start`. */
export function badCommands(unit: Unit): readonly Finding[] {
  return unit.startCommands.flatMap(({ text, place }) => {
    const name = place.path.slice(place.path.lastIndexOf('/') + 1);
    if (forDevelopers.test(name) || forDevelopers.test(folderOf(place.path))) return [];
    if (name === 'package.json' && !isShipped(unit, text, place.path)) return [];
    if (/compose/.test(name) || isForTheDesk(unit, place.path, name)) return [];
    const [what] = bad.find(([, pattern]) => pattern.test(text)) ?? [];
    return what === undefined ? [] : [{ message: `the service is started with ${what}`, place }];
  });
}

/** A script beside a host's own file that starts the service: somebody's convenience, unless that file names it. */
function isForTheDesk(unit: Unit, path: string, name: string): boolean {
  // What is called an entry point is what a container runs, whoever names it.
  if (!name.endsWith('.sh') || /entry-?point/i.test(name)) return false;
  const hosts = unit.startCommands.filter(
    ({ place }) =>
      place.path !== path && ofHost.test(place.path) && !forDevelopers.test(place.path) && !isElsewhere(place.path, path, unit),
  );
  return hosts.length > 0 && !hosts.some(({ text }) => text.includes(name));
}
/** In a folder beside the script's, below the service's root: the image of something else. */
function isElsewhere(host: string, script: string, { root }: Unit): boolean {
  const folder = host.includes('/') ? host.slice(0, host.lastIndexOf('/')) : '';
  if (folder === '' || folder === root || !folder.startsWith(root === '' ? '' : `${root}/`)) return false;
  return !script.startsWith(`${folder}/`) && !/(?:^|\/)\.?(?:docker|containers?|deploy\w*|build|ops|infra|images?)(?:\/|$)/i.test(folder);
}
const ofHost = /(?:^|\/)(?:Dockerfile[\w.-]*|Procfile[\w.-]*|render\.ya?ml|fly\.toml|app\.yaml|railway\.(?:json|toml)|nixpacks\.toml)$/i;

const forProduction = /^\s*"(?:start:prod\w*|prod\w*|serve)"\s*:/;

/** A package's `start`, unless it has another for production. */
const isShipped = (unit: Unit, text: string, path: string): boolean =>
  forProduction.test(text) ||
  (/^\s*"start"\s*:/.test(text) && !unit.startCommands.some((other) => other.place.path === path && forProduction.test(other.text)));

const folderOf = (path: string): string => /(?:^|\/)\.?(?:devcontainer|local|dev)(?=\/)/.exec(path)?.[0] ?? '';

/** Where even a compose file has a server that loads the application, nobody runs the file that makes it. */
const server = /(?:^|[\s"'[,/])(?:gunicorn|uvicorn|hypercorn|daphne|waitress-serve|uwsgi)(?=["'\s,\]])/;

/** Whether some line starts the file with its interpreter, or none is known that starts the service in another way. */
export function isHowItStarts(unit: Unit, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const shipped = unit.startCommands.filter(({ place }) => !/package\.json$|compose/.test(place.path) && !forDevelopers.test(place.path));
  if (shipped.length === 0) return !unit.startCommands.some(({ text, place }) => /compose/.test(place.path) && server.test(text));
  return shipped.some(
    ({ text }) =>
      /python[\d.]*["',\s]+-m\b(?!\s+[\w.]*(?:migrat|setup|init_?db|pre_?start|upgrade))/.test(text) ||
      new RegExp(`python[\\d.]*["',\\s]+(?:-m\\s+)?[\\w./]*${name.replace(/[.]/g, '\\.')}`).test(text),
  );
}

/** Under `if __name__ == "__main__"`, or in a function that is called only from there. */
export const isByScript = (unit: Unit, site: Site, depth = 3): boolean => {
  if (site.onlyAsScript) return true;
  const callers = depth === 0 || site.inFunction === undefined ? [] : unit.callersOf(site.inFunction);
  return callers.length > 0 && callers.every((call) => isByScript(unit, call, depth - 1));
};

/** `app.run(debug=True)` on a line of its own: who imports that file would serve at once, so it is a script. */
export const runsOnLoad = ({ inFunction, symbols }: Call): boolean =>
  inFunction === undefined && symbols.some((symbol) => /^py:.*\.run$/.test(symbol));
