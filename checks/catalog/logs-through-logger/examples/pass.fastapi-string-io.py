import io
import logging

from fastapi import FastAPI

logger = logging.getLogger(__name__)
app = FastAPI()


@app.get("/api/plans.csv")
async def plans():
    out = io.StringIO()
    out.write("id,title\n")
    print("1,first", file=out)
    logger.info("plans")
    return out.getvalue()
