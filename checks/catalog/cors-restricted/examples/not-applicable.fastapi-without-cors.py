"""No browser talks to this service. Somebody may ask for allow_origins=["*"]; the answer is no."""
from fastapi import FastAPI

app = FastAPI()

# app.add_middleware(CORSMiddleware, allow_origins=["*"])


@app.get("/api/plans")
async def plans(fields: str = "*"):
    return {"plans": [], "fields": fields}
