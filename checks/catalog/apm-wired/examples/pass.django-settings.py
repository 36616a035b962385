import os

import sentry_sdk
from django.core.wsgi import get_wsgi_application

SENTRY_DSN = os.environ.get("SENTRY_DSN")
if SENTRY_DSN:
    sentry_sdk.init(SENTRY_DSN, release=os.environ.get("RELEASE", "unknown"))
application = get_wsgi_application()
