// How the fix of connections-bounded is written in each framework.

export const idioms: Readonly<Record<string, string>> = {
  Node: `const pool = new Pool({ connectionString, max: 10 }); // once, when the service starts`,
  FastAPI: `engine = create_async_engine(url, pool_size=5, max_overflow=5)  # once, not in a dependency

@lru_cache
def database():
    return create_client(url, key)`,
  Flask: `engine = create_engine(url, pool_size=5, max_overflow=5)`,
};
