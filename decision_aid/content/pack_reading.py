"""Reading a pack from its files, or telling everything that is wrong with them."""

from dataclasses import dataclass
from pathlib import Path

from decision_aid.base.errors import InputError, Problem, ProblemsError
from decision_aid.base.language import _
from decision_aid.base.resources import resources_dir
from decision_aid.content.coherence import pack_problems
from decision_aid.content.files import read_file
from decision_aid.content.languages import FIRST, LANGUAGE
from decision_aid.content.nodes import FOLDER_NAME, Mapping, Node, Place, Sequence, Text
from decision_aid.content.packs import STRUCTURE_FILES, pack_folder
from decision_aid.content.plural_texts import put_forms
from decision_aid.content.sentences import Wording
from decision_aid.content.shape import structure_among_texts
from decision_aid.content.texts import join, merge_texts
from decision_aid.content.validation import validated
from decision_aid.content.wording import near, quote, told
from decision_aid.domain.instruments import INSTRUMENTS
from decision_aid.domain.pack import Pack


@dataclass(frozen=True)
class ReadPack:
    """A pack and the files it was read from.

    Attributes:
        pack: The pack.
        tree: All files merged, with the place of everything in it.
        texts: The text file alone.
        folder: Its folder.
        shown: The name of its folder in problems.
    """

    pack: Pack
    tree: Mapping
    texts: Mapping
    folder: Path
    shown: str


def read_pack(where: str | Path, language: str = FIRST) -> ReadPack:
    """A pack together with the place of everything in it.

    Args:
        where: The id of a pack that comes with the program, or the folder of another one.
        language: Language of the texts, as in BCP 47.

    Raises:
        InputError: There is no such pack, or not in this language.
        ProblemsError: Everything that is wrong with its files.
    """
    folder, shown = pack_folder(where)
    if not LANGUAGE.fullmatch(language):
        raise InputError(
            _("A language is written as in BCP 47, such as en or es. Nothing was read.")
        )
    text_file = f"{shown}/text/{language}.yaml"
    problems: list[Problem] = []
    structure = _read_all(folder, shown, problems)
    texts = _read(folder / "text" / f"{language}.yaml", text_file, folder, problems)
    if problems or texts is None:
        raise ProblemsError(told(problems))
    _check_value(texts, "language", language, problems)
    problems.extend(structure_among_texts(Pack, texts))
    problems.extend(put_forms(Pack, texts, language))
    tree = _merged(join(structure, problems), texts, problems)
    if problems:
        raise ProblemsError(told(problems))
    _put_instruments(tree, language, problems)
    pack = _whole(tree, texts, problems)
    return ReadPack(pack, tree, texts, folder, shown)


def _whole(tree: Mapping, texts: Mapping, problems: list[Problem]) -> Pack:
    """The pack; a questionnaire that is missing is told with whatever else its author can mend."""
    try:
        pack = validated(Pack, tree, Wording(quotes=True, texts=texts))
    except ProblemsError as error:
        raise ProblemsError(told((*problems, *error.problems))) from None
    if found := (*problems, *pack_problems(pack, tree)):
        raise ProblemsError(told(found))
    return pack


def _merged(structure: Mapping, texts: Mapping, problems: list[Problem]) -> Mapping:
    """The structure with the texts put in; what is told of a line already is not told again."""
    told_already = {(one.file, one.line) for one in problems}
    found: list[Problem] = []
    tree = merge_texts(structure, texts, found)
    problems.extend(one for one in found if (one.file, one.line) not in told_already)
    return tree


def _read_all(folder: Path, shown: str, problems: list[Problem]) -> list[Mapping]:
    read = [_read(folder / name, f"{shown}/{name}", folder, problems) for name in STRUCTURE_FILES]
    return [one for one in read if one is not None]


def _read(
    path: Path, shown: str, inside: Path, problems: list[Problem], missing: str = ""
) -> Mapping | None:
    try:
        tree = read_file(path, shown, inside)
    except FileNotFoundError:
        sentence = missing or _("This file is missing; a pack has it.")
        problems.append(Place(shown, 1).problem(sentence, "missing_file"))
        return None
    except ProblemsError as error:
        problems.extend(error.problems)
        return None
    return _mapping(tree, problems)


def _mapping(tree: Node, problems: list[Problem]) -> Mapping | None:
    if isinstance(tree, Mapping):
        return tree
    sentence = _("This file should be a mapping with keys and values.")
    problems.append(tree.place.problem(sentence, "wrong_type"))
    return None


def _put_instruments(tree: Mapping, language: str, problems: list[Problem]) -> None:
    """Puts the questionnaires the pack names in place of their ids."""
    named = tree.values.get("instruments")
    if not isinstance(named, Sequence):
        return
    read = [_instrument(item, language, problems) for item in named.items]
    tree.values["instruments"] = Sequence([one for one in read if one is not None], named.place)


def _instrument(item: Node, language: str, problems: list[Problem]) -> Node | None:
    if not isinstance(item, Text) or not FOLDER_NAME.fullmatch(item.value or ""):
        sentence = _("An instrument is named by its id, such as phq9.")
        problems.append(item.place.problem(sentence, "unknown_instrument"))
        return None
    if item.value not in INSTRUMENTS:
        # Left out in silence, a questionnaire would be missing with all that guards it.
        name = str(item.value)
        sentence = _("There is no instrument {name}.").format(name=quote(name))
        hinted = near(sentence, name, INSTRUMENTS)
        problems.append(item.place.problem(hinted, "unknown_instrument"))
        return None
    folder = resources_dir() / "instruments" / str(item.value)
    if not folder.is_dir():
        return None
    shown = f"instruments/{item.value}/{language}.yaml"
    missing = _(
        "The program has no {instrument} in this language; it takes an official translation."
    ).format(instrument=item.value)
    read = _read(folder / f"{language}.yaml", shown, folder, problems, missing)
    if read is not None:
        _check_value(read, "id", str(item.value), problems)
    return read


def _check_value(read: Mapping, key: str, wanted: str, problems: list[Problem]) -> None:
    """A value that the name of a file or folder already tells is the same inside."""
    given = read.values.get(key)
    if isinstance(given, Text) and given.value != wanted:
        sentence = _("{key} should be {wanted}, as the name of the file says.").format(
            key=quote(key), wanted=quote(wanted)
        )
        problems.append(given.place.problem(sentence, "wrong_name"))
