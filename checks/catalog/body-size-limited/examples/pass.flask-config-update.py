from flask import Flask, request


def create_app():
    app = Flask(__name__)
    app.config.update(MAX_CONTENT_LENGTH=1024 * 1024, JSON_SORT_KEYS=False)

    @app.post("/api/plans")
    def make():
        return request.get_json()

    return app


app = create_app()
