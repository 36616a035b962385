# file: core/rag_service.py
class RagService:
    def __init__(self):
        print("rag service created")  # <- finding

    def passages(self, question):
        print(f"looking for {question}")  # <- finding
        return []


rag_service = RagService()
# file: main.py
import logging

from fastapi import FastAPI

from core.rag_service import rag_service

logger = logging.getLogger(__name__)
app = FastAPI()


@app.get("/api/passages")
async def passages(question: str):
    logger.info("passages")
    return rag_service.passages(question)
