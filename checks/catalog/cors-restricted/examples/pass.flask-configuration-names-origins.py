# file: settings.py
CORS_ORIGINS = ["https://app.example", "https://admin.example"]
CORS_ALLOW_HEADERS = ["Content-Type", "Authorization"]
# file: app.py
from flask import Flask, jsonify
from flask_cors import CORS, cross_origin

cors = CORS()


def create_app():
    app = Flask(__name__)
    app.config.from_object("settings")
    cors.init_app(app)

    @app.get("/api/plans")
    @cross_origin()
    def plans():
        return jsonify(plans=[])

    return app
