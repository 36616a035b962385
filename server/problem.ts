// An answer that refuses, in the words of RFC 9457. Its text is written for the user: it never holds a cause.

/** One faulty field: where it stands and the rule it broke; never what was sent. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly errors: readonly FieldError[] | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly type: string;

  constructor(
    status: number,
    detail: string,
    more: {
      readonly errors?: readonly FieldError[];
      readonly headers?: Readonly<Record<string, string>>;
      readonly type?: string;
      readonly cause?: unknown;
    } = {},
  ) {
    super(detail, { cause: more.cause });
    this.status = status;
    this.errors = more.errors;
    this.headers = more.headers ?? {};
    this.type = more.type ?? 'about:blank';
  }
}

// The app repeats a POST whose error text speaks of a network or a timeout: these sentences do not.
const details: Readonly<Record<number, string>> = {
  400: 'The request could not be read.',
  401: 'Please sign in again.',
  403: 'This is not yours to see.',
  404: 'There is nothing here.',
  405: 'This method is not allowed here.',
  406: 'This cannot be given in the form asked for.',
  408: 'The request took too long to arrive.',
  413: 'The request is too large.',
  415: 'Please send JSON.',
  429: 'Too many requests. Please wait a moment.',
  500: 'Something went wrong on our side.',
  501: 'This method is not known here.',
  503: 'The service is busy. Please try again in a moment.',
};

/** The sentence a status is told with. */
export function detailOf(status: number): string {
  return details[status] ?? (status < 500 ? 'The request could not be accepted.' : 'Something went wrong on our side.');
}
export const unauthorized = (more: { readonly invalid: boolean; readonly cause?: unknown }): Problem =>
  new Problem(401, detailOf(401), {
    headers: { 'WWW-Authenticate': more.invalid ? 'Bearer realm="training-plan", error="invalid_token"' : 'Bearer realm="training-plan"' },
    cause: more.cause,
  });
export const notFound = (): Problem => new Problem(404, detailOf(404));
export const busy = (cause?: unknown): Problem =>
  new Problem(503, detailOf(503), {
    headers: { 'Retry-After': '5' },
    type: 'https://iana.org/assignments/http-problem-types#temporary-reduced-capacity',
    cause,
  });

/** A budget is spent that begins anew at midnight (UTC). */
export const spent = (cause?: unknown): Problem =>
  new Problem(429, 'You have used what your coach can do for you today. Please come back tomorrow.', {
    headers: { 'Retry-After': String(Math.ceil((86_400_000 - (Date.now() % 86_400_000)) / 1_000)) },
    type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
    cause,
  });
