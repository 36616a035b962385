// Words that only a library, a driver or a language would use to its own developers.

const words: readonly (readonly [whose: string, pattern: RegExp])[] = [
  [
    'the JSON parser',
    /Unexpected (?:token|end of JSON|non-whitespace|string in JSON|number in JSON)|\bin JSON at position \d|is not valid JSON|Expecting (?:value|property name|',' delimiter|':' delimiter)|JSON decode error|Expected (?:property name|double-quoted|',' or|':' after)|json: cannot unmarshal|JSONDecodeError|Bad control character in string/,
  ],
  [
    'the JavaScript runtime',
    /\b(?:Type|Reference|Range|Syntax|URI)Error\b|Cannot (?:read|set) propert(?:y|ies) |is not (?:a function|iterable)\b|Maximum call stack|\[object Object\]/,
  ],
  [
    'the Python runtime',
    /\b(?:Key|Attribute|Type|Value|Index|ZeroDivision|Unicode\w*|Recursion|Runtime|Import|Name)Error\b|'NoneType' object|object has no attribute|object is not (?:subscriptable|iterable|callable)|takes \d+ positional arguments|unhashable type|maximum recursion depth/,
  ],
  [
    'a database or its driver',
    /duplicate key value violates|violates (?:foreign key|unique|not-null|check) constraint|relation "[^"]*" does not exist|column "[^"]*" (?:does not exist|of relation)|invalid input syntax for|syntax error at or near|SQLSTATE|psycopg|asyncpg|sqlalchemy|SequelizeDatabase|PrismaClient|MongoServerError|CastError|E11000|ER_[A-Z_]{4,}|SQLITE_[A-Z]+|\bPGRST\d{3}\b|no such (?:table|column)|QueryFailedError|DatabaseError\b|ORA-\d{5}/,
  ],
  [
    'a token library',
    /jwt (?:malformed|expired|must be provided|signature)|invalid (?:signature|algorithm|compact jws)|Not enough segments|Signature verification failed|Invalid (?:header|payload) padding|Invalid Compact JWS|JW[STEK]\w*(?:Error|Invalid|Expired)|JsonWebTokenError|Invalid crypto padding|"alg" \(Algorithm\)|InvalidTokenError|DecodeError\b/,
  ],
  [
    'the network',
    /\bE(?:CONNREFUSED|CONNRESET|TIMEDOUT|NOTFOUND|AI_AGAIN|PIPE|HOSTUNREACH)\b|getaddrinfo|connect ETIMEDOUT|Connection refused|Max retries exceeded|httpx\.|requests\.exceptions|socket hang up|urllib3/,
  ],
  ['a model provider', /openai\.(?:\w+Error)|Incorrect API key provided|insufficient_quota|api\.openai\.com|anthropic\.\w+Error/],
  [
    'a stack trace',
    /Traceback \(most recent call last\)|\n[ \t]{1,40}at [\w.<>[\] ]{1,120} \(?[^)\n]{0,300}:\d+:\d+|&nbsp; at |File "[^"]+", line \d+/,
  ],
  ['a decompressor', /incorrect header check|unexpected end of file|Z_(?:DATA|BUF)_ERROR|zlib\.error/],
];

/** Whose words a text holds; undefined where they are nobody's. */
export function libraryWordsIn(text: string): string | undefined {
  return words.find(([, pattern]) => pattern.test(text))?.[0];
}
