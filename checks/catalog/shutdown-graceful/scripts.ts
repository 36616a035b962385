// Scripts that a container starts: a shell that waits for the server hands no SIGTERM on to it, unless it gives its place up.
import type { Seen } from '../../answer.ts';
import type { ContainerStage, Containers, Unit } from '../../model.ts';

const serves =
  /^\s*(?:exec\s+)?(?:\w+=\S*\s+)*(?:\$\{?(?!\w*exec)\w+\}?\s*)*(?:(?:poetry|uv|pipenv|pdm)\s+run\s+|newrelic-admin\s+run-program\s+|[\w.-]*\/)*(?:gunicorn|uvicorn|hypercorn|daphne|granian|waitress-serve|uwsgi|fastapi\s+run|python[\d.]*\s+(?:-[uOB]+\s+)*(?:-m\s+(?:uvicorn|gunicorn|hypercorn)\b|[\w./-]+\.py\b)|node\s+[\w./-]+)(?=["'\s;&]|$)/;
const aside =
  /migrat|alembic|seed|\binit|\bwait|collectstatic|manage\.py\s+(?!runserver)|prisma|knex|typeorm|createsuperuser|setup|check|test|worker|celery|\brq\b/i;

/** Findings for start scripts of an image whose server is no last word of theirs. */
export function behindScripts(unit: Unit, { images }: Containers): Seen['bad'] {
  const started = new Set(images.flatMap(({ stages }) => scriptsOf(stages, stages.at(-1))));
  return unit.startCommands
    .filter(({ text, place }) => started.has(place.path.slice(place.path.lastIndexOf('/') + 1)) && isHeld(text))
    .map(({ place }) => ({
      message: 'a shell stands before the server and hands no SIGTERM on to it: open requests are cut off when it is killed',
      place,
    }));
}

/** Those of the stage, else of the one that it goes on from. */
function scriptsOf(stages: readonly ContainerStage[], stage: ContainerStage | undefined): readonly string[] {
  if (stage === undefined) return [];
  const earlier = stage.startScripts.length > 0 || stage.from === undefined ? undefined : stages[stage.from];
  return earlier === undefined ? stage.startScripts : scriptsOf(stages, earlier);
}

/** `--workers=$WEB_WORKERS` says how the server works, not that it is another. */
const ownOptions = /--worker[\w-]*|\$\{[^}]*\}|\$\w+/g;

function isHeld(text: string): boolean {
  const step = text.split(/&&|;/).find((each) => serves.test(each) && !aside.test(each.replace(ownOptions, ' ')));
  // What goes on in the background is waited for, and told, by the rest of the script.
  return step !== undefined && !/(?:^|\s)exec\s/.test(step) && !/[^&]&\s*$/.test(text) && !/\$\(|`/.test(step);
}
