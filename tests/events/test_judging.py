"""The learned coder: what it reads, what it refuses, and how its word is weighed with the lexicon's."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ontherecord.errors import CoderError, UnknownName
from ontherecord.events import chosen, use_coder
from ontherecord.events.coder import FOLDER, LONGEST, Coder, Question, encoded, load
from ontherecord.events.judging import NONE, fused
from ontherecord.events.wordpieces import WordPieces


def question(text: str, actor: str | None, recipient: str | None, trigger: str | None) -> Question:
    def place(words: str | None) -> tuple[int, int] | None:
        return None if words is None else (text.index(words), text.index(words) + len(words))

    return place(actor), place(recipient), place(trigger)


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "trigger", "type_"),
    [
        ("Police in Lusaka arrested 14 traders on Friday.", "Police", "traders", "arrested", "COERCE"),
        ("Norway pledged 30 million dollars to Malawi for new wells.", "Norway", "Malawi", "pledged", "AGREE"),
        ("The two rivers meet below the town, where Chad keeps a garrison.", "Chad", None, "meet", NONE),
        ("Rebels shelled the market and killed nine villagers.", "Rebels", "villagers", "shelled", "ASSAULT"),
    ],
)
def test_plain_sentences_are_read(text: str, actor: str, recipient: str | None, trigger: str, type_: str) -> None:
    [[judged]] = load().judge([(text, [question(text, actor, recipient, trigger)])])
    assert judged.best == type_
    assert sum(judged.types.values()) == pytest.approx(1.0)


def test_parties_that_are_none_fit_less() -> None:
    text = "While Peru looked on, Chile handed Bolivia 40 tons of rice."
    [[right, wrong]] = load().judge([(text, [question(text, "Chile", "Bolivia", "handed"), question(text, "Chile", "Peru", "handed")])])
    assert right.fit > wrong.fit


@pytest.mark.parametrize(
    "text",
    ["word " * 500 + "Chad attacked Mali.", "CHAD ATTACKED MALI 😀😀", "Ch4d at+acked M a l i", "乍得 attacked Mali", "."],
)
def test_odd_sentences_are_read_all_the_same(text: str) -> None:
    length = len(text)
    asked = [((0, 1), (length - 1, length), None), (None, None, (0, length)), (None, None, None)]
    [judged] = load().judge([(text, asked)])
    assert len(judged) == 3


def test_the_same_whatever_stands_beside_it() -> None:
    text = "Kenya recalled its envoy from Chad."
    asked = question(text, "Kenya", "Chad", "recalled")
    alone = load().judge([(text, [asked])])[0][0]
    beside = load().judge([("A much longer sentence about the weather.", [(None, None, None)]), (text, [asked])])[1][0]
    assert alone.best == beside.best == "SANCTION"


@given(st.lists(st.integers(0, 300), min_size=2, max_size=2, unique=True), st.integers(1, 400))
@settings(max_examples=60, deadline=None)
def test_marks_stay_on_the_words_they_marked(at: list[int], length: int) -> None:
    tokens = list(range(1000, 1000 + length))
    offsets = [(2 * n, 2 * n + 1) for n in range(length)]
    first, second = (min(n, length - 1) for n in sorted(at))
    ids, [ranges] = encoded(tokens, offsets, [(offsets[first], offsets[second], None)])
    assert len(ids) <= LONGEST
    assert ranges[2] == (0, 0)
    for (start, behind), n in zip(ranges, (first, second), strict=False):
        assert ids[start:behind] == [tokens[n]]


def test_a_damaged_model_says_what_to_do(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "model")
    (tmp_path / "model" / "coder.onnx").write_bytes(b"nothing")
    with pytest.raises(CoderError, match=r"damaged.*otr code --coder lexicon"):
        Coder(tmp_path / "model")


def test_a_missing_model_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CoderError, match=r"cannot be read.*otr code --coder lexicon"):
        Coder(tmp_path / "model")


def test_a_coder_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UnknownName, match="learned and lexicon"):
        use_coder("guess")


def test_the_environment_names_the_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTR_CODER", "lexicon")
    assert chosen() == "lexicon"
    monkeypatch.setenv("OTR_CODER", "guess")
    with pytest.raises(UnknownName):
        chosen()


def test_agreement_raises_and_the_likelier_wins() -> None:
    types = {NONE: 0.2, "AID": 0.5, "AGREE": 0.3}
    assert fused(types, "AID", 2.0)["AID"] > 0.5
    assert max(fused(types, "AGREE", 2.0), key=fused(types, "AGREE", 2.0).__getitem__) == "AGREE"
    assert max(fused(types, "AGREE", 0.1), key=fused(types, "AGREE", 0.1).__getitem__) == "AID"


def test_word_pieces() -> None:
    pieces = WordPieces(FOLDER / "vocab.txt")
    ids, places = pieces.encode("Café—naïve 5€")
    assert len(ids) == len(places)
    assert ["Café—naïve 5€"[a:b] for a, b in places][:2] == ["Café", "—"]
    assert pieces.encode("x" * 200)[0] == [100]
