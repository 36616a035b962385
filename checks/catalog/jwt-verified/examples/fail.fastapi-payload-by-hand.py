import base64
import json

from fastapi import FastAPI, Header

app = FastAPI()


def payload_of(token: str) -> dict:
    part = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))  # <- finding


@app.get("/api/plans")
async def plans(authorization: str = Header()):
    return {"owner": payload_of(authorization[7:])["sub"]}
