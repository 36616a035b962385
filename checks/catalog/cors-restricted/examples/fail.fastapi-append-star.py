from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

origins = ["https://app.example.com"]
origins.append("*")  # <- finding

app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=origins)


@app.get("/api/plans")
async def plans():
    return {"plans": []}
