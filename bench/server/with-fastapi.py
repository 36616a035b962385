# Contestant: FastAPI on uvicorn with the same hardening as our server, in plain ASGI middleware where FastAPI has none. Prints its port.
import hashlib, json, logging, os, re, secrets, socket, sys, time, uuid
from logging.handlers import MemoryHandler
from typing import Annotated

import jwt
import uvicorn
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from fastapi import Depends, FastAPI, Header, HTTPException, Response
from fastapi.middleware.cors import CORSMiddleware
from prometheus_client import Histogram

ANSWER = sys.argv[1].encode()
ISSUER = os.environ["BENCH_ISSUER"]
with open(os.environ["BENCH_KEY_FILE"], "rb") as file:
    PUBLIC_KEY = load_pem_private_key(file.read(), None).public_key()
HARMLESS = re.compile(r"[A-Za-z0-9._-]{1,128}")
TRACE = re.compile(r"00-([0-9a-f]{32})-")
HEADERS = [
    (b"strict-transport-security", b"max-age=63072000; includeSubDomains"),
    (b"x-content-type-options", b"nosniff"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-site"),
]
LIMIT, WINDOW_S, COUNTS = 10_000_000, 60, {}
REQUESTS = Histogram("http_request_duration_seconds", "Time to answer.", ["method", "route", "status"])
# Gathered and written some lines at a time, as ours are.
log = logging.getLogger("access")
log.setLevel(logging.INFO)
log.addHandler(MemoryHandler(30, target=logging.StreamHandler(sys.stdout)))


class Hardened:
    """Request id, trace, security headers, rate limit, metrics and one log line, in one layer."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        started = time.perf_counter()
        given = dict(scope["headers"])
        request_id = given.get(b"x-request-id", b"").decode("latin1")
        if not HARMLESS.fullmatch(request_id):
            request_id = str(uuid.uuid4())
        trace = TRACE.match(given.get(b"traceparent", b"").decode("latin1"))
        trace_id = trace[1] if trace else secrets.token_hex(16)
        client, now = scope["client"][0], time.time()
        count, until = COUNTS.get(client, (0, 0))
        count, until = (count + 1, until) if until > now else (1, now + WINDOW_S)
        COUNTS[client] = (count, until)
        extra = HEADERS + [
            (b"x-request-id", request_id.encode()),
            (b"traceparent", f"00-{trace_id}-{secrets.token_hex(8)}-00".encode()),
            (b"ratelimit-policy", f'"client";q={LIMIT};w={WINDOW_S}'.encode()),
            (b"ratelimit", f'"client";r={LIMIT - count};t={int(until - now) + 1}'.encode()),
        ]
        status = 500

        async def answered(message):
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = list(message["headers"]) + extra
            await send(message)

        if count > LIMIT:
            await Response(status_code=429, headers={"retry-after": str(WINDOW_S)})(scope, receive, answered)
        else:
            await self.app(scope, receive, answered)
        route = getattr(scope.get("route"), "path", "none")
        took = time.perf_counter() - started
        REQUESTS.labels(scope["method"], route, str(status)).observe(took)
        line = {"time": now, "level": "INFO", "message": "request", "requestId": request_id, "traceId": trace_id}
        log.info(json.dumps({**line, "method": scope["method"], "route": route, "status": status, "durationMs": round(took * 1000, 1)}))


app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=["http://localhost:8081"], allow_methods=["GET", "POST"])
app.add_middleware(Hardened)
# Verified tokens are remembered for a minute, as ours are.
VERIFIED: dict[bytes, tuple[str, float]] = {}


async def user_of(authorization: Annotated[str, Header()] = "") -> str:
    token = authorization.removeprefix("Bearer ")
    key = hashlib.sha256(token.encode()).digest()
    known = VERIFIED.get(key)
    if known and known[1] > time.time():
        return known[0]
    try:
        claims = jwt.decode(token, PUBLIC_KEY, ["ES256"], audience="authenticated", issuer=ISSUER, options={"require": ["sub", "exp"]})
    except jwt.PyJWTError:
        raise HTTPException(401, headers={"www-authenticate": "Bearer"})
    VERIFIED[key] = (claims["sub"], min(claims["exp"], time.time() + 60))
    return claims["sub"]


CACHE = {"playbook": (ANSWER, '"' + hashlib.sha1(ANSWER).hexdigest() + '"')}


@app.get("/api/v1/trainingplan/playbook/{user_id}")
async def playbook(user_id: str, user: Annotated[str, Depends(user_of)], if_none_match: Annotated[str, Header()] = ""):
    if user_id != user:
        raise HTTPException(404)
    body, etag = CACHE["playbook"]
    headers = {"etag": etag, "cache-control": "private, no-cache"}
    if if_none_match == etag:
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type="application/json")


listener = socket.socket()
listener.bind(("127.0.0.1", 0))
print(json.dumps({"port": listener.getsockname()[1]}), flush=True)
config = uvicorn.Config(app, access_log=False, log_level="warning", loop="uvloop", http="httptools")
uvicorn.Server(config).run([listener])
