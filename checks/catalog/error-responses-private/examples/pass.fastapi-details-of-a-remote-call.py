# What a remote procedure says of its failure is a line of text: nothing that was sent here stands in it.
import grpc
from fastapi import FastAPI, HTTPException

app = FastAPI()


@app.post("/api/invoices")
async def invoices(amount: int):
    try:
        return await ledger().create(amount)
    except grpc.aio.AioRpcError as error:
        raise HTTPException(502, detail=error.details())


# file: requirements.txt
fastapi==0.95.2
pydantic==1.10.13
grpcio==1.60.0
