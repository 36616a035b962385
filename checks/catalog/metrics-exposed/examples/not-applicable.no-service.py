from prometheus_client import Counter

asked = Counter("asked_total", "Asked")
