"""Tests of the endpoints. The key and tokens here belong to nobody."""
import jwt

# Looks like a secret and is none: a fixture, signed on the spot.
FIXTURE_SERVICE_KEY = jwt.encode({"role": "service_role", "ref": "fixture"}, "only-for-tests-only-for-tests-only", algorithm="HS256")
API_SECRET = "a-password-for-tests"


def token_of(user_id: str) -> str:
    return jwt.encode({"sub": user_id, "aud": "authenticated"}, API_SECRET, algorithm="HS256")


def test_a_token_names_its_user():
    token = token_of("user-1")
    print("token of", jwt.decode(token, options={"verify_signature": False})["sub"])
    assert jwt.decode(token, options={"verify_signature": False})["sub"] == "user-1"


def test_the_service_key_has_its_role():
    claims = jwt.decode(FIXTURE_SERVICE_KEY, options={"verify_signature": False})
    assert claims["role"] == "service_role"
