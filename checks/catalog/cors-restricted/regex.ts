// What is wrong with a pattern for origins, if anything.
import type { Semantics } from './policy.ts';

/** Undefined where the pattern admits only what it names. */
export function regexFault(source: string, match: Semantics['regex']): string | undefined {
  const [first = '', ...others] = alternatives(source);
  // A pattern that is matched as a whole is as wide as the widest of its alternatives.
  if (match === 'full' && others.length > 0)
    return [first, ...others].map((each) => regexFault(each, match)).find((fault) => fault !== undefined);
  const bare = source.replace(/^\^/, '').replace(/\$$/, '');
  if (/^(?:\(\?:)?(?:https?\??:?(?:\\?\/){2})?[.(]*(?:\.[*+]|\[\^[^\]]*\][*+])\)?$/.test(bare.replace(/https\?/, 'https')))
    return 'a pattern that matches every origin';
  if (match === 'search' && !source.startsWith('^') && !/^\(\?:?\^/.test(source))
    return 'a pattern that is not anchored at its start, so a longer origin matches too';
  if (match !== 'full' && !/\$\)?$/.test(source))
    return 'a pattern that is not anchored at its end, so an origin that only begins so matches too';
  const withoutClasses = source.replace(/\[(?:[^\]\\]|\\.)*\]/g, 'x');
  if (/(?<!\\)(?:\\\\)*\.(?![*+?{])(?=[A-Za-z0-9])/.test(withoutClasses))
    return 'a pattern with a dot that is not escaped, so any character stands for it';
  if (/(?<!\\)\.[*+](?=[A-Za-z0-9])/.test(withoutClasses))
    return 'a pattern whose `.*` lets anything stand before the domain, without a dot between';
  if (hosted.test(withoutClasses))
    return 'a pattern for names that anybody can register on a platform for hosting: what stands for the rest may be a stranger’s';
  return undefined;
}

/** Whoever signs up there picks the label before the platform's own name; a wildcard right before it leaves that label open. */
const hosted =
  /(?:\.[*+]|[xX\w)][*+]|\\[wS][*+]|\{\d+,\d*\}\)?)\)?\\?\.(?:vercel|netlify|herokuapp|onrender|railway|surge|github|gitlab|pages|web|firebaseapp|fly|workers|ngrok|ngrok-free|azurewebsites|lovable|replit|repl)\\?\.(?:app|com|dev|io|sh|co|net)(?:$|[^\w.\\-])/;

/** What stands between the bars at the top: `(a|b)|(c)` are two. */
function alternatives(source: string): readonly string[] {
  const found: string[] = [''];
  let depth = 0;
  for (const part of source.match(/\\.|\[(?:[^\]\\]|\\.)*\]|./gs) ?? []) {
    if (part === '(') depth += 1;
    if (part === ')') depth -= 1;
    if (part === '|' && depth === 0) found.push('');
    else found[found.length - 1] = `${found.at(-1) ?? ''}${part}`;
  }
  return found;
}
