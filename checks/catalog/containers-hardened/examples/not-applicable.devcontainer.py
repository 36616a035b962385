from flask import Flask

app = Flask(__name__)
# file: .devcontainer/Dockerfile
FROM mcr.microsoft.com/devcontainers/python
