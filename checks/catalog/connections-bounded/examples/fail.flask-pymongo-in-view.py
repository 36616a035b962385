import os

from flask import Flask
from pymongo import MongoClient

app = Flask(__name__)


@app.get("/api/plans")
def plans():
    client = MongoClient(os.environ["MONGO_URL"])  # <- finding
    return list(client.plans.plans.find({}, {"_id": 0}))
