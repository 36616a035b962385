from fastapi import FastAPI

app = FastAPI()


@app.get("/")
def root():
    return [word for word in ["SELECT * FROM users"] if word.startswith("SELECT")]
