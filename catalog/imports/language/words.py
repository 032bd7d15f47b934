"""The words by which German and English lists call their columns."""

from __future__ import annotations

import re
from functools import lru_cache

FOLD = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ß": "ss",
        "é": "e",
        "è": "e",
        "à": "a",
        "€": " eur ",
        "%": " prozent ",
        "#": " nr ",
        "$": " usd ",
        "£": " gbp ",
    }
)
HUMP = re.compile(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])")
WORD = re.compile(r"[a-z]+|\d+")


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """`Art.-Nr. (alt)` → ("art", "nr", "alt"); umlauts folded, CamelCase split."""
    return tuple(WORD.findall(HUMP.sub(" ", text).casefold().translate(FOLD)))


def key_of(text: str) -> str:
    """All letters and digits of a header, folded: two spellings of one word meet here."""
    return "".join(words_of(text))


SYNONYMS: dict[str, str] = {
    "article_number": """
        weinnr weinnummer defaultcode lagernr lagernummer lvpos lvposition
        artikelnummer artikelnr rezeptnr rezeptnummer artnr artno artikelno artikelcode artnummer artnum artikelnum
        itemnumber itemno itemnr itemcode articlenumber articleno articleid articlecode sku productnumber
        productno productnr
        productcode produktnummer produktnr produktcode bestellnummer bestellnr bestnr bestellcode
        ordernumber orderno ordercode material materialnummer materialnr matnr partnumber partno teilenummer
        teilenr supplierarticleid supplierpid supplieraid hauptartikelnr sortennummer sortennr plu plunummer
        plunr identnummer identnr ident modellnummer modellnr katalognummer katalognr eigeneartikelnummer
        unsereartikelnummer unsereartnr artikelnummersku variantsku productsku artikelkurznummer
        artikelkuerzel bestellkuerzel artikelnrintern warennr artikelnummernr artikelkennung stockkeepingunit
        artnrlieferant bestellnrartikel artikelid artid style styleno stylenr indeks catno
        artikelident catalogno catalognumber catalogueno cataloguenumber internereferenz isbn isbn13 pzn
        internalreference referencenr variationnumber modelno
        verkaeufersku sellersku itemsku haendlersku merchantsku productsmodel productmodel pmodel variationno
        variationnr variationsnr variationsnummer variantennr variantennummer variantno variantnumber variantnr
        typnr typennr typnummer typennummer typcode bestellzeichen sachnummer sachnr lvnr leistungsnr
        leistungsnummer teenr biernr kaesenr brotnr""",
    "weak_number": """
        art nr ref refnr refno referenz reference nummer no number num id code nrartikel kuerzel kennung key kurznr
        itemid produktid productid productsid pid variationid variantid variantenid""",
    "running_number": """
        pos position posnr lfdnr lfd laufendenummer zeile rang line lineno lfdnummer laufnr positionsnummer posnummer
        lfdcode poscode""",
    "gtin": """
        ean ean13 ean8 eancode gtin gtin13 gtin14 barcode strichcode eannummer eannr gtinnummer upc eangtin
        gtinean eanstueck gtinstueck eanve1 eancode13 globaltradeitemnumber eanupc gtineancode eanpackung
        eanpack eanflasche eanglas eanbeutel eandose eaneinheit eaneinzel stueckean gtinpackung gtinflasche gtineinheit
        variantbarcode eanartikel upcean barcodeean codebars variationbarcodecode variationbarcodeean codeupc codeisbn
        codejan""",
    "gtin_carton": """
        eankarton gtinkarton eanve gtinve eanvpe eanumverpackung gtinumverpackung eankiste eangebinde
        gtingebinde""",
    "name": """
        bezeichnung artikelbezeichnung artikelname name produkt produktname produktbezeichnung artikel ware
        warenbezeichnung title titel productname product item itemname articlename descriptionshort kurztext
        kurzbezeichnung bezeichnung1 artikeltext sorte designation gericht speise backware brotsorte
        leistung artikelleistung materialkurztext erzeugnis gebaeck lebensmittel produktsorte
        artikelproduktname artikelsorte sortenbezeichnung unsereprodukte unserprodukt artikelbezeichnungname
        produktartikel artikelprodukt name1 artikelbez bez bez1 artikelbezeichnung1 itemdescription
        productdescriptionshort produkttitel warenname materialbezeichnung artikelbeschreibungkurz gemuese
        obst obstgemuese wurstware fleisch kaese getraenk getraenke modell kurzbez artikelnamede namede
        bezeichnungde produktnamede bezeichnungdeutsch articledescription bezeichnungdesartikels kultur benennung
        translationsdefaultname gattung gattungart pflanze pflanzenname botanischername was teil
        blume moebel moebelstueck
        typbezeichnung formatausfuehrung itemtextname itemtextname1 itemtext itemtextsname itemtextsname1""",
    "name_2": """
        bezeichnung2 name2 zusatz zusatztext namenszusatz variante variant ausfuehrung untertitel subtitle
        artikelname2 artikelbezeichnung2 bez2 zusatzbezeichnung kurztext2 variantenname
        variationname variantname variantentext additionaltext""",
    "name_en": """
        nameen nameenglisch englishname bezeichnungen bezeichnungenglisch bezeichnungenglish artikelnameen
        productnameen produktnameen produktnameenglisch titleen nameenglish bezeichnungenus
        englischebezeichnung artikelbezeichnungen artikelbezeichnungenglisch englisch english""",
    "description": """
        beschreibung artikelbeschreibung langtext description longdescription descriptionlong
        produktbeschreibung beschreibungstext artikellangtext details produkttext langbeschreibung bodyhtml
        bodyhtm beschreibungde descriptionde produktinformation produktinformationen artikeldetails
        detailbeschreibung translationsdefaultdescription desc longdesc itemtextdescription itemtextsdescription""",
    "short_description": """
        shortdescription shortdesc kurzbeschreibung kurzbeschreibungtext teaser itemtextshortdescription
        itemtextsshortdescription summary""",
    "description_en": "descriptionen beschreibungen beschreibungenglisch englishdescription descriptionenglish",
    "unit": """
        einheit me mengeneinheit bestelleinheit verkaufseinheit vkeinheit unit orderunit uom basiseinheit
        basismengeneinheit bme masseinheit unitofmeasure einh eh besteinheit verkeinheit liefereinheit
        handelseinheit abgabeeinheit salesunit mengeneinh basisme vkme bestme bestellme einheitme verkaufsme
        units mengenein einheitencode mengeneinheitencode basiseinheitencode verkaufseinheitencode
        verkaufsmengeneinheit verkaufsmengeneinheitencode vkmengeneinheit vkmengeneinheitencode bestelleinheitencode
        salesunitofmeasure baseunitofmeasure articleunit artikeleinheit stueckkg stkkg einheitstueckkg kgstueck""",
    "packaging": """
        kolli kollo colli geb gebinde gebindeeinheit ve vpe verpackung verpackungseinheit packungsgroesse
        gebindegroesse abpackung
        packung packsize packagesize package packaging inhaltve verpackungsgroesse verpackungsart
        packeinheit gebindeinhalt einheitgebinde gebindeart pack vpeinhalt verpackungsinhalt lieferform
        groesseeinheit aufmachung supplierorderunit verpackungve verpeinheit vegroesse gebindeve""",
    "content": """
        inhalt fuellmenge nettofuellmenge content netcontent nennfuellmenge contents gebindefuellmenge
        inhaltmenge fuellgewicht nettofuellgewicht fuellvolumen einwaage nettoeinwaage nenninhalt nennvolumen
        nettoinhalt flascheninhalt glasinhalt dosengroesse glasgroesse flaschengroesse beutelgroesse sackgroesse""",
    "base_unit": "unittranslationsdefaultname unittranslationsdefaultshortcode unitid unitname",
    "base_content": "purchaseunit variationunitcontent unitcontent unitquantity",
    "content_unit": "inhaltseinheit inheinheit contentunit inhaltme inhalteinheit masseinheitfuerinhaltmenge",
    "content_per_unit": """
        mengeve mengejeve mengeprove mengevpe mengejevpe inhaltprove inhaltjeve
        packingquantity verpmenge packungsmenge verpackungsmenge stueckprove stkprove stkve stueckve
        stueckjeve stkjeve inhaltjekarton stueckprokarton stkkarton stueckkarton stueckprokiste anzahlprove
        anzahlve nocuperou stueckjekarton stkjekarton unitspercarton piecespercarton casequantity packqty
        kartoninhalt kisteninhalt kasteninhalt trayinhalt steigeninhalt paletteninhalt
        unitsperpack packquantity artikelprovkeinheit artikelproverkaufseinheit stueckprovkeinheit stkprovkeinheit
        stueckproverkaufseinheit anzahlprovkeinheit anzahlproverkaufseinheit mengeprovkeinheit mengejevkeinheit
        mengeproverkaufseinheit mengejeverkaufseinheit mengeprovkme itemspersalesunit qtypersalesunit
        qtypersalesuom vemenge vestueck vestk vpemenge vpestueck stueckprogebinde inhaltstueck""",
    "quantity": "menge anzahl mengen quantity qty",
    "price_quantity": """
        pe preismenge pricequantity preisbasis per pricebasequantity preisper preisje preispro preisbezug je
        pricebase preisgiltfuer preisgiltfuermenge priceisfor priceisforquantity preiseinheitsmenge
        pricequantityunit pricequant preisfuer mengepreis
        preisbezugsmenge preisgiltjemenge pro fuer a fuermenge imshopgezeigtfuer""",
    "price_unit": "preiseinheit preiseinh priceunit preismengeneinheit preisme billingunit",
    "currency": """
        waehrung currency whg curr pricecurrency waehr currencycode waehrungscode whrg wkz waehrungskennzeichen""",
    "vat_rate": """
        mwst ust steuer steuersatz mwstsatz ustsatz mwstprozent ustprozent steuerprozent vat tax vatrate
        taxclassid taxclassname taxrulesgroup idtaxrulesgroup mwstid steuersatzid
        taxrate taxclass steuerklasse steuerschluessel mwstkz mwstschluessel ustschluessel taxcode
        mehrwertsteuer umsatzsteuer mwstin prozentmwst vatprozent taxprozent steuersatzprozent mwstklasse
        mwstcode steuerkz umsatzsteuersatz mehrwertsteuersatz vatcode stsatz mwstinprozent prozentust
        mwstsatzprozent ustsatzprozent steuerkennzeichen vatinprozent salestax gst taxtaxrate stschl stkz
        taxpercent vatpercent
        taxname steuername umsatzsteuerschluessel mehrwertsteuerschluessel steuercode steuergruppe ustgruppe mwstgruppe
        umsatzsteuergruppe steuerart mwstart kundensteuern kundensteuer customertaxes customertax verkaufssteuern
        variationvatid""",
    "vat_or_unit": "st",
    "vat_amount": """
        mwstbetrag ustbetrag steuerbetrag vatamount taxamount mwsteur darinmwst mwsteuro usteur davonmwst davonust""",
    "minimum": """
        mindestbestellmenge mindestmenge mindestabnahme mindestbest minbestellmenge mbm moq minimum
        minimumorderquantity minorderqty minorderquantity quantitymin minqty minmenge minpurchase
        mindestauftragsmenge mindestabnahmemenge mindest minimalmenge mindmenge mindestbestellung
        minimumorder minbestellung minorder minabnahme abnahmemindestmenge minimumquantity minimalquantity minquantity
        mindbestellmenge mindestbestellm mindbest mindestabn mindestauflage mindauflage minauflage auflageab
        abauflage gmminorder mincartqty minsaleqty mind min mindestabnahmestueck mindestmengestueck
        mindestbestellmengestueck bestellmengemind bestellmengemin bestellmengeab""",
    "interval": """
        bestellintervall mengenstaffel intervall interval quantityinterval purchasesteps schrittweite
        bestellschritt bestellschritte vielfaches bestellvielfaches ordermultiple mengenintervall
        abnahmeintervall orderinterval staffelung liefervielfaches mengenschritt schritt abnahmeschritt abnahmeschritte
        verkaufsschritt lieferschritt abnahmevielfaches auftragsvielfaches rundungsmenge bestellbarinschrittenvon
        inschrittenvon abnahmeinschritten abnahmeinschrittenvon nurimvielfachenvon imvielfachenvon schrittmenge
        orderstep stepquantity quantitystep permanentesabnahmeintervall
        gmgraduatedqty qtyincrements variationintervalorderquantity""",
    "maximum": "maxcartqty variationmaximumorderquantity maxpurchase hoechstmenge maximum maximalmenge maxbestellmenge",
    "step_bound": """
        staffelmenge abmenge mengeab lowerbound staffelab abstueck abstk vonmenge mengevon staffelmengeab
        scalequantity abstaffel ab mengenstufe staffelgrenze stkab stueckab""",
    "step_price": """
        staffelpreis preisabmengenstufe preisabstaffelmenge preisstaffel staffelpreiseur staffelpreisnetto
        scaleprice tierprice""",
    "step_text": "staffelpreise staffeln preisstaffeln mengenrabatte staffel mengenpreise mengenrabatt rabattstaffel",
    "deposit": """
        pfand pfandbetrag deposit einwegpfand mehrwegpfand leergutpfand pfandwert pfandeur pfandprostueck
        pfandsatz leergut depositeur pfandineur pfandeuro""",
    "category": """
        kategorie warengruppe produktgruppe artikelgruppe category categories gruppe hauptgruppe sortiment
        categorypath categorytree rubrik produktkategorie wg group productgroup bereich abteilung
        warenbereich productcategory kategorien hauptwarengruppe warengruppe1 kategorie1 obergruppe
        hauptkategorie warengr wgr categorypaths produktlinie warenart kategoriepfad artikelkategorie
        warengruppenname produktart artikelkategoriencode warengruppebezeichnung kategorieebene1
        kategorieebene itmsgrpnam itemcategorycode itemcategory categoriesname categoryname kategoriename cat cattitle
        defaultcategory variationdefaultcategorycategory variationcategorycategoryname""",
    "subcategory": """
        untergruppe unterkategorie subcategory kategorie2 warengruppe2 unterwarengruppe kategorie3
        warengruppe3 subgroup kategorieebene2 kategorieebene3""",
    "origin": """
        herkunft herkunftsland ursprung ursprungsland origin countryoforigin land anbaugebiet erzeugerland
        country herkunftregion region anbauort herkunftsort herk hergestelltin countryofmanufacture
        itemproducingcountry""",
    "quality": """
        qualitaet guete bio oeko biosiegel anbauverband verband quality organic biostatus bioqualitaet anbau
        zertifizierung zertifikat kontrollstelle bioverband oekokontrollstelle bioanbau""",
    "manufacturer": """
        hersteller marke brand manufacturer produzent erzeuger manufacturername producer markenname
        herstellername vendor herstellermarke brandname manufacturertranslationsdefaultname brands marken
        manufacturersname""",
    "manufacturer_number": """
        herstellernummer herstellerartikelnummer han mpn artnrhersteller manufacturerarticleid herstellernr
        herstellerartnr manufacturerpartnumber herstellerartikelnr herstellernummerhan
        artikelnummerhersteller suppliernumber codempn manufacturernumber""",
    "online": """
        online aktiv active verfuegbar verfuegbarkeit lieferbar available availability avail published
        veroeffentlicht sichtbar imshop onlineshop webshop insortiment lieferstatus bestellbar isactive
        imonlineshop productonline variationisactive enabled instock isinstock vorraetig status validfor
        vertriebsstatus artikelstatus produktstatus""",
    "offline": """
        gesperrt blocked discontinued inaktiv auslauf auslaufartikel ausgelistet disabled inactive deaktiviert
        frozenfor""",
    "stock": """
        productsquantity anzahlquantity itemquantity productquantity lagerbestandaktuell aktuellerbestand
        aktuellerlagerbestand lager mengeverfuegbar verfuegbaremengen stocknet variationstocknet lagermengetotal
        bestand lagerbestand stock vorrat verfuegbaremenge inventory lagerbestandgesamt stockquantity
        lagermenge istbestand variantinventoryqty bestandgesamt freierbestand stockqty onstock lagerstand
        quantityonhand qtyonhand onhand availablestock verfuegbarerlagerbestand variationstocknetstock
        variationstockstocknet variationstockstockphysical""",
    "image": """
        bild bilder image images foto fotos bilddatei bildurl imageurl picture abbildung mimesource bildname
        bildlink imagesrc photo produktbild covermediaurl bildpfad imagelink pictures produktfoto hauptbild
        bilddateien images1 imageurls baseimage pic itemimageurls itemimageimageurl""",
    "note": """
        bemerkung bem bemerk anm hinweis anmerkung note info kommentar bemerkungen hinweise comment remarks
        anmerkungen notes zusatzinfo zusatzinformation infos besonderheiten sonstiges remark""",
    "internal_note": "notiz notizen memo",
    "valid_from": """
        gueltigab gueltigvon validfrom preisgueltigab startdatum gueltigkeitab abdatum validstart preisgueltigvon
        startingdate startdate pricevalidfrom gueltigvondatum gueltigabdatum""",
    "valid_to": """
        gueltigbis validto preisgueltigbis enddatum gueltigkeitbis validend validuntil endingdate enddate pricevalidto
        pricevaliduntil gueltigbisdatum""",
    "weight": """
        gewicht weight stueckgewicht bruttogewicht nettogewicht gewichtkg weightkg gewichting gewichtg
        weightlbs gewichtinkg grossweight teigeinlage artikelgewicht versandgewicht variationweightg
        variationweightnetg""",
    "delivery_time": "shippingtime lieferzeit deliverytime leadtime lieferfrist lieferzeittage",
    "keywords": """
        stichworte keywords suchbegriffe tags stichwoerter schlagworte schlagwoerter searchkeys metakeywords
        metakeyword""",
    "order_quantity": """
        mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
        bestellmenge bestellung ihrebestellung bestellte ordered orderqty orderquantity ihremenge
        bestelltemenge stueckbestellt ihrebestellmenge bittemenge menginsgesamt mengebestellt bestellanzahl summe
        wunschmenge mengebestellung""",
    "internal": """
        lieferant supplier lagerort lagerplatz marge aufschlag spanne kalkulation deckungsbeitrag db
        rohertrag kundennummer kunde kundennr intern internenotiz internebemerkung bemerkungintern provision
        kostenstelle konto erloeskonto fibukonto internerschluessel lieferantenname lieferantennr
        lieferantennummer vorlieferant lieferantenartikelnummer lieferantenartnr rohgewinn handelsspanne
        kalkulationsfaktor margeprozent aufschlagprozent zuschlag gewinn interneid margin markup profit
        costcenter notizintern rabattgruppe discgroup regal lagerfach personal skonto
        maxrabatt db1 db2 dbprozent dbinprozent dbeur dbineur rg rabattgr sk faktor spanneprozent internalnote
        internalnotes bezugsquelle einkaeufer""",
    "discount": """
        rabatt rabattprozent rabattinprozent discount discountprozent rabattsatz nachlass nachlassprozent
        grundrabatt ihrrabatt kundenrabatt""",
    "ignored": """
        taxstatus allowcustomerreviews soldindividually backordersallowed downloadlimit downloadexpirydays
        buttontext upsells crosssells shippingclass visibilityincatalog isfeatured groupedproducts
        externalurl parentid datesalepricestarts datesalepriceends grouporderunit groupordergranularity
        purchasenote checker checked checkresult excluded articleorder datum geaendert geaendertam
        angelegtam letzteaenderung erstelltam updatedat createdat preisdatum preisstand taxid mimetype
        mimepurpose mimeorder mimedescription bildart bildtyp bildreihenfolge bildbeschr altbildtext
        bildbeschreibung covermediamimetype covermediametadata covermediafilesize
        covermediamanufacturermediatype manufacturerid customfields optionids propertyids
        downloadname downloadurl metawpcomismarkdown imageposition imagealttext variantinventorypolicy
        covermediaid referenceunit stand preisgruppe preisliste preiscode pricegroup pricelist preisaenderung preisinfo
        aenderung variants configurablevariations steuerstatus sichtbarkeitimkatalog isthervorgehoben
        xtsol sorting startpage startpagesort tpl opttpl fsk18 dateadded lastmodified dateavailable vpestatus vpevalue
        ncultrashippingcosts gmshowdateadded gmshowpriceoffer gmshowweight gmshowqtyinfo gmpricestatus
        gmoptionstemplate specialsqty urlkey urlrewritten metatitle metadesc metadescription metakey
        configuratorsetid configuratortype configuratoroptions pricegroupid pricegroupactive topseller
        laststock shippingfree releasedate attributesetcode productwebsites websiteid visibility
        smallimage thumbnailimage swatchimage useconfigminqty useconfigbackorders useconfigminsaleqty
        useconfigqtyincrements isqtydecimal allowbackorders managestock enableqtyinc outofstockqty notifyonstockbelow
        iscloseout visibilitiesall covermediatitle variationismain variationmainvariationid
        variationexternalid bezugsmenge grundpreisbezugsmenge sortiernummer versandklasse zusatzverkaeufe
        oxid oxshopid oxparentid oxstockflag oxstocktext oxthumb oxvendorid oxupdateprice oxvarminprice oxvarstock
        oxremindactive oxissearch oxsort oxinsert oxnonmaterial oxexturl oxdelivery oxmindeltime oxdeltimeunit
        lowstockamount geringelagermenge lowstocklevel""",
    "purchase_price": "oxbprice",
    "rrp": "oxtprice",
    "old_price": "regulationprice",
    "total": "summe gesamt gesamtsumme betrag konditionsbetrag total zwischensumme positionssumme zeilensumme sum",
    "price_type": "pricetype preistyp preisart",
    "price_tax": """
        nettobrutto bruttonetto netgross grossnet taxincluded priceincludestax priceincludesvat
        pricetax preissteuer nb bn""",
    "price_factor": "pricefactor preisfaktor",
    "attribute_name": "attributename merkmalname attributname merkmalsname",
    "attribute_value": "attributevalue attributevalues merkmalwert attributwert merkmalswert",
    "group_key": """
        parent uebergeordnet uebergeordnetesprodukt handle parentsku vaterartikel hauptartikel masterartikel
        variantengruppe""",
    "store_view": "storeviewcode storeview",
    "row_type": "articletype type artikeltyp typ produkttyp",
    "attribute": """
        merkmale eigenschaften allergene zutaten verkehrsbezeichnung handelsklasse kaliber groesse
        farbe farbton color size mhd haltbarkeit mindesthaltbarkeit haltbar bestbefore shelflife resthaltbarkeit
        mindesthaltbarkeitsdatum verbrauchsdatum bestbeforedate""",
    "steps": "steps",
    "attributes": "attributes",
}
