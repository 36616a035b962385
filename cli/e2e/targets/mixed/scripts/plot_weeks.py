"""Plots how many users finish a week: python scripts/plot_weeks.py dump.json"""
import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    rows = json.load(file)
print(len(rows), "rows")
