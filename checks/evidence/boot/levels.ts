// The same start and the same requests at two log levels: a service that reads its level writes more at the louder one.
import type { DrillOutcome, LevelDrill, LevelVolume } from '../../model.ts';
import { type Circumstances, withService } from './session.ts';
import { type Acquaintance, sendTraffic } from './traffic.ts';

export interface LevelRequest {
  /** The variable, where source or operator tell it. */
  readonly variable?: string;
  /** Set beside it: a switch that makes the service loud whatever its level says, switched off. */
  readonly besides: Readonly<Record<string, string>>;
}

const spellings = [(level: string) => level, (level: string) => level.toUpperCase()];

export async function drillLevels(
  { variable: given, besides }: LevelRequest,
  where: Circumstances,
  acquaintance: Acquaintance,
): Promise<DrillOutcome<LevelDrill>> {
  const name = given ?? 'LOG_LEVEL';
  const known = given !== undefined;
  const now = where.launch.env[name];
  // Who writes INFO wants DEBUG.
  const inOrder = now !== undefined && now !== '' && now === now.toUpperCase() ? spellings.toReversed() : spellings;
  let refused = '';
  for (const spelled of inOrder) {
    const quiet = await linesAt(spelled('error'));
    if ('missing' in quiet) {
      refused = quiet.missing;
      continue;
    }
    const verbose = await linesAt(spelled('debug'));
    if ('missing' in verbose) return verbose;
    return { found: { variable: name, known, verbose: verbose.found, quiet: quiet.found } };
  }
  return { missing: `with ${name} set to error, ${refused}` };

  async function linesAt(value: string): Promise<DrillOutcome<LevelVolume>> {
    return withService({ ...besides, [name]: value }, where, async (session) => {
      await sendTraffic(session, acquaintance);
      const written = session.service.log.after(0);
      return { value, lines: written.length, kinds: new Set(written.map(kindOf)).size };
    });
  }
}

const kindOf = (line: string): string => line.replace(/[0-9a-f-]*\d[0-9a-f-]*/gi, '0');
