"""Which country an adjective, a people or an abbreviation stands for: "Russian", "Germans", "U.S.".

Only for weighing shared words; nothing here is shown or decides who is who.
"""

_TABLE = """
afghanistan: afghan afghans
albania: albanian albanians
algeria: algerian algerians
argentina: argentine argentinian argentinians argentines
armenia: armenian armenians
australia: australian australians
austria: austrian austrians
azerbaijan: azerbaijani azerbaijanis azeri
bangladesh: bangladeshi bangladeshis
belarus: belarusian belarusians
belgium: belgian belgians
bolivia: bolivian bolivians
bosnia: bosnian bosnians
brazil: brazilian brazilians
britain: british briton britons uk UK
bulgaria: bulgarian bulgarians
cambodia: cambodian cambodians
cameroon: cameroonian
canada: canadian canadians
chile: chilean chileans
china: chinese
colombia: colombian colombians
congo: congolese
croatia: croatian croatians croat
cuba: cuban cubans
cyprus: cypriot cypriots
czech: czechs czechia
denmark: danish dane danes
ecuador: ecuadorian
egypt: egyptian egyptians
england: english
eritrea: eritrean
estonia: estonian estonians
ethiopia: ethiopian ethiopians
europe: european europeans
finland: finnish finn finns
france: french frenchman
georgia: georgian georgians
germany: german germans
ghana: ghanaian
greece: greek greeks
guatemala: guatemalan
haiti: haitian haitians
honduras: honduran
hungary: hungarian hungarians
iceland: icelandic
india: indian indians
indonesia: indonesian indonesians
iran: iranian iranians
iraq: iraqi iraqis
ireland: irish
israel: israeli israelis
italy: italian italians
jamaica: jamaican
japan: japanese
jordan: jordanian jordanians
kazakhstan: kazakh
kenya: kenyan kenyans
korea: korean koreans
kosovo: kosovar kosovan
kuwait: kuwaiti
latvia: latvian latvians
lebanon: lebanese
libya: libyan libyans
lithuania: lithuanian lithuanians
malaysia: malaysian malaysians
mali: malian
mexico: mexican mexicans
moldova: moldovan
mongolia: mongolian
morocco: moroccan moroccans
myanmar: burmese burma
nepal: nepalese nepali
netherlands: dutch
nicaragua: nicaraguan
nigeria: nigerian nigerians
norway: norwegian norwegians
pakistan: pakistani pakistanis
palestine: palestinian palestinians
panama: panamanian
peru: peruvian peruvians
philippines: philippine filipino filipinos
poland: polish pole poles
portugal: portuguese
qatar: qatari
romania: romanian romanians
russia: russian russians
rwanda: rwandan
saudi: saudis
scotland: scottish scot scots
senegal: senegalese
serbia: serbian serb serbs serbians
singapore: singaporean
slovakia: slovak slovaks
slovenia: slovenian
somalia: somali somalis
spain: spanish spaniard spaniards
sudan: sudanese
sweden: swedish swede swedes
switzerland: swiss
syria: syrian syrians
taiwan: taiwanese
tanzania: tanzanian
thailand: thai thais
tibet: tibetan tibetans
tunisia: tunisian tunisians
turkey: turkish turk turks
uganda: ugandan
ukraine: ukrainian ukrainians
usa: US USA
venezuela: venezuelan venezuelans
vietnam: vietnamese
wales: welsh
yemen: yemeni yemenis
zambia: zambian
zimbabwe: zimbabwean
"""

COUNTRY_OF: dict[str, str] = {}
"""The common term of a country for every form that stands for it. Abbreviations are in capitals: "US" is no "us"."""

for _line in _TABLE.split("\n"):
    _country, _, _forms = _line.partition(":")
    for _form in (_country, *_forms.split()):
        COUNTRY_OF[_form] = _country
del COUNTRY_OF[""]
