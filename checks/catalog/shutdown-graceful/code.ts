// What source shows of what happens to open requests when the service is told to stop.
import { eachUnit, merge, notApplicable, type Seen } from '../../answer.ts';
import type { Containers, Unit } from '../../model.ts';
import { judgeNode } from './node.ts';
import { judgePython } from './python.ts';
import { behindScripts } from './scripts.ts';

export const mentions = [
  'sigterm',
  'sigint',
  'listen',
  'serve',
  'terminus',
  'shutdown',
  'close',
  'uvicorn',
  'gunicorn',
  'hypercorn',
  'flask',
  'wsgi',
  'asgi',
  'run(',
  'signal',
];

export const judgeCode = eachUnit((unit, { containers }) => ofUnit(unit, containers), notApplicable('its platform starts and stops it'));

function ofUnit(unit: Unit, containers: Containers): Seen {
  const seen = merge([judgeNode(unit), judgePython(unit, containers)]);
  const held = seen.bad.length + seen.good.length > 0 ? behindScripts(unit, containers) : [];
  return held.length > 0 ? { ...seen, bad: [...seen.bad, ...held], good: [] } : seen;
}
