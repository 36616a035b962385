from flask import Flask, abort, g, jsonify, request
from google import genai
from google.genai import types

from db import session

app = Flask(__name__)
gemini = genai.Client()


def take_credit(user_id: int) -> bool:
    taken = session.execute("UPDATE accounts SET credits = credits - 1 WHERE id = :id AND credits > 0", {"id": user_id})
    session.commit()
    return taken.rowcount == 1


@app.post("/ask")
def ask():
    if not take_credit(g.user.id):
        abort(402)
    answer = gemini.models.generate_content(
        model="gemini-2.5-flash", contents=request.json["text"], config=types.GenerateContentConfig(max_output_tokens=500)
    )
    return jsonify(answer=answer.text)
