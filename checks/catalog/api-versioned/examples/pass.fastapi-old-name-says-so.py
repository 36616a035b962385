from fastapi import FastAPI, Response

app = FastAPI()


@app.get("/v1/plans")
def plans():
    return []


@app.get("/plans", deprecated=True)
def old_plans(response: Response):
    response.headers["Deprecation"] = "@1735689600"
    return plans()
