from flask import Flask

app = Flask(__name__)

if __name__ == "__main__":
    app.run()
# file: Procfile
web: gunicorn --graceful-timeout 20 main:app
