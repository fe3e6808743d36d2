export type CountryCode = "DE" | "IN" | "US" | "FR" | "BR" | "GB";
export type Language = "de" | "en" | "fr" | "pt" | "hi";
export type Currency = "EUR" | "INR" | "USD" | "BRL" | "GBP";

export interface City {
  readonly name: string;
  readonly region: string;
  /** `#` stands for a digit, `?` for a letter. */
  readonly postalPattern: string;
  readonly areaCode: string;
}

export interface Country {
  readonly code: CountryCode;
  readonly name: string;
  readonly nativeName: string;
  /** The share of customers here, as a weight. */
  readonly weight: number;
  readonly currency: Currency;
  /** Units of the currency for one euro. */
  readonly perEuro: number;
  /** VAT, GST or sales tax in percent. */
  readonly taxRate: number;
  readonly dial: string;
  readonly cities: readonly City[];
  readonly streets: readonly string[];
}

/** "Köln|NRW|506##|221" */
function toCity(line: string): City {
  const [name = "", region = "", postalPattern = "", areaCode = ""] = line.split("|");
  return { name, region, postalPattern, areaCode };
}
const cities = (lines: string): City[] =>
  lines
    .trim()
    .split("\n")
    .map((line) => toCity(line.trim()));
const list = (text: string): string[] => text.split(",").map((item) => item.trim());

const GERMANY: Country = {
  code: "DE",
  name: "Germany",
  nativeName: "Deutschland",
  weight: 32,
  currency: "EUR",
  perEuro: 1,
  taxRate: 19,
  dial: "49",
  cities: cities(`Berlin|Berlin|10###|30
    Hamburg|Hamburg|20###|40
    München|Bayern|80###|89
    Köln|Nordrhein-Westfalen|506##|221
    Frankfurt am Main|Hessen|603##|69
    Stuttgart|Baden-Württemberg|701##|711
    Leipzig|Sachsen|041##|341
    Dortmund|Nordrhein-Westfalen|441##|231
    Bremen|Bremen|281##|421
    Hannover|Niedersachsen|301##|511
    Nürnberg|Bayern|904##|911
    Mannheim|Baden-Württemberg|681##|621
    Ludwigshafen|Rheinland-Pfalz|670##|621
    Kassel|Hessen|341##|561
    Göppingen|Baden-Württemberg|7303#|7161
    Oldenburg|Niedersachsen|261##|441
    Rostock|Mecklenburg-Vorpommern|180##|381
    Regensburg|Bayern|930##|941`),
  streets: list(
    "Lindenstraße, Bahnhofstraße, Industriestraße, Hauptstraße, Gartenweg, Am Mühlbach, Schillerstraße, Goethestraße, Werkstraße, Hafenstraße, Ringstraße, Bergstraße, Gewerbepark Süd, Dieselstraße, Robert-Koch-Straße, Kirchgasse, Am Alten Gaswerk, Ziegeleiweg, Rosenstraße, Feldstraße",
  ),
};

const INDIA: Country = {
  code: "IN",
  name: "India",
  nativeName: "India",
  weight: 22,
  currency: "INR",
  perEuro: 91,
  taxRate: 18,
  dial: "91",
  cities: cities(`Pune|Maharashtra|4110##|20
    Mumbai|Maharashtra|4000##|22
    Ahmedabad|Gujarat|3800##|79
    Vadodara|Gujarat|3900##|265
    Rajkot|Gujarat|3600##|281
    Chennai|Tamil Nadu|6000##|44
    Coimbatore|Tamil Nadu|6410##|422
    Bengaluru|Karnataka|5600##|80
    Hyderabad|Telangana|5000##|40
    New Delhi|Delhi|1100##|11
    Noida|Uttar Pradesh|2013##|120
    Kanpur|Uttar Pradesh|2080##|512
    Kolkata|West Bengal|7000##|33
    Jaipur|Rajasthan|3020##|141
    Ludhiana|Punjab|1410##|161
    Indore|Madhya Pradesh|4520##|731`),
  streets: list(
    "MIDC Phase II, GIDC Estate, MG Road, Station Road, Link Road, Sector 63, Peenya Industrial Area, Ring Road, Nehru Nagar, Gandhi Marg, SIDCO Estate, Okhla Phase III, Patel Nagar, Lake View Road, Temple Street, Shivaji Nagar",
  ),
};

