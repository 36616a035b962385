import traceback

import httpx
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse


class BankError(Exception):
    def __init__(self, message: str, trace: str) -> None:
        super().__init__(message)
        self.trace = trace


app = FastAPI()


@app.exception_handler(BankError)
async def bank_closed(request: Request, error):
    return JSONResponse({"title": "The bank is closed.", "trace": error.trace}, status_code=502)  # <- finding


@app.get("/api/balance")
async def balance():
    try:
        async with httpx.AsyncClient(timeout=5) as client:
            return (await client.get("https://bank.test/balance")).json()
    except httpx.HTTPError as error:
        raise BankError("closed", traceback.format_exc()) from error
