import os

from flask import Flask
from pymongo import MongoClient

app = Flask(__name__)
client = None


def database():
    global client
    if client is None:
        client = MongoClient(os.environ["MONGO_URL"], maxPoolSize=20)
    return client.plans


@app.get("/api/plans")
def plans():
    return list(database().plans.find({}, {"_id": 0}))