const UNITED_STATES: Country = {
  code: "US",
  name: "United States",
  nativeName: "USA",
  weight: 17,
  currency: "USD",
  perEuro: 1.1,
  taxRate: 7.25,
  dial: "1",
  cities: cities(`Houston|TX|770##|713
    Dallas|TX|752##|214
    Chicago|IL|606##|312
    Cleveland|OH|441##|216
    Pittsburgh|PA|152##|412
    Philadelphia|PA|191##|215
    Atlanta|GA|303##|404
    Charlotte|NC|282##|704
    Denver|CO|802##|303
    Phoenix|AZ|850##|602
    Tulsa|OK|741##|918
    Baton Rouge|LA|708##|225
    Milwaukee|WI|532##|414
    Portland|OR|972##|503
    Sacramento|CA|958##|916
    Buffalo|NY|142##|716`),
  streets: list(
    "Maple Avenue, Industrial Parkway, Main Street, Oak Street, Refinery Road, Lakeview Drive, Commerce Way, 5th Avenue, Washington Boulevard, Mill Road, Harbor Drive, Elm Street, County Road 12, Sunset Lane, Canal Street, Foundry Street",
  ),
};

const FRANCE: Country = {
  code: "FR",
  name: "France",
  nativeName: "France",
  weight: 11,
  currency: "EUR",
  perEuro: 1,
  taxRate: 20,
  dial: "33",
  cities: cities(`Paris|Île-de-France|750##|1
    Lyon|Auvergne-Rhône-Alpes|6900#|4
    Marseille|Provence-Alpes-Côte d'Azur|1300#|4
    Grenoble|Auvergne-Rhône-Alpes|380##|4
    Lille|Hauts-de-France|590##|3
    Strasbourg|Grand Est|670##|3
    Nantes|Pays de la Loire|440##|2
    Le Havre|Normandie|766##|2
    Rennes|Bretagne|350##|2
    Toulouse|Occitanie|310##|5
    Bordeaux|Nouvelle-Aquitaine|330##|5
    Dunkerque|Hauts-de-France|591##|3`),
  streets: list(
    "rue de la République, avenue Jean Jaurès, rue des Lilas, boulevard Victor Hugo, chemin des Vignes, rue du Port, zone industrielle Nord, rue de l'Usine, place de la Gare, rue Pasteur, impasse du Moulin, avenue de la Fonderie, quai des Forges, rue Gambetta",
  ),
};

const BRAZIL: Country = {
  code: "BR",
  name: "Brazil",
  nativeName: "Brasil",
  weight: 10,
  currency: "BRL",
  perEuro: 5.9,
  taxRate: 17,
  dial: "55",
  cities: cities(`São Paulo|SP|04###-###|11
    Campinas|SP|130##-###|19
    Santos|SP|110##-###|13
    Rio de Janeiro|RJ|20###-###|21
    Belo Horizonte|MG|301##-###|31
    Joinville|SC|892##-###|47
    Curitiba|PR|800##-###|41
    Porto Alegre|RS|900##-###|51
    Salvador|BA|400##-###|71
    Recife|PE|500##-###|81
    Camaçari|BA|428##-###|71
    Vitória|ES|290##-###|27`),
  streets: list(
    "Rua das Flores, Avenida Industrial, Rua Sete de Setembro, Avenida Brasil, Rua do Porto, Travessa São José, Rua Quinze de Novembro, Avenida dos Trabalhadores, Rua Santa Clara, Rua dos Metalúrgicos, Rua Bela Vista, Avenida Beira-Mar",
  ),
};

const UNITED_KINGDOM: Country = {
  code: "GB",
  name: "United Kingdom",
  nativeName: "United Kingdom",
  weight: 8,
  currency: "GBP",
  perEuro: 0.86,
  taxRate: 20,
  dial: "44",
  cities: cities(`London|Greater London|SE#5 #??|20
    Sheffield|South Yorkshire|S# #??|114
    Leeds|West Yorkshire|LS#1 #??|113
    Nottingham|Nottinghamshire|NG# #??|115
    Leicester|Leicestershire|LE# #??|116
    Bristol|Bristol|BS# #??|117
    Birmingham|West Midlands|B#1 #??|121
    Edinburgh|City of Edinburgh|EH# #??|131
    Glasgow|Glasgow City|G#1 #??|141
    Liverpool|Merseyside|L#3 #??|151
    Manchester|Greater Manchester|M#1 #??|161
    Reading|Berkshire|RG# #??|118`),
  streets: list(
    "Mill Lane, High Street, Station Road, Foundry Lane, Victoria Road, Church Street, Canal Wharf, Kings Road, Orchard Close, Albion Way, Dock Street, Forge Road, The Green, Queensway",
  ),
};

export const COUNTRIES: readonly Country[] = [GERMANY, INDIA, UNITED_STATES, FRANCE, BRAZIL, UNITED_KINGDOM];

export function getCountry(code: CountryCode): Country {
  const country = COUNTRIES.find((candidate) => candidate.code === code);
  if (!country) throw new Error(`The demo company has no customers in ${code}.`);
  return country;
}
