"""Who else may apply, in what letters must be able to print."""

from workflows.written.people import OrganisationData

LONG_NAME = ("<b>Bottega & Figli</b> società cooperativa sociale a responsabilità limitata " * 2)[
    :120
]

ENTERPRISE = OrganisationData(
    name="Bottega Prova srl",
    legal_form="company",
    tax_code="01234560207",
    vat_number="01234560207",
    rea="MN-123456",
    ateco="62.01",
    size="micro",
    vat_opened_on=None,
    street="Via del Lavoro",
    street_number="9",
    postcode="46100",
    municipality="Mantova",
    province="MN",
    pec="bottega@pec.example.org",
    email="bottega@example.org",
    capacity="legal_representative",
)
