import logging

from fastapi import FastAPI

logger = logging.getLogger(__name__)


class Label:
    def print(self, text: str) -> str:
        return f"[{text}]"


def print_label(text: str) -> str:
    return Label().print(text)


app = FastAPI()


@app.get("/api/labels/{text}")
async def label(text: str):
    logger.info("label")
    return {"label": print_label(text), "fingerprint": hash(text)}
