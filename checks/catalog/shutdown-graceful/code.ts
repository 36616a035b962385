// What source shows of what happens to open requests when the service is told to stop.
import { merge, notApplicable, type Seen, settle } from '../../answer.ts';
import type { Answer, CodeEvidence, Unit } from '../../model.ts';
import { judgeNode } from './node.ts';
import { judgePython } from './python.ts';

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

export function judgeCode(code: CodeEvidence): Answer {
  if (code.units.length === 0) return notApplicable('no backend service was found here');
  return settle(merge(code.units.map(ofUnit)), notApplicable('its platform starts and stops it'));
}

const ofUnit = (unit: Unit): Seen => merge([judgeNode(unit), judgePython(unit)]);
