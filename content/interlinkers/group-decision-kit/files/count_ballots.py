#!/usr/bin/env python3
"""Counts ranked ballots by instant runoff and prints every round.

Reads a table separated by commas: a heading row, then one row for each ballot with
the first choice first. A ballot may rank fewer proposals than there are.

Usage: python3 count_ballots.py BALLOTS.csv
Licence: EUPL-1.2
"""

import csv
import sys


def read_ballots(path):
    """Returns the ballots, each a list of proposals in the voter's order."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))[1:]
    ballots = []
    for number, row in enumerate(rows, start=2):
        ballot = [cell.strip() for cell in row if cell.strip()]
        if len(set(ballot)) != len(ballot):
            raise ValueError(f"row {number} ranks a proposal twice")
        if ballot:
            ballots.append(ballot)
    if not ballots:
        raise ValueError("there is no ballot in the table")
    return ballots


def first_choices(ballots, standing):
    """Returns how many ballots have each standing proposal as their highest."""
    counts = {proposal: 0 for proposal in standing}
    for ballot in ballots:
        for proposal in ballot:
            if proposal in standing:
                counts[proposal] += 1
                break
    return counts


def count(ballots):
    """Returns the winner and the lines that describe the rounds."""
    standing = {proposal for ballot in ballots for proposal in ballot}
    at_first = first_choices(ballots, standing)
    lines = []
    number = 1
    while True:
        counts = first_choices(ballots, standing)
        used = sum(counts.values())
        lines.append(f"Round {number}: {used} of {len(ballots)} ballots count")
        for proposal, votes in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            lines.append(f"  {votes:4}  {proposal}")
        leader = min(counts, key=lambda proposal: (-counts[proposal], proposal))
        if counts[leader] * 2 > used or len(standing) == 1:
            return leader, lines
        fewest = min(counts.values())
        last = sorted(proposal for proposal in standing if counts[proposal] == fewest)
        fewest_at_first = min(at_first[proposal] for proposal in last)
        dropped = [proposal for proposal in last if at_first[proposal] == fewest_at_first][-1]
        if len(last) > 1:
            lines.append(f"  last with the same number: {', '.join(last)}")
        lines.append(f"  drops out: {dropped}")
        standing.remove(dropped)
        number += 1


def main(arguments):
    if len(arguments) != 2:
        print("Usage: python3 count_ballots.py BALLOTS.csv", file=sys.stderr)
        return 2
    try:
        ballots = read_ballots(arguments[1])
    except (OSError, ValueError) as problem:
        print(f"{arguments[1]}: {problem}", file=sys.stderr)
        return 1
    winner, lines = count(ballots)
    print("\n".join(lines))
    print(f"\nChosen: {winner}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
