from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

# One name on the platform, and previews below a domain of one's own.
app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origin_regex=r"https://(plans-web\.netlify\.app|[a-z0-9-]+\.plans\.example)")


@app.get("/api/plans")
async def plans():
    return {"plans": []}
