#!/usr/bin/env python3
"""Counts the answers of a survey.

Reads a table separated by commas whose first row holds the questions and every
following row the answers of one person. Prints a summary for each question.

Usage: python3 summarise_survey.py ANSWERS.csv
Licence: EUPL-1.2
"""

import csv
import sys
from collections import Counter

SCALE = {"1", "2", "3", "4", "5"}
SMALLEST_GROUP = 5
MOST_DIFFERENT_ANSWERS = 12


def read_answers(path):
    """Returns the questions and, for each, the list of answers that were given."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.reader(file) if any(cell.strip() for cell in row)]
    if len(rows) < 2:
        raise ValueError("the table needs a row of questions and at least one row of answers")
    questions = [cell.strip() for cell in rows[0]]
    answers = [[] for _ in questions]
    for number, row in enumerate(rows[1:], start=2):
        if len(row) > len(questions):
            raise ValueError(f"row {number} has more answers than there are questions")
        for column, cell in enumerate(row):
            if cell.strip():
                answers[column].append(cell.strip())
    return questions, answers


def summarise(question, given):
    """Returns the lines of the summary of one question."""
    lines = [question, f"  answers: {len(given)}"]
    counts = Counter(given)
    if given and set(counts) <= SCALE:
        for value in sorted(SCALE):
            lines.append(f"  {value}: {counts[value]}")
        high = counts["4"] + counts["5"]
        lines.append(f"  4 or 5: {high} of {len(given)} ({round(100 * high / len(given))} %)")
    elif len(counts) <= MOST_DIFFERENT_ANSWERS and any(count > 1 for count in counts.values()):
        for value, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            lines.append(f"  {value}: {count}")
    else:
        lines.append("  answers in own words, to be read one by one")
    if 0 < len(given) < SMALLEST_GROUP:
        lines.append(f"  fewer than {SMALLEST_GROUP} answers: do not publish")
    return lines


def main(arguments):
    if len(arguments) != 2:
        print("Usage: python3 summarise_survey.py ANSWERS.csv", file=sys.stderr)
        return 2
    try:
        questions, answers = read_answers(arguments[1])
    except (OSError, ValueError) as problem:
        print(f"{arguments[1]}: {problem}", file=sys.stderr)
        return 1
    print("\n\n".join("\n".join(summarise(q, given)) for q, given in zip(questions, answers)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
