// Written from launchgate.config.schema.json. In launchgate.config.ts:
//   import type { Config } from 'launchgate/config';
//   export default { gate: 'testflight' } satisfies Config;
export interface Config {
  readonly "$schema"?: string;
  readonly url?: string;
  readonly start?: string;
  readonly waitFor?: string;
  readonly waitTimeoutMs?: number;
  readonly proxy?: string;
  readonly envFiles?: readonly (string)[];
  readonly processEnvironment?: boolean;
  readonly gate?: "testflight" | "app-store" | "post-launch";
  readonly failOn?: "never" | "error" | "warning" | "info";
  readonly maxWarnings?: number;
  readonly baseline?: string;
  readonly passOnStaleBaseline?: boolean;
  readonly only?: readonly (string)[];
  readonly skip?: readonly (string)[];
  readonly allow?: readonly ("active" | "destructive")[];
  readonly allowedOrigins?: readonly (string)[];
  readonly auth?: {
    readonly tokenEnv?: string;
    readonly signingKeyEnv?: string;
    readonly signingKeyFile?: string;
    readonly jwksUrl?: string;
    readonly audience?: string;
    readonly issuer?: string;
    readonly subject?: string;
    readonly tokenIn?: {
      readonly in: "header" | "body" | "query";
      readonly name: string;
    };
    readonly tokenCommand?: string;
    readonly supabase?: {
      readonly url?: string;
      readonly urlEnv?: string;
      readonly apiKeyEnv?: string;
      readonly emailEnv: string;
      readonly passwordEnv: string;
    };
    readonly headers?: {
      readonly [name: string]: string;
    };
    readonly second?: {
      readonly tokenEnv?: string;
      readonly tokenCommand?: string;
      readonly supabase?: {
        readonly url?: string;
        readonly urlEnv?: string;
        readonly apiKeyEnv?: string;
        readonly emailEnv: string;
        readonly passwordEnv: string;
      };
      readonly subject?: string;
    };
  };
  readonly routes?: {
    readonly any?: string | {
      readonly method?: string;
      readonly path: string;
      readonly body?: unknown;
      readonly tokenIn?: {
        readonly in: "header" | "body" | "query";
        readonly name: string;
      };
    };
    readonly protected?: string | {
      readonly method?: string;
      readonly path: string;
      readonly body?: unknown;
      readonly tokenIn?: {
        readonly in: "header" | "body" | "query";
        readonly name: string;
      };
    };
    readonly jsonPost?: string | {
      readonly method?: string;
      readonly path: string;
      readonly body?: unknown;
      readonly tokenIn?: {
        readonly in: "header" | "body" | "query";
        readonly name: string;
      };
    };
    readonly health?: string | {
      readonly method?: string;
      readonly path: string;
      readonly body?: unknown;
      readonly tokenIn?: {
        readonly in: "header" | "body" | "query";
        readonly name: string;
      };
    };
    readonly openapi?: string | {
      readonly method?: string;
      readonly path: string;
      readonly body?: unknown;
      readonly tokenIn?: {
        readonly in: "header" | "body" | "query";
        readonly name: string;
      };
    };
    readonly metrics?: string | {
      readonly method?: string;
      readonly path: string;
      readonly body?: unknown;
      readonly tokenIn?: {
        readonly in: "header" | "body" | "query";
        readonly name: string;
      };
    } | {
      readonly url: string;
      readonly tokenEnv?: string;
    } | {
      readonly path: string;
      readonly tokenEnv: string;
    };
    readonly owned?: string | {
      readonly method?: string;
      readonly path: string;
      readonly body?: unknown;
      readonly tokenIn?: {
        readonly in: "header" | "body" | "query";
        readonly name: string;
      };
    };
  };
  readonly limits?: {
    readonly headersMs?: number;
    readonly bodyMs?: number;
    readonly idleMs?: number;
    readonly bodyBytes?: number;
  };
  readonly requests?: {
    readonly budget?: number;
    readonly perSecond?: number;
    readonly timeoutMs?: number;
    readonly patienceMs?: number;
    readonly http2?: "offered" | "prior-knowledge" | "never";
  };
  readonly drills?: {
    readonly logLevelVariable?: string;
    readonly databaseVariable?: string;
    readonly databaseEnvironment?: {
      readonly [name: string]: string;
    };
    readonly llmVariable?: string;
    readonly llmRequests?: readonly ({
      readonly request: string;
      readonly body?: unknown;
      readonly extract?: {
        readonly [name: string]: string;
      };
    })[];
    readonly recoveryMs?: number;
    readonly shutdownMs?: number;
  };
  readonly load?: {
    readonly p99Ms?: number;
    readonly failedShare?: number;
    readonly connections?: number;
    readonly ratePerSecond?: number;
    readonly scenario?: string | {
      readonly "$schema"?: string;
      readonly name: string;
      readonly url?: string;
      readonly auth?: {
        readonly env?: string;
        readonly users?: string;
        readonly token?: string;
        readonly login?: {
          readonly url?: string;
          readonly request: string;
          readonly headers?: {
            readonly [name: string]: string;
          };
          readonly body?: unknown;
          readonly extract: {
            readonly [name: string]: string;
          };
        };
        readonly refresh?: {
          readonly url?: string;
          readonly request: string;
          readonly headers?: {
            readonly [name: string]: string;
          };
          readonly body?: unknown;
          readonly extract: {
            readonly [name: string]: string;
          };
        };
        readonly jwt?: {
          readonly algorithm: "HS256" | "RS256" | "ES256" | "EdDSA";
          readonly keyEnv?: string;
          readonly keyFile?: string;
          readonly keyId?: string;
          readonly claims: {
            readonly [name: string]: unknown;
          };
          readonly lifetime?: string;
        };
        readonly header?: string;
        readonly scheme?: string;
      };
      readonly transport?: {
        readonly http2?: boolean;
        readonly ca?: string;
        readonly certificate?: string;
        readonly key?: string;
        readonly serverName?: string;
        readonly verify?: boolean;
      };
      readonly headers?: {
        readonly [name: string]: string;
      };
      readonly feeds?: {
        readonly [name: string]: {
          readonly file: string;
          readonly numbers?: readonly (string)[];
          readonly order?: "in-turn" | "random" | "once";
        } | {
          readonly rows: readonly ({

          })[];
          readonly order?: "in-turn" | "random" | "once";
        } | {
          readonly count: number;
          readonly order?: "in-turn" | "random" | "once";
        };
      };
      readonly journeys: readonly ({
        readonly name: string;
        readonly weight?: number;
        readonly steps: readonly ({
          readonly name?: string;
          readonly request: string;
          readonly route?: string;
          readonly headers?: {
            readonly [name: string]: string;
          };
          readonly body?: unknown;
          readonly idempotencyKey?: boolean;
          readonly expect?: readonly (number | "2xx" | "3xx" | "4xx" | "5xx")[];
          readonly extract?: {
            readonly [name: string]: string;
          };
          readonly think?: string;
        })[];
      })[];
      readonly stages: readonly ({
        readonly name?: string;
        readonly kind?: "warm-up" | "ramp" | "steady" | "spike" | "soak" | "cool-down";
        readonly duration: string;
        readonly rate: number | readonly [number, number];
        readonly measured?: boolean;
      })[];
      readonly thresholds?: {
        readonly [name: string]: string | {
          readonly threshold: string;
          readonly abortOnFail?: boolean;
          readonly delayAbortEval?: string;
        } | readonly (string | {
          readonly threshold: string;
          readonly abortOnFail?: boolean;
          readonly delayAbortEval?: string;
        })[];
      };
      readonly timeout?: string;
      readonly together?: string;
      readonly connections?: number;
    };
    readonly environment?: {
      readonly [name: string]: string;
    };
    readonly durationSeconds?: number;
    readonly warmUpSeconds?: number;
    readonly path?: string;
    readonly expectedStatuses?: readonly (number)[];
  };
}

// In launchgate.load.ts:
//   import type { Scenario } from 'launchgate/config';
//   export default { name: 'evening', … } satisfies Scenario;
export type Scenario = Exclude<NonNullable<NonNullable<Config['load']>['scenario']>, string>;
