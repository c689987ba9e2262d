"""What matters on paper: own concerns with their places, and the answers that check ratings."""

from typing import Any

from decision_aid.domain.answers import Rating
from decision_aid.domain.session import Concern, OwnPlace, TradeOff
from decision_aid.report.compose import compose
from decision_aid.report.document import PartId
from decision_aid.report.record_ratings import CHECKED, NOT_WEIGHED, OTHERWISE
from decision_aid.workspace.workspace import Workspace

from tests.builders import TODAY, a_pack
from tests.report.reading import all_text, part
from tests.report.visits import a_full_pack, a_full_session

GARDEN = Concern(
    id="own_1",
    text="my <i>garden</i> & I",
    places=(OwnPlace(option="pill", level="badly"), OwnPlace(option="talk", level="unknown")),
)


def printed(name: PartId, **said: Any) -> str:
    """A part as the program prints it: with the criteria the person added."""
    snapshot = Workspace(a_full_pack(), a_full_session(**said), draws=200).snapshot
    return all_text(part(compose(snapshot, on=TODAY), name))


def record(**said: Any) -> str:
    return printed("record", **said)


def person(**said: Any) -> str:
    return printed("person", **said)


def test_a_concern_stands_in_the_record_with_its_places() -> None:
    letter = Workspace(a_pack(), a_full_session()).snapshot.letter("pill")
    told = record(concerns=(GARDEN,))
    assert f"my <i>garden</i> & I: {letter} badly, others not known" in told
    assert "others not known" not in record()


def test_a_rated_concern_stands_once_on_the_page_of_the_person() -> None:
    rated = (Rating("own_1", 3), Rating("help", 2))
    told = person(concerns=(GARDEN,), ratings=rated, order=())
    assert "my <i>garden</i> & I: A lot" in told
    assert "My own concern" not in told
    assert "My own concern: my <i>garden</i> & I" in person(concerns=(GARDEN,))


def test_a_concern_whose_places_were_taken_back_breaks_no_record() -> None:
    words = Concern(id="own_1", text="my garden")
    ratings = (Rating("own_1", 4), Rating("help", 3), Rating("driving", 3))
    told = record(concerns=(words,), ratings=ratings, order=("own_1", "driving", "help"))
    assert "1. Driving; 2. Help" in told
    assert "my garden" in told


def test_answers_to_questions_are_told_with_where_they_say_otherwise() -> None:
    ratings = (Rating("help", 3), Rating("driving", 2))
    agrees = TradeOff(first="help", second="driving", preferred="first")
    other = TradeOff(first="help", second="driving", preferred="second")
    told = record(ratings=ratings, order=(), trade_offs=(agrees,))
    assert CHECKED in told
    assert NOT_WEIGHED in told
    assert "Chose “Help” over “Driving”." in told
    assert OTHERWISE not in told
    told = record(ratings=ratings, order=(), trade_offs=(other,))
    assert f"Chose “Driving” over “Help”. {OTHERWISE}" in told


def test_both_the_same_is_told_so() -> None:
    same = TradeOff(first="help", second="driving", preferred="same")
    assert "“Help” and “Driving”: both the same." in record(trade_offs=(same,))


def test_without_answers_no_question_is_told() -> None:
    assert CHECKED not in record()
