// Sentry: faults of ours, without anything a user sent. Imported only where a DSN is configured.
import * as Sentry from '@sentry/node';
import type { ErrorReports } from './errors.ts';
import { withoutSecrets } from './redact.ts';

export function startSentry({ dsn, release, environment }: Readonly<Record<'dsn' | 'release' | 'environment', string>>): ErrorReports {
  Sentry.init({
    dsn,
    release,
    environment,
    // Its own patches of every module would triple the cost of a request; the routes tell it what goes wrong.
    defaultIntegrations: false,
    beforeSend: scrubbed,
  });
  return {
    report: (error, { requestId, route }) => {
      Sentry.withScope((scope) => {
        scope.setTags({ requestId, route });
        Sentry.captureException(error);
      });
    },
    stop: async () => {
      await Sentry.close(2_000);
    },
  };
}

/** Keeps what went wrong and where; who asked, and with what, is not Sentry's to know. */
function scrubbed(event: Sentry.ErrorEvent): Sentry.ErrorEvent {
  const { request: _request, user: _user, breadcrumbs: _breadcrumbs, extra: _extra, server_name: _name, ...kept } = event;
  const values = kept.exception?.values?.map((each) => ({ ...each, value: withoutSecrets(each.value ?? '') }));
  return { ...kept, ...(values === undefined ? {} : { exception: { values } }) };
}
