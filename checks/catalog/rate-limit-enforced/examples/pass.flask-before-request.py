from flask import Flask, abort, request

app = Flask(__name__)
seen = {}


@app.before_request
def limit():
    seen[request.remote_addr] = seen.get(request.remote_addr, 0) + 1
    if seen[request.remote_addr] > 100:
        abort(429)


@app.post("/api/generate")
def generate():
    return {}
