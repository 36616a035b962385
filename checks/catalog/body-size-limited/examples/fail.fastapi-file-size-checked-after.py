from fastapi import FastAPI, HTTPException, UploadFile

app = FastAPI()  # <- finding


@app.post("/api/photo")
async def add(photo: UploadFile):
    content = await photo.read()
    if len(content) > 5_000_000:
        raise HTTPException(status_code=413, detail="too large")
    return {"size": len(content)}
