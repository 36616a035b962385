import logging

logging.basicConfig(format="%(message)s and %(name)s")
