// What answers show: what one user owns is not there for another, signed in as they may be.
import { exchangeOf, inconclusive, settle } from '../../answer.ts';
import type { Answer, Exchange, HttpEvidence, HttpProbe } from '../../model.ts';

const owned = { kind: 'http', class: 'active', route: 'owned' } satisfies Partial<HttpProbe>;

export const probes = {
  own: { ...owned, token: 'valid' },
  stranger: { ...owned, token: 'second', after: 'own' },
  // Other probes may add to what the owner reads: what was the same before or after is the same.
  ownAgain: { ...owned, token: 'valid', after: 'stranger' },
  nobody: { ...owned, token: 'none' },
  // Whether the second identity is let in anywhere: else its refusal proves nothing.
  strangerElsewhere: { kind: 'http', class: 'active', route: 'protected', token: 'second' },
  strangerAtPost: { kind: 'http', class: 'active', route: 'json-post', token: 'second', body: '{"note": 1}' },
  nobodyAtPost: { kind: 'http', class: 'active', route: 'json-post', token: 'none', body: '{"note": 1}' },
} satisfies Record<string, HttpProbe>;
type Name = keyof typeof probes;
export type OwnerEvidence = HttpEvidence<Name>;

export function judgeHttp({ exchanges, chosen }: OwnerEvidence): Answer {
  const at = (name: Name): Exchange | undefined => exchangeOf(exchanges[name]);
  const own = at('own');
  const stranger = at('stranger');
  const route = chosen.owned ?? 'the route';
  for (const outcome of [exchanges.own, exchanges.stranger]) if ('missing' in outcome) return inconclusive(outcome.missing);
  if (own === undefined || stranger === undefined) return inconclusive('nothing was answered');
  const bare = at('nobody');
  if (own.status >= 300) {
    return inconclusive(
      `${route} answers ${own.status} to its own owner, so that refusing others proves nothing: name a route with something in it as routes.owned`,
    );
  }
  if (bare !== undefined && bare.status < 300 && bare.body === own.body) {
    return inconclusive(`${route} answers everybody alike, token or none: name a route of one user's own as routes.owned`);
  }
  if (stranger.status < 300) return reached(route, [own, at('ownAgain')], stranger);
  if (stranger.status === 404 || stranger.status === 403) {
    const unproven =
      !isLetIn(at) && stranger.status === 403 ? ['the second identity is let in nowhere else, so that its refusal proves nothing'] : [];
    const message = `${route}: its owner reads it, another signed-in user is answered with ${stranger.status}`;
    return settle({ bad: [], good: [{ message, place: stranger.request, related: [own.request] }], unclear: unproven }, inconclusive(''));
  }
  if (stranger.status === 401)
    return inconclusive('the second identity is refused as if it were not signed in: give one that is (auth.second)');
  if (stranger.status >= 500) {
    return settle(
      {
        bad: [
          {
            message: `${route} asked by another signed-in user is answered with ${stranger.status} instead of a refusal`,
            place: stranger.request,
          },
        ],
        good: [],
      },
      inconclusive(''),
    );
  }
  return inconclusive(
    `${route} asked by another signed-in user is answered with ${stranger.status}, which is neither theirs nor a refusal`,
  );
}

function reached(route: string, reads: readonly [Exchange, Exchange | undefined], stranger: Exchange): Answer {
  const [own] = reads;
  const place = stranger.request;
  const related = [own.request];
  const same = reads.some((read) => read?.body === stranger.body);
  const message = `${route} is answered with ${stranger.status} to another signed-in user as well`;
  if (same)
    return settle({ bad: [{ message: `${message}, with the same contents as to its owner`, place, related }], good: [] }, inconclusive(''));
  const idInPath = (URL.parse(own.request.url)?.pathname ?? '').split('/').filter((part) => part.length >= 8);
  if (idInPath.some((id) => stranger.body.includes(id))) {
    return settle(
      { bad: [{ message: `${message}, with what belongs to the user named in the path`, place, related }], good: [] },
      inconclusive(''),
    );
  }
  return inconclusive(`${route} is answered to another signed-in user with other contents than to its owner: whose they are can’t be told`);
}

function isLetIn(at: (name: Name) => Exchange | undefined): boolean {
  const elsewhere = at('strangerElsewhere');
  const post = at('strangerAtPost');
  const bare = at('nobodyAtPost');
  return (
    (elsewhere !== undefined && elsewhere.status < 300) ||
    (post !== undefined &&
      bare !== undefined &&
      (bare.status === 401 || bare.status === 403) &&
      post.status !== bare.status &&
      post.status !== 401)
  );
}
