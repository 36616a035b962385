from flask import Flask

app = Flask(__name__)  # <- finding


# limiter.limit("5/minute") was here once.
@app.get("/api/plans")
def plans():
    return {"note": "limit your requests to 5 a minute, please"}
