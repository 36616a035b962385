from fastapi import FastAPI
from starlette_exporter import PrometheusMiddleware, handle_metrics

app = FastAPI()
app.add_middleware(PrometheusMiddleware, app_name="plans", group_paths=True)
app.add_route("/metrics", handle_metrics)


@app.get("/v1/plans/{plan_id}")
async def plan(plan_id: str):
    return {"id": plan_id}
