import os

import sentry_sdk
from flask import Flask, jsonify
from sentry_sdk.integrations.flask import FlaskIntegration


def create_app():
    sentry_sdk.init(
        dsn=os.environ["SENTRY_DSN"],
        integrations=[FlaskIntegration()],
        release=os.environ.get("RENDER_GIT_COMMIT"),
        traces_sample_rate=0.1,
    )
    app = Flask(__name__)

    @app.get("/plans")
    def plans():
        return jsonify([])

    return app


app = create_app()
