from fastapi import FastAPI, Response

app = FastAPI()  # <- finding


@app.get("/api/plans")
def plans(response: Response):
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Strict-Transport-Security"] = "max-age=31536000"
    return []


@app.get("/api/weeks")
def weeks():
    return []
