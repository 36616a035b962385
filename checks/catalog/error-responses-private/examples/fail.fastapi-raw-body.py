from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

app = FastAPI()


async def on_validation_error(request: Request, exc: RequestValidationError):
    body = await request.body()
    return JSONResponse(
        status_code=422,
        content={
            "detail": "The request could not be understood.",
            "body": body.decode(),  # <- finding
        },
    )


app.add_exception_handler(RequestValidationError, on_validation_error)


@app.post("/api/plans")
async def make_plan(title: str):
    return {"title": title}
