// What a hosted platform keeps by its own account: too old or none is a fault, and there being one does not verify it.
import type { BackupEvidence, PlatformBackups } from '../../model.ts';

export const platformFaults = (
  { platform, maxAgeMs }: Pick<BackupEvidence, 'platform' | 'maxAgeMs'>,
  spell: (ms: number) => string,
): readonly string[] => {
  if (platform === undefined || 'missing' in platform) return [];
  const { newestAgeMs, newestStatus, recoverableToAgeMs, kept } = platform.found;
  const failed = newestStatus === 'FAILED' ? ['the newest backup that the platform tried to take failed'] : [];
  const newest = Math.min(newestAgeMs ?? Number.POSITIVE_INFINITY, recoverableToAgeMs ?? Number.POSITIVE_INFINITY);
  if (newest === Number.POSITIVE_INFINITY) {
    return [
      ...failed,
      kept === 0 ? 'the platform keeps no backup of the project' : `none of the ${kept} backups that the platform lists was completed`,
    ];
  }
  return newest > maxAgeMs
    ? [
        ...failed,
        `the newest moment the platform can go back to is ${spell(newest)} ago, more than the ${spell(maxAgeMs)} that may be lost`,
      ]
    : failed;
};

export function platformInWords(
  { pointInTime, kept, newestAgeMs, recoverableFromAgeMs }: PlatformBackups,
  spell: (ms: number) => string,
): string {
  const newest = newestAgeMs === undefined ? '' : `, the newest ${spell(newestAgeMs)} old`;
  const since = recoverableFromAgeMs === undefined ? '' : ` over the last ${spell(recoverableFromAgeMs)}`;
  return `the platform says that it keeps ${kept} backups${newest}, and point-in-time recovery is ${pointInTime ? `on${since}` : 'off'}`;
}
