// Where faults of ours are told besides the log. Nowhere until telemetry/sentry.ts is loaded and set here.

export interface ErrorReports {
  report(error: unknown, about: { readonly requestId?: string; readonly route?: string }): void;
  /** Sends what is not sent yet. */
  stop(): Promise<void>;
}

let reports: ErrorReports | undefined;
export const currentErrorReports = (): ErrorReports | undefined => reports;
export function useErrorReports(these: ErrorReports | undefined): void {
  reports = these;
}
