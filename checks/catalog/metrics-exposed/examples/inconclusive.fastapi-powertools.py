from aws_lambda_powertools import Metrics
from fastapi import FastAPI
from mangum import Mangum

app = FastAPI()
metrics = Metrics(namespace="plans", service="api")


@app.get("/api/plans")
def plans():
    metrics.add_metric(name="PlansRead", unit="Count", value=1)
    return []


@metrics.log_metrics
def handler(event, context):
    return Mangum(app)(event, context)
