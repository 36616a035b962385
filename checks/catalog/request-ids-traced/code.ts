// What source shows of request ids: made or accepted for every request, answered, and logged.
import { eachUnit, lacking, notApplicable, type Seen, unlessHanded } from '../../answer.ts';
import type { FilePlace, Unit } from '../../model.ts';
import { answeredIds } from './answered.ts';
import { librariesOf } from './libraries.ts';
import { loggedId } from './logged.ts';

export const mentions = [
  ...['request-id', 'request_id', 'requestId', 'requestid', 'correlation', 'trace', 'reqId', 'req_id', 'log', 'uuid', 'middleware', 'cls'],
  ...['fastify', 'pino', 'guid', 'starlette_context', 'interceptor'],
];

export const judgeCode = eachUnit((unit) => unlessHanded(unit, ofUnit(unit)), notApplicable('its platform gives each request an id'));

const perRequest = new Set(['next', 'supabase-function', 'deno', 'worker']);

function ofUnit(unit: Unit): Seen {
  const libraries = librariesOf(unit);
  const { wired, unwired } = answeredIds(unit);
  const answered: FilePlace | undefined = wired[0]?.place ?? libraries.find((each) => each.answers)?.place;
  const logged: FilePlace | undefined = libraries.find((each) => each.logs)?.place ?? loggedId(unit);
  if (answered !== undefined && logged !== undefined)
    return { bad: [], good: [{ message: 'an id is answered with every request, and logged', place: answered, related: [logged] }] };
  if (answered !== undefined)
    return { bad: [{ message: 'the id of a request is answered, and no log line holds it', place: answered }], good: [] };
  if (libraries.some((each) => each.answers === undefined))
    return { bad: [], good: [], unclear: ['whether the id of a request is answered could not be followed'] };
  const made = libraries[0];
  if (made !== undefined)
    return { bad: [{ message: `${made.name} gives requests an id, and no answer carries it`, place: made.place }], good: [] };
  if (unwired.some((each) => each.isUsed))
    return { bad: [], good: [], unclear: ['whether the code that answers with an id runs for every request could not be followed'] };
  const [dead] = unwired;
  if (dead !== undefined)
    return { bad: [{ message: `${dead.header} is set in code that no request passes`, place: dead.place }], good: [] };
  if (unit.calls('*.LoggerModule.forRoot', '*.LoggerModule.forRootAsync').length > 0)
    return { bad: [], good: [], unclear: ['what the LoggerModule of a package does with ids could not be followed'] };
  if (unit.frameworks.every((framework) => perRequest.has(framework))) return { bad: [], good: [] };
  return { bad: lacking(unit, 'no answer carries an id of its request'), good: [] };
}
