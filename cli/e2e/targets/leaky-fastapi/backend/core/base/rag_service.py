"""Finds passages of the knowledge base that fit a question."""
import math
from pprint import pprint
from typing import Any, Dict, List

import httpx

from settings import settings

EMBEDDINGS_URL = "https://api.openai.com/v1/embeddings"
EMBEDDING_MODEL = "text-embedding-3-small"
MAX_PASSAGES = 5


class RagService:
    """Keeps passages with their embeddings in memory."""

    def __init__(self) -> None:
        self.passages: List[Dict[str, Any]] = []
        print("rag service created")  # <- finding logs-through-logger

    def load_documents(self) -> None:
        """Fetches the embeddings of the built-in passages."""
        print("loading documents")  # <- finding logs-through-logger
        for text in BUILT_IN:
            self.passages.append({"text": text, "embedding": self._embed(text)})
        print(f"{len(self.passages)} passages loaded")  # <- finding logs-through-logger

    def _embed(self, text: str) -> List[float]:
        """The embedding of a text; without a key, a crude one by word lengths."""
        if not settings.has_language_model:
            return _crude(text)
        headers = {"Authorization": f"Bearer {settings.OPENAI_API_KEY}"}
        body = {"model": EMBEDDING_MODEL, "input": text}
        answer = httpx.post(EMBEDDINGS_URL, headers=headers, json=body, timeout=None)  # <- finding requests-time-out
        if answer.status_code != 200:
            print("embedding failed with status", answer.status_code)  # <- finding logs-through-logger
            return _crude(text)
        return answer.json()["data"][0]["embedding"]

    def context_for(self, question: str) -> List[str]:
        """At most five passages, best first."""
        if not settings.PLAYBOOK_CONTEXT_MATCHING_ENABLED or not self.passages:
            return []
        wanted = self._embed(question)
        scored = sorted(self.passages, key=lambda passage: -_similarity(wanted, passage["embedding"]))
        best = [passage["text"] for passage in scored[:MAX_PASSAGES]]
        pprint(best)  # <- finding logs-through-logger
        # Left over from a debugging session, switched off: print(scored)
        return best


def _crude(text: str) -> List[float]:
    lengths = [len(word) for word in text.split()][:16]
    return [float(length) for length in lengths] + [0.0] * (16 - len(lengths))


def _similarity(one: List[float], other: List[float]) -> float:
    """Cosine similarity, 0 where one of them is all zeros."""
    dot = sum(a * b for a, b in zip(one, other))
    size = math.sqrt(sum(a * a for a in one)) * math.sqrt(sum(b * b for b in other))
    return dot / size if size else 0.0


BUILT_IN = [
    "Beginners make progress with two or three full-body trainings a week.",
    "A week of less volume after three or four hard weeks helps recovery.",
    "Pain that grows during a movement is a reason to stop it.",
    "Easy runs should leave enough breath for whole sentences.",
    "Sleep is the cheapest way to recover faster.",
]

rag_service = RagService()
