from flask import Flask, jsonify, request

app = Flask(__name__)


@app.before_request
def show_request():
    print(request.method, request.path)  # <- finding


@app.get("/api/plans")
def plans():
    return jsonify(plans=[])


if __name__ == "__main__":
    print("use flask run")
    app.run()
