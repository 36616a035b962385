import threading

from fastapi import FastAPI
from fastapi.responses import PlainTextResponse

app = FastAPI()


class Metrics:
    def __init__(self):
        self.all = {}
        self.lock = threading.Lock()

    def add(self, key, value):
        with self.lock:
            self.all[key] = self.all.get(key, 0) + value


metrics = Metrics()


@app.get("/plans")
async def plans():
    metrics.add("http_requests_total", 1)
    return []


@app.get("/metrics")  # <- finding
async def show():
    return PlainTextResponse("".join(f"{key} {value}\n" for key, value in metrics.all.items()))
