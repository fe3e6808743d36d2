/**
 * Words that columns use for how a person is called and reached: English, German, French, Spanish, Portuguese, Italian, Dutch,
 * romanised Hindi, and the commonest in other scripts. Accents are folded before matching.
 */
export const CONTACT_WORDS = {
  email: `mailbox address, from address, to address, sender address, recipient address, reply to address, email, emails, mail, email address, mail address, email id, emailid, email addr, eml, emladr, mailaddr, emailaddr, e mail adresse, email adresse, mailadresse, emailadresse, courriel,
    adresse mail, adresse email, adresse electronique, mel, correo, correo electronico, correu, correio eletronico, endereco eletronico, direccion de correo, posta elettronica, eposta, epost,
    dak pata, email pata, 邮箱, 電子メール, メール, почта, электронная почта`,
  phone: `phone, phones, phone number, phone no, phone num, telephone, telephones, tel, telno, tel no, tel nr, telnr, telefon, telefonnummer, telefonnr, mobile, mobil, mobile number, mobile no, mobilnummer, mobilfunk, handy,
    handynummer, handynr, mobiltelefon, cell, cellphone, cell phone, cell number, fax, fax number, faxnummer, telefax, faks, rufnummer, festnetz, durchwahl, landline, msisdn, whatsapp, telefono, telefonos, numero de telefono,
    numero de telephone, numero telephone, celular, celular numero, movil, numero movil, portable, tel portable, telefone, telefones, numero telefone, cellulare, telefoon, telefoonnummer, gsm, phn, ph no, ph num,
    contact number, contact no, contact num, sampark number, sampark sankhya, mobile sankhya, phone sankhya, doorbhash, durbhash, dial in, callback number, caller id, caller number, calling number, called number, dialed number, destination number, sms number, text number, phone ext, phone extension,
    电话, 手机, 電話, 電話番号, телефон, 전화`,
  first_name: `first name, firstname, fname, f name, given name, givenname, given names, forename, forenames, christian name, middle name, middlename, mname, middle initial, vorname, vornamen, rufname, prenom, prenoms,
    primer nombre, segundo nombre, nombre de pila, nombres, primeiro nome, nome proprio, prenome, voornaam, pehla naam, pratham naam, имя, 名`,
  last_name: `last name, lastname, lname, l name, surname, surnames, family name, familyname, second name, sirname, maiden name, birth name, geburtsname, nachname, nachnamen, familienname, zuname, nom de famille, nom famille,
    nom de naissance, apellido, apellidos, primer apellido, segundo apellido, apellido paterno, apellido materno, sobrenome, apelido, ultimo nome, cognome, achternaam, upnaam, kulnaam, antim naam, фамилия, отчество, 姓`,
  full_name: `full name, fullname, real name, realname, person name, name on card, name on account, embossed name, caller name, receiver name, passenger name, patient name, display name, displayname, preferred name, formatted name, contact name, contact person, contactname, contact person name,
    ansprechpartner, ansprechpartnerin, kontaktperson, vollstandiger name, kontoinhaber, karteninhaber, nom complet, nom et prenom, nom prenom, nombre completo, nombre y apellidos, nome completo, nominativo, titulaire,
    titular, titular de la cuenta, cardholder name, card holder name, cardholder, card holder, account holder name, account holder, holder name, beneficiary name, poora naam, pura naam, purn naam, attn, attention to, attention line, signed by, signature name,
    nickname, nick name, alias name, spitzname, surnom, apodo, spouse name, mother name, father name, mothers name, fathers name, mothers maiden name, mother maiden name, guardian name, pita ka naam, mata ka naam, next of kin, emergency contact,
    姓名, 氏名, 名前, фио, 이름`,
  name: `name, names, nm, namen, nom, noms, nombre, nome, nomes, naam, naam`,
  honorific: `honorific, salutation, title of courtesy, courtesy title, name prefix, name suffix, prefix name, suffix name, anrede, titel anrede, civilite, tratamiento, tratamento, form of address, pronouns, personal title`,
  username: `username, user name, usernames, login, login name, loginname, login id, user login, logon, logon name, screen name, screenname, handle, user handle, gamertag, benutzername, nutzername, anmeldename, benutzerkennung,
    nom utilisateur, nom d utilisateur, identifiant, pseudo, nombre de usuario, nombre usuario, usuario nombre, nome de usuario, nome usuario, nome utente, gebruikersnaam, upyogkarta naam, sam account name, upn, user principal name`,
  social: `google plus, quora, angel list, stack overflow, linkedin id, linked in id, linked in url, linkedin slug, linked in slug, twitter, twitter handle, linkedin, linked in, facebook, instagram, skype, telegram, tiktok, github, wechat, line id, snapchat, discord, mastodon, bluesky, pinterest, youtube, xing, facebook id, twitter id, linkedin url, facebook url, twitter url, social profile, social profiles, social links, github username, slack username, slack handle`,
  website: `websites, website, web site, homepage, home page, web page, webseite, internetseite, site web, sitio web, pagina web, blog, blog url, resume, resume url, resume link, cv, cv url, curriculum vitae, portfolio, portfolio url, personal meeting url, personal url, profile url, profile link`,
  photo: `photo, photos, photo url, photograph, avatar, avatar url, profile picture, profile image, profile photo, profile pic, headshot, selfie, portrait, passfoto, lichtbild, foto, fotografia, profilbild, gravatar, face image, tasveer, image 24, image 512, picture, picture url, pic, pic url, photo path, gravatar id, gravatar url, avatar template`,
} as const;

