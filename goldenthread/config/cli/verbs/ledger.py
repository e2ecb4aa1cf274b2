"""`goldenthread ledger verify`: does the ledger still say what it said?"""

import argparse
import os

summary = "prove that the ledger of who did and saw what is whole"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", choices=["verify"], help="walk the whole chain and name the first broken line")


def run(_: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    import django

    django.setup()
    from goldenthread.foundation.ledger.reads import verify

    verdict = verify()
    print(verdict.sentence)
    return 0 if verdict.whole else 1
