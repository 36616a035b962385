// What the coach knows about the user.
import { statsOf } from '../coach/lessons.ts';
import { type Step, userOf } from '../middleware/state.ts';
import type { Services } from '../services.ts';
import { owned } from './owned.ts';

export function readPlaybook(services: Services): Step {
  return async (ctx) => {
    const playbook = await services.store.playbook(owned(ctx));
    const data = playbook ?? { user_id: userOf(ctx).id, lessons: [], total_lessons: 0 };
    const stats = playbook === undefined ? null : statsOf(playbook);
    ctx.body = { success: true, data: { playbook: data, stats }, message: 'Your playbook.' };
  };
}

export function readPlaybookStats(services: Services): Step {
  return async (ctx) => {
    const playbook = await services.store.playbook(owned(ctx));
    const empty = { user_id: userOf(ctx).id, lessons: [], total_lessons: 0, last_updated: '' };
    ctx.body = { success: true, data: statsOf(playbook ?? empty), message: 'Your playbook in numbers.' };
  };
}
