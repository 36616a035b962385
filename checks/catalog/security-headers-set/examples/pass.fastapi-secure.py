from fastapi import FastAPI
from secure import Secure

app = FastAPI()
secure_headers = Secure.with_default_headers()


@app.middleware("http")
async def headers(request, call_next):
    response = await call_next(request)
    await secure_headers.set_headers_async(response)
    return response
