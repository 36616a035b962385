// What takes requests to the target and brings answers back, whatever protocol they go by.
export interface CarrierRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** Bytes of the body of the answer that are read. */
  readonly capBytes: number;
  readonly signal: AbortSignal;
}
export interface CarriedAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  readonly bodyTruncated: boolean;
}
export interface Carrier {
  /** Rejects where there is no whole answer. */
  ask(request: CarrierRequest): Promise<CarriedAnswer>;
  close(): Promise<void>;
}

/** The beginning of a body; the rest is not waited for. */
export async function readBody(
  body: AsyncIterable<unknown> & { destroy(): unknown },
  capBytes: number,
): Promise<Pick<CarriedAnswer, 'body' | 'bodyTruncated'>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    if (!Buffer.isBuffer(chunk)) continue;
    chunks.push(chunk);
    size += chunk.length;
    if (size > capBytes) {
      body.destroy();
      break;
    }
  }
  return { body: Buffer.concat(chunks).subarray(0, capBytes).toString('utf8'), bodyTruncated: size > capBytes };
}

/** Headers as a list, several of one name one after the other. */
export function listed(headers: Readonly<Record<string, unknown>>): CarriedAnswer['headers'] {
  return Object.entries(headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value ?? '']).map((each) => [name, String(each)] as const),
  );
}
