// How the fix is written.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  dockerfile: `FROM node:24.11-alpine
WORKDIR /app
COPY package*.json ./
RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm ci --omit=dev
COPY --chown=node:node . .
USER node
CMD ["node", "server.js"]

# Python: no user is there yet
FROM python:3.14-slim
RUN useradd --system --no-create-home app
USER app`,
};
