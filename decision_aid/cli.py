"""The command line: opens the window, or does without one what needs none."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn, TextIO

from decision_aid import VERSION
from decision_aid.base.crash import trace
from decision_aid.base.errors import DecisionAidError, InputError, MachineError
from decision_aid.base.language import N_, _

if TYPE_CHECKING:
    from decision_aid.domain.clinic import Clinic
    from decision_aid.domain.pack import Pack
    from decision_aid.report.document import Document, PartId
    from decision_aid.report.pdf_pages import Paper
    from decision_aid.report.pdf_style import PrintSize
    from decision_aid.workspace.snapshot import Snapshot
    from decision_aid.workspace.workspace import Workspace

DEFAULT_PACK = "depression"
NOT_PRINTED: Final = N_(
    "The output could not be written; no file was changed. It is closed, or the disk it goes to is "
    "full. Send it somewhere else."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: The words after the program's name; None takes the process's own.

    Returns:
        0 done, 1 the input is wrong, 2 the machine lacks something.
    """
    words = sys.argv[1:] if arguments is None else arguments
    given = _parser().parse_args(words) if words else argparse.Namespace(command=None, debug=False)
    try:
        code = _command(given)(given)
    except BrokenPipeError:  # whoever read our output has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # the edge: every error becomes a sentence here
        if given.debug:
            raise
        sys.stderr.write(f"{_sentence(error)}\n")
        return error.exit_code if isinstance(error, DecisionAidError) else InputError.exit_code
    return code


def _sentence(error: Exception) -> str:
    if isinstance(error, DecisionAidError):
        return str(error)
    return _(
        "Something went wrong inside the program; no file was changed. Please "
        "report this line, which holds nothing anyone typed: {trace}"
    ).format(trace=trace(error))


