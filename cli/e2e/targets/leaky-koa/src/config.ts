// Everything that can be set, with a default for all of it.
const env = process.env;

export const config = {
  host: env.HOST || '0.0.0.0',
  port: Number(env.PORT || 8000),
  debug: env.DEBUG !== 'false',
  logLevel: env.LOG_LEVEL || 'debug',

  openaiApiKey: env.OPENAI_API_KEY || '',
  openaiModel: env.OPENAI_MODEL || 'gpt-4',
  openaiTemperature: Number(env.OPENAI_TEMPERATURE || 0.7),

  supabaseUrl: env.SUPABASE_URL || '',
  supabaseAnonKey: env.SUPABASE_ANON_KEY || '',
  // The staging key, so that nobody has to ask for one.
  supabaseServiceKey:
    env.SUPABASE_SERVICE_ROLE_KEY ||
    'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoic2VydmljZV9yb2xlIiwicmVmIjoibGVha3lrb2FleGFtcGxlcmVmIiwibm90ZSI6ImJlbG9uZ3MgdG8gbm9ib2R5In0.no-signature-this-key-opens-nothing', // <- finding service-key-contained

  premiumTierEnabled: env.PREMIUM_TIER_ENABLED !== 'false',
  fallbackToFree: env.FALLBACK_TO_FREE !== 'false',
};

const needed = ['openaiApiKey', 'supabaseUrl', 'supabaseAnonKey'] as const;

/** Names what is not set; true where nothing is missing. */
export function checkConfig(): boolean {
  const missing = needed.filter((name) => config[name] === '');
  if (missing.length > 0) {
    console.warn(`not configured: ${missing.join(', ')}`); // <- finding logs-through-logger
  }
  return missing.length === 0;
}
