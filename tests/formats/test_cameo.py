from __future__ import annotations

import pytest

from ontherecord.formats.cameo import CODES, QUAD_CLASS, ROLES, TEXTS, base_code
from ontherecord.formats.countries import names_of
from ontherecord.ontology import SECTORS, TYPES

# CAMEO root codes that PLOVER's types came from; the three modes that CAMEO keeps under another root are left out.
ROOTS = {
    "AGREE": {"03"}, "CONSULT": {"04"}, "SUPPORT": {"05"}, "CONCEDE": {"08"}, "COOPERATE": {"06"}, "AID": {"07"}, "RETREAT": {"08"},
    "REQUEST": {"10"}, "ACCUSE": {"09", "11"}, "REJECT": {"12"}, "THREATEN": {"13"}, "PROTEST": {"14"}, "SANCTION": {"16"},
    "MOBILIZE": {"15"}, "COERCE": {"17"}, "ASSAULT": {"18", "19", "20"},
}  # fmt: skip
ELSEWHERE = {("SANCTION", "convict"), ("ASSAULT", "crowd-control")}


@pytest.mark.parametrize("type", TYPES)
def test_every_type_and_mode_has_a_base_code_under_its_root(type):
    for mode in (None, *TYPES[type].modes):
        code = base_code(type, mode)
        assert len(code) == 3
        assert code in TEXTS
        assert code[:2] in ROOTS[type] or (type, mode) in ELSEWHERE


def test_the_table_knows_only_what_plover_knows():
    assert {type for type, _ in CODES} == set(TYPES)
    assert all(mode is None or mode in TYPES[type].modes for type, mode in CODES)
    assert set(TEXTS) == set(CODES.values())
    assert {t.quad for t in TYPES.values()} == set(QUAD_CLASS)
    assert set(ROLES) <= set(SECTORS)


def test_health_is_not_the_media():
    assert (ROLES["MED"], ROLES["JRN"]) == ("HLH", "MED")


def test_countries_in_other_collections():
    assert (names_of("CHE").fips, names_of("CHE").cow, names_of("CHE").cameo) == ("SZ", "225", "CHE")
    assert names_of("ROU").cameo == "ROM"
    assert names_of("UNO").name == "United Nations"
    assert names_of(None) == names_of("no such code")
