import logging

logging.info("GET /plans 200")
