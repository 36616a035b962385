# file: Dockerfile
FROM python:3.12-slim
CMD ["uwsgi", "--ini", "uwsgi.ini"]
# file: uwsgi.ini
[uwsgi]
master = true
module = config.wsgi:application
hook-master-start = unix_signal:15 gracefully_kill_them_all
# file: config/wsgi.py
from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
