from fastapi import FastAPI

app = FastAPI()  # <- finding


@app.get("/")
def root():
    print("asked")
    return {}
