from fastapi import FastAPI

from articles import load

app = FastAPI()


@app.get("/articles/{article_id}")
def read(article_id: int):
    return load(article_id)
