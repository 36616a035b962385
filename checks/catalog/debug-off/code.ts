// What source shows of developers' tools: switches that are on by default, tools that are always on, start lines.
import { eachUnit, notApplicable, type Seen } from '../../answer.ts';
import { settingsNamedByRun } from '../../model/settings-file.ts';
import type { Containers, Finding, Unit } from '../../model.ts';
import { badCommands } from './commands.ts';
import { django } from './django.ts';
import { chosenConfigurations } from './flask.ts';
import { assigned, handedTools, settings, told } from './switches.ts';

export const mentions = [
  'debug',
  'reload',
  'errorhandler',
  'youch',
  'ouch',
  'mock',
  'fake',
  'auth',
  'inspector',
  'breakpoint',
  'set_trace',
  'settrace',
  'node_env',
  'dev_mode',
  'stacktrace',
  'from_pyfile',
  'from_envvar',
];

export const judgeCode = eachUnit((unit, { containers }) => ofUnit(unit, containers), notApplicable('no entry of a service was found'));

function ofUnit(unit: Unit, containers: Containers): Seen {
  const set = settings(unit);
  const looked: readonly Seen[] = [set, told(unit, set.names), django(unit), chosenConfigurations(unit, containers)];
  const bad = distinct([...looked.flatMap((each) => each.bad), ...assigned(unit), ...handedTools(unit), ...badCommands(unit)]);
  const good = looked.flatMap((each) => each.good);
  const [entry] = unit.entries;
  // Flask takes DEBUG from its settings, and what stands in theirs only the run knows.
  const elsewhere = good.length === 0 ? settingsNamedByRun(unit) : undefined;
  const quiet: readonly Finding[] =
    entry && good.length === 0 && elsewhere === undefined
      ? [{ message: 'nothing switches debugging on, and frameworks keep it off by themselves', place: entry }]
      : [];
  const unclear = [
    ...looked.flatMap((each) => each.unclear ?? []),
    ...(elsewhere === undefined ? [] : [`what the file of settings that ${elsewhere} names says of DEBUG is not in the source`]),
  ];
  return { bad, good: [...good, ...quiet], unclear };
}

/** A switch that several read is told where its default stands; a call that hands it on is not told again. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  const kept = new Map<string, Finding>();
  for (const each of findings) {
    const place = each.related?.[0] ?? each.place;
    const key = place.kind === 'file' ? `${place.path}:${place.line}` : each.message;
    if (!kept.has(key)) kept.set(key, each);
  }
  return [...kept.values()];
}
