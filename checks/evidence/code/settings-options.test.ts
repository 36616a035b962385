// Names of variables behind settings classes whose options say how they are put together.
import { expect, test } from 'vitest';
import { unitOf } from './test-program.ts';

test('models within settings are read by the delimiter; settings of their own are not read a second time', () => {
  const unit = unitOf({
    's.py': `from pydantic import BaseModel
from pydantic_settings import BaseSettings, SettingsConfigDict
PREFIX = "SHOP_"
class Database(BaseModel):
    url: str
    pool: int = 5
class Mail(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="MAIL_")
    host: str
class Plain(BaseSettings):
    mail: Mail = Mail()
class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix=PREFIX, env_nested_delimiter="__")
    db: Database
    token: str
plain, settings = Plain(), Settings()
`,
  });
  const reads = unit.environmentReads.map(({ name, required }) => `${name}${required ? '!' : ''}`);
  expect(reads.toSorted()).toEqual(['MAIL_HOST!', 'SHOP_DB__POOL', 'SHOP_DB__URL!', 'SHOP_TOKEN!']);
});
