"""A command-line tool: printing is its job."""
import sys


def main() -> None:
    for name in sys.argv[1:]:
        print(name)


if __name__ == "__main__":
    main()
