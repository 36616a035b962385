import os

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware

ORIGINS = [
    r"(https://[^.?#]*--plans\.example\.app)",
    r"(https://[^.?#]*.plans-preview.example.dev)",
]
PATTERN = "|".join(ORIGINS)  # <- finding

app = Starlette(
    middleware=[Middleware(CORSMiddleware, allow_origin_regex=PATTERN, allow_credentials=True)]
)
