import os

from fastapi import FastAPI
from langchain_core.documents import Document
from langchain_postgres import PGVector
from langchain_openai import OpenAIEmbeddings

app = FastAPI()
store = PGVector(embeddings=OpenAIEmbeddings(), collection_name="plans", connection=os.environ["DATABASE_URL"])


@app.post("/plans/{id}/texts")
def keep(id: str, text: str):
    return store.add_documents([Document(page_content=text)], ids=[id])
