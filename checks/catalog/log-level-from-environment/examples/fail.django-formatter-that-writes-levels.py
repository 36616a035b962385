# file: manage.py
import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    execute_from_command_line(sys.argv)
# file: config/settings.py
LOGGING = {
    "version": 1,
    "formatters": {"json": {"()": "core.lines.Lines"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["out"], "level": "INFO"},  # <- finding
}
# file: core/lines.py
import logging

from pythonjsonlogger.jsonlogger import JsonFormatter

log = logging.getLogger(__name__)


class Lines(JsonFormatter):
    def add_fields(self, log_record, record, message_dict):
        super().add_fields(log_record, record, message_dict)
        log_record["level"] = record.levelname
