/**
 * Customers' messages written for this project in nine languages. Personal values stand in braces with their kind before a bar, so that
 * a test can tell where each is: "I am {name|Ada Okonkwo}". People, numbers and addresses are invented.
 */
export const MESSAGES: readonly string[] = [
  // English
  "Hi, my name is {name|Tamsin Okorafor} and I still have not received my parcel. You can ring me on {phone|07700 900123} after six.",
  "Dear Sir or Madam,\n\nI was charged twice for the same booking. My card is {card|4111 1111 1111 1111}.\n\nYours sincerely,\n{name|Gwendolyn Fairweather}\n{address|14 Larkspur Close, Norwich NR4 7QT}",
  "Please send the replacement to {address|221b Baker Street, London NW1 6XE}. The old address no longer works.",
  "i spoke to {name|ramesh} yesterday and he told me to email {email|ramesh.k+claims@example.co.in}, still no reply!!",
  "Your agent {name|Delroy} was very rude. I want a refund to {bank_account|GB82 WEST 1234 5698 7654 32} today.",
  "My wife {name|Siobhán} and I booked two seats on the 14:20 to Leeds, but the confirmation only shows one.",
  "Order #48213 never arrived. {name|Mrs Abernathy|Abernathy} next door says a driver left it at {address|17 Quarry Lane}.",
  "I am {name|Oluwaseun Adebayo}, born {date_of_birth|12 March 1984}, and I would like a copy of everything you hold about me.",
  "thanks for nothing. cancel my subscription and delete my data. {email|k_lindqvist88@example.se}",
  "The delivery to {address|1600 Harbor View Drive, Apt 4B, Annapolis, MD 21403} was left in the rain.",
  "Can you change the name on the ticket from {name|Jon Pertwhistle} to {name|Joan Pertwhistle}? Same passport {other_id|533380006}.",
  "Call {name|Dr. Whitcombe|Whitcombe} at {phone|(212) 555-0147} ext. 12, or text {phone|+1 917 555 0188}.",
  "My social security number is {national_id|536-22-8711}; somebody opened an account with it.",
  "login from {ip_address|203.0.113.77} was not me, my username is {username|skater_dan}",
  "Kind regards,\n\n{name|Priyanka Venkataraman}\nHead of Facilities",
  "When will you fix the app? It crashes on my iPhone every Monday.",
  "Is there a fee for withdrawing cash from an ATM in Spain?",
  "The invoice 2024-00871 says 1 250 000 but we agreed on 1,200,000 EUR.",
  "I bought three chairs and two tables in March and paid 349.99 by Visa.",
  "Thank you for the quick answer. Everything works now, version 10.4.2.1 is fine.",
  // German
  "Sehr geehrte Damen und Herren, meine Bestellung vom 3. Mai ist noch nicht angekommen. Bitte rufen Sie mich unter {phone|0171 5550123} an. Mit freundlichen Grüßen {name|Annegret Kowalczyk}",
  "Guten Tag, ich heiße {name|Jürgen Bäcker} und wohne in der {address|Lindenstraße 12a, 10969 Berlin}. Das Paket wurde nicht geliefert.",
  "Hallo Herr {name|Özdemir}, vielen Dank für die Rückmeldung. Die Rechnung habe ich bezahlt.",
  "Bitte überweisen Sie das Geld auf mein Konto {bank_account|DE89 3704 0044 0532 0130 00}. Danke, {name|Heike}",
  "Meine neue Anschrift lautet {address|Am Alten Markt 7, 50667 Köln}.",
  "Frau {name|Schulze-Wittgenstein} hat mir gestern am Telefon etwas anderes gesagt als Ihr Kollege im Chat.",
  "Der Kundendienst hat meine Beschwerde über die Waschmaschine einfach ignoriert. Ich möchte mein Geld zurück.",
  "Wann kommt die Lieferung mit dem Schrank und der Lampe? Die Nummer der Bestellung ist 4711-22.",
  // French
  "Bonjour, je m'appelle {name|Maëlys Charpentier} et je n'ai toujours pas reçu mon colis. Mon numéro est le {phone|06 12 34 56 78}.",
  "Je suis {name|Thibault Lemoine}, j'habite {address|27 rue des Acacias, 69003 Lyon}. Veuillez me rembourser.",
  "Merci de contacter Madame {name|Dufresne} à l'adresse {email|c.dufresne@example.fr}.",
  "Cordialement,\n{name|Ghislaine Abadie}",
  "Pourquoi ma commande est-elle annulée ? Le paiement est pourtant passé lundi.",
  // Spanish
  "Hola, me llamo {name|Iker Zubizarreta} y quiero una devolución. Mi teléfono es {phone|612 345 678}.",
  "Vivo en la {address|Calle de Alcalá 45, 28014 Madrid} y el paquete nunca llegó.",
  "La señora {name|Echeverría} me dijo que el reembolso tarda cinco días. Mi DNI es {national_id|12345678Z}.",
  "Un saludo,\n{name|Begoña Larrañaga}",
  "No puedo entrar en mi cuenta desde ayer. ¿Pueden ayudarme por favor?",
  // Portuguese
  "Olá, meu nome é {name|Thaís Vasconcelos} e meu CPF é {national_id|529.982.247-25}. Não recebi o produto.",
  "Entreguem na {address|Rua das Laranjeiras 210, 22240-003 Rio de Janeiro}, por favor.",
  "Obrigado,\n{name|Evandro Quintanilha}",
  "O aplicativo não abre no meu celular desde a última atualização.",
  // Italian
  "Buongiorno, mi chiamo {name|Ludovica Bergamaschi} e vorrei un rimborso. Il mio numero è {phone|+39 347 555 0192}.",
  "Abito in {address|Via Giuseppe Garibaldi 18, 40121 Bologna} e il corriere non ha suonato.",
  "Il signor {name|Pellegrini} mi ha chiamato ieri per la fattura.",
  "La mia carta è stata bloccata senza motivo, cosa devo fare?",
  // Dutch
  "Hallo, mijn naam is {name|Femke Hoogeboom} en mijn bestelling is niet aangekomen. Bel mij op {phone|06-55501234}.",
  "Ik woon op de {address|Prinsengracht 263, 1016 GV Amsterdam}. Graag daar bezorgen.",
  "Met vriendelijke groet,\n{name|Joost van den Berghe}",
  "Waarom is mijn betaling mislukt? Ik heb genoeg geld op mijn rekening.",
  // Hindi in Latin letters
  "Namaste, mera naam {name|Harshvardhan Solanki} hai aur mera order abhi tak nahi aaya. Mera number {phone|98765 43210} hai.",
  "Bhai mera refund kab aayega? {name|Sunil} ji ne bola tha do din mein.",
  "Mera PAN {national_id|ABCPE1234F} hai aur account number {bank_account|50100234567891} mein paisa nahi aaya.",
  "App chal nahi raha hai, password bhi reset nahi ho raha.",
  // Polish and Swedish names in English, and other writing
  "Hej, jag heter {name|Ebba Sandström} och bor på {address|Storgatan 14, 411 24 Göteborg}.",
  "MY NAME IS {name|GERALD HUXTABLE} AND I WANT MY MONEY BACK. CALL {phone|020 7946 0991}",
  "The driver, a certain {name|Wojciechowski}, refused to show his ID.",
  "Passenger: {name|LINDGREN/ASTRID|LINDGREN} flight BA117, seat 14C",
  "Name: {name|Bartholomew Quigley}\nPhone: {phone|416-555-0134}\nE-mail: {email|bq@example.ca}\nAddress: {address|88 Maple Ridge Cres, Toronto, ON M4C 1B5}",
];
