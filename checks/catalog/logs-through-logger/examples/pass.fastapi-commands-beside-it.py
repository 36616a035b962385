import logging

import click
import uvicorn
from fastapi import FastAPI

logger = logging.getLogger(__name__)
app = FastAPI()


@app.get("/plans")
def plans():
    logger.info("plans were asked for")
    return []


def fill_database(rows: int):
    # Only the commands below call it.
    print(f"{rows} rows written")


@click.group()
def cli():
    pass


@cli.group("database")
def database():
    pass


@database.command("restore")
def restore():
    print("restoring")
    fill_database(10)


@cli.command("serve")
def serve():
    logger.info("serving")
    uvicorn.run(app)
