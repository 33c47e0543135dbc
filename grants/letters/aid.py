"""What a grant is in the eyes of State aid, tax and transparency law; amounts in EUR."""

from datetime import date
from decimal import Decimal

from calls.models import Parameter
from grants.checks import parameters_of
from grants.models import ApplicantKind, RentContribution
from grants.rules import euro, percent
from letters import pdf
from letters.pdf.content import Block

UNDERTAKINGS = {ApplicantKind.ENTERPRISE, ApplicantKind.PROFESSIONAL}
REGULATIONS = {
    "2023/2831": (
        "Regolamento (UE) 2023/2831 della Commissione, del 13 dicembre 2023, relativo "
        "all'applicazione degli articoli 107 e 108 del trattato sul funzionamento dell'Unione "
        "europea agli aiuti «de minimis» (GU L, 2023/2831, 15.12.2023)"
    ),
}
WITHHELD_FROM = {
    ApplicantKind.ENTERPRISE: "Al pagamento è applicata la ritenuta",
    ApplicantKind.ASSOCIATION: (
        "Se il contributo riguarda un'attività commerciale, al pagamento è applicata la ritenuta"
    ),
    ApplicantKind.ASPIRING: (
        "Se al momento del pagamento l'attività è svolta in forma di impresa, è applicata la "
        "ritenuta"
    ),
}


def aid_block(case: RentContribution) -> list[Block]:
    """Name the aid regime in full with the amount of aid, or say why there is none (AID-16, AID-17)."""
    heading = pdf.Heading("Aiuti di Stato")
    if case.applicant_kind not in UNDERTAKINGS:
        return [
            heading,
            pdf.Paragraph(
                "Il contributo non costituisce aiuto di Stato ai sensi dell'art. 107 del trattato "
                "sul funzionamento dell'Unione europea, perché non è concesso a un'impresa."
            ),
        ]
    regime = parameters_of(case).aid_regime
    named = REGULATIONS.get(regime, f"Regolamento (UE) {regime}, aiuti «de minimis»")
    return [
        heading,
        pdf.Paragraph(
            f"Il contributo è un aiuto «de minimis» ai sensi del {pdf.escape(named)}. L'aiuto "
            f"concesso è di <b>{euro(case.granted)}</b> (equivalente sovvenzione lordo) e si "
            "considera concesso alla data di questo atto. Concorre al massimale dell'impresa unica "
            "e va indicato nelle dichiarazioni sugli aiuti ricevuti."
        ),
    ]


def withholding_note(case: RentContribution, day: date) -> list[Block]:
    """Say which part is withheld at payment, where it is (TAX-01..TAX-03, TAX-08)."""
    words = WITHHELD_FROM.get(ApplicantKind(case.applicant_kind))
    if not parameters_of(case).withholding or words is None:
        return []
    rate = Decimal(Parameter.objects.value("withholding_rate_percent", day))
    law = Parameter.objects.value("legal_references", day)["withholding"]
    return [
        pdf.Paragraph(
            f"{words} del {percent(rate)} a titolo di acconto ({pdf.escape(law)}). L'importo "
            "concesso è al lordo della ritenuta."
        )
    ]


def publication_note(case: RentContribution, day: date) -> list[Block]:
    """Say that the grant is published, where its amount asks for it (TRA-02, TRA-03)."""
    threshold = Decimal(Parameter.objects.value("transparency_threshold", day))
    if case.granted <= threshold:
        return []
    return [
        pdf.Paragraph(
            f"Poiché supera {euro(threshold)}, la concessione è pubblicata in «Amministrazione "
            "trasparente» (artt. 26 e 27 D.Lgs. 33/2013): la pubblicazione è condizione della sua "
            "efficacia."
        )
    ]
