"""Messages of mail servers, of our own making: their form is that of the technical rules, their people invented."""

import base64
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.mime.base import MIMEBase
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime
from zoneinfo import ZoneInfo

ROME = ZoneInfo("Europe/Rome")
AT = datetime(2026, 3, 12, 10, 15, 30, tzinfo=ROME)
OURS = "7KPM-2QRX-9ABC.17@example.org"
OFFICE, ADDRESSEE = "ufficio@pec.example.org", "impresa@pec.example.com"
SUBJECTS = {
    "accettazione": "ACCETTAZIONE: ",
    "avvenuta-consegna": "CONSEGNA: ",
    "non-accettazione": "AVVISO DI NON ACCETTAZIONE: ",
    "errore-consegna": "AVVISO DI MANCATA CONSEGNA: ",
    "rilevazione-virus": "AVVISO DI MANCATA CONSEGNA PER VIRUS: ",
    "preavviso-errore-consegna": "AVVISO DI MANCATA CONSEGNA PER SUP. TEMPO MASSIMO: ",
}
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE postacert [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b']><postacert tipo="avvenuta-consegna" errore="nessuno"><dati><msgid>&j;</msgid></dati></postacert>'
)


def certificate(
    kind: str,
    *,
    about: str = OURS,
    at: datetime = AT,
    to: str = ADDRESSEE,
    error: str = "nessuno",
    explanation: str = "",
    external: bool = False,
) -> bytes:
    """`daticert.xml` as a provider writes it."""
    explained = f"<errore-esteso>{explanation}</errore-esteso>" if explanation else ""
    delivered = f"<consegna>{to}</consegna>" if kind == "avvenuta-consegna" else ""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<postacert tipo="{kind}" errore="{error}">
  <intestazione>
    <mittente>{OFFICE}</mittente>
    <destinatari tipo="{"esterno" if external else "certificato"}">{to}</destinatari>
    <risposte>{OFFICE}</risposte>
    <oggetto>CW-42: concessione</oggetto>
  </intestazione>
  <dati>
    <gestore-emittente>Gestore di prova S.p.A.</gestore-emittente>
    <data zona="{at:%z}"><giorno>{at:%d/%m/%Y}</giorno><ora>{at:%H:%M:%S}</ora></data>
    <identificativo>opec21.2026@pec.example.net</identificativo>
    <msgid>&lt;{about}&gt;</msgid>
    <ricevuta tipo="completa" />
    {delivered}{explained}
  </dati>
</postacert>
""".encode()


def receipt(
    kind: str,
    *,
    about: str = OURS,
    identity: str = "",
    daticert: bytes | None = b"",
    original: bytes = b"",
    at: datetime = AT,
    **said,
) -> bytes:
    """A receipt as the office's provider puts it into its mailbox, signed by the provider's hand."""
    message = MIMEMultipart("mixed")
    message.attach(MIMEText("Ricevuta di posta certificata: si veda l'allegato.", "plain", "utf-8"))
    if daticert is not None:
        data = daticert or certificate(kind, about=about, at=at, **said)
        message.attach(_attached("application", "xml", data, "daticert.xml"))
    if original:
        part = MIMEBase("message", "rfc822", name="postacert.eml")
        # Letters travel with eight-bit bodies: carried as they came, not read as ASCII.
        part.set_payload([message_from_bytes(original)])
        message.attach(part)
    signed = MIMEMultipart("signed", protocol="application/x-pkcs7-signature", micalg="sha-256")
    signed.attach(message)
    signed.attach(_attached("application", "x-pkcs7-signature", b"firma di prova", "smime.p7s"))
    _head(signed, f"{SUBJECTS[kind]}CW-42: concessione", identity or f"{kind}.{about}", at)
    signed["From"] = "posta-certificata@pec.example.net"
    signed["X-Ricevuta"] = kind
    signed["X-Riferimento-Message-ID"] = f"<{about}>"
    if kind == "avvenuta-consegna":
        signed["X-TipoRicevuta"] = "completa"
    return signed.as_bytes()


def envelope(
    inside: bytes, *, anomaly: bool = False, identity: str = "busta@pec.example.net"
) -> bytes:
    """A message that came to the office's certified mailbox, in the provider's envelope."""
    message = MIMEMultipart("mixed")
    message.attach(MIMEText("Busta di posta certificata.", "plain", "utf-8"))
    if not anomaly:
        data = certificate("posta-certificata", about="loro@example.com")
        message.attach(_attached("application", "xml", data, "daticert.xml"))
    part = MIMEBase("message", "rfc822", name="postacert.eml")
    part.set_payload(inside.decode("ascii", "surrogateescape"))
    message.attach(part)
    _head(message, "ANOMALIA MESSAGGIO: x" if anomaly else "POSTA CERTIFICATA: x", identity, AT)
    message["From"] = '"Per conto di: qualcuno@example.com" <posta-certificata@pec.example.net>'
    message["X-Trasporto"] = "errore" if anomaly else "posta-certificata"
    return message.as_bytes(unixfrom=False)


def bounce(
    status: str,
    *,
    about: str = OURS,
    action: str = "failed",
    diagnostic: str = "",
    to: str = "persona@example.com",
    identity: str = "bounce-1@mx.example.com",
    with_original: bool = True,
) -> bytes:
    """A delivery status notification (RFC 3464) as Postfix writes it."""
    report = MIMEMultipart("report", report_type="delivery-status")
    report.attach(
        MIMEText("I'm sorry to have to inform you that your message could not be delivered.")
    )
    fields = MIMEBase("message", "delivery-status")
    server, recipient = Message(), Message()
    server["Reporting-MTA"] = "dns; mx.example.com"
    recipient["Final-Recipient"], recipient["Action"] = f"rfc822; {to}", action
    recipient["Status"] = status
    recipient["Diagnostic-Code"] = f"smtp; {diagnostic or f'550 {status} no such luck'}"
    fields.set_payload([server, recipient])
    report.attach(fields)
    if with_original:
        report.attach(MIMEMessage(original(about)))
    _head(report, "Undelivered Mail Returned to Sender", identity, AT)
    report["From"] = "MAILER-DAEMON@mx.example.com (Mail Delivery System)"
    report["Auto-Submitted"] = "auto-replied"
    return report.as_bytes()


def original(identity: str = OURS) -> EmailMessage:
    """What the office had sent."""
    message = EmailMessage()
    message["From"], message["To"] = OFFICE, ADDRESSEE
    message["Subject"] = "CW-42: concessione"
    message["Message-ID"] = f"<{identity}>"
    message.set_content("In allegato la lettera.")
    return message


def letter_from(
    words: str = "Quando decidete?", *, identity: str = "domanda@example.com", **more
) -> bytes:
    """What a person writes to the office."""
    message = EmailMessage()
    message["From"] = "Persona Due <persona2@example.com>"
    message["Subject"] = "La mia domanda"
    message["Date"] = format_datetime(AT)
    if identity:
        message["Message-ID"] = f"<{identity}>"
    for name, value in more.items():
        message[name.replace("_", "-")] = value
    message.set_content(words)
    return message.as_bytes()


def _attached(main: str, sub: str, data: bytes, name: str) -> MIMEBase:
    part = MIMEBase(main, sub, name=name)
    part.set_payload(base64.encodebytes(data).decode())
    part["Content-Transfer-Encoding"] = "base64"
    part.add_header("Content-Disposition", "attachment", filename=name)
    return part


def _head(message, subject: str, identity: str, at: datetime) -> None:
    message["Subject"] = subject
    message["To"] = OFFICE
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{identity}>"
