import uvicorn
from dockerflow.fastapi.middleware import MozlogRequestSummaryLogger, RequestIdMiddleware
from fastapi import FastAPI

app = FastAPI()
app.add_middleware(RequestIdMiddleware)
app.add_middleware(MozlogRequestSummaryLogger)


@app.get("/api/plans")
def plans():
    return []


if __name__ == "__main__":
    uvicorn.run("main:app", log_config=None)
