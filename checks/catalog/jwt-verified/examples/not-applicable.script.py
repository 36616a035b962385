"""Shows what is in a token: python show_token.py <token>"""
import sys

import jwt

if __name__ == "__main__":
    print(jwt.decode(sys.argv[1], options={"verify_signature": False}))
