# What a key is framed by is no key: what stands between comes from elsewhere.
from fastapi import FastAPI

from store import keys

app = FastAPI()


@app.post("/api/repositories/{name}/update")
def update(name: str):
    body = keys.of(name).replace("-----BEGIN OPENSSH PRIVATE KEY-----", "")
    body = body.replace("-----END OPENSSH PRIVATE KEY-----", "").strip().replace(" ", "\n")
    framed = "-----BEGIN OPENSSH PRIVATE KEY-----\n" + body
    framed = framed + "\n-----END OPENSSH PRIVATE KEY-----\n"
    keys.write(name, framed)
    return {"updated": name}
