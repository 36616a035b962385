"""A command-line tool: it may wait for as long as its user does."""
import sys

import requests

if __name__ == "__main__":
    print(requests.get(sys.argv[1]).text)
