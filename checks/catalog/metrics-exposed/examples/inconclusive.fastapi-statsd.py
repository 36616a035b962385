from datadog import statsd
from fastapi import FastAPI

app = FastAPI()


@app.get("/")
def root():
    statsd.increment("asked")
    return {}
