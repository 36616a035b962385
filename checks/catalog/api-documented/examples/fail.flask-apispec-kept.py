from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from flask import Flask, jsonify

app = Flask(__name__)
spec = APISpec(title="Plans", version="1.0.0", openapi_version="3.0.3", plugins=[MarshmallowPlugin()])  # <- finding
spec.components.schema("Plan", {"properties": {"name": {"type": "string", "example": "Marathon"}}})


@app.get("/v1/plans")
def plans():
    return jsonify([])
