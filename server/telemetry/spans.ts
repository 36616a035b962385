// Spans of what the server does, for a collector. Off until telemetry/open-telemetry.ts is loaded and set here.
import type { TraceContext } from './trace-context.ts';

export interface Span {
  readonly trace: TraceContext;
  end(how: { readonly route?: string; readonly status: number }): void;
}
export interface Spans {
  /** A request that came in. */
  server(method: string, parent: TraceContext | undefined): Span;
  /** A call we make for it. */
  client(method: string, url: URL, parent: TraceContext): Span;
  /** Sends what is not sent yet. */
  stop(): Promise<void>;
}

let spans: Spans | undefined;
export const currentSpans = (): Spans | undefined => spans;
export function useSpans(these: Spans | undefined): void {
  spans = these;
}
