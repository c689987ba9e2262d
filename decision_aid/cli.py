"""The command line: opens the window, or does without one what needs none."""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from decision_aid.base.catalogs import language_of_system, languages, speak_language
from decision_aid.base.crash import trace
from decision_aid.base.errors import DecisionAidError, InputError, MachineError
from decision_aid.base.language import FIRST, N_, _, spoken
from decision_aid.base.locale_words import day_words

if TYPE_CHECKING:
    from argparse import Namespace

    from decision_aid.domain.clinic import Clinic
    from decision_aid.domain.pack import Pack
    from decision_aid.report.document import Document, PartId
    from decision_aid.report.pdf_pages import Paper
    from decision_aid.report.pdf_style import PrintSize
    from decision_aid.workspace.snapshot import Snapshot
    from decision_aid.workspace.workspace import Workspace

DEFAULT_PACK: Final = "depression"
NOT_PRINTED: Final = N_(
    "The output could not be written; no file was changed. It is closed, or the disk it goes to is "
    "full. Send it somewhere else."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line in the language of whoever runs it.

    Args:
        arguments: The words after the program's name; None takes the process's own.

    Returns:
        0 done, 1 the input is wrong, 2 the machine lacks something.
    """
    speak_language(language_of_system(languages()))
    return run(sys.argv[1:] if arguments is None else arguments)


def run(words: Sequence[str]) -> int:
    """Run the command line in the language that is spoken already.

    Args:
        words: The words after the program's name.

    Returns:
        As `main`.
    """
    given = _read(words) if words else None
    try:
        return _command(given)(given) if given else _open_window()
    except BrokenPipeError:  # whoever read our output has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # the edge: every error becomes a sentence here
        if given and given.debug:
            raise
        sys.stderr.write(f"{_sentence(error)}\n")
        return error.exit_code if isinstance(error, DecisionAidError) else InputError.exit_code


def _read(words: Sequence[str]) -> "Namespace":
    # Here, not above: the window is opened without a word.
    from decision_aid.cli_arguments import read_arguments  # noqa: PLC0415

    return read_arguments(words)


def _sentence(error: Exception) -> str:
    if isinstance(error, DecisionAidError):
        return str(error)
    return _(
        "Something went wrong inside the program; no file was changed. Please "
        "report this line, which holds nothing anyone typed: {trace}"
    ).format(trace=trace(error))


def _command(given: "Namespace") -> "Callable[[Namespace], int]":
    commands: dict[str | None, Callable[[Namespace], int]] = {
        None: _open_window,
        "summary": _summary,
        "weigh": _weigh,
        "check": _check,
        "ipdas": _ipdas,
        "schema": _schema,
        "clinic": _clinic,
    }
    return commands[given.command]


# What a command needs is imported by the command: the window is up sooner, and `schema` works
# where ReportLab or Qt do not.


def _open_window(_given: "Namespace | None" = None) -> int:
    from decision_aid.gui.startup import open_application  # noqa: PLC0415

    application = open_application()
    # Qt is there only now.
    from decision_aid.gui import app  # noqa: PLC0415
    from decision_aid.gui.languages import Languages  # noqa: PLC0415
    from decision_aid.gui.look import own_look  # noqa: PLC0415

    offered = Languages(DEFAULT_PACK)
    pack = offered.begin(own_look().language)
    return app.run(application, pack, app.fresh_session(pack), offered)


def _summary(given: "Namespace") -> int:
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


def _parts(given: "Namespace", snapshot: "Snapshot") -> "list[PartId]":
    from decision_aid.report.document import PARTS, usual_parts  # noqa: PLC0415

    usual = usual_parts(snapshot)
    return [part for part in PARTS if part in usual or getattr(given, part, False)]


def _write(given: "Namespace", document: "Document", own: "Paper", password: str) -> None:
    from decision_aid.report import pdf, pdf_file  # noqa: PLC0415

    size: PrintSize = "large" if given.large else "normal"
    data = pdf.render(document, paper=given.paper or own, size=size)
    pdf_file.save(given.output, data, password=password)


def _password(given: "Namespace") -> str:
    if not given.password and given.password_file is None:
        return ""
    from decision_aid.report import given_password  # noqa: PLC0415

    return given_password.for_pdf(given.output, file=given.password_file)


def _weigh(given: "Namespace") -> int:
    from decision_aid.report.line_up_json import line_up  # noqa: PLC0415

    _print(_as_json(line_up(_workspace(given).snapshot)))
    return 0


def _workspace(given: "Namespace") -> "Workspace":
    from decision_aid.content.sessions import load_session, session_pack_id  # noqa: PLC0415
    from decision_aid.workspace.workspace import Workspace  # noqa: PLC0415

    pack = _pack(given.pack or session_pack_id(given.session))
    session = load_session(given.session, pack)
    if getattr(given, "seed", None) is not None:
        session = replace(session, seed=given.seed)
    clinic = _load_clinic(given.clinic, pack) if getattr(given, "clinic", None) else None
    return Workspace(pack, session, draws=getattr(given, "draws", None), clinic=clinic)


def _pack(where: str) -> "Pack":
    """A pack in the language spoken, or else in the next one asked for that it has texts in.

    All else is told in that one, too, as in the window: half in one language and half in another
    helps nobody. Where its texts in it have a fault, all is told in English.
    """
    from decision_aid.content import languages as of_pack  # noqa: PLC0415
    from decision_aid.content.packs import load_pack, pack_folder  # noqa: PLC0415

    there = of_pack.languages(pack_folder(where)[0])
    if spoken() not in there:
        both = tuple(one for one in languages() if one in there)
        speak_language(language_of_system(both))
    try:
        return load_pack(where, spoken())
    except DecisionAidError:
        if spoken() == FIRST:
            raise
    asked = spoken()
    speak_language(FIRST)
    pack = load_pack(where, FIRST)
    sys.stderr.write(f"{of_pack.fault_sentence(asked)}\n")
    return pack


def _load_clinic(file: Path, pack: "Pack") -> "Clinic":
    from decision_aid.content.clinic import load_clinic  # noqa: PLC0415

    return load_clinic(file, pack, today=date.today())  # noqa: DTZ011 - the local day is meant


def _clinic(given: "Namespace") -> int:
    from decision_aid.gui.clinic_file import clinic_file  # noqa: PLC0415

    file = given.file or clinic_file()
    clinic = _load_clinic(file, _pack(given.pack or DEFAULT_PACK))
    told = _(
        "{file}: nothing is wrong. {clinic}, as of {day}: options {options}, phones {phones}, "
        "reviews {reviews}"
    ).format(
        file=file,
        clinic=clinic.name,
        day=day_words(clinic.as_of),
        options=len(clinic.options),
        phones=len(clinic.phones),
        reviews=len(clinic.reviews),
    )
    _print(told)
    return 0


def _check(given: "Namespace") -> int:
    from decision_aid.content.checks import run as checks  # noqa: PLC0415
    from decision_aid.content.checks import told  # noqa: PLC0415

    today = date.today()  # noqa: DTZ011 - the local day is meant
    where = given.where or DEFAULT_PACK
    report = checks.report(where, today=today)
    if given.json:
        _print(_as_json(told.as_data(report, today=today)))
    else:
        sys.stderr.writelines(f"{one}\n" for one in report.findings)
        _print(told.summary(report, where))
    return InputError.exit_code if report.errors else 0


def _ipdas(given: "Namespace") -> int:
    from decision_aid.report import ipdas_text  # noqa: PLC0415

    pack = _pack(given.where or DEFAULT_PACK)
    _print(_as_json(ipdas_text.data(pack)) if given.json else ipdas_text.table(pack))
    return 0


def _schema(given: "Namespace") -> int:
    from decision_aid.content import schema  # noqa: PLC0415

    schemas = {
        "pack": schema.pack_schema,
        "session": schema.session_schema,
        "clinic": schema.clinic_schema,
    }
    _print(_as_json(schemas[given.what]()))
    return 0


def _as_json(data: object) -> str:
    # Here, not above: no window waits for it.
    import json  # noqa: PLC0415

    return json.dumps(data, indent=2)


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
