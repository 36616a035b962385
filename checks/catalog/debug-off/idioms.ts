// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  fastapi: `class Settings(BaseSettings):
    DEBUG: bool = False`,
  flask: `if __name__ == '__main__':
    app.run()  # flask --debug run, on your own machine`,
  django: `DEBUG = os.environ.get('DEBUG', 'false') == 'true'`,
  express: `if (process.env.NODE_ENV === 'development') app.use(errorhandler());`,
  node: `debug: process.env.DEBUG === 'true',`,
};
