// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  shell: `pg_dump --format=custom --file="backup-$(date +%F).dump" "$DATABASE_URL"
launchgate backup verify "backup-$(date +%F).dump" --rto 15m --rpo 24h`,
};
