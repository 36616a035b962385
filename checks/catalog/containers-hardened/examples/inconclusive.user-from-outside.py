from flask import Flask

app = Flask(__name__)
# file: Dockerfile
FROM python:3.14-slim
ARG RUN_AS
USER $RUN_AS
CMD ["gunicorn", "main:app"]
