// Secrets that stand in files, service or not: found by their shape, told without their text.
import type { SeenSecret } from '../../model.ts';
import { secretShape } from '../secret-shapes.ts';

/** Cheap enough to ask of every file; what it hits is looked at properly. */
const hint =
  /sb_secret_|\bsk-[A-Za-z0-9]|eyJ[A-Za-z0-9_-]{8,}\.eyJ|PRIVATE KEY-----|\b(?:AKIA|ASIA)[0-9A-Z]{16}|\bgh[pousr]_[A-Za-z0-9]{20}|github_pat_|[sr]k_live_|\bxox[abposr]-|:\/\/[^\s:/@"']+:[^\s/@"']{4,}@/;
const quoted = /(["'`])((?:(?!\1)[^\\\n]|\\.){16,4000})\1/g;
const bare = /[:=]\s*([^\s"'`,;#]{16,4000})/g;
const privateKey = /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----[\s\S]{64,4000}?-----END/g;
/** A line of a key; between the frame alone stands code that puts one into it. */
const keyText = /[A-Za-z0-9+/]{40}/;
const shipped =
  /\b((?:NEXT_PUBLIC|VITE|EXPO_PUBLIC|REACT_APP|NUXT_PUBLIC|GATSBY|VUE_APP)_\w*(?:SERVICE_ROLE|SERVICE_KEY|SECRET|PRIVATE_KEY|OPENAI_(?:API_)?KEY|ANTHROPIC_(?:API_)?KEY|DATABASE_URL)\w*)\b/g;
/** Prose about a name is no use of it. */
const comment = /(?:^|[^:])\/\/|^\s*(?:\*|#|\/\*)|<!--/;

/** The secrets of one file's text; `isClient` where the file is shipped to users. */
export function secretsIn(path: string, text: string, isClient: boolean): readonly SeenSecret[] {
  const found = new Map<string, SeenSecret>();
  // What a build or an editor is told never leaves with an app.
  const isShipped = isClient && !/(?:^|\/)\.(?!storybook\/)[\w-]+\//.test(path);
  const add = (index: number, secret: SeenSecret['secret'], reachesClients: boolean): void => {
    const before = text.slice(0, index);
    const line = before.split('\n').length;
    const column = index - before.lastIndexOf('\n');
    found.set(`${line} ${secret.what}`, { place: { kind: 'file', path, line, column }, secret, reachesClients });
  };
  if (hint.test(text)) {
    for (const match of [...text.matchAll(quoted), ...text.matchAll(bare)]) {
      const piece = match[2] ?? match[1] ?? '';
      const secret = hint.test(piece) ? secretShape(piece) : undefined;
      if (secret) add(match.index + match[0].indexOf(piece), secret, isShipped);
    }
    for (const match of text.matchAll(privateKey))
      if (keyText.test(match[0])) add(match.index, { what: 'private key', certain: true, length: match[0].length }, isShipped);
  }
  for (const match of text.matchAll(shipped)) {
    const name = match[1] ?? '';
    const before = text.slice(text.lastIndexOf('\n', match.index) + 1, match.index);
    if (!/publishable|anon/i.test(name) && !comment.test(before))
      add(match.index, { what: `secret variable ${name} under a client prefix`, certain: true, length: 0 }, true);
  }
  return [...found.values()];
}

/** Configuration files that may hold a secret; env files are the environment's. */
/** Configuration larger than this is no configuration. */
export const mostSecretBytes = 262_144;

export const mayHoldSecrets = (path: string): boolean =>
  /\.(?:json|ya?ml|toml|cfg|ini|conf|properties|xml|plist|sh|tf|tfvars)$/.test(path) &&
  !/(?:^|\/)(?:package-lock|pnpm-lock|yarn|composer)[^/]*$/.test(path);
