# Sessions are signed with a text that stands here, and links with another.
import hmac

from fastapi import FastAPI
from starlette.middleware.sessions import SessionMiddleware

app = FastAPI()
app.add_middleware(SessionMiddleware, secret_key="oatmeal biscuits")  # <- finding


@app.get("/links")
def links():
    return {"link": hmac.new(b"plain words again", b"plan", "sha256").hexdigest()}  # <- finding
