from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from ontherecord.errors import LedgerError
from ontherecord.ledger import open_ledger
from ontherecord.web.desk import Desk
from tests.web.conftest import BASE, ORIGIN, client


def quarrel(page: TestClient) -> str:
    """The document that tells one event: a sanction."""
    documents = page.get("/dyad/PER/GHA.json").json()["documents"]
    return next(d for d, of in documents.items() if of["publisher"] == "Coast Daily")


def hidden(page: TestClient, path: str) -> dict[str, str]:
    text = page.get(path).text
    return dict(re.findall(r'<input type="hidden" name="(token|seen)" value="([^"]*)"', text))


def send(page: TestClient, path: str, **fields: object) -> Response:
    return page.post(path, data=fields, headers=ORIGIN, follow_redirects=False)  # type: ignore[arg-type]


def test_a_type_is_corrected_seen_and_undone(own: Path) -> None:
    page = client(own)
    document = quarrel(page)
    at = f"/document/{document}?pick=e1"
    made = send(
        page,
        f"/document/{document}/e1/correct",
        **hidden(page, at),
        type="REJECT",
        mode="discontinue",
        who="Ada",
        reason="Only words.",
    )
    assert made.status_code == 303, made.text
    seen = page.get(made.headers["location"]).text
    assert "Kept as a correction" in seen
    assert "machine: SANCTION" in seen
    event = page.get(f"/document/{document}.json").json()["events"][0]
    assert (event["type"], event["mode"], event["quad"], event["score"]) == ("REJECT", None, "verbal conflict", -2.0)
    assert "Ada" in page.get("/review").text
    undone = send(page, "/corrections/1/undo", **hidden(page, at), who="Grace")
    assert undone.status_code == 303, undone.text
    event = page.get(f"/document/{document}.json").json()["events"][0]
    assert (event["type"], event["mode"], event["score"]) == ("SANCTION", "discontinue", -6.0)
    assert "taken back by" in page.get(at).text


def test_actor_date_and_party_are_corrected(own: Path) -> None:
    page = client(own)
    document = quarrel(page)
    at = f"/document/{document}?pick=e1"
    send(
        page, f"/document/{document}/e1/correct", **hidden(page, at), date_start="2026-01-10", date_end="", who="Ada", reason="Told below."
    )
    actors = page.get(f"/document/{document}.json").json()["actors"]
    send(
        page,
        f"/document/{document}/e1/correct",
        **hidden(page, at),
        recipients_shown="1",
        recipients=[a["id"] for a in actors],
        who="A",
        reason="r",
    )
    send(page, f"/document/{document}/a1/correct", **hidden(page, f"/document/{document}?pick=a1"), country="TGO", who="Ada", reason="r")
    record = page.get(f"/document/{document}.json").json()
    assert record["events"][0]["date"]["start"] == record["events"][0]["date"]["end"] == "2026-01-10"
    assert len(record["events"][0]["recipients"]) == len(actors)
    assert record["actors"][0]["country"] == "TGO"


def test_two_reviewers_at_once_lose_nothing(own: Path) -> None:
    page = client(own)
    document = quarrel(page)
    form = hidden(page, f"/document/{document}?pick=e1")
    assert send(page, f"/document/{document}/e1/correct", **form, type="REJECT", who="Ada", reason="a").status_code == 303
    late = send(page, f"/document/{document}/e1/correct", **form, type="THREATEN", who="Grace", reason="b")
    assert late.status_code == 409
    assert "Ada" in late.text
    assert "THREATEN" in late.text
    with open_ledger(own, read_only=True) as ledger:
        assert {c.who for c in ledger.corrections()} == {"Ada"}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"type": "DANCE", "who": "A", "reason": "r"}, "cannot stand for type"),
        ({"type": "REJECT", "who": "", "reason": "r"}, "your name"),
        ({"type": "SANCTION", "mode": "phone", "who": "A", "reason": "r"}, "no mode"),
        ({"date_start": "soon", "date_end": "", "who": "A", "reason": "r"}, "no days"),
        ({"date_start": "2026-02-02", "date_end": "2026-01-01", "who": "A", "reason": "r"}, "after the last"),
        ({"actors_shown": "1", "actors": "a99", "who": "A", "reason": "r"}, "no actor"),
    ],
)
def test_what_cannot_stand_is_refused(own: Path, fields: dict[str, str], words: str) -> None:
    page = client(own)
    document = quarrel(page)
    answer = send(page, f"/document/{document}/e1/correct", **hidden(page, f"/document/{document}?pick=e1"), **fields)
    assert answer.status_code == 422
    assert words in answer.text


