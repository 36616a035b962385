from fastapi import FastAPI
from fastapi.responses import JSONResponse

app = FastAPI()


class UserError(Exception):
    pass


@app.exception_handler(Exception)
async def on_error(request, exc):
    if isinstance(exc, UserError):
        return JSONResponse({"detail": str(exc)}, status_code=400)
    return JSONResponse({"detail": "Something went wrong."}, status_code=500)
