// What an answer must not show, each pattern precise enough that a page which merely speaks of errors is none.

interface Leak {
  readonly what: string;
  readonly pattern: RegExp;
}

const sourceFile = String.raw`\.(?:py|[cm]?[jt]sx?|rb|php|go|java|cs|rs|ex)`;

const leaks: readonly Leak[] = [
  { what: 'a Python traceback', pattern: /Traceback \(most recent call last\)|File \\?"[^"\n]{1,300}\.py\\?", line \d+/ },
  {
    what: 'a JavaScript stack',
    pattern: /\bat (?:async )?(?:new )?[\w$.<>[\] ]{0,120}\(?(?:file:\/\/|node:|[A-Za-z]:\\|\/)[^\s()"]{1,300}:\d+:\d+\)?/,
  },
  { what: 'a Java stack', pattern: /\bat [a-z][\w$]*(?:\.[\w$<>]+)+\([A-Z]\w*\.(?:java|kt):\d+\)/ },
  { what: 'a Go stack', pattern: /goroutine \d+ \[running\]/ },
  { what: 'a PHP error', pattern: /\bin \/[^\s"]{1,300}\.php(?::| on line )\d+/ },
  {
    what: 'a path of the server’s files',
    pattern: new RegExp(
      String.raw`(?:^|[\s"'(=:\`])(?:/(?:home|Users|root|usr|var|opt|srv|private|workspace|mnt|tmp)(?:/[\w.@+-]+)+${sourceFile}\b|/(?:[\w.@+-]+/)*(?:site-packages|dist-packages)/|/(?:[\w.@+-]+/)+[\w.@+-]+\.py\b|[A-Za-z]:\\{1,2}(?:[\w .@+-]+\\{1,2})+[\w.@+-]+${sourceFile}\b)`,
    ),
  },
  {
    what: 'SQL',
    pattern:
      /\bSELECT\s+(?:DISTINCT\s+)?[\w*".,\s()]{1,300}?\s+FROM\s+[\w".]+|\bINSERT INTO\s+[\w".]+\s*\(|\bUPDATE\s+[\w".]+\s+SET\s+[\w".]+\s*=|\bDELETE FROM\s+[\w".]+/,
  },
  {
    what: 'a database error',
    pattern:
      /\b(?:relation|column|table|schema) \\?"[^"\n]{1,100}\\?" (?:does not exist|already exists|of relation)|syntax error at or near \\?"|violates (?:unique|foreign key|not-null|check|row-level security)\b|duplicate key value violates|invalid input syntax for type|SQLSTATE\b|no such (?:table|column): |You have an error in your SQL syntax|\bORA-\d{5}\b|\bPGRST\d{3}\b/,
  },
  {
    what: 'the name of a library’s error',
    pattern:
      /\b(?:psycopg2?|asyncpg|sqlalchemy|pymongo|redis|httpx|requests|openai|postgrest|jwt|jose|pydantic(?:_core)?|starlette|fastapi|django|werkzeug|botocore)(?:\.[A-Za-z_]+)*\.[A-Z]\w*(?:Error|Exception|Violation|Timeout)\b|errors\.pydantic\.dev\/|\b(?:Prisma\w*Error|SequelizeDatabaseError|QueryFailedError|MongoServerError|MongooseError|PostgrestError|AxiosError|ZodError|JsonWebTokenError|TokenExpiredError|APIConnectionError)\b|\b(?:ECONNREFUSED|ETIMEDOUT|ECONNRESET) \d|getaddrinfo E[A-Z]+/,
  },
  {
    what: 'the words of a JSON parser',
    pattern:
      /Unexpected (?:token|end of JSON|non-whitespace character)[^\n]{0,120}(?:JSON|position \d+)|in JSON at position \d+|Expecting (?:value|property name[^:]{0,40}|',' delimiter|':' delimiter): line \d+ column \d+/,
  },
  {
    what: 'a debugger page',
    pattern: /Werkzeug Debugger|DJANGO_SETTINGS_MODULE|You're seeing this error because you have <code>DEBUG = True/,
  },
  {
    what: 'a server’s name and version',
    pattern: /\b(?:nginx|Apache|openresty|Werkzeug|gunicorn|uvicorn|hypercorn|Jetty|Apache Tomcat|Express|Kestrel)\/\d+(?:\.\d+)+/,
  },
];

/** The kinds of inner detail a text shows. */
export function leaksIn(text: string): readonly string[] {
  return leaks.filter(({ pattern }) => pattern.test(text)).map(({ what }) => what);
}
