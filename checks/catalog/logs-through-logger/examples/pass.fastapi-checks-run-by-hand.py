import logging
import sys

from fastapi import FastAPI

import gates

logger = logging.getLogger(__name__)
app = FastAPI()


@app.get("/plans")
def plans():
    logger.info("tiers: %s", gates.rank("free"))
    return []
# file: gates.py
import sys

TIERS = {"free": 0, "paid": 1}


def rank(tier):
    return TIERS[tier]


def show(lines):
    for line in lines:
        print(line)


def check(arguments):
    show(sorted(TIERS))
    print("all tiers are ranked")
    return 0


if __name__ == "__main__":
    sys.exit(check(sys.argv))
