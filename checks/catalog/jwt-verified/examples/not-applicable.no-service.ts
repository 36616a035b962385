// A library that shows what is in a token.
import { decodeJwt } from 'jose';

export const claimsOf = (token: string) => decodeJwt(token);
