# Runs a command, and writes what it and its children used as one line of JSON to the file that the bench names.
import json
import resource
import subprocess
import sys

usage, *command = sys.argv[1:]
status = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(usage, "w", encoding="utf-8") as file:
    json.dump({"userMs": used.ru_utime * 1000, "systemMs": used.ru_stime * 1000, "rssMb": used.ru_maxrss / 1024, "status": status}, file)
