// What the names that people give to ids, users, tokens and guards say.

/** Words of a name, in lower case: `getUserId`, `get_user_id`, `get-user-id`. */
export const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

const idWords = new Set(['id', 'ids', 'uuid', 'guid', 'pk', 'uid', 'idx']);
const handles = new Set(['username', 'email', 'handle', 'slug', 'login']);
const people =
  /^(?:user|users|profile|profiles|account|accounts|owner|member|members|customer|customers|athlete|patient|client|player|student|employee|person|people|subscriber)$/;

/** Names one object: `plan_id`, `userId`, `uuid`; not the application or the trace that every request carries. */
export const namesId = (name: string): boolean =>
  idWords.has(wordsOf(name).at(-1) ?? '') &&
  !/^(?:app|application|tenant|request|trace|correlation|span|installation|device|build)$/.test(wordsOf(name).at(-2) ?? '');
export const namesHandle = (name: string): boolean => handles.has(name.toLowerCase());
/** What an id is the id of: `plan` of `plan_id`; '' where it says no more than id. */
export const subjectOf = (name: string): string =>
  singular(
    wordsOf(name)
      .filter((word) => !idWords.has(word))
      .at(-1) ?? '',
  );
export const singular = (word: string): string =>
  word.endsWith('ies') ? `${word.slice(0, -3)}y` : /(?:ss|us|is)$/.test(word) ? word : word.replace(/s$/, '');
export const namesPerson = (word: string): boolean => people.test(word) || handles.has(word);

/** What everybody may see of somebody in many an app: that it is read by an id alone is no fault yet. */
export const mayBePublic = (word: string): boolean =>
  people.test(word) ||
  /^(?:public|post|posts|feed|follower|followers|following|follow|like|likes|comment|comments|avatar|avatars|article|articles|author|authors|search|tag|tags|badge|badges|review|reviews|team|teams|contributor|contributors|leaderboard|status)$/.test(
    word,
  );

/** Who is asking, as frameworks and people name it on a request or beside it. */
const who =
  /^(?:(?:current|auth|authenticated|logged_?in|session|request|my)_?)?(?:user|account|identity|principal|member|customer|viewer|actor|uid|claims|subject|sub|athlete)(?:_?(?:id|uuid|uid|sub|info|data|context|model|claims))?$/i;
export const namesWho = (name: string): boolean =>
  who.test(name.replace(/([a-z0-9])([A-Z])/g, '$1_$2')) || name === 'auth' || name === 'claims';

/** Gives who is asking: `userOf(ctx)`, `require_user(token)`, `getServerSession()`. */
const asks =
  /^(?:get|require|load|fetch|resolve|find|verify|verified|authenticate|authenticated|decode|check|ensure|use|extract|read|parse|assert|validate)?_*(?:the_)?(?:(?:current|auth|authed|authenticated|authorized|logged_?in|session|request|my|server|active|valid|verified|supabase)_*)*(?:user|account|session|identity|principal|claims|auth|viewer|actor|member|subject|sub|payload|token|jwt|decode|verify)(?:_*(?:id|uuid|sub|claims|payload|data|info))?(?:_*(?:or|from|of|in|by|with|for)_*(?:request|req|ctx|context|token|jwt|session|headers?|cookies?|throw|fail|401|none|bearer|auth|email)*)*$/;
export const asksWho = (name: string): boolean =>
  asks.test(wordsOf(name).join('_')) && !/^(?:find|load|fetch|get)_(?:user|account|member)s?_by/.test(wordsOf(name).join('_'));
export const namesToken = (name: string): boolean => /token|jwt|authorization|bearer|cookie|credentials|session/i.test(name);

/** Turns away who is not signed in. */
export const namesAuthentication = (name: string): boolean =>
  /(?:^|_)(?:auth|authenticate|authenticated|authentication|authed|authorized|authorization|jwt|token|signed|login|logged|protect|protected|passport|bearer|user|guard|secure|secured|identity|principal|clerk|account|subject)(?:_|$)/.test(
    wordsOf(name).join('_'),
  ) && !/(?:^|_)(?:optional|maybe|anonymous|rate|limit|limiter|agent)(?:_|$)/.test(wordsOf(name).join('_'));

/** Decides by a role, a permission or a policy, with which an id is not compared. */
export const namesPermission = (name: string): boolean => {
  const words = wordsOf(name).join('_');
  return (
    /(?:^|_)(?:role|roles|permission|permissions|permit|permitted|scopes|ability|abilities|acl|rbac|casl|authorize|authorise|authorizer|owns|owned|ownership|belongs|privilege|privileges|licensed|entitled)(?:_|$)/.test(
      words,
    ) ||
    /^(?:can|cannot|may|policy|policies|require_scope|is_(?:owner|member|author|allowed)|belongs_to)(?:_|$)/.test(words) ||
    /(?:^|_)(?:has|check|require|verify|ensure|assert|validate|get|with|grant|deny)_(?:\w+_)?(?:access|owner|policy|policies|tenant|organization|organisation|workspace|membership|scope)$/.test(
      words,
    )
  );
};

/** Names of headers that browsers obey, which look like policies. */
export const namesHeader = (name: string): boolean =>
  /^(?:feature|permissions?|referrer|content_security|cross_origin\w*|cross_domain|permitted_cross_domain)_polic(?:y|ies)$|^(?:helmet|cors|allow_(?:origins?|methods|headers|credentials)|allowed_(?:methods|hosts|origins|headers))$/.test(
    wordsOf(name).join('_'),
  );

/** Where people come to be known: there is nobody yet whose things could be kept. */
export const isEntrance = (path: string): boolean =>
  /[/_.-](?:log-?in|sign-?in|sign-?up|register|registration|authenticate|forgot\w*|reset\w*|password\w*|verify\w*|confirm\w*|refresh\w*|token|oauth2?|callback|sso|2fa|mfa|otp|magic-?link|activate|invitations?|\w*hooks?|public|unsubscribe)(?:[/_.-]|$)/i.test(
    path,
  );

/** Tells of what happens, and keeps nobody out. */
export const namesTelling = (name: string): boolean =>
  /^(?:log|logger|logging|debug|info|warn|warning|error|critical|exception|trace|print|pprint|console|audit|track|capture|metric|metrics|increment|inc|observe|emit|identify|breadcrumb|set_user|set_tag|set_context|add_breadcrumb|add_event|set_attribute|send_event|record)(?:_|$)/.test(
    wordsOf(name).join('_'),
  );

/** Writes something new, which names its maker and keeps nobody from what is there. */
export const namesMaking = (name: string): boolean =>
  /^(?:insert|create|update|set|edit|modify|add|append|push|record|save|publish|enqueue|dispatch|send|notify|schedule|delay|make|build)(?:_|$)/.test(
    wordsOf(name).join('_'),
  );

/** Forms and checks a value, and looks nothing up. */
export const namesForming = (name: string): boolean =>
  /^(?:number|string|boolean|parse|parseint|parse_int|parse_float|int|str|float|bool|uuid|is|has|to|trim|strip|lower|upper|validate|valid|check|test|match|assert|invariant|encode|decode|escape|quote|format|isinstance|hasattr|len|length|join|split|replace|slice|object|list|dict|set|map|some|every|includes|safe|assert|coerce|normalize|big|math|json|stringify|dumps|loads|expect|bad|not|new|http|keys|key|hash|digest|from|sql|raw|eq|literal|cast|get|param|query|body)(?:_|$)/.test(
    wordsOf(name).join('_'),
  );
