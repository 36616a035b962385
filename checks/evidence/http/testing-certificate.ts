// For tests: a certificate that nobody vouches for, made on this machine for one run.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export interface SelfSigned {
  /** False where there is no openssl. */
  readonly made: boolean;
  readonly keyFile: string;
  readonly certificateFile: string;
}

/** `alsoFor` as openssl writes it: `DNS:localhost,IP:127.0.0.1`. */
export function selfSigned(folder: string, name: string, alsoFor?: string): SelfSigned {
  const [keyFile, certificateFile] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)];
  const { status } = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', keyFile, '-out', certificateFile, '-subj', `/CN=${name}`],
    ...(alsoFor === undefined ? [] : ['-addext', `subjectAltName=${alsoFor}`]),
  ]);
  return { made: status === 0, keyFile, certificateFile };
}
