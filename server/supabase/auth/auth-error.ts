// Refusals in the words of Supabase Auth, which auth-js knows.

export class AuthError extends Error {
  override readonly name = 'AuthError';
  readonly status: number;
  readonly errorCode: string;

  constructor(status: number, errorCode: string, message: string) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
  }
}
