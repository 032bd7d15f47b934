"""Cleaning supplies with dispensers, and a soap boiler."""

from marketplace.demo.goods import Article, cents, numbered, rows, shelf, with_gtins, with_steps

CLEANING = """
# Reinigungsmittel | Flasche | spender | 19
Allzweckreiniger Zitrone | 1 l 2.90; 10 l 21.50
Allzweckreiniger neutral | 1 l 2.80; 10 l 20.90
Sanitärreiniger sauer | 1 l 3.20; 10 l 24.80
WC-Reiniger | 750 ml 2.60
Küchenfettlöser | 750 ml 4.20; 10 l 38.50
Grillreiniger | 750 ml 6.40
Backofenreiniger | 500 ml 5.60
Glasreiniger | 750 ml 2.70; 10 l 19.80
Bodenreiniger Stein | 1 l 3.60; 10 l 28.90
Parkettpflege | 1 l 6.80
Edelstahlpflege | 500 ml 7.40
Entkalker flüssig | 1 l 4.20; 5 l 17.60
Entkalker Kaffeemaschine | 250 ml 5.20
Abflussreiniger | 1 l 4.90
Schimmelentferner | 500 ml 5.40
Teppichshampoo | 1 l 5.80
Essigreiniger | 1 l 2.20; 10 l 16.90
Orangenöl-Reiniger | 1 l 8.40
# Spül- und Waschmittel | Kanister | spender | 19
Handspülmittel | 1 l 2.40; 5 l 9.80; 10 l 17.90
Geschirrreiniger flüssig | 10 l 38.60; 20 l 72.00
Geschirrreiniger Pulver | 5 kg 24.80; 10 kg 46.50
Klarspüler | 5 l 22.40; 10 l 41.80
Regeneriersalz | 10 kg 8.90; 25 kg 17.60
Gläserspülmittel | 5 l 26.90
Vollwaschmittel | 5 kg 19.80; 15 kg 52.50
Feinwaschmittel | 5 l 18.60
Colorwaschmittel | 5 kg 20.90; 15 kg 55.80
Weichspüler | 5 l 12.40
Fleckensalz | 1 kg 6.80
# Desinfektion | Flasche | spender | 19
Händedesinfektion | 150 ml 2.80; 500 ml 5.40; 1 l 8.60; 5 l 34.50
Händedesinfektion Gel | 100 ml 2.60; 475 ml 6.20
Flächendesinfektion | 1 l 7.90; 5 l 32.80
Schnelldesinfektion Spray | 750 ml 6.40
Desinfektionstücher | 100 Stück 5.90; 200 Stück 9.80
Küchendesinfektion | 1 l 8.40; 5 l 35.60
# Spender | Stück | spender | 19
Seifenspender Kunststoff | 0,5 l 18.90; 1 l 24.60
Seifenspender Edelstahl | 0,5 l 48.50; 1 l 62.00
Desinfektionsspender Armhebel | 0,5 l 32.40; 1 l 38.90
Desinfektionsspender berührungslos | 1 l 89.00
Desinfektionssäule mit Spender | 1,2 m 198.00
Handtuchspender Falthandtücher | klein 26.80; groß 34.50
Handtuchspender Edelstahl | 78.00
Rollenspender Handtuch | 42.60
Toilettenpapierspender | 2 Rollen 22.80; Jumbo 31.90
Hygienebeutelspender | 14.80
Duftspender | 29.50
Schaumseifenspender | 0,4 l 27.40
# Seife und Hautschutz | Flasche | spender | 19
Flüssigseife mild | 1 l 3.40; 5 l 13.80; 10 l 25.60
Schaumseife Patrone | 0,4 l 4.20; 0,8 l 6.90
Handwaschpaste | 3 l 14.60; 10 l 39.80
Hautschutzcreme | 100 ml 4.80; 1 l 22.40
Handcreme Tube | 75 ml 3.20
# Papierhygiene | Karton | kiste | 19
Falthandtücher 1-lagig Recycling | 5000 Blatt 24.80
Falthandtücher 2-lagig weiß | 3200 Blatt 29.60; 4000 Blatt 34.80
Handtuchrolle | 6 Rollen 26.90
Toilettenpapier 2-lagig | 64 Rollen 18.60
Toilettenpapier 3-lagig | 48 Rollen 21.90; 72 Rollen 31.80
Toilettenpapier Jumbo | 6 Rollen 19.80; 12 Rollen 37.60
Küchenrolle 2-lagig | 32 Rollen 19.40
Putztuchrolle blau | 2 Rollen 22.60
Ärztekrepp | 6 Rollen 27.80
Kosmetiktücher | 40 Boxen 32.50
Servietten 1/4 Falz | 1000 Stück 14.80; 5000 Stück 62.00
Hygienebeutel | 1000 Stück 24.60
# Tücher, Bürsten und Geräte | Stück | spender | 19
Mikrofasertuch blau | 0.95; 10 Stück 8.40
Mikrofasertuch rot | 0.95; 10 Stück 8.40
Mikrofasertuch grün | 0.95; 10 Stück 8.40
Mikrofasertuch gelb | 0.95; 10 Stück 8.40
Schwammtuch | 10 Stück 4.60
Topfreiniger Edelstahl | 10 Stück 5.20
Wischmopp Baumwolle | 40 cm 6.80; 50 cm 7.90
Wischmopp Mikrofaser | 40 cm 8.90; 50 cm 10.60
Mopphalter klappbar | 40 cm 18.40; 50 cm 21.60
Teleskopstiel Aluminium | 140 cm 12.80; 180 cm 15.40
Doppelfahreimer | 2 x 15 l 119.00
Reinigungswagen | 268.00
Saalbesen Rosshaar | 40 cm 14.60; 60 cm 19.80
Straßenbesen | 40 cm 9.80
Kehrgarnitur | 6.90
Wasserschieber | 45 cm 13.40; 75 cm 19.60
Fensterwischer | 35 cm 9.80
Einwascher | 35 cm 8.60
Handbürste Lebensmittel | 7.40
Spülbürste | 1.60
Toilettenbürste mit Halter | 8.90
Sprühflasche | 0,5 l 1.90; 1 l 2.60
# Handschuhe | Box | maske | 19
Nitrilhandschuhe blau | S 6.80; M 6.80; L 6.80; XL 6.80
Nitrilhandschuhe schwarz | S 7.20; M 7.20; L 7.20; XL 7.20
Vinylhandschuhe | S 4.90; M 4.90; L 4.90; XL 4.90
Haushaltshandschuhe | M 1.80; L 1.80
# Müllbeutel | Rolle | kiste | 19
Müllbeutel | 30 l 2.40; 60 l 3.90; 120 l 5.80; 240 l 12.60
Müllbeutel Recycling extra stark | 120 l 7.90
Kompostbeutel | 10 l 3.60; 30 l 5.90; 120 l 14.80
Schwingdeckeleimer | 25 l 24.80; 50 l 32.60
Treteimer Edelstahl | 12 l 38.90; 30 l 64.00
Wertstoffsammler dreifach | 3 x 40 l 189.00
Aschenbecher Standsäule | 96.00
"""

