def text_of(error: Exception) -> str:
    return str(error)
