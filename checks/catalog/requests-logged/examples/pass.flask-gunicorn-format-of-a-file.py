# file: compose.yaml
services:
  plans:
    image: plans/plans
    command: "gunicorn --config /srv/plans/config/gunicorn.conf wsgi:app --access-logfile=-"
# file: config/gunicorn.conf
# -*- Python -*-
access_log_format = '%(t)s "%(m)s %(U)s" %(s)s %(D)s "%({X-Request-Id}i)s"'
keepalive = 0
# file: wsgi.py
from flask import Flask

app = Flask(__name__)
app.add_url_rule("/plans", "plans", lambda: {"plans": []})
