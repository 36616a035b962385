import smtplib

from fastapi import FastAPI

app = FastAPI()


class Sent:
    def __init__(self, number, detail=None):
        self.number = number
        self.detail = detail


def send_all(letters):
    results = []
    for number, letter in enumerate(letters):
        try:
            smtplib.SMTP("mail.example.org", timeout=3).sendmail("a@example.org", letter, "hello")
            results.append(Sent(number))
        except smtplib.SMTPException as failed:
            results.append(Sent(number, detail=str(failed)))
    return results


@app.post("/api/letters")
def letters(to: list[str]):
    results = send_all(to)
    return {"first": results[0].number, "all": len(results)}
