from fastapi import FastAPI, HTTPException
from fastapi.responses import JSONResponse

app = FastAPI()


@app.exception_handler(HTTPException)
async def on_http(request, exc):
    return JSONResponse({"title": exc.detail}, status_code=exc.status_code)


@app.exception_handler(Exception)
async def on_error(request, exc):
    return JSONResponse({"title": "Something went wrong."}, status_code=500)
