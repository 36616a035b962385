// Looks up what the knowledge base says to lessons that ask for it: warnings, whose reasons a coach should know.

import type { Config } from '../config/config.ts';
import type { Lesson, Playbook } from '../contract/playbook.ts';
import type { Llm } from '../llm/llm.ts';
import type { Log } from '../log.ts';
import type { Owned, Store } from '../store/store.ts';

const MOST_LESSONS = 5;
/** Cosine; below it a piece is about something else. */
const NEAR_ENOUGH = 0.3;
const LONGEST_MS = 10_000;

export interface Knowing {
  readonly config: Pick<Config, 'PLAYBOOK_CONTEXT_MATCHING_ENABLED'>;
  readonly log: Log;
  readonly llm: Llm;
  readonly store: Store;
  /** Resolves when the knowledge base was embedded as far as it can be. */
  readonly documentsReady: Promise<void>;
}

/** Finds and keeps the context of lessons that have none yet; gives the playbook as it is then. Where that fails, it stays as it was. */
export async function matchContext(playbook: Playbook, services: Knowing, owned: Owned): Promise<Playbook> {
  if (!services.config.PLAYBOOK_CONTEXT_MATCHING_ENABLED) return playbook;
  const asking = playbook.lessons.filter(({ positive, requires_context }) => !positive && requires_context === null).slice(0, MOST_LESSONS);
  if (asking.length === 0) return playbook;
  try {
    await services.documentsReady;
    const signal = AbortSignal.any([owned.signal, AbortSignal.timeout(LONGEST_MS)]);
    const found = new Map(await Promise.all(asking.map(async ({ id, text }) => [id, await contextOf(text, services, signal)] as const)));
    const withContext = (lesson: Lesson): Lesson => ({ ...lesson, ...found.get(lesson.id) });
    return await services.store.updatePlaybook(
      (known) => ({ ...(known ?? playbook), lessons: (known ?? playbook).lessons.map(withContext) }),
      owned,
    );
  } catch (error) {
    services.log.warn({ error }, 'the knowledge base could not be asked');
    return playbook;
  }
}

async function contextOf(
  text: string,
  { llm, store }: Knowing,
  signal: AbortSignal,
): Promise<Pick<Lesson, 'requires_context' | 'context'>> {
  const [nearest] = await store.knowledgeNear(await llm.embed(text, signal), NEAR_ENOUGH, 1, signal);
  return nearest === undefined ? { requires_context: 'not_found', context: null } : { requires_context: 'context', context: nearest };
}
