"""The names of one document after what the reader changed."""

from names_found import called, record_of

from content.library.names_file import name_key
from content.library.names_here import NamesHere
from content.shelf import NameEdit


def test_what_is_merged_brings_its_own_forms_along() -> None:
    record = record_of(called("渡口", "老渡口", "轮渡"), called("码头", "埠头"))
    here = NamesHere(record, [NameEdit("1", None, "merge", "渡口", "码头")])
    assert list(here.heads) == [name_key("码头")]
    assert here.heads[name_key("码头")][3] == ["埠头", "渡口", "老渡口", "轮渡"]
