// Environment evidence, and the values that starting the service and redaction need; values stay in memory.
import { gatherEnvironment } from '../../../checks/evidence/environment/gather.ts';
import { type EnvironmentRequest, readSecrets, readValues } from '../../../checks/evidence/environment/values.ts';
import type { CodeEvidence, EnvironmentEvidence, Gathered } from '../../../checks/model.ts';
import { type CodeFrame, frameOf } from './code-frame.ts';
import type { GatherRequest } from './run.ts';

export interface KnownEnvironment {
  readonly gathered: Gathered<EnvironmentEvidence>;
  /** Every variable of the sources given, by name. */
  readonly values: ReadonlyMap<string, string>;
  /** Those of them that are secrets. */
  readonly secrets: ReadonlyMap<string, string>;
}

/** For a run that looks elsewhere. */
export const noEnvironment: KnownEnvironment = {
  gathered: { missing: 'this run looks at the database alone', notAsked: true },
  values: new Map(),
  secrets: new Map(),
};

/** Looks at the env files of the folder, or those the user named, and at this process' environment where it was given. */
export async function knownEnvironment(
  asked: Pick<GatherRequest, 'root' | 'settings' | 'envFiles'>,
  code: Gathered<CodeEvidence>,
  frame: CodeFrame = frameOf(code),
): Promise<KnownEnvironment> {
  const { root, settings, envFiles } = asked;
  if (root === undefined && envFiles.length === 0 && settings.processEnvironment !== true) {
    return { gathered: { missing: 'no folder and no env file was given', notAsked: true }, values: new Map(), secrets: new Map() };
  }
  const request = requestOf(asked, frame);
  const { expected, expectedMissing } = frame.expected();
  const [found, values, secrets] = await Promise.all([
    gatherEnvironment({ ...request, expected, ...(expectedMissing === undefined ? {} : { expectedMissing }) }),
    readValues(request),
    readSecrets(request),
  ]);
  return { gathered: { found }, values, secrets };
}

function requestOf(
  { root, settings, envFiles }: Pick<GatherRequest, 'root' | 'settings' | 'envFiles'>,
  frame: CodeFrame,
): EnvironmentRequest {
  const folders = frame.units().map((unit) => unit.root);
  return {
    root: root ?? process.cwd(),
    files: envFiles.length > 0 || root === undefined ? envFiles : 'discover',
    folders,
    ...(settings.processEnvironment === true ? { processEnv: process.env } : {}),
  };
}
