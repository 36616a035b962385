from fastapi import FastAPI

app = FastAPI()
PROMPT = "import openai; openai.ChatCompletion.create()"


@app.get("/")
def root():
    return PROMPT
