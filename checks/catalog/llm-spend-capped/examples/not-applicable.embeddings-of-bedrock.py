import boto3
from fastapi import FastAPI
from langchain_aws import BedrockEmbeddings

app = FastAPI()
embeddings = BedrockEmbeddings(client=boto3.client("bedrock-runtime"), model_id="amazon.titan-embed-text-v1")


@app.get("/search")
def search(q: str):
    return {"size": len(embeddings.embed_query(q))}
