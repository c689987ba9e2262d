"""The words the command line understands, and what is wrong with those it does not."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NoReturn

from decision_aid import VERSION
from decision_aid.base import language
from decision_aid.base.errors import InputError
from decision_aid.base.language import N_, _

ARGPARSE_WORDS: Final = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    # Translators: what stands in %(…)s and %s has to stay as it is, here and in what follows.
    N_("argument %(argument_name)s: %(message)s"),
    N_("unrecognized arguments: %s"),
    N_("not allowed with argument %s"),
    N_("ignored explicit argument %r"),
    N_("the following arguments are required: %s"),
    N_("one of the arguments %s is required"),
    N_("expected one argument"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
)
"""What argparse itself may say of our words; only the template for translators needs them here."""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the words given, and leaves with the code for wrong input."""

    def error(self, message: str) -> NoReturn:
        told = _("decision-aid: {message}. See 'decision-aid --help'.").format(message=message)
        self.exit(InputError.exit_code, f"{told}\n")


def read_arguments(words: Sequence[str]) -> argparse.Namespace:
    """What the words after the program's name ask for.

    Args:
        words: The words, at least one.

    Returns:
        The command and all that was said with it.

    Raises:
        SystemExit: They were not understood, or asked for help only; what there is to say of it
            was said.
    """
    _speak_as_argparse()
    return _parser().parse_args(words)


def _speak_as_argparse() -> None:
    # It takes its words from the catalogs of the system, which have none of them, and offers no
    # other way than by the names it looks them up with.
    for name in ("_", "ngettext"):
        setattr(argparse, name, getattr(language, name))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="decision-aid",
        description=_(
            "A decision aid for people whose depression has not lifted. Without a command "
            "it opens the window."
        ),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"decision-aid {VERSION}",
        help=_("show which version this is and exit"),
    )
    # Translators: what stands where a command does in the terminal.
    commands = parser.add_subparsers(dest="command", metavar=_("COMMAND"))
    _add_summary(commands.add_parser("summary", help=_("write the summary of a session")))
    _add_weigh(commands.add_parser("weigh", help=_("line the options up with a session")))
    _add_check(
        commands.add_parser("check", help=_("check a pack: every problem with file and line"))
    )
    _add_ipdas(commands.add_parser("ipdas", help=_("how a pack measures up to IPDASi v4.0")))
    schema = commands.add_parser("schema", help=_("print the JSON Schema of a file"))
    kinds = ("pack", "session", "clinic")
    schema.add_argument("what", choices=kinds, metavar=f"{{{','.join(kinds)}}}")
    _add_clinic(commands.add_parser("clinic", help=_("check a clinic's own file against a pack")))
    for one in (parser, *commands.choices.values()):
        # Suppressed, so that a command without it does not take back what stood before it.
        one.add_argument(
            "--debug",
            action="store_true",
            default=argparse.SUPPRESS,
            help=_("show where an error came from"),
        )
    parser.set_defaults(debug=False)
    return parser


def _add_session(parser: argparse.ArgumentParser) -> None:
    # Translators: what stands where the name of a file does in the terminal.
    parser.add_argument("session", type=Path, metavar=_("SESSION.yaml"))
    # Translators: what stands where a pack's id or the name of its folder does in the terminal.
    pack = _("ID_OR_DIR")
    parser.add_argument("--pack", metavar=pack, help=_("the pack; the session's own otherwise"))


def _add_summary(parser: argparse.ArgumentParser) -> None:
    _add_session(parser)
    where = parser.add_mutually_exclusive_group(required=True)
    # Translators: what stands where the name of a file does in the terminal.
    where.add_argument("-o", "--output", type=Path, metavar=_("OUT.pdf"))
    where.add_argument("--text", action="store_true", help=_("print it as plain text instead"))
    where.add_argument("--note", action="store_true", help=_("print a short note for a record"))
    for name, words in (
        ("--options", _("print the options side by side, too")),
        ("--handover", _("print the page for a prescriber, too")),
        ("--sums", _("print every step of the sums, too")),
        ("--ipdas", _("print how the aid measures up, too")),
    ):
        parser.add_argument(name, action="store_true", help=words)
    parser.add_argument("--paper", choices=("letter", "a4"), help=_("the clinic's own; or letter"))
    parser.add_argument("--large", action="store_true", help=_("print in 16 point; more pages"))
    # Translators: what stands where the name of a file does in the terminal.
    file = _("FILE")
    parser.add_argument("--clinic", type=Path, metavar=file, help=_("what a clinic adds; or none"))
    secret = parser.add_mutually_exclusive_group()
    secret.add_argument("--password", action="store_true", help=_("ask for a password for the PDF"))
    secret.add_argument(
        "--password-file", type=Path, metavar=file, help=_("its first line is the password")
    )


def _add_weigh(parser: argparse.ArgumentParser) -> None:
    _add_session(parser)
    parser.add_argument("--json", action="store_true", required=True, help=_("print it as JSON"))
    parser.add_argument("--draws", type=_whole(1, 100_000), metavar="N")
    parser.add_argument("--seed", type=_whole(0, 2**32 - 1), metavar="N")


def _add_check(parser: argparse.ArgumentParser) -> None:
    _add_folder(parser)
    parser.add_argument("--json", action="store_true", help=_("print what was found as JSON"))


def _add_ipdas(parser: argparse.ArgumentParser) -> None:
    _add_folder(parser)
    parser.add_argument("--json", action="store_true", help=_("print it as JSON"))


def _add_folder(parser: argparse.ArgumentParser) -> None:
    # Translators: what stands where the name of a folder does in the terminal.
    parser.add_argument("where", nargs="?", metavar=_("DIR"))


def _add_clinic(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, nargs="?", metavar=_("FILE"), help=_("the user's own if left")
    )
    parser.add_argument("--pack", metavar=_("ID_OR_DIR"))


def _whole(low: int, high: int) -> Callable[[str], int]:
    def whole_number(text: str) -> int:
        if not text.isdecimal() or not low <= int(text) <= high:
            problem = _("a whole number from {low} to {high} is needed here").format(
                low=low, high=high
            )
            raise argparse.ArgumentTypeError(problem)
        return int(text)

    return whole_number
