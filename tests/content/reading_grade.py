"""How hard a text is to read: the Flesch-Kincaid grade, with a small count of syllables."""

import re


def syllables(word: str) -> int:
    """Groups of vowels, less a silent e at the end; about right for plain English."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    count = len(re.findall(r"[aeiouy]+", letters))
    if re.search(r"[^aeiouyl]e$|[^td]ed$", letters):
        count -= 1
    return max(count, 1)


def sentences(text: str) -> list[str]:
    return [one for one in re.split(r"(?<=[.!?])\s+", text) if one.strip()]


def grade(text: str) -> float:
    """Source: Kincaid 1975: 0.39 words per sentence + 11.8 syllables per word - 15.59."""
    words = re.findall(r"[\w'-]+", text)
    per_sentence = len(words) / len(sentences(text))
    return 0.39 * per_sentence + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
