// How the fix of debug-off is written in each framework.

export const idioms: Readonly<Record<string, string>> = {
  FastAPI: `class Settings(BaseSettings):
    DEBUG: bool = False`,
  Flask: `if __name__ == '__main__':
    app.run()  # flask --debug run, on your own machine`,
  Django: `DEBUG = os.environ.get('DEBUG', 'false') == 'true'`,
  Express: `if (process.env.NODE_ENV === 'development') app.use(errorhandler());`,
  Node: `debug: process.env.DEBUG === 'true',`,
};
