from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

# Meant for previews; but whoever signs up at the platform may call a site `plans-web-evil`.
app = FastAPI()
app.add_middleware(
    CORSMiddleware,
    allow_origins=["https://plans.example.com"],
    allow_origin_regex=r"https://plans-web.*\.vercel\.app",  # <- finding
    allow_credentials=True,
)


@app.get("/api/plans")
async def plans():
    return {"plans": []}
