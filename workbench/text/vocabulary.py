"""Hold the words by which news prose says who speaks and who somebody is."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """Return the words of a string as a set."""
    return frozenset(words.split())


# Verbs that make their subject the speaker of what stands beside them, past and present.
SPEECH_VERBS = word_set(
    "said says told tells added adds asked asks wrote writes tweeted posted claimed claims argued argues insisted "
    "insists warned warns announced announces acknowledged acknowledges admitted admits alleged alleges believed "
    "believes confirmed confirms conceded concedes concluded concludes continued contended contends declared declares "
    "denied denies described describes emphasized emphasised estimated estimates explained explains expressed noted "
    "notes observed pledged predicted promised quipped recalled reckoned remarked repeated replied reported reports "
    "responded retorted revealed shouted stated states stressed suggested suggests testified vowed whispered joked "
    "cautioned maintained maintains ruled urged urges"
)
