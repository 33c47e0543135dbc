"""What keeps a call from being published, subject by subject (G1)."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from calls.rules.blocks import BLOCKS, Block
from calls.rules.contents import Content, Declaration, Document
from calls.rules.faults import blocking
from calls.rules.instants import clock_fault, extension_faults, window_faults
from calls.rules.parameters import Parameter, parameter_faults
from calls.rules.premiums import Premium, Reserve, SmeReserve, reserved
from calls.rules.publication import Facts, Ground, publication_faults
from calls.rules.ranking import Share
from calls.rules.scores import Criterion
from calls.rules.terms import TermLimits, term_faults

local = datetime.fromisoformat
LIMITS = TermLimits(90, 180)
SME = SmeReserve(Decimal(60), Decimal(25))
FACTS = Facts(
    "ranking",
    1,
    2,
    "Determinazione n. 3/2026",
    "U.1.04.03",
    "CAR 12345",
    local("2026-09-01T10:00"),
    local("2026-10-01T12:00"),
    "IG-1",
)
CONTENT = Content(
    parameters={
        "endowment": "100000.00",
        "conclusion_days": 90,
        "threshold_total": "60",
        "tie_chain": ["criterion:1", "premium_holder", "earlier_filing", "public_draw"],
        "allocation": "score",
        "aid_regime": "2023/2831",
        "regime": "code",
        "premiums_left_out_because": "Le altre premialità non si adattano a spese così piccole.",
    },
    blocks=tuple(Block(letter, "Testo del blocco.") for letter in BLOCKS),
    declarations=(
        Declaration("privacy", "notice", "Informativa", "Ho letto."),
        Declaration("truth", "47", "Verità", "Dichiaro."),
    ),
    criteria=(
        Criterion("c1", "Progetto", Decimal(60), Decimal(30), guidance_it="Come si legge."),
        Criterion("c2", "Rete", Decimal(40), guidance_it="Come si legge."),
    ),
    premiums=(Premium("rating", "Rating", "points", "legality_rating", points=Decimal(2)),),
    reserves=(
        Reserve("pmi", "PMI", Decimal(60), ("sme",)),
        Reserve("micro", "Micro", Decimal(25), ("micro_small", "sme"), within="pmi"),
    ),
)
GROUND = Ground(LIMITS, SME, has_form=True)


def faults(facts=FACTS, content=CONTENT, **parameters):
    content = replace(content, parameters={**content.parameters, **parameters})
    return [(f.rule, f.place, f.item) for f in blocking(publication_faults(facts, content, GROUND))]


def test_G1_whole_call_has_nothing_missing():
    assert publication_faults(FACTS, CONTENT, GROUND) == []


def test_G1_empty_call_names_everything_that_is_missing():
    found = publication_faults(Facts("ranking"), Content(), Ground(LIMITS, has_form=True))

    assert [(f.rule, f.item) for f in blocking(found)] == [
        ("ORG-07", "procedure_owner"),
        ("ORG-07", "substitute"),
        ("PROC-12", "criteria_act"),
        ("CALL-06", "opens_at"),
        ("PROC-T1", "conclusion_days"),
        ("DOC-02", ""),
        ("DOC-02", ""),
        ("RANK-02", ""),
        ("RANK-08", "tie_chain"),
        *(("CALL-03", letter) for letter in BLOCKS),
    ]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"substitute": 1}, ("ORG-07", "generale", "substitute")),
        ({"criteria_act": " "}, ("PROC-12", "generale", "criteria_act")),
        ({"budget_line": ""}, ("G1", "generale", "budget_line")),
        ({"aid_code": ""}, ("RNA-01", "generale", "aid_code")),
        ({"closes_at": local("2026-08-01T00:00")}, ("CALL-06", "termini", "closes_at")),
        ({"opens_at": local("2026-03-29T02:30")}, ("TERM-10", "termini", "opens_at")),
    ],
)
def test_G1_fact_that_is_missing_or_wrong_is_named(change, fault):
    assert faults(replace(FACTS, **change)) == [fault]


@pytest.mark.parametrize("letter", BLOCKS)
def test_CALL_03_each_block_needs_content_or_the_reason_why_not(letter):
    without = tuple(block for block in CONTENT.blocks if block.letter != letter)
    fault = ("CALL-03", "testi", letter)

    assert faults(content=replace(CONTENT, blocks=without)) == [fault]
    reasoned = (*without, Block(letter, left_out_because="L'elenco non dà contributi."))
    assert faults(content=replace(CONTENT, blocks=reasoned)) == []
    both = (*without, Block(letter, "Testo.", left_out_because="Perché."))
    assert faults(content=replace(CONTENT, blocks=both)) == [fault]


@pytest.mark.parametrize(
    ("days", "reason", "rule"),
    [
        (90, "", ""),
        (91, "", "PROC-T2"),
        (91, "Pareri di altri enti.", ""),
        (180, "Pareri di altri enti.", ""),
        (181, "Pareri di altri enti.", "PROC-T2"),
        (1, "", ""),
        (0, "", "PROC-T1"),
        (-3, "", "PROC-T1"),
        ("90", "", "PROC-T1"),
        (None, "", "PROC-T1"),
        (True, "", "PROC-T1"),
    ],
)
def test_PROC_T2_term_of_the_procedure(days, reason, rule):
    assert [fault.rule for fault in term_faults(days, reason, LIMITS)] == ([rule] if rule else [])


def test_RANK_09_minimum_above_maximum_and_points_that_do_not_sum():
    criteria = (replace(CONTENT.criteria[0], minimum=Decimal("60.01")), CONTENT.criteria[1])
    assert faults(content=replace(CONTENT, criteria=criteria)) == [("RANK-09", "criteri", "c1")]

    criteria = (replace(CONTENT.criteria[0], weight=Decimal("59.99")), CONTENT.criteria[1])
    found = publication_faults(FACTS, replace(CONTENT, criteria=criteria), GROUND)
    assert [fault.sentence for fault in found] == [
        "I punti massimi dei criteri fanno 99,99 e devono fare 100."
    ]


def test_RANK_09_threshold_beyond_all_points():
    assert faults(threshold_total="100") == []
    assert faults(threshold_total="100.01") == [("RANK-09", "criteri", "threshold_total")]


@pytest.mark.parametrize(
    "chain",
    [
        [],
        ["criterion:3", "public_draw"],
        ["criterion:0", "public_draw"],
        ["criterion:1", "criterion:1", "public_draw"],
        ["public_draw", "earlier_filing"],
        ["age", "public_draw"],
    ],
)
def test_RANK_08_chain_that_cannot_break_ties(chain):
    found = faults(tie_chain=chain)

    assert found
    assert set(found) == {("RANK-08", "graduatoria", "tie_chain")}


def test_RANK_08_chain_without_a_draw_is_advised_against():
    content = replace(CONTENT, parameters={**CONTENT.parameters, "tie_chain": ["criterion:1"]})

    (advice,) = publication_faults(FACTS, content, GROUND)
    assert (advice.rule, advice.is_advice) == ("RANK-08", True)


@pytest.mark.parametrize(
    ("procedure", "policy", "is_good"),
    [
        ("ranking", "score", True),
        ("ranking", "pro_rata", True),
        ("ranking", "filing_order", False),
        ("chronological", "score", False),
        ("chronological", "draw", True),
        ("chronological", "", False),
    ],
)
def test_RANK_01_policy_fits_the_procedure(procedure, policy, is_good):
    found = faults(replace(FACTS, procedure=procedure), allocation=policy)

    assert (found == []) is is_good


def test_RANK_15_shares_give_the_endowment():
    shares = (Share("MN", Decimal(60000)), Share("CR", Decimal(40000)))
    assert faults(content=replace(CONTENT, shares=shares)) == []

    shares = (Share("MN", Decimal(60000)), Share("MN", Decimal("39999.99")))
    assert faults(content=replace(CONTENT, shares=shares)) == [("RANK-15", "risorse", "shares")] * 2


def test_CALL_13_premiums_of_the_law_are_there_or_left_out_for_a_reason():
    assert faults(premiums_left_out_because="") == [
        ("CALL-13", "premialita", "premiums_left_out_because")
    ]


def test_CALL_13_premium_says_what_it_gives():
    bare = replace(CONTENT.premiums[0], points=Decimal(0))
    higher = replace(bare, code="altra", system="higher_aid")

    assert faults(content=replace(CONTENT, premiums=(bare, higher))) == [
        ("CALL-13", "premialita", "rating"),
        ("CALL-13", "premialita", "altra"),
    ]


def test_CALL_17_reserves_keep_what_the_law_wants():
    outer, inner = CONTENT.reserves
    less = replace(outer, percent=Decimal("59.99"))
    assert faults(content=replace(CONTENT, reserves=(less, inner))) == [
        ("CALL-17", "premialita", ""),
        ("CALL-17", "premialita", ""),
    ]
    assert faults(content=replace(CONTENT, reserves=(outer,))) == [("CALL-17", "premialita", "")]
    assert faults(content=replace(CONTENT, reserves=())) == [("CALL-17", "premialita", "")] * 2
    alone = (replace(inner, within="", percent=Decimal(15)),)
    assert faults(content=replace(CONTENT, reserves=alone), only_small=True) == []


@pytest.mark.parametrize(
    ("resources", "sme", "micro"),
    [("300000", "180000.00", "45000.00"), ("235000", "141000.00", "35250.00")],
)
def test_CALL_17_reserves_in_money(resources, sme, micro):
    reserves = CONTENT.reserves

    assert [reserved(Decimal(resources), one, reserves) for one in reserves] == [
        Decimal(sme),
        Decimal(micro),
    ]


def test_reserves_within_one_another_in_a_circle_are_refused():
    circle = (
        Reserve("a", "A", Decimal(10), within="b"),
        Reserve("b", "B", Decimal(10), within="a"),
    )

    found = faults(content=replace(CONTENT, reserves=(*CONTENT.reserves, *circle)))
    assert found == [("CALL-17", "premialita", "a"), ("CALL-17", "premialita", "b")]


def test_papers_that_cannot_be_asked_for():
    documents = (
        Document("visura", "Certificato di iscrizione", ("pdf",), 1000),
        Document("cv", "Curriculum", (), 1000),
        Document("idea", "Idea", ("pdf",), 1000, is_required=False, is_essential=True),
    )

    found = publication_faults(FACTS, replace(CONTENT, documents=documents), GROUND)
    assert [(f.rule, f.item, f.is_advice) for f in found] == [
        ("PROC-11", "visura", True),
        ("CALL-06", "cv", False),
        ("SOC-03", "idea", False),
    ]


PARAMETERS = (
    Parameter("ceiling", "money", "spesa", "contributo massimo", least=Decimal("0.01")),
    Parameter("rate", "percent", "spesa", "percentuale", least=Decimal(1), most=Decimal(100)),
    Parameter("months", "range", "spesa", "mesi", least=Decimal(1)),
    Parameter("days", "days", "termini", "giorni", is_required=False, least=Decimal(1)),
    Parameter("kinds", "choices", "spesa", "voci", choices=(("rent", "Affitto"),)),
    Parameter("single", "yes_no", "requisiti", "una sola domanda"),
)
GOOD = {"ceiling": "1500.00", "rate": "50", "months": [3, 12], "kinds": ["rent"], "single": True}


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({}, None),
        ({"days": 5}, None),
        ({"ceiling": ""}, "Manca: contributo massimo."),
        ({"ceiling": "0.00"}, "Contributo massimo: il valore minimo è 0,01."),
        ({"ceiling": "molto"}, "Contributo massimo: il valore non si può leggere."),
        ({"rate": "100.01"}, "Percentuale: il valore massimo è 100."),
        ({"rate": "NaN"}, "Percentuale: il valore non si può leggere."),
        ({"months": [12, 3]}, "Mesi: il minimo (12) supera il massimo (3)."),
        ({"months": [0, 3]}, "Mesi: non si può scendere sotto 1."),
        ({"months": [3]}, "Mesi: il valore non si può leggere."),
        ({"days": 0}, "Giorni: il valore minimo è 1."),
        ({"days": "5"}, "Giorni: il valore non si può leggere."),
        ({"kinds": ["rent", "car"]}, "Voci: una delle scelte non esiste."),
        ({"single": "yes"}, "Una sola domanda: il valore non si può leggere."),
    ],
)
def test_parameter_that_cannot_stand_is_named(change, sentence):
    found = [fault.sentence for fault in parameter_faults(PARAMETERS, GOOD | change)]

    assert found == ([sentence] if sentence else [])


@pytest.mark.parametrize(
    ("local", "fault"),
    [
        (local("2026-10-25T02:30"), "ambiguous"),
        (local("2026-10-25T02:00"), "ambiguous"),
        (local("2026-10-25T01:59"), None),
        (local("2026-10-25T03:00"), None),
        (local("2027-03-28T02:30"), "nonexistent"),
        (local("2027-03-28T03:00"), None),
    ],
)
def test_TERM_10_instant_inside_a_change_of_the_clocks(local, fault):
    assert clock_fault(local) == fault


def test_window_that_closes_before_it_opens_or_never_opens():
    opens, closes = local("2026-05-02T10:00"), local("2026-05-02T10:00")

    assert [fault.sentence for fault in window_faults(opens, closes)] == [
        "La chiusura (02/05/2026 alle 10:00) deve venire dopo l'apertura (02/05/2026 alle 10:00)."
    ]
    assert [fault.item for fault in window_faults(None, None)] == ["opens_at"]
    assert window_faults(opens, None) == []


CLOSING, NOW = local("2026-05-10T12:00"), local("2026-05-11T09:00")
OUTAGE = (local("2026-05-10T11:00"), local("2026-05-10T13:00"))


@pytest.mark.parametrize(
    ("new", "outage", "now", "items"),
    [
        (local("2026-05-12T12:00"), None, NOW, []),
        (local("2026-05-10T12:00"), None, NOW, ["closes_at"]),
        (local("2026-05-11T08:00"), None, NOW, ["closes_at"]),
        (local("2026-05-11T12:00"), OUTAGE, NOW, []),
        (local("2026-05-10T12:30"), OUTAGE, local("2026-05-10T12:10"), ["outage_to"]),
        (local("2026-05-10T13:30"), OUTAGE, local("2026-05-10T13:00"), []),
        (local("2026-05-10T14:30"), (OUTAGE[1], OUTAGE[0]), NOW, ["closes_at", "outage_to"]),
        (local("2026-10-25T02:30"), None, NOW, ["closes_at"]),
    ],
)
def test_CALL_22_extension(new, outage, now, items):
    found = extension_faults(local("2026-04-01T10:00"), CLOSING, new, now, outage)

    assert [fault.item for fault in found] == items


def test_CALL_22_extension_gives_back_the_time_that_was_lost():
    outage = (local("2026-05-10T09:00"), local("2026-05-10T12:00"))
    now = local("2026-05-10T12:00")

    short = extension_faults(
        local("2026-04-01T00:00"), CLOSING, local("2026-05-10T14:00"), now, outage
    )
    assert [fault.sentence for fault in short] == [
        "La proroga restituisce meno tempo di quello perso (180 minuti)."
    ]


def test_CALL_22_call_without_a_closing_is_not_extended():
    found = extension_faults(local("2026-04-01T00:00"), None, local("2026-06-01T00:00"), NOW)

    assert [fault.rule for fault in found] == ["CALL-22"]


def test_RANK_17_waiting_list_beyond_the_funds_is_for_calls_in_order_of_filing():
    assert faults(waiting_list_percent="20") == [("RANK-17", "graduatoria", "waiting_list_percent")]
    assert faults(waiting_list_percent="") == []
