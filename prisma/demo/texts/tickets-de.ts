import { SENSITIVE_DE } from "./sensitive-de";
import type { TicketPack } from "./ticket-pack";

export const TICKETS_DE: TicketPack = {
  greetings: [
    "Guten Tag,",
    "Hallo zusammen,",
    "Sehr geehrte Damen und Herren,",
    "Hallo,",
    "Moin,",
    "Liebes Serviceteam,",
  ],
  closings: [
    "Mit freundlichen Grüßen\n{name}",
    "Viele Grüße\n{name}\n{company}",
    "Danke und Gruß\n{first}",
    "Freundliche Grüße\n{name}\n{company}\nTel. {phone}",
    "MfG\n{name}, {city}",
    "Beste Grüße, {name}\nMobil {mobile}\n{email}",
  ],
  themes: {
    delivery: {
      subjects: [
        "Wo bleibt {order}?",
        "[Liefertermin|Lieferstatus] {order}",
        "[Frage zur Lieferung|Versandstatus] unserer Bestellung",
      ],
      openings: [
        "wir warten [seit {days} Tagen|noch immer] auf {order}, zugesagt war der {date}.",
        "können Sie mir sagen, wann {order} [rausgeht|das Werk verlässt|bei uns ankommt]?",
        "laut Sendungsverfolgung liegt {order} seit dem {date} im Depot in {city}.",
      ],
      details: [
        "Es geht vor allem um die {qty} Stück {sku}.",
        "[Unsere Baustelle|Der Stillstand] beginnt am {later}, dann muss die Ware da sein.",
        "Eine Teillieferung wäre [auch okay|möglich], wenn Sie das vorher ankündigen.",
        "Bitte den Fahrer vorher anrufen lassen: {mobile}.",
      ],
      replies: [
        "{order} ist [heute|gestern] verpackt worden und kommt voraussichtlich am {later} bei Ihnen an.",
        "die Spedition hat uns den {later} zwischen 8 und {time} Uhr genannt. Der Fahrer ruft unter {mobile} an.",
      ],
    },
    technical: {
      subjects: [
        "Technische Frage zu {sku}",
        "Eignung {product} für [Dampf|Heißwasser|Ethanol|Druckluft]",
        "[Druckstufe|Drehmoment|Kv-Wert] {sku}",
      ],
      openings: [
        "wir wollen {product} in einer Leitung mit [Sattdampf|Glykol-Wasser|Natronlauge 30 %|Biogas] einsetzen.",
        "welches [Anzugsmoment|Drehmoment|Dichtungsmaterial] gilt für {sku}?",
        "die Armatur {serial} [pfeift|ruckelt|schließt nicht ganz] bei etwa {pct} % Hub.",
      ],
      details: [
        "Betriebstemperatur liegt bei {days} bis 140 °C.",
        "Im Datenblatt steht dazu [nichts|nur ein Verweis auf PN 40].",
        "Eingebaut wurde sie am {date} von {other} ({otherPhone}).",
        "Gibt es davon eine [ATEX-Ausführung|Variante mit Stellungsregler]?",
      ],
      replies: [
        "{sku} ist für dieses Medium [zugelassen|mit EPDM-Sitz geeignet], bitte achten Sie auf die Einbaulage.",
        "das richtige Moment beträgt {days} Nm, trocken. Das Datenblatt hänge ich an.",
      ],
    },
    spare_parts: {
      subjects: ["Ersatzteile für {serial}", "Dichtsatz {sku} gesucht", "[Reparatursatz|Sitzring] lieferbar?"],
      openings: [
        "für die Armatur mit der Nummer {serial} brauchen wir [einen Dichtsatz|neue Sitzringe|ein Handrad].",
        "haben Sie {sku} [am Lager|kurzfristig lieferbar]?",
        "wir möchten {qty} Reparatursätze passend zu {product} bestellen.",
      ],
      details: [
        "Ursprünglich geliefert mit {order}.",
        "Versand bitte an: {address}.",
        "Express wäre [prima|nötig], die Anlage steht.",
        "Gern als Abruf über unser Konto bei {rep}.",
      ],
      replies: [
        "der passende Satz ist {sku}, {amount} netto, [sofort|in {days} Tagen] lieferbar.",
        "für {serial} gibt es das Teil noch. Soll ich {qty} Stück reservieren?",
      ],
    },
    quote: {
      subjects: ["Anfrage {qty} x {sku}", "Angebot für {product}", "Preisanfrage [Rahmenvertrag|Projekt {city}]"],
      openings: [
        "bitte bieten Sie uns {qty} Stück {product} an.",
        "für ein Projekt in {city} benötigen wir {qty} Armaturen, vor allem {sku}.",
        "wir hätten gern ein Angebot über {qty} x {sku} inklusive [Abnahmezeugnis|Fracht].",
      ],
      details: [
        "Liefertermin spätestens {later}.",
        "{competitor} liegt uns bereits mit {amount} vor.",
        "Bei Fragen bitte an {other}, {otherEmail}.",
        "Wir rechnen mit [dem üblichen Rabatt|mindestens {pct} % Nachlass].",
      ],
      replies: [
        "anbei unser Angebot über {amount}, gültig bis {later}. Ihr Ansprechpartner ist {rep}.",
        "ich habe {rep} gebeten, Ihnen bis {later} ein Angebot zu schicken.",
      ],
    },
    certificate: {
      subjects: ["Zeugnis 3.1 zu {order}", "[Werkszeugnis|Konformitätserklärung] fehlt", "Zertifikate {sku}"],
      openings: [
        "zur Lieferung {order} fehlt uns das [Abnahmeprüfzeugnis 3.1|Materialzeugnis].",
        "der TÜV verlangt für {serial} die [Konformitätserklärung|Druckprüfbescheinigung].",
        "bitte senden Sie die Zeugnisse zu {sku} an {otherEmail}.",
      ],
      details: [
        "Wir brauchen es bis {later}.",
        "Chargennummer {serial}.",
        "Die Abnahme macht {other}, Tel. {otherPhone}.",
      ],
      replies: [
        "das Zeugnis zu {serial} ist im Anhang und im Portal unter {order} abgelegt.",
        "die Bescheinigung wird [heute|morgen] von der Qualitätssicherung ausgestellt und geht an {email}.",
      ],
    },
    invoice_copy: {
      subjects: [
        "Rechnungskopie {invoice}",
        "{invoice} nicht erhalten",
        "Rechnung {invoice} [als PDF|mit Bestellnummer]",
      ],
      openings: [
        "könnten Sie uns {invoice} noch einmal [per Mail|als PDF] schicken?",
        "die Rechnung zu {order} ist bei uns nie angekommen.",
        "auf {invoice} fehlt unsere Bestellnummer, bitte korrigieren.",
      ],
      details: [
        "Bitte an {otherEmail}, nicht an die alte Adresse.",
        "Der Betrag von {amount} ist [schon zur Zahlung vorgesehen|von unserer Seite freigegeben].",
        "Unsere Steuernummer hat sich nicht geändert.",
        "Zahlung erfolgt von {account}.",
      ],
      replies: [
        "{invoice} über {amount} finden Sie im Anhang.",
        "die korrigierte Rechnung {invoice} geht heute an {email}.",
      ],
    },
    data_change: {
      subjects: ["Neue [Adresse|Anschrift]", "Ansprechpartner geändert", "[Stammdaten|Kontaktdaten] {company}"],
      openings: [
        "wir sind umgezogen, die neue Anschrift lautet {newAddress}.",
        "{other} ist nicht mehr bei uns, bitte künftig alles an {name}, {email}.",
        "meine neue Nummer ist {mobile}, bitte ändern Sie das im Kundenkonto.",
      ],
      details: [
        "Die Lieferadresse bleibt {address}.",
        "Rechnungen bitte an {otherEmail}.",
        "Gültig ab {later}.",
        "Unsere neue Bankverbindung für Lastschriften: {account}.",
      ],
      replies: [
        "die Änderung ist eingetragen und gilt ab {later}.",
        "ich habe {email} und {mobile} hinterlegt. Bitte prüfen Sie die Bestätigung.",
      ],
    },
    appointment: {
      subjects: [
        "Wartungstermin [verschieben|vereinbaren]",
        "Techniker am {later}?",
        "Termin [Inbetriebnahme|Jahreswartung]",
      ],
      openings: [
        "der Termin am {later} passt uns leider nicht [mehr|], geht es [eine Woche später|in der Folgewoche]?",
        "wir brauchen einen Techniker für die [Jahreswartung|Inbetriebnahme] von {qty} Armaturen.",
        "wer kommt am {later} und [wann ungefähr|um wie viel Uhr]?",
      ],
      details: [
        "Vor Ort ist {other}, {otherPhone}.",
        "Adresse: {address}. Türcode {code}.",
        "Bitte nicht vor {time} Uhr.",
        "Der Kollege vom letzten Mal kennt den Weg.",
      ],
      replies: [
        "der Termin ist auf den {later}, {time} Uhr verlegt. Es kommt {agent}.",
        "ich habe den {later} für Sie reserviert, {agent} meldet sich vorher unter {mobile}.",
      ],
    },
    return: {
      subjects: ["Rücksendung aus {order}", "Falsche [Größe|Ausführung] geliefert", "Retoure {sku}"],
      openings: [
        "wir haben {qty} x {sku} zu viel bestellt und möchten sie zurückgeben.",
        "statt {sku} kam [eine andere Nennweite|die Flanschausführung].",
        "bitte senden Sie uns [einen Rücksendeschein|die Retourennummer] zu {order}.",
      ],
      details: [
        "Die Ware ist [originalverpackt|ungeöffnet].",
        "Abholung bitte bei {address}.",
        "Gutschrift bitte auf {account}.",
      ],
      replies: [
        "die Abholung ist für den {later} angemeldet, Gutschrift folgt nach Prüfung.",
        "bitte legen Sie den Schein bei, Retoure {ticket}.",
      ],
    },
    warranty: {
      subjects: ["[Garantie|Gewährleistung] {serial}", "{sku} nach {days} Wochen undicht", "Defekter Antrieb"],
      openings: [
        "die Armatur {serial} aus {order} ist nach {days} Wochen undicht.",
        "der Antrieb {serial} [zieht nicht mehr an|fährt nicht in Endlage].",
        "an {qty} von {qty} Stück {sku} löst sich die Beschichtung.",
      ],
      details: [
        "Fotos kann ich per WhatsApp an {agentPhone} schicken.",
        "Eingebaut hat sie die Firma {other}, {otherPhone}.",
        "Bitte Ersatz an {address}.",
      ],
      replies: [
        "das ist ein Gewährleistungsfall, Ersatz für {serial} geht am {later} raus.",
        "bitte schicken Sie die Armatur zur Prüfung ein, Kennzeichen {ticket}.",
      ],
    },
    ...SENSITIVE_DE,
  },
  asides: [
    "Sie erreichen mich unter {mobile}.",
    "Unsere Adresse: {address}.",
    "Am besten [anrufen|durchklingeln]: {phone}, ab {time} Uhr.",
    "Kopie bitte an {other} ({otherEmail}).",
    "Gezahlt wird von {account}.",
    "Meine Kollegin {other} ({otherPhone}) weiß auch Bescheid.",
    "Zur Not zahle ich mit Karte {card}.",
  ],
  followUps: [
    "[Danke|Vielen Dank], das hilft.",
    "Noch eine Frage: gilt das auch für {sku}?",
    "Ich habe bis jetzt nichts gehört. Meine Nummer: {mobile}.",
    "Bitte sprechen Sie mit {other}, {otherPhone}, ich bin ab {later} im Urlaub.",
    "Die Unterlagen habe ich an {agentEmail} geschickt.",
    "Passt. Lieferadresse ist {address}.",
    "[Nein, das reicht mir nicht.|Das war nicht vereinbart.] Ich möchte mit {rep} sprechen.",
    "Bitte auf {account} überweisen, Inhaber {name}.",
  ],
  replyGreetings: ["Guten Tag {name},", "Hallo {first},", "Guten Tag,"],
  replyClosings: [
    "Mit freundlichen Grüßen\n{agent}\nQuellmar Service",
    "Viele Grüße\n{agent}, {agentPhone}",
    "Freundliche Grüße\n{agent}",
  ],
  resolutions: [
    "Damit ist der Vorgang {ticket} erledigt. [Melden Sie sich gern wieder.|Danke für Ihre Geduld.]",
    "ich schließe das Ticket. Falls noch etwas offen ist: {agentPhone}.",
    "die Sache ist geklärt, die Bestätigung ging an {email}.",
  ],
  internalNotes: [
    "Rückruf bei {name} ({mobile}) erledigt, [freundlich|gereizt].",
    "{rep} sagt: Kulanz bis {part}, nicht mehr.",
    "Achtung: Kunde verhandelt mit {competitor}.",
    "Bonität prüfen, letzte Zahlung kam zurück. Konto {account}.",
    "Mit Buchhaltung geklärt, Gutschrift {part} freigegeben.",
  ],
};
