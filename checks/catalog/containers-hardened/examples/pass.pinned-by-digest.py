from flask import Flask

app = Flask(__name__)
# file: Dockerfile
FROM python@sha256:2be8daddbb82756f7d1f2c7ece706aadcb284bf6ab6d769ea695cc3ed6016743
USER nobody
CMD ["gunicorn", "main:app"]
