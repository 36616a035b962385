from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()


async def events():
    try:
        yield "data: started\n\n"
    except Exception as e:
        yield f"data: {str(e)}\n\n"  # <- finding


@app.get("/api/stream")
async def stream():
    return StreamingResponse(events(), media_type="text/event-stream")
