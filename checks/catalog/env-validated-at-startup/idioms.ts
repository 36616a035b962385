// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  nest: `ConfigModule.forRoot({
  isGlobal: true,
  validate: (environment) => settingsSchema.parse(environment),
})`,
  node: `// settings.ts, imported before anything listens
const settingsSchema = z.object({
  DATABASE_URL: z.url(),
  OPENAI_API_KEY: z.string().min(1),
  PORT: z.coerce.number().int().default(3000),
});
const { data, error } = settingsSchema.safeParse(process.env);
if (error) {
  console.error(z.prettifyError(error)); // names, never values
  process.exit(1);
}
export const settings = data;`,
  fastapi: `class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", hide_input_in_errors=True)

    database_url: PostgresDsn
    openai_api_key: SecretStr = Field(min_length=1)


settings = Settings()  # when the module is imported: a missing one stops the start`,
  flask: `class Settings(BaseSettings):
    database_url: PostgresDsn
    secret_key: SecretStr = Field(min_length=32)


def create_app() -> Flask:
    settings = Settings()  # before the app is made`,
  django: `env = environ.Env()  # django-environ raises ImproperlyConfigured, and the start ends
SECRET_KEY = env("SECRET_KEY")
DATABASES = {"default": env.db("DATABASE_URL")}`,
};
