// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  node: `// one module makes the client, and nothing else sees the key
export const admin = createClient(settings.SUPABASE_URL, settings.SUPABASE_SERVICE_ROLE_KEY, {
  auth: { persistSession: false, autoRefreshToken: false },
});
const log = pino({ redact: ['req.headers.authorization', 'req.headers.apikey', '*.serviceRoleKey'] });`,
  python: `class Settings(BaseSettings):
    supabase_service_role_key: SecretStr  # prints as '**********'


# one module makes the client, and nothing else sees the key
admin = create_client(str(settings.supabase_url), settings.supabase_service_role_key.get_secret_value())`,
};
