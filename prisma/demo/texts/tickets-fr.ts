import { SENSITIVE_FR } from "./sensitive-fr";
import type { TicketPack } from "./ticket-pack";

export const TICKETS_FR: TicketPack = {
  greetings: ["Bonjour,", "Madame, Monsieur,", "Bonjour à tous,", "Bonsoir,"],
  closings: [
    "Cordialement,\n{name}",
    "Bien à vous,\n{name}\n{company}",
    "Merci d'avance,\n{first}",
    "Cordialement\n{name}\n{company}\nTél. {phone}",
    "Salutations,\n{name}, {city}\n{mobile}",
  ],
  themes: {
    delivery: {
      subjects: ["Où en est {order} ?", "[Délai|Livraison] {order}", "Suivi d'expédition"],
      openings: [
        "nous attendons {order} depuis [{days} jours|trop longtemps], promise pour le {date}.",
        "pouvez-vous me dire quand {order} sera [expédiée|livrée] ?",
        "d'après le suivi, {order} est au dépôt de {city} depuis le {date}.",
      ],
      details: [
        "Ce sont surtout les {qty} pièces {sku} qui nous manquent.",
        "[L'arrêt|Le chantier] commence le {later}.",
        "Une livraison partielle nous convient.",
        "Le chauffeur peut appeler le {mobile}.",
      ],
      replies: [
        "{order} est partie [aujourd'hui|hier], livraison prévue le {later}.",
        "le transporteur annonce le {later} avant {time}, il appellera le {mobile}.",
      ],
    },
    technical: {
      subjects: ["Question technique {sku}", "{product} pour [vapeur|eau glycolée|soude]", "[Couple|Kv|Siège] {sku}"],
      openings: [
        "nous voulons utiliser {product} sur de [la vapeur saturée|l'eau glycolée|l'air comprimé].",
        "quel [couple de serrage|matériau de siège] pour {sku} ?",
        "la vanne {serial} [vibre|siffle|ne ferme pas] à {pct} % de course.",
      ],
      details: [
        "La température va de {days} à 140 °C.",
        "La fiche technique [ne dit rien|renvoie à PN 40].",
        "Montée le {date} par {other} ({otherPhone}).",
        "Existe-t-il une version [ATEX|avec positionneur] ?",
      ],
      replies: [
        "{sku} convient [avec un siège EPDM|sans réserve] à ce fluide.",
        "le couple est de {days} Nm à sec, la fiche est jointe.",
      ],
    },
    spare_parts: {
      subjects: ["Pièces pour {serial}", "Kit de joints {sku}", "[Volant|Siège] disponible ?"],
      openings: [
        "il nous faut [un kit de joints|des sièges neufs] pour la vanne {serial}.",
        "avez-vous {sku} en stock ?",
        "merci d'envoyer {qty} kits de réparation pour {product}.",
      ],
      details: [
        "Livrée à l'origine avec {order}.",
        "Expédition à : {address}.",
        "En express, l'installation est à l'arrêt.",
      ],
      replies: [
        "le bon kit est {sku}, {amount} HT, disponible sous {days} jours.",
        "la pièce existe toujours pour {serial}. Je vous en réserve {qty} ?",
      ],
    },
    quote: {
      subjects: ["Demande de prix {qty} x {sku}", "Devis {product}", "Offre pour [contrat cadre|chantier {city}]"],
      openings: [
        "merci de nous faire un devis pour {qty} {product}.",
        "pour un chantier à {city} il nous faut {qty} vannes, surtout {sku}.",
      ],
      details: [
        "Livraison avant le {later}.",
        "{competitor} nous a proposé {amount}.",
        "Contact : {other}, {otherEmail}.",
        "Nous attendons [la remise habituelle|au moins {pct} %].",
      ],
      replies: [
        "voici notre offre de {amount}, valable jusqu'au {later}. Votre contact : {rep}.",
        "{rep} vous enverra une offre avant le {later}.",
      ],
    },
    certificate: {
      subjects: ["Certificat 3.1 {order}", "[Déclaration|Certificat] manquant", "Certificats {sku}"],
      openings: [
        "le certificat [3.1|matière] de {order} n'était pas joint.",
        "l'inspecteur demande [la déclaration de conformité|le PV d'épreuve] de {serial}.",
      ],
      details: [
        "Il nous le faut pour le {later}.",
        "Coulée {serial}.",
        "Le contrôle est fait par {other}, {otherPhone}.",
      ],
      replies: [
        "le certificat de {serial} est joint et disponible sur le portail.",
        "la qualité l'enverra à {email} [aujourd'hui|demain].",
      ],
    },
    invoice_copy: {
      subjects: ["Copie de facture {invoice}", "{invoice} non reçue", "Facture {invoice} à corriger"],
      openings: [
        "pouvez-vous renvoyer {invoice} en PDF ?",
        "nous n'avons jamais reçu la facture de {order}.",
        "notre numéro de commande manque sur {invoice}.",
      ],
      details: [
        "À envoyer à {otherEmail}.",
        "Le montant de {amount} est [validé|prévu au prochain règlement].",
        "Règlement depuis {account}.",
      ],
      replies: ["{invoice} de {amount} est jointe.", "la facture corrigée part aujourd'hui à {email}."],
    },
    data_change: {
      subjects: ["Changement d'adresse", "Nouveau contact", "[Coordonnées|Compte] {company}"],
      openings: [
        "nous avons déménagé : {newAddress}.",
        "{other} a quitté l'entreprise, merci d'écrire à {name}, {email}.",
        "mon nouveau numéro est le {mobile}.",
      ],
      details: [
        "La livraison reste au {address}.",
        "Factures à {otherEmail}.",
        "À partir du {later}.",
        "Nouveau compte : {account}.",
      ],
      replies: ["c'est noté, valable à partir du {later}.", "j'ai enregistré {email} et {mobile}."],
    },
    appointment: {
      subjects: ["[Décaler|Prendre] rendez-vous", "Technicien le {later} ?", "Visite d'entretien"],
      openings: [
        "le {later} ne nous convient plus, peut-on décaler d'une semaine ?",
        "il nous faut un technicien pour [la mise en service|l'entretien annuel] de {qty} vannes.",
      ],
      details: ["Sur place : {other}, {otherPhone}.", "Adresse : {address}. Code porte {code}.", "Pas avant {time}."],
      replies: [
        "la visite est fixée au {later}, {time}, avec {agent}.",
        "{agent} vous appellera au {mobile} avant de passer.",
      ],
    },
    return: {
      subjects: ["Retour {order}", "Mauvaise [taille|version] livrée", "Retour {sku}"],
      openings: [
        "nous avons {qty} {sku} en trop et souhaitons les rendre.",
        "au lieu de {sku} nous avons reçu [un autre diamètre|la version à brides].",
      ],
      details: ["L'emballage est [intact|d'origine].", "Enlèvement : {address}.", "Avoir sur {account}."],
      replies: ["l'enlèvement est prévu le {later}, l'avoir suivra.", "joignez le bon de retour {ticket}."],
    },
    warranty: {
      subjects: ["Garantie {serial}", "{sku} fuit après {days} semaines", "Actionneur défectueux"],
      openings: [
        "la vanne {serial} de {order} fuit après {days} semaines.",
        "l'actionneur {serial} [ne bouge plus|s'arrête avant la butée].",
      ],
      details: [
        "Je peux envoyer des photos au {agentPhone}.",
        "Installée par {other}, {otherPhone}.",
        "Remplacement à : {address}.",
      ],
      replies: [
        "c'est sous garantie, le remplacement part le {later}.",
        "merci de nous renvoyer la vanne, référence {ticket}.",
      ],
    },
    ...SENSITIVE_FR,
  },
  asides: [
    "Vous pouvez me joindre au {mobile}.",
    "Notre adresse : {address}.",
    "Appelez plutôt le {phone} après {time}.",
    "Copie à {other} ({otherEmail}).",
    "Le paiement viendra de {account}.",
    "Sinon je paie par carte {card}.",
  ],
  followUps: [
    "Merci, c'est clair.",
    "Une question encore : est-ce pareil pour {sku} ?",
    "Toujours pas de nouvelles. Mon numéro : {mobile}.",
    "Voyez avec {other}, {otherPhone}, je suis absent à partir du {later}.",
    "J'ai envoyé les documents à {agentEmail}.",
    "D'accord. Livraison au {address}.",
    "[Non, ce n'est pas suffisant.|Ce n'était pas convenu.] Je veux parler à {rep}.",
  ],
  replyGreetings: ["Bonjour {name},", "Bonjour,"],
  replyClosings: ["Cordialement,\n{agent}\nService Quellmar", "Bien à vous,\n{agent}, {agentPhone}"],
  resolutions: [
    "Le dossier {ticket} est clos. [Merci de votre patience.|N'hésitez pas à revenir vers nous.]",
    "je ferme le ticket. En cas de besoin : {agentPhone}.",
    "c'est réglé, la confirmation est partie à {email}.",
  ],
  internalNotes: [
    "{name} rappelé au {mobile}, [aimable|énervé].",
    "{rep} : geste commercial jusqu'à {part}, pas plus.",
    "Attention, le client négocie avec {competitor}.",
    "Vérifier la solvabilité, rejet sur {account}.",
  ],
};