SOAPS = """
Lavendel | Ringelblume | Rosmarin | Kamille | Zitronengras | Rose
Brennnessel | Sandelholz | Salz | Kaffee-Peeling | Ziegenmilch | Aktivkohle
"""
SOAP_FORMS = (("Seifenstück", "90 g", 4.20), ("Gästeseife", "25 g", 1.60), ("Seife am Block", "1 kg", 32.00))
CARE = """
# Flüssigseife | Flasche | spender | 19
Flüssigseife Lavendel | 250 ml 6.20; 1 l 17.90; 5 l 72.00
Flüssigseife Orange | 250 ml 6.20; 1 l 17.90; 5 l 72.00
Flüssigseife ohne Duft | 1 l 16.90; 5 l 68.00
Küchenseife Zitrone | 500 ml 9.40
# Haut- und Haarpflege | Stück | glas | 19
Festes Shampoo Brennnessel | 60 g 6.80
Festes Shampoo Kamille | 60 g 6.80
Handcreme Ringelblume | 50 ml 6.90; 200 ml 19.80
Lippenbalsam Honig | 5 g 3.40
Körperöl Rose | 100 ml 11.80
Badesalz Lavendel | 250 g 6.40; 1 kg 19.80
Rasierseife | 80 g 6.90
# Geschenke | Set | kiste | 19
Geschenkset Drei Seifen | 14.80
Geschenkset Garten | 19.60
Präsentkiste Wellness | 29.50
Seifenschale Olivenholz | 7.90
Seifensäckchen Sisal | 3.60
"""


def hygiene_supplier() -> list[Article]:
    articles = [
        with_steps(article, (6, 3), (24, 8)) if article.group in {"Reinigungsmittel", "Desinfektion"} else article
        for article in shelf(CLEANING)
    ]
    return with_gtins(numbered(articles, "0{n}", start=40100, step=5), company=20)


def soap_boiler() -> list[Article]:
    soaps = [
        Article(
            f"{form} {scent}", "Naturseifen", "Stück", cents(price + place % 3 * 0.2), "seife", 19, weight, family=form
        )
        for form, weight, price in SOAP_FORMS
        for place, scent in enumerate(scent for row in rows(SOAPS) for scent in row)
    ]
    return numbered(soaps + shelf(CARE), "LH{n:03}", start=1)
