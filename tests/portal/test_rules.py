"""What would turn a no into a yes."""

from datetime import date
from decimal import Decimal

from portal import rules
from workflows.rules import Outcome, Verdict


def test_COW_01_who_is_too_young_learns_the_day_from_which_they_may_apply():
    remedy = rules.age_remedy(date(2008, 12, 1), date(2026, 11, 22), date(2027, 1, 31), (18, 35))

    assert remedy == "Compi 18 anni il 01/12/2026: da quel giorno puoi fare domanda."


def test_COW_01_who_grows_up_after_the_closing_is_told_so():
    remedy = rules.age_remedy(date(2008, 12, 1), date(2026, 11, 22), date(2026, 11, 30), (18, 35))

    assert remedy == "Compi 18 anni il 01/12/2026, dopo la chiusura: guarda i prossimi bandi."


def test_COW_01_who_is_too_old_cannot_change_it():
    remedy = rules.age_remedy(date(1980, 1, 1), date(2026, 11, 22), None, (18, 35))

    assert (
        remedy == "Il limite è del bando e non si può cambiare: guarda se un altro bando fa per te."
    )


def test_COW_01_born_on_29_february_turns_18_on_1_march():
    assert rules.birthday(date(2008, 2, 29), 18) == date(2026, 3, 1)
    assert rules.birthday(date(2008, 2, 29), 20) == date(2028, 2, 29)


def test_AMT_01_remedy_rounds_the_monthly_spend_up_so_that_it_does_reach_the_minimum():
    assert rules.spend_remedy(3, Decimal("400.00")).startswith(
        "Per 3 mesi servono almeno 133,34 € al mese"
    )


def test_COW_05_remedy_says_which_way_to_change_the_period():
    assert rules.period_remedy(2, (3, 12)) == "Prolunga il periodo ad almeno 3 mesi."
    assert rules.period_remedy(13, (3, 12)) == (
        "Chiedi il contributo per 12 mesi: gli altri restano a tuo carico."
    )


def test_RANK_07_second_application_blocks_only_where_the_call_takes_one():
    assert rules.one_application(already=True, only_one=True).verdict is Verdict.NOT_MET
    assert rules.one_application(already=False, only_one=True).verdict is Verdict.MET
    assert rules.one_application(already=True, only_one=False).verdict is Verdict.MET


def test_CALL_08_funds_that_do_not_suffice_warn_and_do_not_block():
    assert rules.funds_today(Decimal(600), Decimal(600)).verdict is Verdict.MET
    assert rules.funds_today(Decimal("600.01"), Decimal(600)).verdict is Verdict.WARNING


def test_remedy_stands_only_where_something_is_to_be_changed():
    met = Outcome("COW-01", Verdict.MET, "Va bene.")
    not_met = Outcome("COW-01", Verdict.NOT_MET, "Non va bene.")

    assert rules.with_remedy(met, "Cambia.").remedy == ""
    assert rules.with_remedy(not_met, "Cambia.").remedy == "Cambia."
