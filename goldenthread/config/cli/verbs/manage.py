"""`goldenthread manage …`: the framework's own commands, for operators."""

import argparse
import os

summary = "run one of the framework's own commands (migrate, createsuperuser, …)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("command", nargs=argparse.REMAINDER, help="the command and its arguments")


def run(options: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(["goldenthread manage", *options.command])
    return 0