def _command(given: argparse.Namespace) -> Callable[[argparse.Namespace], int]:
    commands = {
        None: _open_window,
        "summary": _summary,
        "weigh": _weigh,
        "check": _check,
        "ipdas": _ipdas,
        "schema": _schema,
        "clinic": _clinic,
    }
    return commands[given.command]


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the words given, and leaves with the code for wrong input."""

    def error(self, message: str) -> NoReturn:
        self.exit(
            InputError.exit_code,
            _("decision-aid: {message}. See 'decision-aid --help'.\n").format(message=message),
        )


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="decision-aid",
        description=_(
            "A decision aid for people whose depression has not lifted. Without a command "
            "it opens the window."
        ),
    )
    parser.add_argument(
        "--version", action="version", version=_("decision-aid {version}").format(version=VERSION)
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_summary(commands.add_parser("summary", help=_("write the summary of a session")))
    _add_weigh(commands.add_parser("weigh", help=_("line the options up with a session")))
    check = commands.add_parser("check", help=_("check a pack: every problem with file and line"))
    check.add_argument("where", nargs="?", default=DEFAULT_PACK, metavar="DIR")
    check.add_argument("--json", action="store_true", help=_("print what was found as JSON"))
    ipdas = commands.add_parser("ipdas", help=_("how a pack measures up to IPDASi v4.0"))
    ipdas.add_argument("where", nargs="?", default=DEFAULT_PACK, metavar="DIR")
    ipdas.add_argument("--json", action="store_true", help=_("print it as JSON"))
    schema = commands.add_parser("schema", help=_("print the JSON Schema of a file"))
    schema.add_argument("what", choices=("pack", "session", "clinic"))
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
    parser.add_argument("session", type=Path, metavar="SESSION.yaml")
    parser.add_argument(
        "--pack", metavar="ID_OR_DIR", help=_("the pack; the session's own otherwise")
    )


def _add_summary(parser: argparse.ArgumentParser) -> None:
    _add_session(parser)
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("-o", "--output", type=Path, metavar="OUT.pdf")
    where.add_argument("--text", action="store_true", help=_("print it as plain text instead"))
    where.add_argument("--note", action="store_true", help=_("print a short note for a record"))
    parser.add_argument(
        "--options", action="store_true", help=_("print the options side by side, too")
    )
    parser.add_argument(
        "--handover", action="store_true", help=_("print the page for a prescriber, too")
    )
    parser.add_argument("--sums", action="store_true", help=_("print every step of the sums, too"))
    parser.add_argument(
        "--ipdas", action="store_true", help=_("print how the aid measures up, too")
    )
    parser.add_argument("--paper", choices=("letter", "a4"), help=_("the clinic's own; or letter"))
    parser.add_argument("--large", action="store_true", help=_("print in 16 point; more pages"))
    parser.add_argument(
        "--clinic", type=Path, metavar="FILE", help=_("what a clinic adds; or none")
    )
    secret = parser.add_mutually_exclusive_group()
    secret.add_argument("--password", action="store_true", help=_("ask for a password for the PDF"))
    secret.add_argument(
        "--password-file", type=Path, metavar="FILE", help=_("its first line is the password")
    )


def _add_clinic(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help=_("the user's own if left")
    )
    parser.add_argument("--pack", default=DEFAULT_PACK, metavar="ID_OR_DIR")


def _add_weigh(parser: argparse.ArgumentParser) -> None:
    _add_session(parser)
    parser.add_argument("--json", action="store_true", required=True, help=_("print it as JSON"))
    parser.add_argument("--draws", type=_whole(1, 100_000), metavar="N")
    parser.add_argument("--seed", type=_whole(0, 2**32 - 1), metavar="N")


def _whole(low: int, high: int) -> Callable[[str], int]:
    def whole_number(text: str) -> int:
        if not text.isdecimal() or not low <= int(text) <= high:
            problem = _("a whole number from {low} to {high} is needed here").format(
                low=low, high=high
            )
            raise argparse.ArgumentTypeError(problem)
        return int(text)

    return whole_number


# What a command needs is imported by the command: the window is up sooner, and `schema` works
# where ReportLab or Qt do not.


def _open_window(_given: argparse.Namespace) -> int:
    from decision_aid.gui.startup import open_application  # noqa: PLC0415

    application = open_application()
    # Qt is there only now.
    from decision_aid.gui.app import fresh_session, run  # noqa: PLC0415
    from decision_aid.gui.languages import Languages  # noqa: PLC0415
    from decision_aid.gui.look import own_look  # noqa: PLC0415

    languages = Languages(DEFAULT_PACK)
    pack = languages.begin(own_look().language)
    return run(application, pack, fresh_session(pack), languages)


def _summary(given: argparse.Namespace) -> int:
    password = _password(given)
    snapshot = _workspace(given).snapshot
    on = snapshot.session.started_on
    if given.note:
        from decision_aid.report.note import note  # noqa: PLC0415

        _print(note(snapshot, on))
        return 0
    from decision_aid.report import text  # noqa: PLC0415
    from decision_aid.report.compose import compose  # noqa: PLC0415

    document = compose(snapshot, on=on, parts=_parts(given, snapshot))
    if given.text:
        _print(text.render(document))
    else:
        _write(given, document, (snapshot.clinic and snapshot.clinic.paper) or "letter", password)
    return 0


def _parts(given: argparse.Namespace, snapshot: "Snapshot") -> "list[PartId]":
    from decision_aid.report.document import PARTS, usual_parts  # noqa: PLC0415

    usual = usual_parts(snapshot)
    return [part for part in PARTS if part in usual or getattr(given, part, False)]


def _write(given: argparse.Namespace, document: "Document", own: "Paper", password: str) -> None:
    from decision_aid.report import pdf, pdf_file  # noqa: PLC0415

    size: PrintSize = "large" if given.large else "normal"
    data = pdf.render(document, paper=given.paper or own, size=size)
    pdf_file.save(given.output, data, password=password)


def _password(given: argparse.Namespace) -> str:
    if not given.password and given.password_file is None:
        return ""
    from decision_aid.report import given_password  # noqa: PLC0415

    return given_password.for_pdf(given.output, file=given.password_file)


def _weigh(given: argparse.Namespace) -> int:
    from decision_aid.report.line_up_json import line_up  # noqa: PLC0415

    _print(json.dumps(line_up(_workspace(given).snapshot), indent=2))
    return 0


def _workspace(given: argparse.Namespace) -> "Workspace":
    from decision_aid.content.packs import load_pack  # noqa: PLC0415
    from decision_aid.content.sessions import load_session, session_pack_id  # noqa: PLC0415
    from decision_aid.workspace.workspace import Workspace  # noqa: PLC0415

    pack = load_pack(given.pack or session_pack_id(given.session))
    session = load_session(given.session, pack)
    if getattr(given, "seed", None) is not None:
        session = replace(session, seed=given.seed)
    clinic = _load_clinic(given.clinic, pack) if getattr(given, "clinic", None) else None
    return Workspace(pack, session, draws=getattr(given, "draws", None), clinic=clinic)


def _load_clinic(file: Path, pack: "Pack") -> "Clinic":
    from decision_aid.content.clinic import load_clinic  # noqa: PLC0415

    return load_clinic(file, pack, today=date.today())  # noqa: DTZ011 - the local day is meant


def _clinic(given: argparse.Namespace) -> int:
    from decision_aid.content.packs import load_pack  # noqa: PLC0415
    from decision_aid.gui.clinic_file import clinic_file  # noqa: PLC0415

    file = given.file or clinic_file()
    clinic = _load_clinic(file, load_pack(given.pack))
    counts = {
        "options": len(clinic.options),
        "phones": len(clinic.phones),
        "reviews": len(clinic.reviews),
    }
    told = ", ".join(f"{name} {count}" for name, count in counts.items())
    _print(
        _("{file}: nothing is wrong. {name}, as of {as_of}: {told}").format(
            file=file, name=clinic.name, as_of=clinic.as_of, told=told
        )
    )
    return 0


def _check(given: argparse.Namespace) -> int:
    from decision_aid.content.checks import run, told  # noqa: PLC0415

    today = date.today()  # noqa: DTZ011 - the local day is meant
    report = run.report(given.where, today=today)
    if given.json:
        _print(json.dumps(told.as_data(report, today=today), indent=2))
    else:
        sys.stderr.writelines(f"{one}\n" for one in report.findings)
        _print(told.summary(report, given.where))
    return InputError.exit_code if report.errors else 0


def _ipdas(given: argparse.Namespace) -> int:
    from decision_aid.content.packs import load_pack  # noqa: PLC0415
    from decision_aid.report import ipdas_text  # noqa: PLC0415

    pack = load_pack(given.where)
    _print(json.dumps(ipdas_text.data(pack), indent=2) if given.json else ipdas_text.table(pack))
    return 0


def _schema(given: argparse.Namespace) -> int:
    from decision_aid.content import schema  # noqa: PLC0415

    schemas = {
        "pack": schema.pack_schema,
        "session": schema.session_schema,
        "clinic": schema.clinic_schema,
    }
    _print(json.dumps(schemas[given.what](), indent=2))
    return 0


def _print(text: str) -> None:
    """Print a text and the end of its last line, as UTF-8 whatever the machine's own encoding.

    Raises:
        BrokenPipeError: Whoever read it has read enough.
        MachineError: There is nowhere to print to, or no room.
    """
    output: TextIO | None = getattr(sys, "stdout", None)
    if output is None:
        raise MachineError(_(NOT_PRINTED))
    if isinstance(output, TextIOWrapper):
        output.reconfigure(encoding="utf-8")
    try:
        output.write(text if text.endswith("\n") else f"{text}\n")
        output.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise MachineError(_(NOT_PRINTED)) from error