def test_a_form_without_the_token_is_refused(own: Path) -> None:
    page = client(own)
    assert (
        send(page, f"/document/{quarrel(page)}/e1/correct", token="guess", seen="0", type="REJECT", who="A", reason="r").status_code == 403
    )


def test_read_only_shows_no_form_and_writes_nothing(own: Path) -> None:
    page = client(own, read_only=True)
    document = quarrel(page)
    text = page.get(f"/document/{document}?pick=e1").text
    assert "Correct it" not in text
    assert 'name="token"' not in text
    with pytest.raises(LedgerError, match="--read-only"), Desk(own, read_only=True).writing():
        pass


def test_confirming_counts_as_a_judgement(own: Path) -> None:
    page = client(own)
    document = quarrel(page)
    for who in ("Ada", "Grace"):
        form = hidden(page, f"/document/{document}?pick=e1")
        assert send(page, f"/document/{document}/e1/correct", **form, confirm="1", who=who, reason="read it").status_code == 303
    agreement = page.get("/review.json").json()["agreement"]
    assert (agreement["items"], agreement["reviewers"], agreement["alpha"]) == (1, 2, None)


def test_a_form_with_thousands_of_fields_is_refused(own: Path) -> None:
    page = client(own)
    answer = page.post("/corrections/1/undo", content="&".join(f"a{n}=1" for n in range(2000)), headers=ORIGIN)
    assert answer.status_code == 413


def test_what_was_written_is_said_to_be_still_there(own: Path) -> None:
    page = client(own)
    document = quarrel(page)
    answer = send(
        page, f"/document/{document}/e1/correct", **hidden(page, f"/document/{document}?pick=e1"), type="REJECT", who="Ada", reason=""
    )
    assert "one page back" in answer.text


def call(page: TestClient) -> dict[str, list[str]]:
    """The call that two reports tell."""
    return next(o for o in page.get("/dyad/PER/GHA.json").json()["occurrences"] if len(o["documents"]) == 2)


def test_a_correction_reaches_the_relationship_and_its_undoing_too(own: Path) -> None:
    page = client(own)
    document = quarrel(page)
    at = f"/document/{document}?pick=e1"
    send(
        page,
        f"/document/{document}/e1/correct",
        **hidden(page, at),
        type="REJECT",
        date_start="2026-01-10",
        date_end="",
        who="A",
        reason="r",
    )
    [row] = [o for o in page.get("/dyad/PER/GHA.json").json()["occurrences"] if o["documents"] == [document]]
    assert (row["type"], row["score"], row["date"]["start"]) == ("REJECT", -2.0, "2026-01-10")
    assert {p["conflict"] for p in page.get("/dyad/PER/GHA.json").json()["series"] if p["period"] == "2026-01"} == {-2.0}
    send(page, "/corrections/1/undo", **hidden(page, at), who="A")
    [row] = [o for o in page.get("/dyad/PER/GHA.json").json()["occurrences"] if o["documents"] == [document]]
    assert (row["type"], row["date"]["start"]) == ("SANCTION", "2026-01-12")


def test_an_actor_of_another_country_is_another_relationship(own: Path) -> None:
    page = client(own)
    document = quarrel(page)
    for actor in page.get(f"/document/{document}.json").json()["actors"]:
        if actor["country"] == "PER":
            at = f"/document/{document}?pick={actor['id']}"
            send(page, f"/document/{document}/{actor['id']}/correct", **hidden(page, at), country="TGO", who="Ada", reason="r")
    assert [o["type"] for o in page.get("/dyad/GHA/TGO.json").json()["occurrences"]] == ["SANCTION"]
    # The report still holds its issue to be between Peru and Ghana, so what Ghana did about it stays in sight; Peru has no part in it.
    assert [o["recipients"] for o in page.get("/dyad/PER/GHA.json").json()["occurrences"] if o["type"] == "SANCTION"] == [["TGO"]]


