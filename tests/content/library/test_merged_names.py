"""The names of several documents brought together."""

from names_found import called, record_of

from content.lexicon import Lexicon
from content.library.merged_names import MergedNames
from content.library.names_here import NamesHere


def test_what_is_itself_another_form_takes_no_other_in() -> None:
    here = NamesHere(record_of(called("渡口"), called("码头", "渡口"), called("港", "码头")))
    merged = MergedNames(Lexicon(), [here])
    assert {merged.of(key).name for key in here.heads} == {"渡口", "港"}
