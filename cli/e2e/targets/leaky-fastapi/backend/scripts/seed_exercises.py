"""Fills the exercise catalogue. Run by hand, once: python scripts/seed_exercises.py exercises.json"""
import json
import sys


def main(path: str) -> int:
    with open(path, encoding="utf-8") as file:
        exercises = json.load(file)
    print(f"{len(exercises)} exercises in {path}")
    for exercise in exercises:
        if not exercise.get("name"):
            print("an exercise without a name:", exercise)
            return 1
    print("nothing was written: connect a database first")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
