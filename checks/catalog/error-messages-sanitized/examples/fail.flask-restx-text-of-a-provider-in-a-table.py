import smtplib

from flask import Flask
from flask_restx import Api, Resource

app = Flask(__name__)
api = Api(app)


class Smtp:
    @staticmethod
    def send(to, text):
        try:
            smtplib.SMTP("mail", timeout=3).sendmail("us@example.com", to, text)
            return True, "sent"
        except Exception as error:
            return False, str(error)


PROVIDERS = {"smtp": Smtp}


def send(name, to, text):
    provider = PROVIDERS.get(name)
    if provider is None:
        return False, "no mail is set up"
    return provider.send(to, text)


@api.route("/mail")
class Mail(Resource):
    def post(self):
        result, response = send("smtp", "a@example.com", "hello")
        if result is True:
            return {"success": True}
        return {"success": False, "errors": [response]}, 400  # <- finding