def test_an_account_is_taken_out_of_its_occurrence_and_put_back(own: Path) -> None:
    page = client(own)
    found = call(page)
    document = found["documents"][0]
    path = f"/occurrence/{found['id']}"
    assert "Tells of something else" in page.get(path).text
    form = {"token": hidden(page, path)["token"], "document": document, "event": "e1"}
    assert send(page, path + "/unlink", **form, who="", reason="").status_code == 422
    made = send(page, path + "/unlink", **form, who="Ada", reason="Another call.")
    assert made.status_code == 303, made.text
    assert "taken out" in page.get(made.headers["location"]).text
    calls = [o["documents"] for o in page.get("/dyad/PER/GHA.json").json()["occurrences"] if o["type"] == "CONSULT"]
    assert sorted(calls) == sorted([[d] for d in found["documents"]])
    again = send(page, path + "/unlink", **form, who="Ada", reason="Another call.")
    assert again.status_code == 422
    assert "stands alone" in again.text
    assert send(page, "/corrections/1/undo", token=form["token"], who="Ada").status_code == 303
    assert call(page)["documents"] == found["documents"]


def test_a_missed_event_is_added_and_taken_back(own: Path) -> None:
    page = client(own)
    document = quarrel(page)
    path, form = (
        f"/document/{document}/add",
        {"token": hidden(page, f"/document/{document}?pick=e1")["token"], "who": "Ada", "reason": "Missed."},
    )
    actors = [a["id"] for a in page.get(f"/document/{document}.json").json()["actors"]]
    for wrong in ({"words": "nowhere to be read", "type": "AID"}, {"words": "tuna", "type": "DANCE"}, {"words": " ", "type": "AID"}):
        assert send(page, path, **form, **wrong).status_code == 422
    made = send(page, path, **form, words="tuna  imports", near="0", type="THREATEN", mode="", actors=actors[:1], recipients=actors[1:],
                date_start="2026-01-11", date_end="")  # fmt: skip
    assert made.status_code == 303, made.text
    assert "the machine had missed it" in page.get(made.headers["location"]).text
    assert "THREATEN" in [o["type"] for o in page.get("/dyad/PER/GHA.json").json()["occurrences"]]
    undone = send(page, "/corrections/1/undo", token=form["token"], who="Ada")
    assert page.get(undone.headers["location"]).status_code == 200
    assert page.get("/review").status_code == 200
    assert "THREATEN" not in [o["type"] for o in page.get("/dyad/PER/GHA.json").json()["occurrences"]]


def test_many_reviewers_at_the_same_moment_lose_nothing(own: Path) -> None:
    """One is kept; each of the others is told what was kept, and what of theirs was not."""
    page = client(own)
    document = quarrel(page)
    form = hidden(page, f"/document/{document}?pick=e1")
    kinds = ("REJECT", "THREATEN", "ACCUSE", "COERCE", "PROTEST")

    def sent(kind: str) -> tuple[str, int, str]:
        answer = send(client_of(page), f"/document/{document}/e1/correct", **form, type=kind, mode="", who=kind.title(), reason="r")
        return kind, answer.status_code, answer.text

    with ThreadPoolExecutor(len(kinds)) as pool:
        answers = list(pool.map(sent, kinds))
    kept = [kind for kind, status, _ in answers if status == 303]
    assert len(kept) == 1
    for kind, status, text in answers:
        assert kind in kept or (status == 409 and kept[0].title() in text and kind in text)
    with open_ledger(own, read_only=True) as ledger:
        assert {c.who for c in ledger.corrections()} == {kept[0].title()}


def client_of(page: TestClient) -> TestClient:
    """Another browser at the same program."""
    return TestClient(page.app, base_url=BASE, raise_server_exceptions=False)
