// Passwords are kept as scrypt hashes, each with a salt of its own.
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

const cost: ScryptOptions = { N: 16_384, r: 8, p: 1 };

export async function hashed(password: string, salt = randomBytes(16)): Promise<string> {
  return `${salt.toString('base64url')}.${(await derived(password, salt)).toString('base64url')}`;
}

/** Takes as long for a user who does not exist, so that nobody learns who does. */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const [salt = '', hash = ''] = (kept ?? '').split('.');
  const [given, wanted] = [await derived(password, Buffer.from(salt, 'base64url')), Buffer.from(hash, 'base64url')];
  return kept !== undefined && given.length === wanted.length && timingSafeEqual(given, wanted);
}

function derived(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, 32, cost, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}
