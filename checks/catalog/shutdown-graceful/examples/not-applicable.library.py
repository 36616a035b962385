import signal


def on_term(handler):
    signal.signal(signal.SIGTERM, handler)
