"""Key phrases: what a text says more often than others do; and the themes that they propose."""

from content.analysis.key_phrases.phrases import KeyPhrase as KeyPhrase
from content.analysis.key_phrases.phrases import find_key_phrases as find_key_phrases
from content.analysis.key_phrases.proposing import knows_enough as knows_enough
from content.analysis.key_phrases.proposing import propose_themes as propose_themes
from content.analysis.key_phrases.proposing import proposed_lexicon as proposed_lexicon
from content.analysis.key_phrases.proposing import themes_of as themes_of
