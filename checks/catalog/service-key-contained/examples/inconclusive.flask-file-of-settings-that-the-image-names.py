# file: app.py
import os

from flask import Flask

app = Flask(__name__)
app.config.from_pyfile(os.environ["SHOP_CONFIG"])


@app.get("/plans")
def plans():
    return {"plans": []}
# file: requirements.txt
flask
# file: Dockerfile
FROM python:3.12-slim
COPY . /srv
ENV SHOP_CONFIG=/srv/shipped.cfg
USER nobody
CMD ["gunicorn", "app:app"]
