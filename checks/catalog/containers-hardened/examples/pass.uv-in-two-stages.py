from fastapi import FastAPI

app = FastAPI()
# file: .dockerignore
.env*
.git
.venv
# file: Dockerfile
FROM ghcr.io/astral-sh/uv:0.9.2-python3.13-bookworm-slim AS build
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_CACHE_DIR=/var/cache/uv
WORKDIR /app
COPY pyproject.toml uv.lock ./
RUN --mount=type=cache,target=/var/cache/uv uv sync --frozen --no-dev
COPY . .

FROM python:3.13-slim-bookworm
RUN groupadd --system app && useradd --system --gid app app
WORKDIR /app
COPY --from=build --chown=app:app /app /app
ENV PATH="/app/.venv/bin:$PATH" PYTHONUNBUFFERED=1
USER app
CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
