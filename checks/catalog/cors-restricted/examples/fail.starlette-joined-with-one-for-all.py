import os

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware

ORIGINS = [r"(https://plans\.example\.app)"]
if os.getenv("OPEN_DOORS"):
    ORIGINS.append(r"(.*)")

app = Starlette(
    middleware=[
        Middleware(
            CORSMiddleware,
            allow_origin_regex="|".join(ORIGINS),  # <- finding
            allow_credentials=True,
        )
    ]
)
