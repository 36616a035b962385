# A cast of typing checks nothing.
import os
from typing import cast

from fastapi import FastAPI

DATABASE_URL = cast(str, os.getenv("DATABASE_URL"))
SECRET_KEY = os.getenv("SECRET_KEY")
EVERYTHING = cast(dict, dict(os.environ))

app = FastAPI()  # <- finding


@app.get("/api/plans")
def plans():
    return {"store": DATABASE_URL, "signed": bool(SECRET_KEY)}
