"""The first day is locked until everything is in; what is missing is named with who has it (AT-21)."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from internships.rules.papers import Risk
from internships.rules.start import (
    CONVENTION,
    PLAN,
    PLAN_OF_MINOR,
    Actor,
    Communication,
    Cover,
    Preparation,
    Safety,
    next_to_sign,
    readiness,
    signers_of_plan,
)
from tests.internships.rules.ruleset import LIMITS

HOURS = {"general": Decimal(4), "low": Decimal(4), "medium": Decimal(8), "high": Decimal(12)}


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}:00+01:00")


SIGNED_CONVENTION = {Actor.HOST: at("02-20T09:00"), Actor.PROMOTER: at("02-20T12:00")}
SIGNED_PLAN = {
    Actor.HOST: at("02-25T09:00"),
    Actor.HOST_TUTOR: at("02-25T10:00"),
    Actor.TRAINEE: at("02-25T18:00"),
    Actor.PROMOTER: at("02-26T09:00"),
}
READY = Preparation(
    start=date(2026, 3, 2),
    end=date(2026, 9, 1),
    first_instant=at("03-02T00:00"),
    convention=SIGNED_CONVENTION,
    plan=SIGNED_PLAN,
    cover=Cover(
        accident_reference="PAT 12345", liability_policy="RC 77", expiry=date(2026, 12, 31)
    ),
    safety=Safety(Risk.LOW, Decimal(4), Decimal(4)),
    communication=Communication("COB-1", at("03-01T23:50")),
)


def lacking(**changes) -> list[tuple[str, Actor, str]]:
    found = readiness(replace(READY, **changes), LIMITS, HOURS)
    assert found.may_start == (not found.missing)
    return [(one.what, one.who, one.outcome.rule) for one in found.missing]


def test_AT_21_a_complete_preparation_may_start():
    assert lacking() == []


def test_AT_21_b_R_COB_02_a_communication_after_midnight_locks_the_start():
    late = Communication("COB-1", at("03-02T08:00"))

    assert lacking(communication=late) == [
        ("comunicazione obbligatoria entro le 24 del giorno precedente", Actor.HOST, "R-COB-02")
    ]


def test_AT_21_c_R_DOC_07_a_plan_signed_after_the_communication_is_out_of_order():
    late = SIGNED_PLAN | {Actor.PROMOTER: at("03-01T23:59")}

    assert lacking(plan=late) == [("ordine degli atti", Actor.PROMOTER, "R-DOC-07")]


def test_AT_21_d_R_DOC_01_a_convention_of_the_host_alone_waits_for_the_promoter():
    half = {Actor.HOST: at("02-20T09:00")}

    assert lacking(convention=half) == [("firma della convenzione", Actor.PROMOTER, "R-DOC-01")]


def test_R_DOC_07_nothing_done_yet_names_everything_in_the_order_of_the_acts():
    nothing = {
        "convention": {},
        "plan": {},
        "cover": Cover(),
        "safety": Safety(Risk.HIGH, needs_surveillance=True),
        "communication": Communication(),
    }

    assert lacking(**nothing) == [
        ("firma della convenzione", Actor.HOST, "R-DOC-01"),
        ("firma del progetto formativo", Actor.HOST, "R-DOC-03"),
        ("assicurazioni", Actor.PROMOTER, "R-INS-01"),
        ("assicurazioni", Actor.PROMOTER, "R-INS-03"),
        ("formazione sulla sicurezza", Actor.HOST, "R-SAF-02"),
        ("idoneità sanitaria", Actor.HOST, "R-SAF-04"),
        ("numero della comunicazione obbligatoria", Actor.HOST, "R-PRO-08"),
        (
            "comunicazione obbligatoria entro le 24 del giorno precedente",
            Actor.HOST,
            "R-COB-02",
        ),
    ]


def test_R_INS_01_the_convention_says_who_insures():
    cover = replace(READY.cover, bearer=Actor.HOST, expiry=date(2026, 6, 30))

    assert lacking(cover=cover) == [("assicurazioni", Actor.HOST, "R-INS-03")]
    assert lacking(cover=replace(cover, renews=True)) == []


def test_R_DOC_04_a_minor_starts_with_the_guardians_authorisation_and_signature():
    assert lacking(is_minor=True) == [
        (
            "autorizzazione di chi ha la responsabilità del minorenne",
            Actor.GUARDIAN,
            "R-DOC-04",
        ),
        ("firma del progetto formativo", Actor.GUARDIAN, "R-DOC-03"),
    ]
    signed = SIGNED_PLAN | {Actor.GUARDIAN: at("02-25T19:00")}
    assert lacking(is_minor=True, minor_authorised=True, plan=signed) == []


@pytest.mark.parametrize("order", [CONVENTION, PLAN, PLAN_OF_MINOR])
def test_R_DOC_07_signers_follow_one_another(order):
    signed, seen = {}, []
    while actor := next_to_sign(order, signed):
        seen.append(actor)
        signed[actor] = at("02-20T09:00")

    assert tuple(seen) == order


def test_R_DOC_03_who_signs_a_plan_depends_on_age():
    assert signers_of_plan(is_minor=False) == PLAN
    assert signers_of_plan(is_minor=True) == PLAN_OF_MINOR
