// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  node: `const pool = new Pool({ connectionString, max: 10 }); // once, when the service starts`,
  fastapi: `engine = create_async_engine(url, pool_size=5, max_overflow=5)  # once, not in a dependency

@lru_cache
def database():
    return create_client(url, key)`,
  flask: `engine = create_engine(url, pool_size=5, max_overflow=5)`,
};
