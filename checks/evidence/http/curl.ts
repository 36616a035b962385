// A request as a command that repeats it, with placeholders where secrets stood.

export interface CurlRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | undefined;
  /** Said instead of a body that is only filler. */
  readonly fillerBytes: number | undefined;
}

/** One shell command; each of `secrets` (value → variable name) stands as "$NAME". */
export function curlOf(request: CurlRequest, secrets: ReadonlyMap<string, string>): string {
  const quote = (text: string): string => quoted(text, secrets);
  const parts = ['curl -sS -i'];
  if (request.method === 'HEAD') parts.push('-I');
  else if (request.method !== 'GET') parts.push(`-X ${request.method}`);
  parts.push(quote(request.url));
  for (const [name, value] of request.headers) parts.push(`-H ${quote(`${name}: ${value}`)}`);
  if (request.fillerBytes !== undefined) {
    const filler = `{ printf '{"canary":"'; head -c ${request.fillerBytes} /dev/zero | tr '\\0' a; printf '"}'; }`;
    return `${filler} | ${parts.join(' ')} --data-binary @-`;
  }
  if (request.body !== undefined) parts.push(`--data-raw ${quote(request.body)}`);
  return parts.join(' ');
}

/** Text as one shell word in single quotes, secrets taken out of the quotes as variables. */
export function quoted(text: string, secrets: ReadonlyMap<string, string>): string {
  let pieces: readonly (string | { readonly name: string })[] = [text];
  // The longest first: one token may be the beginning of another.
  for (const [value, name] of [...secrets].toSorted(([one], [other]) => other.length - one.length)) {
    if (value === '') continue;
    pieces = pieces.flatMap((piece) =>
      typeof piece === 'string' ? piece.split(value).flatMap((part, index) => (index === 0 ? [part] : [{ name }, part])) : [piece],
    );
  }
  const word = pieces
    .filter((piece) => piece !== '')
    .map((piece) => (typeof piece === 'string' ? `'${piece.replaceAll("'", "'\\''")}'` : `"$${piece.name}"`))
    .join('');
  return word === '' ? "''" : word;
}
