# file: compose.yaml
services:
  plans:
    image: plans/plans
    command: "gunicorn wsgi:app --workers 2"
# file: wsgi.py
from flask import Flask

app = Flask(__name__)
app.add_url_rule("/plans", "plans", lambda: {"plans": []})

if __name__ == "__main__":
    app.run(debug=True)
