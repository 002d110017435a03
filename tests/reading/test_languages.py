"""English passes, down to one bare sentence of names; other languages do not."""

from __future__ import annotations

import pytest

from ontherecord.reading.languages import other_language, small_words

ENGLISH = [
    "El Salvador rejects La Paz plan.",
    "Erdoğan meets Orbán.",
    "Erdoğan meets Orbán in Budapest for talks.",
    "Protesters storm parliament.",
    "Rebels near Rio de Janeiro seize a bridge.",
    "MOSCOW THREATENS RETALIATION OVER NEW SANCTIONS",
    "Chad",
    "On Sunday Chad's Prime Minister Jane Doe ordered hard-hitting trade curbs against Niger's Oil Ministry, Customs Service, "
    "Lake Fleet, "
    "and two state banks, officials told Radio Chad",
    "Mr. Müller, of Die Zeit, asked why the café in the Rue de la Paix had been closed by the police on Monday, and who had told them to.",
]
OTHERS = {
    "French": "Les deux ministres ont déclaré mardi que les pourparlers reprendraient au mois de mai, après un long dîner dans "
    "la capitale.",
    "German": "Die beiden Minister erklärten am Dienstag, dass die Gespräche im Mai fortgesetzt werden, wie nach einem langen "
    "Essen am See verlautete.",
    "Spanish": "Los dos ministros anunciaron el martes que las conversaciones seguirán en mayo, según dijeron fuentes tras una "
    "larga cena en el lago.",
    "Portuguese": "Os dois ministros anunciaram na terça-feira que as conversas vão seguir em maio, segundo fontes, depois de "
    "um longo jantar no lago.",
    "Italian": "I due ministri hanno annunciato martedì che i colloqui continueranno a maggio nella capitale, secondo quanto è "
    "stato detto dopo la cena.",
    "Dutch": "De twee ministers zeiden dinsdag dat de gesprekken in mei worden voortgezet, zo meldden bronnen na een lang diner "
    "aan het meer.",
    "Indonesian or Malay": "Kedua menteri mengatakan pada hari Selasa bahwa perundingan akan dilanjutkan pada bulan Mei di ibu "
    "kota, dengan syarat yang sama itu.",
    "Turkish": "İki bakan salı günü yaptıkları açıklamada görüşmelerin mayıs ayında devam edeceğini ve yeni bir anlaşma için "
    "çalışacaklarını söyledi.",
    "Cyrillic script": "Министры встретились во вторник.",
    "Chinese script": "两国部长星期二会谈。",
    "Arabic script": "التقى الوزيران يوم الثلاثاء.",
    "another language": "Hodie consules ambo die Martis dixerunt colloquia mense Maio continuanda esse, sicut magistratus post cenam "
    "nuntiaverunt populo omni atque legatis.",
}


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text: str) -> None:
    assert other_language(text) is None


@pytest.mark.parametrize(("language", "text"), OTHERS.items(), ids=OTHERS.keys())
def test_other(language: str, text: str) -> None:
    assert other_language(text) == language
    assert other_language(f"{text} " * 40)


@pytest.mark.parametrize("text", ["Le président a rencontré le chef de la mission à Paris.", "Presiden bertemu dengan menteri di Lima."])
def test_a_sentence_with_small_words_of_another_language(text: str) -> None:
    assert other_language(text)


def test_quotations_in_another_language_leave_a_text_english() -> None:
    story = "The two ministers told the press on Tuesday that the talks would go on in May. "
    assert other_language(story * 3 + OTHERS["French"]) is None


def test_table() -> None:
    assert all(word == word.lower() for words in small_words().values() for word in words)