/** Words for where a person lives, works or is. */
export const PLACE_WORDS = {
  street: `address, addresses, addr, adr, addy, street, street address, str, street name, street number, street no, house, house number, house no, houseno, house num, house name, building number, apartment, apt, apt no, flat no, flat number, suite, unit number,
    address line, addr line, line 1, line 2, line 3, line one, line two, address 1, address 2, address 3, addr 1, addr 2, address one, address two, street 1, street 2, po box, mailing address, postal address, home address, residence, residential address, physical address, adresse, anschrift, strasse, strassenname,
    strasse nr, strasse hausnummer, strasse und hausnummer, hausnummer, hausnr, lieferadresse, rechnungsadresse, wohnort adresse, wohnadresse, postfach, adresszeile, zusatz, adresszusatz, rue, adresse postale, numero rue, voie, complement adresse,
    domicile, adresse livraison, adresse facturation, direccion, calle, domicilio, numero exterior, numero interior, direccion postal, endereco, rua, logradouro, complemento, numero casa, morada, indirizzo, via indirizzo, adres, straat, huisnummer,
    pata, ghar ka pata, makan number, makaan sankhya, gali, sadak, mohalla, formatted area, formatted address, full address, address text, thoroughfare, premise, door number, landmark, 地址, 住所, адрес, улица, 주소`,
  city: `city, cities, town, municipality, locality, suburb, village, hometown, home town, borough, ort, ortsname, wohnort, stadt, gemeinde, ville, commune, localite, ciudad, poblacion, localidad, municipio, cidade, bairro, citta, comune,
    stad, plaats, woonplaats, shahar, sheher, shehar, nagar, gaon, gram, city name, 城市, город`,
  postcode: `zip, zips, zip code, zipcode, zip 4, postal code, postalcode, postcode, post code, postal, postal zip, plz, postleitzahl, code postal, cp, codigo postal, codpostal, cod postal, cep, cap code, pincode, pin code, pin kod, dak kod, eircode, 邮编, 郵便番号, индекс`,
  region: `uf, state, province, region, county, district, prefecture, department code, bundesland, kanton, landkreis, provinz, region name, etat, departement, provincia, estado, comunidad autonoma, distrito, concelho, regione, rajya, pradesh, zila, jila, tehsil, taluka, state code, state province, province code, administrative area, admin area, admin area level 1, admin area level 2, administrative district, administrative district level, administrative district level 1, administrative district level 2, administrative district level 3, subdivision, state abbr, territory`,
  country: `country, countries, country code, country name, nation, land, staat, landkennung, landercode, pays, code pays, pais, codigo pais, paese, desh, country iso, iso country, 国家, страна`,
  geo: `pickup lat, pickup lng, dropoff lat, dropoff lng, pickup latitude, pickup longitude, dropoff latitude, dropoff longitude, latitude, longitude, lat, lon, lng, long, lat long, latlng, lat lon, geo, geopoint, geo point, geolocation, geo location, coordinates, coords, coordinate, gps, gps location, gps lat, breitengrad, langengrad, laengengrad, latitud, longitud, geography, geohash, what 3 words, plus code, easting, northing`,
  access: `delivery instructions, access instructions, special instructions, gate code, door code, entry code, entrance, doorbell, klingel, lieferhinweis, zustellhinweis, instructions livraison, instrucciones entrega, instrucciones de entrega, digicode, code porte, access notes`,
  location: `location, locations, place of residence, pickup location, dropoff location, current location, last location, standort, aufenthaltsort, emplacement, ubicacion, localizacao, localizacion, sthan, user location, residence city, place, geo region, geo city, geo country`,
} as const;
