import psycopg2


def connect(url: str):
    return psycopg2.connect(url)
