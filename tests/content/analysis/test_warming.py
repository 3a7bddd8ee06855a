from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import re
from unittest.mock import patch
from content import open_document
from content.analysis.findings import analyse
from content.analysis.warming import warm_up
from content.lexicon import bundled_lexicon

warm_up(bundled_lexicon())
with patch("re.compile", wraps=re.compile) as made:
    analyse(open_document(), bundled_lexicon())
print(made.call_count)
"""


def test_after_it_the_first_analysis_makes_hardly_a_pattern() -> None:
    run = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert int(run.stdout) <= 20  # those of the document's own names; more than a hundred without
