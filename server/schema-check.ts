// The check of the schema at start: code that is ahead of its tables would fail on the first write.
import type { Services } from './services.ts';

/** Fails when migrations are missing, and says what to run. A database that does not answer now is left to readiness. */
export async function requireCurrentSchema({ store, config, log }: Services): Promise<void> {
  const schema = await store.schema(AbortSignal.timeout(config.STORE_TIMEOUT_MS)).catch((error: unknown) => {
    log.warn({ error }, 'the schema could not be checked: not ready until the database answers');
    return undefined;
  });
  if (schema === undefined || schema.pending.length === 0) return;
  throw new Error(`the database lacks ${schema.pending.join(', ')}: run \`DATABASE_URL=… npm run migrate -w server\``);
}
