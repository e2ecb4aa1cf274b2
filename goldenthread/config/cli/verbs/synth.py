"""`goldenthread synth`: make a fictional area's files."""

import argparse
import sys
from pathlib import Path

summary = "make a fictional area's files, the same for everybody who uses the same seed"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--area", default="marlshire", metavar="NAME", help="marlshire, or the DfE code of a real area for its size")
    add("--areas", choices=["all"], help="instead: one SEN2 file for each of the 153 areas of England")
    add("--size", type=_size, metavar="PLANS", help="plans in force (5,200 for Marlshire, else as published)")
    add("--seed", type=int, default=20261031, help="another seed, other people (default: 20261031)")
    add("--out", type=Path, default=Path("demo"), metavar="FOLDER", help="where to write (default: demo)")


def run(options: argparse.Namespace) -> int:
    from goldenthread.config.synth import nation

    try:
        if options.areas:
            for area, path in nation.write(options.out, options.seed, options.size):
                print(f"{area.code} {area.name}: {path}", file=sys.stderr)
            return 0
        _one(options)
    except (LookupError, OSError) as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


def _one(options: argparse.Namespace) -> None:
    from goldenthread.config.synth import demo
    from goldenthread.config.synth.areas import area
    from goldenthread.config.synth.profile import FULL_SIZE, Profile, marlshire

    if options.area.lower() == "marlshire":
        profile = marlshire(options.size or FULL_SIZE)
    else:
        real = area(options.area)
        profile = Profile(real.code, real.name, options.size or real.plans)
    for path in demo.write(options.out, profile, options.seed):
        print(path)


def _size(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a number of plans. Give a whole number such as 500.")
    return int(text)
