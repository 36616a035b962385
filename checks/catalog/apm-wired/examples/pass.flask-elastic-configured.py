import os

from elasticapm.contrib.flask import ElasticAPM
from flask import Flask, jsonify

app = Flask(__name__)
app.config["ELASTIC_APM"] = {
    "SERVICE_NAME": "plans",
    "SERVICE_VERSION": os.environ["GIT_SHA"],
    "SERVER_URL": os.environ["ELASTIC_APM_SERVER_URL"],
    "SECRET_TOKEN": os.environ["ELASTIC_APM_SECRET_TOKEN"],
    "CAPTURE_BODY": "off",
}
apm = ElasticAPM(app)


@app.get("/plans")
def plans():
    return jsonify([])
