# Interface texts in Latvian: jūs.
# PLURAL($n) chooses the plural form and NUMBER($n) writes the number, both as the language does.

## Layout

skip-to-content = Pāriet uz saturu
language = Valoda
main-navigation = Galvenā izvēlne
you-are-here = Jūs atrodaties šeit
home = Sākums
interlinkers = Interlinkeri
schemas = Shēmas
stories = Pieredzes stāsti
problems = Vajadzības
what-do-i-need = Kas man vajadzīgs?
contribute = Piedalīties
calls = Aicinājumi
organisations = Organizācijas
news = Jaunumi
contact = Saziņa
about-this-site = Par šo vietni
funding-note = Interlink sākās kā projekts, ko finansēja Eiropas Savienības programma „Apvārsnis 2020”, dotācijas nolīgums Nr. 959201. Tagad katalogu uztur tā veidotāji.
licence-line = Teksti: { $licence }. Atvērts pirmkods, EUPL 1.2.
on-this-page = Šajā lapā
facts = Fakti
pages = Lapas
previous-page = Iepriekšējā lapa
next-page = Nākamā lapa
title-with-page = { $title }, { $page }. lapa
table = Tabula
link-to-section = Saite uz sadaļu
not-found = Šādas lapas nav
not-found-lead = Adrese, iespējams, ir veca vai ievadīta kļūdaini. Varat turpināt šeit:
moved-title = Šī lapa ir pārvietota
to-catalogue = Skatīt visu katalogu
to-problems = Sākt ar to, kas jums vajadzīgs

## Numbers and sizes

size-bytes = { $size } B
size-kilobytes = { $size } kB
size-megabytes = { $size } MB
from-to = { $start } – { $end }
interlinker-count =
    { PLURAL($count) ->
         [zero] { NUMBER($count) } Interlinkeru
         [one] { NUMBER($count) } Interlinkers
        *[other] { NUMBER($count) } Interlinkeri
    }
task-count =
    { PLURAL($count) ->
         [zero] { NUMBER($count) } uzdevumu
         [one] { NUMBER($count) } uzdevums
        *[other] { NUMBER($count) } uzdevumi
    }

## Home

home-lead = Rīki, veidnes un vadlīnijas soli pa solim iedzīvotājiem, uzņēmumiem un iestādēm, kas pakalpojumu veido kā viena komanda. Brīvi izmantojami, bez konta.
home-search-placeholder = Kas jums jāpaveic?
home-how = Kā pakalpojumu veido kopā
party-citizens = Iedzīvotāji
party-companies = Uzņēmumi
party-administrations = Iestādes
home-needs = Sāciet ar to, kas vajadzīgs
home-needs-note = Katra vajadzība ved pie rīkiem, kas to risina.
family-counts =
    { PLURAL($needs) ->
         [zero] { NUMBER($needs) } vajadzību
         [one] { NUMBER($needs) } vajadzība
        *[other] { NUMBER($needs) } vajadzības
    }, { PLURAL($interlinkers) ->
         [zero] { NUMBER($interlinkers) } Interlinkeru
         [one] { NUMBER($interlinkers) } Interlinkers
        *[other] { NUMBER($interlinkers) } Interlinkeri
    }
home-catalogue = Katalogā
home-catalogue-note =
    Interlinkers ir rīks vai zināšanas, ko citi var izmantot atkārtoti. Pavisam { PLURAL($count) ->
         [zero] to ir { NUMBER($count) }
         [one] ir { NUMBER($count) }
        *[other] to ir { NUMBER($count) }
    }, četru veidu. Tos atšķir forma: kvadrāts ir programmatūra, aplis ir zināšanas. Aizpildīts glabājas šeit, atvērts ved citur.
nature-software-count =
    { PLURAL($count) ->
         [zero] { NUMBER($count) } rīku, ko varat uzstādīt
         [one] { NUMBER($count) } rīks, ko varat uzstādīt
        *[other] { NUMBER($count) } rīki, ko varat uzstādīt
    }
nature-knowledge-count =
    { PLURAL($count) ->
         [zero] { NUMBER($count) } veidņu un vadlīniju
         [one] { NUMBER($count) } veidne vai vadlīnijas
        *[other] { NUMBER($count) } veidnes un vadlīnijas
    }
nature-external-software-count =
    { PLURAL($count) ->
         [zero] { NUMBER($count) } rīku, ko uztur citi
         [one] { NUMBER($count) } rīks, ko uztur citi
        *[other] { NUMBER($count) } rīki, ko uztur citi
    }
nature-external-knowledge-count =
    { PLURAL($count) ->
         [zero] { NUMBER($count) } standartu un vadlīniju
         [one] { NUMBER($count) } standarts vai vadlīnijas
        *[other] { NUMBER($count) } standarti un vadlīnijas
    }
home-stories = Paveikts kopā, stāsta paši darītāji
home-stories-note = Viņi stāsta, ko paveica, uzdevumu pēc uzdevuma, un ko darītu vēlreiz.
home-stories-button = Lasīt pieredzes stāstus
all-news = Visi jaunumi

## Search

search-label = Meklēt katalogā
search-placeholder = Rīks vai vadlīnijas
search-button = Meklēt
search-heading = Meklēšana
search-results = Rezultāti
search-noscript = Meklēšana notiek jūsu pārlūkā, tai vajadzīgs JavaScript. Bez tā izmantojiet kataloga filtrus.
search-start = Ierakstiet vienu vai vairākus vārdus.
search-loading = Meklē…
search-failed = Meklēšanu neizdevās ielādēt. Pārbaudiet savienojumu un mēģiniet vēlreiz.
search-none = Nekas nav atrasts vārdiem „{ $query }”.
search-partial = Neviens ieraksts nesatur visus vārdus. Šajos ir daži no tiem
search-partial-after = Šajos ir daži no vārdiem
search-typo = { $words } nav nevienā ierakstā. Meklēts: { $instead }.
search-synonyms = Vārdam { $words } meklēts arī: { $also }.
search-more = Rādīt vairāk
search-more-filters = Citi filtri
search-title = { $query } – Meklēšana
search-count-zero = { $count } atbilstību
search-count-one = { $count } atbilstība
search-count-many = { $count } atbilstības
search-count-other = { $count } atbilstības
search-why = Kāpēc atrasts:
search-why-title = { $words } nosaukumā
search-why-alias = saukts arī „{ $alias }”
search-why-tag = atslēgvārds „{ $tag }”
search-why-publisher = publicējis: { $publisher }
search-why-summary = { $words } kopsavilkumā
search-why-text = { $words } tekstā
search-why-synonym = { $words } sauc arī par { $also }
search-why-missing = { $words } nav atrasts
search-section = Sadaļa:
# Other words, with commas between them, for pages that no entry stands behind: readers find them so.
search-words-accessibility = piekļūstamības paziņojums, šķēršļi, ekrāna lasītājs, invaliditāte
search-words-data = API, atvērtie dati, lejupielādēt katalogu
search-words-licences = licence, autortiesības, lietošanas noteikumi
search-words-offline = bezsaistē, bez interneta
search-quote-open = „
search-quote-close = ”
search-tips = Kas var palīdzēt
search-tip-fewer = Izmantojiet mazāk vārdu.
search-tip-other = Mēģiniet citu vārdu, kas nozīmē to pašu.
search-tip-marks = Garumzīmes un mīkstinājuma zīmes nav obligātas.
tell-us-what-you-need = Pastāstiet, kas jums vajadzīgs

## Catalogue

catalogue-lead = Rīki, veidnes un vadlīnijas publisko pakalpojumu kopīgai radīšanai.
catalogue-count = { $count } no { $total }
filters = Filtri
filters-chosen =
    { $form ->
         [zero] Filtri (izvēlēti { $count })
         [one] Filtri (izvēlēts { $count })
        *[other] Filtri (izvēlēti { $count })
    }
sort-by = Kārtot:
sort-name = nosaukums
sort-newest = jaunākie
sort-used = visvairāk uzdevumos
remove-filter = noņemt filtru
remove-all = Noņemt visus
show-results = Rādīt rezultātus ({ $count })
filter-unknown-named = { $names } nav šīs lapas filtrs. Tas nav piemērots.
filters-unknown-named = { $names } nav šīs lapas filtri. Tie nav piemēroti.
more-values = Rādīt vēl { $count }
combining-needs-javascript = Katrs filtrs rāda savu sarakstu. Lai apvienotu vairākus, vajadzīgs JavaScript.
data-failed = Filtrus neizdevās ielādēt. Pārbaudiet savienojumu un mēģiniet vēlreiz.
empty-title = Neviens Interlinkers neatbilst visiem šiem filtriem
empty-drop = Bez „{ $name }” būtu { $count }
empty-only = Tikai ar „{ $name }” ir { $count }
facet-kind = Ieraksta veids
facet-nature = Veids
facet-theme = Tēma
facet-problem = Vajadzība
facet-purpose = Nolūks
facet-difficulty = Grūtības pakāpe
facet-licence = Licence
facet-audience = Kam paredzēts
facet-form = Forma
facet-language = Valoda
facet-scope = Tvērums

## Fallback to another language

help-translate = Palīdziet iztulkot
fallback-page = Daļa šīs lapas tekstu vēl nav latviski. Pie katra norādīta tā valoda.
in-language = { $code ->
    [en] angļu valodā
    [es] spāņu valodā
    [it] itāļu valodā
    [lv] latviešu valodā
   *[other] valoda: { $language }
  }

## Entry

correct = Labot
cite = Citēt
open = Atvērt
open-at = Atvērt vietnē { $host }
download = Lejupielādēt
files-when-published = Datnes varēs lejupielādēt, kad ieraksts būs publicēts.
download-size = Lejupielādēt, { $size }
file-missing = datnes nav
version = versija { $version }
pictures = Attēli
picture-number = { $name }, { $number }. attēls no { $total }
how-to-use = Kā to lietot
constraints = Ierobežojumi
regulations = Noteikumi un standarti
used-in-tasks = Izmanto šajos uzdevumos
used-in-stories = Izmantots šajos pieredzes stāstos
no-tasks = Neviens shēmas uzdevums to vēl neprasa.
more-tasks =
    { PLURAL($count) ->
         [zero] vēl { NUMBER($count) } uzdevumu
         [one] vēl { NUMBER($count) } uzdevums
        *[other] vēl { NUMBER($count) } uzdevumi
    }
related = Labi sader ar
related-reason = Arī risina: { $need }
reason-answers = Risina:
reason-rarity =
    { PLURAL($count) ->
         [zero] To dara { NUMBER($count) } Interlinkeru no { NUMBER($total) }.
         [one] To dara { NUMBER($count) } Interlinkers no { NUMBER($total) }.
        *[other] To dara { NUMBER($count) } Interlinkeri no { NUMBER($total) }.
    }
how-to-cite = Kā to citēt
not-stated = nav ziņu
retired-title = Šis ieraksts vairs nav aktuāls
retired-successor = Tā vietā izmantojiet:
licence-own = savi noteikumi
# An address without scheme, as the name of terms that somebody wrote for their own work.
licence-own-at = savi noteikumi ({ $host })
# Of an SPDX id that ends in -only or -or-later.
licence-only = tikai { $licence }
licence-or-later = { $licence } vai jaunāka
fact-licence = Licence
fact-languages = Valodas
fact-difficulty = Grūtības pakāpe
fact-files = Datnes
fact-tasks = Uzdevumi
fact-audience = Kam paredzēts
fact-theme = Tēma
fact-purpose = Nolūks
fact-scope = Tvērums
fact-service-type = Pakalpojuma veids
fact-keywords = Atslēgvārdi
fact-based-on = Vajadzīgs arī
fact-publisher = Publicētājs
fact-contact = Saziņa
fact-added = Pievienots
fact-changed = Mainīts
fact-contributors = Piedalījušies
fact-used-in = Izmanto
used-in-counts =
    { PLURAL($tasks) ->
         [zero] { NUMBER($tasks) } uzdevumos
         [one] { NUMBER($tasks) } uzdevumā
        *[other] { NUMBER($tasks) } uzdevumos
    }, { PLURAL($stories) ->
         [zero] { NUMBER($stories) } stāstos
         [one] { NUMBER($stories) } stāstā
        *[other] { NUMBER($stories) } stāstos
    }

## Schema

schemas-lead = Shēma ir ceļš no pirmās sanāksmes līdz strādājošam pakalpojumam: fāzes, mērķi un uzdevumi, katram savi noderīgie Interlinkeri.
schemas-empty = Vēl nav nevienas shēmas.
schema = Shēma
schema-counts =
    { PLURAL($phases) ->
         [zero] { NUMBER($phases) } fāžu
         [one] { NUMBER($phases) } fāze
        *[other] { NUMBER($phases) } fāzes
    }, { PLURAL($tasks) ->
         [zero] { NUMBER($tasks) } uzdevumu
         [one] { NUMBER($tasks) } uzdevums
        *[other] { NUMBER($tasks) } uzdevumi
    }
about-schema = Par šo shēmu
phases = Fāzes
phase-counts =
    { PLURAL($objectives) ->
         [zero] { NUMBER($objectives) } mērķu
         [one] { NUMBER($objectives) } mērķis
        *[other] { NUMBER($objectives) } mērķi
    }, { PLURAL($tasks) ->
         [zero] { NUMBER($tasks) } uzdevumu
         [one] { NUMBER($tasks) } uzdevums
        *[other] { NUMBER($tasks) } uzdevumi
    }
recommended-count =
    { PLURAL($count) ->
         [zero] { NUMBER($count) } ieteikto
         [one] { NUMBER($count) } ieteiktais
        *[other] { NUMBER($count) } ieteiktie
    }
recommended-interlinkers = Ieteiktie Interlinkeri
others-for-task = Vēl { NUMBER($count) } šim uzdevumam
task-before = Vispirms:
task-retired = Šo uzdevumu vairs nepiedāvā. Tas paliek, jo to piemin pieredzes stāsti.
task-without-profile = Šim uzdevumam vēl nav piesaistīta neviena vajadzība, tāpēc nekas nav ieteikts.
task-without-match = Šī uzdevuma vajadzību vēl nerisina neviens Interlinkers.
propose-one = Ierosiniet kādu

## Problem

problem = Vajadzība
problems-lead = Katra vajadzība ir jautājums, kas rodas, kopā veidojot pakalpojumu. Tā ved pie risinājumiem un pie uzdevumiem, kuros tā rodas.
problem-counts =
    { PLURAL($interlinkers) ->
         [zero] { NUMBER($interlinkers) } Interlinkeru
         [one] { NUMBER($interlinkers) } Interlinkers
        *[other] { NUMBER($interlinkers) } Interlinkeri
    }, { PLURAL($tasks) ->
         [zero] { NUMBER($tasks) } uzdevumu
         [one] { NUMBER($tasks) } uzdevums
        *[other] { NUMBER($tasks) } uzdevumi
    }
what-would-help = Kas palīdzētu
what-solves-it = Kas to risina
which-tasks-raise-it = Kuros uzdevumos tā rodas
no-interlinker-solves = Šo vajadzību vēl nerisina neviens Interlinkers.
no-task-raises = Tā vēl nerodas nevienā shēmas uzdevumā.

## Story

stories-lead = Ko paveikuši citi, ar kuriem Interlinkeriem, kas no tā iznācis un ko viņi darītu citādi.
stories-empty = Vēl nav neviena pieredzes stāsta.
story = Pieredzes stāsts
story-objectives = Kas bija iecerēts
story-done = Kas tika paveikts
story-results = Kas no tā iznāca
story-lessons = Ko iemācījās
story-did-not-work = Kas neizdevās
story-incentives = Kas mudināja piedalīties
process-task-by-task = Process pa uzdevumiem
process-note = Bez personvārdiem un iekšējiem datumiem: kādi ir soļi, vai tie paveikti un ar ko.
with = Ar
results-label = Rezultāti:
materials = Materiāli
fact-owners = Kas to paveica
fact-period = Laiks
fact-governance = Pārvaldības modelis
fact-schema = Shēma
fact-public-service = Pakalpojums
fact-authority = Atbildīgā iestāde
fact-address = Adrese
fact-identifier = Identifikators
fact-service-status = Stāvoklis
fact-thematic-area = Tematiskā joma
fact-service-languages = Pieejams valodās
service-title = Publiskais pakalpojums
service-data = Pakalpojums kā saistītie dati (CPSV-AP)
field-service-name = Publiskā pakalpojuma nosaukums
field-service-description = Publiskā pakalpojuma apraksts

## Calls, organisations, news, pages

calls-lead = Procesi, kuros meklē dalībniekus.
calls-empty = Neviens aicinājums nav atvērts.
calls-open = Atvērti tagad
calls-closed = Noslēgušies
call = Aicinājums
call-is-closed = Šis aicinājums ir noslēdzies.
open-until = Atvērts līdz: { $day }
fact-start = Sākas
fact-end = Beidzas
fact-organisation = Kas aicina
fact-roles = Meklē
fact-country = Valsts
organisations-lead = Kas veido, publicē un izmanto šī kataloga saturu.
organisations-empty = Vēl nav nevienas organizācijas.
organisation = Organizācija
organisation-stories = Tās pieredzes stāsti
organisation-calls = Tās aicinājumi
organisation-published = Ko tā publicē
fact-website = Vietne
news-lead = Kas jauns katalogā un ap to.
news-empty = Jaunumu vēl nav.
feed-link = Sekot šim sarakstam kā Atom plūsmai
fact-when = Kad
fact-place = Kur
page = Lapa
interlinker = Interlinkers

## Open data

feed-everything = Viss jaunais
calendar-link = Pievienot kalendāram (iCalendar)
# Stands before the name of a call, such as "Last day: Try the schema".
calendar-call-ends = Pēdējā diena
open-data = Atvērtie dati
data-heading = Dati un standarti
data-lead = Viss katalogs datnēs, ko var lasīt programmas. Bez konta, atslēgas un ierobežojumiem.
data-api = Statiska API
data-api-note = Katrs ieraksts ir JSON datne. Teksti ir valodās, kurās tie rakstīti.
data-index = Rādītājs
data-index-text = Visi ierakstu veidi un to sarakstu adreses.
data-description = Apraksts
data-description-text = Kas ir katrā datnē un kur tā atrodas, OpenAPI formā.
data-vocabularies = Vārdnīcas
data-vocabularies-text = Tēmas, mērķauditorijas un visi citi termini katrā valodā, ar atbilstošajiem ES sarakstu terminiem.
data-dumps = Viss katalogs
data-dumps-note = Interlinkeri, shēmas, vajadzības un izdevēji kā saistītie dati. Katram ir arī sava datne, kas norādīta lapas galvenē.
data-json-ld = Katalogs JSON-LD formātā
data-turtle = Katalogs Turtle formātā
data-services-json-ld = Publiskie pakalpojumi JSON-LD formātā
data-services-turtle = Publiskie pakalpojumi Turtle formātā
data-feeds = Plūsmas un kalendārs
data-feeds-note = Kas jauns. Katram kataloga filtram ir sava plūsma, uz kuru ved saite tā lapā.
data-calendar = Pasākumi un aicinājumu pēdējās dienas
data-standards = Standarti
data-standards-note = Ko vietne ir veidota ievērot. Katru rindu uzrauga pašas programmas pārbaudes ar katalogu, kas ir tai līdzi; zem katras ir tā, kas jāpalaiž. Skaitļi ir šīs vietnes.
standard-dcat-ap = Katalogs nepārkāpj nevienu oficiālo SHACL formu noteikumu.
standard-adms-ap = Ieraksti, kuros norādīts viss obligātais: { $count } no { $total }. Tikai tie ir atzīmēti kā resursi.
standard-cpsv-ap = Pieredzes stāstu publiskie pakalpojumi, kuriem norādīts viss obligātais: { $count } no { $total }. Datos ir tikai tie.
standard-openapi = Katra API datne ir tāda, kā teikts tās aprakstā.
standard-atom = Katrā plūsmā ir viss, ko prasa standarts.
standard-icalendar = Katru kalendāru var nolasīt kalendāru bibliotēka.
standard-schema-org = Lapas pasaka meklētājiem, par ko tās ir; neviena persona nav nosaukta.
standard-html = Nevienā lapā W3C pārbaudītājs neatrod kļūdu.
standard-wcag = Veidots AA līmenim. Programma meklē šķēršļus katra veida lapās, gaišās un tumšās, tālrunī un datorā. Tā atrod tikai daļu; piekļūstamības paziņojums saka, kas ir zināms.
standard-check = Pārbaude: { $command }
data-recheck = Pārbaudiet paši
data-recheck-note = Noteikumi ir publiski. Jebkura programma, kas pazīst SHACL, var tos piemērot šīs vietnes datiem.
data-recheck-shapes = { $standard } oficiālie noteikumi
data-recheck-text = Jāpiemēro datnei { $address }

## Translations

translations = Tulkojumi
translations-lead = Kas vēl nav latviešu valodā un kas ir mainījies pēc tulkošanas. Katrs jūsu tulkotais teksts kādam palīdz saprast.
translations-shares = Kā veicas ar katru valodu
translations-done = Aktuāli
translations-share = { $share } %
translations-states = Teksts ir viens ieraksta lauks, piemēram, kopsavilkums. „Novecojis” nozīmē, ka oriģināls pēc tulkošanas ir mainījies.
state-original = Oriģināls
state-translated = Tulkots
state-outdated = Novecojis
state-missing = Trūkst
translations-state = Stāvoklis
translations-kind = Veids
translations-all = visi
translations-nothing = Šāda veida tekstu šādā stāvoklī nav.
translations-none = Visi teksti ir iztulkoti, un neviens nav novecojis.
translations-outdated =
    { PLURAL($count) ->
         [zero] { NUMBER($count) } tekstu ir novecojuši
         [one] { NUMBER($count) } teksts ir novecojis
        *[other] { NUMBER($count) } teksti ir novecojuši
    }
translations-outdated-note = Salīdziniet tos ar tekstu, no kura tie tulkoti.
translations-missing =
    { PLURAL($count) ->
         [zero] Trūkst { NUMBER($count) } tekstu
         [one] Trūkst { NUMBER($count) } teksta
        *[other] Trūkst { NUMBER($count) } tekstu
    }
translations-missing-note = Kamēr kāds tos iztulko, lasītāji tos redz citā valodā.
translations-group = { $name } ({ NUMBER($count) })
translations-texts =
    { PLURAL($count) ->
         [zero] { NUMBER($count) } tekstu
         [one] { NUMBER($count) } teksts
        *[other] { NUMBER($count) } teksti
    }
translations-more =
    { PLURAL($count) ->
         [zero] un vēl { NUMBER($count) } ierakstu
         [one] un vēl { NUMBER($count) } ieraksts
        *[other] un vēl { NUMBER($count) } ieraksti
    }
translations-more-texts =
    { PLURAL($count) ->
         [zero] un vēl { NUMBER($count) } tekstu
         [one] un vēl { NUMBER($count) } teksts
        *[other] un vēl { NUMBER($count) } teksti
    }
translations-picture = Attēla { $name } apraksts
translations-retirement = Kāpēc vairs nav aktuāls
translations-text = Teksts
part-of = Šajā vietnē ir daļa no kataloga { $name }.
vocabularies = Terminu saraksti
outdated-page = Teksts { $code ->
    [en] angļu valodā
    [es] spāņu valodā
    [it] itāļu valodā
    [lv] latviešu valodā
   *[other] oriģinālvalodā ({ $language })
  } ir mainījies, kopš tulkots šis:
outdated-source = Lasīt { $code ->
    [en] angļu valodā
    [es] spāņu valodā
    [it] itāļu valodā
    [lv] latviešu valodā
   *[other] oriģinālvalodā ({ $language })
  }

## Pictures and previews

preview = Priekšskatījums
preview-page = { $number }. lapa no datnes { $file }
preview-picture = Attēls { $file }
preview-drawing = Zīmējums { $file }
preview-headings = Virsraksti
preview-slides = Slaidi
preview-sheets = Lapas
preview-more =
    { PLURAL($count) ->
         [zero] un vēl { NUMBER($count) }
         [one] un vēl { NUMBER($count) }
        *[other] un vēl { NUMBER($count) }
    }
gallery-place = { $number }. attēls no { $total }
gallery-previous = Iepriekšējais attēls
gallery-next = Nākamais attēls
gallery-close = Aizvērt
gallery-larger = Pilnā izmērā
gallery-smaller = Ietilpināt ekrānā

## Adopting an entry

adopt = Pārņemt
adopt-title = Kā to pārņemt
adopt-lead = Kopējiet to, pielāgojiet savām vajadzībām un norādiet, no kurienes tas ir.
adopt-copy = Kopējiet tā mapi ar visām valodām un datnēm
adopt-attribution = Norādiet, no kurienes tas ir
adopt-languages = Citās valodās
adopt-notice = Norāde programmām, kas lasa licences
attribution-by = „{ $name }”, { $publisher }.
attribution-name = „{ $name }”.
attribution-licence = Licence: { $licence }.
attribution-source = Avots: { $address }
copy = Kopēt
copied = Nokopēts
copy-address = Kopēt adresi
share = Kopīgot
share-title = Pastāstiet citiem
share-mail = Nosūtīt pa e-pastu
improve = Uzlabojiet šo lapu
improve-correct = Ziņot par kļūdu vai labot to
improve-translate = Palīdzēt tulkot
improve-mail = Rakstīt mums par šo lapu
versions-and-history = Versijas un vēsture
history-unknown = Šeit nav zināms, kad ieraksts pievienots un mainīts.

## Catalogue views

skip-to-results = Pāriet uz rezultātiem
sort-stories = visvairāk pieredzes stāstos
sort-family = vajadzības veids
sort-raised = visvairāk uzdevumos
view-as = Skats:
view-list = saraksts
view-cards = kartītes
reset-list = Rādīt visu sarakstu
catalogue-empty = Vēl nav neviena Interlinkera.
problems-empty = Vēl nav nevienas vajadzības.
empty-title-any = Nekas neatbilst visiem šiem filtriem
facet-country = Valsts
facet-governance = Pārvaldības modelis
facet-schema = Izmantotā shēma
facet-organisation-type = Organizācijas veids
facet-family = Vajadzības veids
organisation-count =
    { PLURAL($count) ->
         [zero] { NUMBER($count) } organizāciju
         [one] { NUMBER($count) } organizācija
        *[other] { NUMBER($count) } organizācijas
    }
need-count =
    { PLURAL($count) ->
         [zero] { NUMBER($count) } vajadzību
         [one] { NUMBER($count) } vajadzība
        *[other] { NUMBER($count) } vajadzības
    }

## Process kit and diagram

kit-title = Procesa komplekts
kit-of-schema = Viens arhīvs darbam: mape katrai fāzei, mērķim un uzdevumam, veidnes jau savās vietās un uzdevumi izklājlapai un kalendāram. Tas darbojas bez šīs vietnes.
kit-of-story = Viens arhīvs, lai sāktu no šī pieredzes stāsta: tā uzdevumi kā mapes, izmantotās veidnes jau savās vietās un uzdevumi izklājlapai un kalendāram. Tas darbojas bez šīs vietnes.
kit-download = Lejupielādēt komplektu
kit-details =
    ZIP · { $size } · { PLURAL($templates) ->
         [zero] { NUMBER($templates) } veidņu
         [one] { NUMBER($templates) } veidne
        *[other] { NUMBER($templates) } veidnes
    }
files-archive = Visas datnes vienā arhīvā
files-archive-details =
    ZIP · { $size } · { PLURAL($count) ->
         [zero] { NUMBER($count) } datņu
         [one] { NUMBER($count) } datne
        *[other] { NUMBER($count) } datnes
    }
files-readme-newest = Šo datņu jaunākā versija: { $url }
kit-readme-title = { $name }: procesa komplekts
kit-readme-of-schema = Šī mape ir domāta darbam. Tā soli pa solim seko shēmai, un tai nevajag ne kontu, ne savienojumu.
kit-readme-of-story = Šī mape ir domāta darbam. Tā pa uzdevumiem seko tam, kas paveikts pieredzes stāstā, lai jūs varētu sākt tur, kur citi jau ir bijuši. Tai nevajag ne kontu, ne savienojumu.
kit-readme-begin = Kā sākt
kit-step-copy = Nokopējiet šo mapi tur, kur strādā jūsu komanda, piemēram, kopīgā diskā, un nosauciet to sava procesa vārdā.
kit-step-table = Atveriet { $table } izklājlapu programmā. Katram uzdevumam ir rinda ar tukšām ailēm: kas to dara, līdz kuram laikam un cik tālu tas ir. Ja viss ir vienā ailē, par atdalītāju izvēlieties komatu.
kit-step-calendar = Ja plānojat kalendārā vai uzdevumu programmā, importējiet { $calendar }. Uzdevumiem nav datumu: nosakiet tos paši.
kit-step-work = Ejiet cauri mapēm pēc kārtas. README katrā no tām pasaka, kas tur jādara un kuri Interlinkeri palīdz.
kit-readme-content = Kas tajā ir
kit-readme-notice = Katrai veidnei ir licence un izcelsme. Tās uzskaitītas datnē NOTICE.txt: saglabājiet to, kad nododat veidnes tālāk.
kit-readme-newest = Šī komplekta jaunākā versija: { $url }
kit-in-the-story = Pieredzes stāstā: { $status }
kit-used = Izmantots pieredzes stāstā.
kit-used-version = Izmantots pieredzes stāstā, versija { $version }.
kit-interlinkers-used = Izmantotie Interlinkeri
kit-file-here = Šajā mapē: { $file }
kit-file-elsewhere = Šajā komplektā: { $file }
kit-too-large = Dažas tā datnes šim komplektam ir par lielām. Lejupielādējiet tās no iepriekš minētās adreses.
kit-notice-title = Licences un izcelsme
kit-notice-lead = Šajā arhīvā ir citu autoru teksti un veidnes. Saglabājiet šo datni, kad nododat tos tālāk.
kit-notice-from = „{ $title }” no Interlinkera „{ $name }”
kit-column-phase = Fāze
kit-column-objective = Mērķis
kit-column-task = Uzdevums
kit-column-description = Kas jādara
kit-column-before = Vispirms
kit-column-needs = Vajadzības
kit-column-interlinkers = Interlinkeri
kit-column-folder = Mape
kit-column-address = Adrese
kit-column-who = Kas dara
kit-column-due = Līdz kuram laikam
kit-column-state = Cik tālu
diagram-show = Viss koks vienā zīmējumā
diagram-title = Shēmas „{ $name }” koks
diagram-description = { $counts }. Tas pats koks zemāk ir saraksta veidā, ar visu, ko rāda zīmējums.
diagram-note = Katra sleja ir fāze, katrs rombs ir mērķis vai uzdevums. Līnija ved no tā, kas jādara vispirms, uz to, kas seko.
rolled-up =
    { $count ->
         [1] Šeit palīdz { NUMBER($count) } Interlinkers:
        *[other] { PLURAL($count) ->
             [zero] Šeit palīdz { NUMBER($count) } Interlinkeru, vispirms
             [one] Šeit palīdz { NUMBER($count) } Interlinkers, vispirms
            *[other] Šeit palīdz { NUMBER($count) } Interlinkeri, vispirms
        }
    }
rolled-up-all =
    { PLURAL($count) ->
         [zero] Šeit palīdz { NUMBER($count) } Interlinkeru:
         [one] Šeit palīdz { NUMBER($count) } Interlinkers:
        *[other] Šeit palīdz { NUMBER($count) } Interlinkeri:
    }
to-phases = Atpakaļ pie fāzēm
next-phase = Nākamā fāze:

## Stories

story-start = Sākt no šī pieredzes stāsta
story-or-schema = Vai sāciet no shēmas, kurai tas sekoja:
story-unverified = Nav apliecināts: neviena organizācija nav nosaukta kā šī stāsta īpašniece.
story-version-not-stated = versija nav norādīta
story-newer-version = jaunākā ir { $version }
story-count =
    { PLURAL($count) ->
         [zero] { NUMBER($count) } pieredzes stāstu
         [one] { NUMBER($count) } pieredzes stāsts
        *[other] { NUMBER($count) } pieredzes stāsti
    }
fact-evidence = Ko var pārbaudīt
evidence-owner = Ir nosaukts, kas to paveica
evidence-no-owner = Nav apliecināts: neviens nav nosaukts
evidence-versions =
    { PLURAL($count) ->
         [zero] Precīza versija norādīta: { NUMBER($exact) } no { NUMBER($count) } reizēm
         [one] Precīza versija norādīta: { NUMBER($exact) } no { NUMBER($count) } reizes
        *[other] Precīza versija norādīta: { NUMBER($exact) } no { NUMBER($count) } reizēm
    }
evidence-links =
    { PLURAL($count) ->
         [zero] { NUMBER($count) } publisku rezultātu ar saiti
         [one] { NUMBER($count) } publisks rezultāts ar saiti
        *[other] { NUMBER($count) } publiski rezultāti ar saiti
    }
related-stories = Saistīti pieredzes stāsti
related-story-tools = Izmantots tas pats: { $names }
related-story-tags = Arī par: { $names }
related-story-country = No tās pašas valsts
organisation-uses = Ko tā izmantoja savos pieredzes stāstos
closed-since = Noslēdzies; pēdējā diena bija { $day }

## Guide

guide-lead = Atbildiet uz to, ko zināt. Redzēsiet, kurš pārvaldības modelis, kura fāze un kuri Interlinkeri jums der, un kāpēc. Nekas netiek saglabāts: atbilde ir adresē.
guide-from-list = Neesat pārliecināti? Atbildiet uz dažiem jautājumiem
guide-all-needs = Visas vajadzības vienā sarakstā
guide-noscript = Ieteikumu aprēķina jūsu pārlūks, un tam vajadzīgs JavaScript. Bez tā lasiet jautājumus: zem katras atbildes ir norādīts, kurp tā ved. Tabula rāda, kuras atbildes liecina par labu kuram pārvaldības modelim.
guide-questions = Jautājumi
guide-leads-to = Ved uz:
guide-answered = Atbildēti jautājumi: { $count } no { $total }
guide-best = Pagaidām vispiemērotākais: { $name }
guide-see-answer = Skatīt ieteikumu
guide-answer = Ieteikums pēc jūsu atbildēm
guide-start-again = Sākt no jauna
guide-copy = Kopēt šī ieteikuma adresi
guide-copied = Adrese ir nokopēta.
guide-copy-failed = Neizdevās nokopēt. Nokopējiet to no adreses joslas.
guide-failed = Neizdevās ielādēt ceļveža noteikumus. Ielādējiet lapu vēlreiz vai lasiet, kurp ved katra atbilde.
guide-unknown = Adresē ir kas tāds, ko šis ceļvedis nezina: { $names }. Tas nav ņemts vērā.
guide-model-heading = Kas vada: pārvaldības modelis
guide-models = Pārvaldības modeļi
guide-models-note = Neviens nav labāks par citiem. Tie atšķiras ar to, kas sāk un kas lemj.
guide-other-models = Citi modeļi, kam ir mazāk punktu
guide-no-model = Atbildiet uz kādu no pirmajiem jautājumiem, lai redzētu pārvaldības modeli.
guide-because = Jo jūs atbildējāt { $answers }.
guide-answer-points = „{ $answer }” (+{ $points })
guide-points = Punkti: { $count }
guide-schema = Ieteicamā shēma
guide-phases = Fāze, ar kuru sākt
guide-no-phase = Norādiet, cik tālu esat tikuši vai ko vēlaties darīt tālāk, lai redzētu fāzi.
guide-needs = Vajadzības, ko aplūkot
guide-interlinkers = Interlinkeri, kas palīdz
guide-no-interlinker = Izvēlieties, ko vēlaties darīt tālāk, lai redzētu Interlinkerus.
guide-why-needs = Tas risina: { $names }.
guide-why-fits = Atbilst jūsu prasībām: { $names }.
guide-in-catalogue = Viss katalogā šīm vajadzībām
guide-table = Kura atbilde liecina par labu kuram pārvaldības modelim
guide-table-note = Skaitļi ir punkti. Pirmais nosaukts modelis, kuram punktu ir visvairāk.
guide-question = Jautājums
guide-answer-column = Atbilde
guide-model-work = Kā notiek darbs
guide-model-choose = Kad to izvēlēties
guide-model-careful = Uzmanieties
guide-model-answers = Atbildes, kas liecina tam par labu
guide-model-stories = Pieredzes stāsti ar šo modeli
guide-model-others = Pārējie modeļi
guide-to-guide = Atbildēt uz ceļveža jautājumiem

## The workspace

start-note = Tā darbojas jūsu pārlūkā. Bez konta un bez servera.
workspace-title = Darbvieta
workspace-lead = Soli pa solim sekojiet shēmai kopā ar savu komandu. Process paliek šajā pārlūkā un jūsu datnē. Bez konta un bez servera.
workspace-noscript = Darbvieta darbojas jūsu pārlūkā, un tai vajadzīgs JavaScript, kas šeit ir izslēgts. Arī bez tā varat strādāt soli pa solim: katrai shēmai un katram pieredzes stāstam ir procesa komplekts – arhīvs ar mapi katram uzdevumam.
workspace-noscript-schemas = soļi, ko lasīt, un lejupielādējams komplekts
workspace-noscript-stories = ko paveikuši citi, katram savs komplekts
workspace-menu = Procesa skati
workspace-undo = Atsaukt
workspace-redo = Atkārtot
workspace-save = Saglabāt datnē
workspace-view-processes = Visi procesi
workspace-view-guide = Ceļvedis
workspace-view-overview = Pārskats
workspace-view-file = Datne
workspace-view-settings = Par procesu
workspace-view-conflicts = Mainīts divās kopijās
workspace-no-name = Process bez nosaukuma
workspace-kept-browser = Glabājas šajā pārlūkā.
workspace-kept-nowhere = Glabājas tikai tik ilgi, kamēr šī lapa ir atvērta.
workspace-never-saved = Vēl nav saglabāts datnē.
workspace-saved-in = Saglabāts datnē { $file }, { $moment }.
workspace-unsaved-since = Nav saglabāts datnē kopš: { $moment }.
workspace-saved-download = Datne { $name } ir jūsu lejupielādēs.
workspace-saved-download-instead = Pārlūks neļāva šai lapai rakstīt datnē. { $name } ir jūsu lejupielādēs.
workspace-saved-file = Saglabāts: { $name }.
workspace-saved-merged = Datni { $name } pa to laiku mainījis kāds cits. Jaunais no tās tagad ir šeit, un viss ir saglabāts kopā.
workspace-saved-other = Datnē { $name } tagad ir kas cits, tāpēc nekas nav ierakstīts. Izvēlieties citu datni skatā „Datne”.
workspace-file-type = Procesa datne
workspace-undone = Atsaukts: { $what }
workspace-undone-more = Atsaukts: { $what }. Citi lauki: { $count }
workspace-redone = Atkārtots: { $what }
workspace-redone-more = Atkārtots: { $what }. Citi lauki: { $count }
workspace-typed-kept = Teksts, ko rakstījāt, kad lapa tika aizvērta, atkal ir šeit.
workspace-process-gone = Šī procesa šajā pārlūkā nav. Ja jums ir tā datne, atveriet to zemāk.
workspace-address-unknown = Šajā adresē ir daļas, ko darbvieta nezina: { $names }. Tās nav ņemtas vērā.
workspace-on-disk = Šī vietnes kopija ir atvērta no diska. Šādām lapām pārlūki neko neglabā: pirms aizverat lapu, saglabājiet procesu datnē.
workspace-no-storage = Šis pārlūks šai vietnei neko neglabā, varbūt tāpēc, ka logs ir privāts. Strādāt varat; pirms aizverat lapu, saglabājiet procesu datnē.
workspace-no-room = Šajā pārlūkā vairs nav vietas. Strādāt varat; pirms aizverat lapu, saglabājiet procesu datnē. Iepriekš saglabātais atkal būs redzams, kad lapu ielādēsiet no jauna.
workspace-newer-page = Jūsu procesus šajā pārlūkā ir atvērusi jaunāka šīs lapas versija, tāpēc šī pie tiem netiek. Ielādējiet lapu no jauna.
workspace-open-elsewhere = Šis process ir atvērts citā cilnē vai logā. Šeit to varat lasīt.
workspace-take-over = Strādāt šeit
workspace-taken-over = Ar šo procesu tagad strādā citā cilnē. Šeit to varat lasīt.
workspace-taken-over-here = Tagad ar procesu strādājat šeit. Otra cilne to rāda lasīšanai.
workspace-other-closed = Otra cilne ir aizvērta. Tagad ar procesu strādājat šeit.
workspace-storage-full = Šajā pārlūkā vairs nav vietas jūsu pēdējām izmaiņām. Tās vēl ir šajā lapā: saglabājiet tās datnē tūlīt.
workspace-storage-failed = Pārlūks nevarēja saglabāt jūsu pēdējās izmaiņas. Tās vēl ir šajā lapā: saglabājiet tās datnē tūlīt.
workspace-used-up = Atvērtajā datnē izmaiņas ir skaitītas ar pārāk lieliem skaitļiem, tāpēc šajā procesā vairs neko nevar mainīt. Lai turpinātu, skatā „Datne” izveidojiet citu procesu pēc šī parauga.
workspace-leave-failed = Jūs vēl esat procesā: pārlūks nevarēja saglabāt pēdējās izmaiņas. Lejupielādējiet procesu, un tad varēsiet iziet.
workspace-storage-away = Pārlūks netiek pie tā, ko glabā šai vietnei. Ielādējiet lapu no jauna un mēģiniet vēlreiz.
workspace-not-done = Tas neizdevās. Ielādējiet lapu no jauna un mēģiniet vēlreiz.
workspace-save-now = Lejupielādēt procesu tūlīt
workspace-conflicts-found = Lauki, kas divās kopijās mainīti atšķirīgi: { $count }.
workspace-conflicts-look = Apskatīt tos
workspace-catalogue-missing = Katalogu neizdevās ielādēt, tāpēc ieteikumu pašlaik nav. Viss pārējais darbojas.
workspace-fault-bad-date = Tādas dienas nav. Rakstiet to šādi: 31.12.2026.
workspace-fault-bad-address = Tā nav tīmekļa adrese. Uzrakstiet to pilnībā, ar https:// un nosaukumu, piemēram, https://example.org.

# Processes

workspace-own-processes = Jūsu procesi
workspace-progress = Virzība
workspace-percent = { $count } %
workspace-changed = Mainīts: { $moment }.
workspace-remove-process = Noņemt no šī pārlūka
workspace-remove-saved = Vai noņemt procesu „{ $name }” no šī pārlūka? Jūsu saglabātā datne paliek.
workspace-remove-unsaved = Procesā „{ $name }” ir izmaiņas, kuru nav nevienā datnē. Ja to noņemsiet, tās zudīs. Lai tās paturētu, vispirms atveriet procesu un saglabājiet datnē.
workspace-remove-now = Noņemt
workspace-keep = Paturēt
workspace-process-removed = Procesa „{ $name }” šajā pārlūkā vairs nav.
workspace-start-title = Sākt procesu
workspace-field-name = Procesa nosaukums
workspace-new-name-hint = Piemēram, pakalpojums, ko veidojat vai uzlabojat. Ja atstāsiet tukšu, nosaukumu pārņems no shēmas, stāsta vai procesa, ar ko sākat.
workspace-from-schema = No shēmas
workspace-from-schema-hint = Soļi no pirmās sanāksmes līdz strādājošam pakalpojumam. Soļus varat izlaist un pievienot.
workspace-from-story = No pieredzes stāsta
workspace-from-story-hint = Soļi, ko gājuši citi, ar Interlinkeriem, ko viņi izmantojuši. Nekas nav atzīmēts kā izpildīts.
workspace-more-stories = Citi pieredzes stāsti: { $count }
workspace-from-process = Pēc cita procesa parauga
workspace-from-process-hint = Paņem tā soļus, vajadzības, saites un izvēlētos Interlinkerus. Kas paveikts un kad, paliek tur.
workspace-from-process-team = Paņemt arī cilvēkus, komandas un piezīmes
workspace-from-nothing = Bez parauga
workspace-from-nothing-label = Sākt ar tukšu procesu
workspace-from-nothing-hint = Fāzes, mērķus un uzdevumus rakstāt paši vai vēlāk izvēlaties shēmu.
workspace-start-now = Sākt procesu
workspace-start-note = No šī brīža tas glabājas šajā pārlūkā, šajā ierīcē. Nekas netiek nosūtīts.
workspace-start-note-memory = Šis pārlūks šeit neko neglabā: saglabājiet procesu datnē.
workspace-start-failed = To neizdevās ielādēt. Pārbaudiet savienojumu un mēģiniet vēlreiz.
workspace-started = Process „{ $name }” ir sācies. Izvēlieties pirmo uzdevumu.
workspace-copy-of = { $name } (kopija)
workspace-open-title = Atvērt datni
workspace-open-label = Procesa datne
workspace-open-choose = Izvēlēties datni
workspace-open-hint = Datne, ko saglabājusi šī darbvieta; tās nosaukums beidzas ar .yaml. To nolasa šeit un nekur nesūta.
workspace-opened = Process „{ $name }” ir atvērts. Tagad tas glabājas šajā pārlūkā.
workspace-opened-merged = Process „{ $name }” šajā pārlūkā jau bija. Abas kopijas ir apvienotas; nekas nav zudis.
workspace-reading = Lasa…
workspace-file-bad = Neizdevās atvērt datni { $name }
workspace-file-bad-note = Vietas, kas jālabo: { $count }. Nekas nav mainīts ne šeit, ne datnē.
workspace-file-unreadable = Pārlūks nevarēja nolasīt datni. Varbūt tā ir pārvietota vai atvērta citā programmā.
workspace-file-place = { $line }. rinda, { $column }. zīme
workspace-file-bytes = Lejupielādēt datni, kāda tā ir
workspace-more-problems = Citas vietas: { $count }
workspace-fault-too-large = Datne ir par lielu. Procesa datnē ir ne vairāk kā 8 MB.
workspace-fault-not-utf-8 = Datne nav UTF-8 kodējumā. Saglabājiet to vēlreiz šajā kodējumā.
workspace-fault-yaml-syntax = No šīs vietas datni nevar nolasīt. Varbūt trūkst tās beigu vai atkāpe ir nepareiza.
workspace-fault-yaml-anchor = Zīmes & * ! vērtības sākumā nav atļautas. Lieciet vērtību pēdiņās.
workspace-fault-yaml-limit = Datnē ir par daudz līmeņu.
workspace-fault-no-process = Tā nav procesa datne. Procesa datne sākas ar rindu process: 1.
workspace-fault-newer-version = Datni izveidojusi jaunāka darbvietas versija. Atveriet to vietnē, kas ir atjaunināta.
workspace-fault-missing-field = Šeit trūkst kāda lauka.
workspace-fault-unknown-field = Procesa datnē nav lauka ar šādu nosaukumu.
workspace-fault-wrong-type = Šeit vajadzīga cita veida vērtība.
workspace-fault-too-long = Šis teksts ir par garu.
workspace-fault-unknown-term = Šī vērtība nav no tām, kas šeit iespējamas.
workspace-fault-duplicate-key = Šis lauks šeit ir divreiz.
workspace-fault-duplicate-node = Šis solis datnē ir divreiz.
workspace-fault-bad-slug = Šajā nosaukumā var būt tikai burti, cipari un defises.
workspace-fault-bad-id = Šis identifikators ir bojāts.
workspace-fault-bad-position = Šī pozīcija ir bojāta. Izdzēsiet rindu; tad noteicošā ir secība datnē.
workspace-fault-bad-edit = Šī rinda datnes beigās ir bojāta.
workspace-fault-too-many-nodes = Procesā ir ne vairāk kā 5000 soļu.
workspace-fault-too-deep = Soļi viens otrā var būt ne vairāk kā 6 līmeņos.
workspace-everything-title = Viss, kas ir šajā pārlūkā
workspace-everything-note = Jūsu procesi glabājas šajā ierīcē un tikai šim pārlūkam. Ja dzēšat pārlūka datus, dzēšat arī tos. Svarīgos saglabājiet datnēs.
workspace-everything-memory = Jūsu procesi glabājas tikai tik ilgi, kamēr šī lapa ir atvērta. Saglabājiet tos datnēs.
workspace-kept-promised = Pārlūks ir apsolījis tos pats nedzēst.
workspace-kept-unpromised = Pārlūks var tos dzēst pats, kad ierīcē trūkst vietas.
workspace-export-all = Lejupielādēt visus ({ $count })
workspace-export-done = Arhīvs ar visiem jūsu procesiem ir lejupielādēs.
workspace-export-failed = Arhīvu neizdevās izveidot. Saglabājiet procesus pa vienam.
workspace-erase-all = Dzēst visu
workspace-erase-ask = Vai dzēst no šī pārlūka visus procesus? Tie ir: { $names }. Tas, kā nav nevienā datnē, zudīs.
workspace-erase-now = Dzēst visu tūlīt
workspace-erased = Viss ir izdzēsts. No darbvietas šajā pārlūkā nekas nav palicis.
workspace-erase-failed = Neizdevās izdzēst visu. Aizveriet citas šīs vietnes cilnes un mēģiniet vēlreiz.

# Guide

workspace-phases = Fāzes
workspace-tree-label = Mērķi un uzdevumi
workspace-done-of = izpildīti { $done } no { $total }
workspace-progress-of = { $percent } % · izpildīti uzdevumi: { $done } no { $total }
workspace-until = termiņš – { $end }
workspace-from = sākums – { $start }
workspace-from-to = { $start } – { $end }
workspace-late = termiņš bija { $day }
workspace-next-title = Ko darīt tālāk
workspace-next-none = Vēl nav neviena uzdevuma. Pievienojiet to zem mērķa.
workspace-next-blocked = Katrs neizpildītais uzdevums gaida citu. Apskatiet fāzes augšā.
workspace-all-done = Visi uzdevumi ir izpildīti
workspace-all-done-note = Saglabājiet datni un skatā „Par procesu” izvēlieties stāvokli „Pabeigts”.
workspace-how-guide = Kā ceļvedis darbojas
workspace-how-guide-choose = Izvēlieties fāzi, tad uzdevumu. Blakus redzēsiet, kas jādara un kuri Interlinkeri palīdz.
workspace-how-guide-status = Norādiet, cik tālu uzdevums ir. Mērķi un fāzes mainās līdzi.
workspace-how-guide-change = Soļi ir jūsu: pārdēvējiet, pievienojiet, pārvietojiet tos vai kādu izlaidiet un uzrakstiet, kāpēc.
workspace-how-guide-file = Lai strādātu kopā, saglabājiet procesu datnē un dalieties ar to e-pastā vai Git. Kopijas, ko mainījuši vairāki cilvēki, apvieno, neko nezaudējot.
workspace-level-phase = Fāze
workspace-level-objective = Mērķis
workspace-level-task = Uzdevums
workspace-node-unknown = Šī soļa shēmu neizdevās ielādēt, tāpēc šeit trūkst tā tekstu.
workspace-node-retired = Shēma šo soli vairs nepiedāvā.
workspace-before = Pirms tā:
workspace-before-open = Vispirms izdariet:
workspace-status-title = Cik tālu tas ir?
workspace-status-derived = To nosaka soļi, kas tajā ietilpst tieši.
workspace-dates-derived = Plānots: { $span }
workspace-is-skipped = Šis solis ir izlaists un neskaitās.
workspace-restore = Atsākt to
workspace-restored = Tas atkal skaitās.
workspace-uses-title = Interlinkeri
workspace-recommended = Ieteiktie
workspace-recommended-more = Rādīt vairāk: { $count }
workspace-recommended-none = Šīs vajadzības vēl nerisina neviens kataloga Interlinkers.
workspace-recommended-no-need = Šim solim nav piesaistīta neviena vajadzība, tāpēc nekas nav ieteikts. Izvēlieties vajadzību, lai redzētu, kas palīdz.
workspace-why-answers = Risina:
workspace-why-own = Vajadzība rodas šajā solī.
workspace-why-inherited = Vajadzība rodas solī, kurā šis ietilpst.
workspace-why-rare = Interlinkeri, kas to dara: { $count } no { $total }.
workspace-choose = Izvēlēties
workspace-open-address = Atvērt vietni
workspace-new-window = (atveras jaunā cilnē)
workspace-take-file = Lejupielādēt datni: { $title } ({ $format }, { $size })
workspace-other-files = Citas datnes: { $count }
workspace-use-chosen = Interlinkers „{ $name }” ir izvēlēts.
workspace-use-used = Interlinkers „{ $name }” ir reģistrā kā izmantots.
workspace-use-chosen-state = izvēlēts
workspace-use-used-state = izmantots
workspace-use-unknown = Katalogā šī Interlinkera vairs nav.
workspace-register-title = Izmantošanas reģistrs
workspace-register-none = Vēl nav izvēlēts vai izmantots neviens Interlinkers.
workspace-version = versija { $version }
workspace-field-use-status = Izvēlēts vai izmantots
workspace-field-version = Versija
workspace-field-note = Piezīme
workspace-hint-use-note = Kam to izmantojāt un kā veicās.
workspace-edit = Mainīt
workspace-remove = Noņemt
workspace-item-removed = „{ $name }” sarakstā vairs nav.
workspace-remove-need = Noņemt vajadzību „{ $name }”
workspace-needs-pick = Izvēlēties šī soļa vajadzības
workspace-needs-change = Pievienot vajadzību
workspace-need-add = Vajadzība
workspace-need-add-hint = Kas šim solim jāatrisina. No tā izriet ieteikumi.
workspace-need-choose = Izvēlieties
workspace-need-added = Vajadzība „{ $name }” ir pievienota.
workspace-another = Cits Interlinkers
workspace-another-label = Meklēt katalogā
workspace-found = Atrasti: { $count }
workspace-found-none = Nekas nav atrasts.
workspace-resources-title = Rezultāti un dokumenti
workspace-resources-none = Vēl nav ne saišu, ne piezīmju.
workspace-add-resource = Pievienot saiti vai piezīmi
workspace-field-title = Nosaukums
workspace-hint-title = Piemēram, „Pirmās sanāksmes protokols”.
workspace-field-address = Tīmekļa adrese
workspace-hint-address = Dokumenta adrese kopīgā diskā vai vietnē. Ja lauks ir tukšs, tā ir piezīme.
workspace-title-missing = Uzrakstiet nosaukumu.
workspace-add = Pievienot
workspace-resource-added = „{ $name }” tagad ir sarakstā.
workspace-plan-title = Kad un kas
workspace-field-start = Sākums
workspace-field-end = Beigas
workspace-dates-turned = Beigas ir pirms sākuma.
workspace-field-complexity = Sarežģītība
workspace-hint-complexity = Cik daudz darba un prasmju tas prasa.
workspace-not-set = nav norādīta
workspace-not-chosen = nav izvēlēts
workspace-complexity-none = Nekāda
workspace-complexity-very-low = Ļoti zema
workspace-complexity-low = Zema
workspace-complexity-medium = Vidēja
workspace-complexity-high = Augsta
workspace-complexity-very-high = Ļoti augsta
workspace-field-responsible = Kas ir atbildīgs
workspace-nobody-yet = Procesam vēl nav pievienots neviens cilvēks.
workspace-add-person = Pievienot cilvēku
workspace-field-person-name = Vārds
workspace-hint-person-name = Tas paliek jūsu datnē, un to nekad nepublicē.
workspace-person-added = Par to tagad atbild { $name }.
workspace-name-missing = Uzrakstiet nosaukumu vai vārdu.
workspace-notes-title = Piezīmes
workspace-field-notes = Komandas piezīmes
workspace-hint-notes = Tās paliek jūsu datnē, un tās nekad nepublicē.
workspace-next-task = Nākamais uzdevums:
workspace-change-title = Mainīt šo soli
workspace-field-node-name = Soļa nosaukums
workspace-hint-rename = Shēmā: { $name }
workspace-schema-name = Lietot shēmas nosaukumu
workspace-field-node-description = Apraksts
workspace-move-title = Pārvietot
workspace-move-up = Augstāk
workspace-move-down = Zemāk
workspace-moved-up = Solis „{ $name }” ir vienu vietu augstāk.
workspace-moved-down = Solis „{ $name }” ir vienu vietu zemāk.
workspace-add-below = Pievienot soli zem šī
workspace-new-phase = Jaunās fāzes nosaukums
workspace-new-objective = Jaunā mērķa nosaukums
workspace-new-task = Jaunā uzdevuma nosaukums
workspace-node-added = Solis „{ $name }” ir pievienots.
workspace-before-change = Kas jāizdara pirms tā
workspace-before-circle = jau seko pēc šī
workspace-skip-title = Izlaist
workspace-skip-now = Izlaist šo soli
workspace-field-reason = Iemesls
workspace-hint-reason = Viens teikums. No tā mācīsies tie, kas vēlāk lasīs jūsu pieredzes stāstu.
workspace-reason-missing = Uzrakstiet, kāpēc to izlaižat.
workspace-skipped = Solis „{ $name }” ir izlaists.
workspace-remove-title = Noņemt
workspace-remove-note = Šo soli pievienoja jūsu komanda, tāpēc to var noņemt. Ar „Atsaukt” tas atgriežas.
workspace-node-removed = Solis „{ $name }” ir noņemts.
workspace-add-objective = Pievienot mērķi
workspace-add-phase = Pievienot fāzi
workspace-tree-empty = Šim procesam vēl nav soļu. Ņemiet tos no shēmas vai rakstiet paši.
workspace-take-schema = Ņemt šos soļus
workspace-schema-taken = Soļi ir šeit. Tos varat izlaist un pievienot.
workspace-by-hand = Savi soļi

# Overview

workspace-progress-formula = Kopējā virzībā izpildītie uzdevumi skaitās pilnībā, iesāktie – par pusi. Fāzē un mērķī tāpat skaitās soļi, kas tajā ietilpst tieši. Izlaistie neskaitās.
workspace-checklist-title = Kas jāsagatavo
workspace-checklist-open = Atlikušie soļi: { $count }
workspace-checklist-ready = Viss ir sagatavots. Turpiniet ceļvedī.
workspace-checklist-hide = Paslēpt šo sarakstu
workspace-checklist-show = Rādīt sagatavošanas sarakstu
workspace-optional = nav obligāti
workspace-step-done = izdarīts
workspace-step-open = vēl jādara
workspace-step-tick = Atzīmēt kā izdarītu
workspace-step-untick = Atzīmēt kā neizdarītu
workspace-step-describe = Aprakstīt procesu
workspace-step-describe-note = Uzrakstiet nolūku, ideju vai grūtības, lai visi zinātu, par ko ir runa.
workspace-step-describe-go = Aprakstīt
workspace-step-model = Izlemt, kas vada
workspace-step-model-note = Pārvaldības modelis nosaka, kas sāk un kas lemj.
workspace-step-model-go = Izvēlēties modeli
workspace-step-schema = Izvēlēties soļus
workspace-step-schema-note = Ņemiet tos no shēmas vai rakstiet paši.
workspace-step-schema-go = Izvēlēties soļus
workspace-step-teams = Nosaukt organizācijas un komandas
workspace-step-teams-note = Kas piedalās un kādā lomā.
workspace-step-teams-go = Nosaukt tās
workspace-step-resources = Savākt to, kas jau ir
workspace-step-resources-note = Saites uz dokumentiem, ar kuriem komanda sāk.
workspace-step-resources-go = Uz ceļvedi
workspace-step-responsible = Norādīt, kas ir atbildīgs
workspace-step-responsible-note = Vismaz par pirmo uzdevumu.
workspace-step-responsible-go = Uz ceļvedi
workspace-step-rewards = Izlemt par apbalvojumiem
workspace-step-rewards-note = Punkti par ieguldījumu, ja tos vēlaties.
workspace-step-rewards-go = Izlemt
workspace-step-file = Saglabāt procesu datnē
workspace-step-file-note = Datne ir jūsu kopija. Ar to var dalīties, un to var atvērt jebkurā pārlūkā.
workspace-step-file-go = Saglabāt
workspace-results-title = Visu uzdevumu rezultāti un dokumenti
workspace-results-none = Vēl nav ne saišu, ne piezīmju. Pievienojiet tās pie uzdevumiem ceļvedī.
workspace-in-task = Kur:
workspace-activity-title = Kas noticis
workspace-activity-none = Vēl nekas.
workspace-activity-more = Rādīt vecākus ierakstus: { $count }
workspace-activity-started = Process sākās.
workspace-activity-added = Pievienots
workspace-activity-renamed = Pārdēvēts
workspace-activity-moved = Pārvietots
workspace-activity-status = Statuss:
workspace-activity-skipped = Izlaists
workspace-activity-restored = Atsākts
workspace-activity-removed = Noņemts:
workspace-activity-assigned = Mainīts atbildīgais
workspace-activity-planned = Mainīts plāns
workspace-activity-chose = Izvēlēts:
workspace-activity-used = Izmantots:
workspace-activity-resource = Pievienots:
workspace-activity-claim = Pieteikts ieguldījums:
workspace-activity-awarded = Piešķirti punkti
workspace-activity-published = Publicēts
workspace-activity-merged = Pievienota cita kopija

# Team

workspace-view-team = Komanda
workspace-team-lead = Kas piedalās, kādā lomā un kurš par kuru uzdevumu atbild.
workspace-team-private = Vārdi, lomas un konti paliek šajā pārlūkā un jūsu datnē. Publicējot tie nekad nekur nenonāk.
workspace-organisation-title = Organizācijas
workspace-organisation-none = Vēl nav nevienas organizācijas.
workspace-organisation-find = Meklēt organizāciju
workspace-organisation-page = Tās lapa katalogā
workspace-organisation-of-none = nav
workspace-add-organisation = Pievienot organizāciju
workspace-field-organisation-name = Organizācijas nosaukums
workspace-hint-organisation-name = Piemēram, ministrija, biedrība vai uzņēmums.
workspace-hint-slug = Sāciet rakstīt nosaukumu vai ielīmējiet tās lapas adresi. Ja lauks ir tukšs, saites nav.
workspace-slug-bad = Tā nav kataloga organizācija. Uzrakstiet tās lapas adreses pēdējo daļu.
workspace-team-title = Komandas
workspace-team-none = Vēl nav nevienas komandas.
workspace-team-find = Meklēt komandu
workspace-team-empty = Tajā vēl neviena nav.
workspace-team-members = Cilvēki: { $count }
workspace-team-people = Cilvēki šajā komandā
workspace-team-people-more = Pievienot cilvēku komandai
workspace-team-named = { $name } (komanda)
workspace-add-team = Pievienot komandu
workspace-field-team-name = Komandas nosaukums
workspace-hint-team-name = Piemēram, „Vadības grupa” vai „Iedzīvotāji”.
workspace-field-team-organisation = Organizācija
workspace-type-of-organisation = kā tās organizācijai
workspace-teams-more = Pievienot komandu
workspace-person-title = Cilvēki
workspace-person-none = Vēl neviena nav.
workspace-person-find = Meklēt cilvēku
workspace-field-person-role = Loma procesā
workspace-hint-person-role = Piemēram, vadītāja, jurists vai iedzīvotājs.
workspace-hint-handle = GitHub, GitLab vai Forgejo konts, piemēram, @anna. Nerakstiet e-pasta adresi.
workspace-handle-bad = Tas nav konts. Rakstiet to kā @anna, tikai ar burtiem, cipariem un . _ - /
workspace-hint-administrator = Rūpējas par visu procesu kopumā.
workspace-pick-one = Izvēlieties
workspace-name-twice = „{ $name }” jau ir sarakstā.
workspace-item-removed-undo = „{ $name }” sarakstā vairs nav. Ar „Atsaukt” ieraksts atgriežas.
workspace-item-back = „{ $name }” atkal ir sarakstā.
workspace-item-erased = Ieraksts „{ $name }” ir izdzēsts.
workspace-removed-title = Noņemti: { $count }
workspace-removed-note = Noņemto vārdi un nosaukumi paliek datnē, lai kopijas varētu apvienot. Ar „Izdzēst” tos izņem. Datnes agrākajās kopijās tie vēl ir.
workspace-bring-back = Atjaunot
workspace-erase-item = Izdzēst
workspace-who-left = kāds, kura vairs nav
workspace-who-removed = { $name } (vairs nav sarakstā)
workspace-responsible-more = Pievienot cilvēku vai komandu
workspace-to-team = Procesa cilvēki un komandas
workspace-me-title = Kas šeit strādā
workspace-me-label = Jūs esat
workspace-me-hint = Tas paliek šajā pārlūkā. Pārskata sadaļā „Kas noticis” pie tā, ko darāt, tad redzams jūsu vārds.
workspace-me-nobody = nav norādīts
workspace-me-chosen = Jūs šeit strādājat kā { $name }.
workspace-me-nobody-chosen = Pie tā, ko darāt, tagad vārda nav.
workspace-me-mark = jūs
workspace-duties = Atbild par: { $count }
workspace-nobody-title = Uzdevumi bez atbildīgā
workspace-nobody-note = Par tiem neviens neatbild – ne uzdevumā, ne augstākā solī.
workspace-nobody-none = Par katru uzdevumu kāds atbild.
workspace-nobody-no-task = Vēl nav neviena uzdevuma.
workspace-git-title = Git krātuvē
workspace-git-rights = Darbvietā ikviens, kam ir datne, var mainīt visu. Ko katrs drīkst, nosaka jūsu Git krātuve: tās dalībnieki un pārskatīšanas noteikumi.
workspace-git-codeowners = Datne CODEOWNERS norāda GitHub, GitLab vai Forgejo, kam jautāt par izmaiņām: par procesa datni – pārziņiem, par uzdevuma mapi – tiem, kas par to atbild. Tā top no šeit rakstītā. Ielieciet to krātuves saknē.
workspace-git-download = Lejupielādēt CODEOWNERS
workspace-git-show = Rādīt datni
workspace-git-folders = Uzdevuma datnes liek tā mapē, piemēram, /tasks/engage/identify/interview/.
workspace-git-no-account = Te vēl nevienam nav konta Git platformā. Lai iegūtu datni, pievienojiet kontu kādam cilvēkam.
workspace-git-without = Tajā nav, jo trūkst konta:

# Rewards

workspace-view-rewards = Apbalvojumi
workspace-rewards-lead = Punkti par cilvēku ieguldījumu. Kam punkti noder, to izlemj jūsu komanda.
workspace-rewards-choice = Vai šajā procesā skaita punktus?
workspace-rewards-off = Nē
workspace-rewards-off-note = Neko neskaita, un pie uzdevumiem ieguldījumu neprasa.
workspace-rewards-personal = Katrs redz savus
workspace-rewards-personal-note = Katrs redz savus uzdevumus, punktus un vietu. Pārziņi redz arī kopvērtējumu.
workspace-rewards-leaderboard = Ar kopvērtējumu
workspace-rewards-leaderboard-note = Katrs redz arī, kā veicas pārējiem.
workspace-rewards-chosen = Punkti: { $name }
workspace-rewards-private = Tas nosaka, ko rāda darbvieta. Ieguldījumi ir datnē, un ikviens, kam ir datne, tos var lasīt. Tos nekad nepublicē.
workspace-leaderboard-title = Kopvērtējums
workspace-leaderboard-admin = Jūs to redzat, jo esat pārzinis.
workspace-leaderboard-none = Punkti vēl nav piešķirti. Pievienojiet ieguldījumus pie uzdevuma ceļvedī, tad uzdevumu noslēdziet.
workspace-points = Punkti: { $count }
workspace-column-position = Vieta
workspace-column-name = Vārds
workspace-column-points = Punkti
workspace-column-tasks = Uzdevumi
workspace-level-1 = Zems
workspace-level-2 = Vidējs
workspace-level-3 = Augsts
workspace-share = ieguldījumi: { $count } ({ $percent } %)
workspace-share-level = līmenis: { $level }
workspace-share-points = punkti: { $count }
workspace-level-by-share = Pēc daļas: { $level }
workspace-field-level-of = Līmenis: { $name }
workspace-personal-title = Mani ieguldījumi
workspace-personal-of = Mani ieguldījumi: { $name }
workspace-personal-none = Jūsu ieguldījumu vēl nav. Pievienojiet kādu pie uzdevuma ceļvedī.
workspace-personal-who = Lai redzētu savus punktus, zemāk norādiet, kas jūs esat.
workspace-position-of = { $rank }. no { $total }
workspace-position-none = vēl nav
workspace-points-awarded = piešķirti
workspace-points-open = vēl nav piešķirti
workspace-open-claims = Nenoslēgti uzdevumi ar ieguldījumiem
workspace-open-claims-note = To punktus skaita, kad uzdevums ir noslēgts.
workspace-open-claims-none = Nevienam nenoslēgtam uzdevumam ieguldījumu nav.
workspace-claims-count = ieguldījumi: { $count }
workspace-people-count = cilvēki: { $count }
workspace-complexity-missing = bez sarežģītības
workspace-formula-title = Kā skaita punktus
workspace-formula-complexity = Katram uzdevumam ir sarežģītība, un katrai ir sava vērtība: { $list }.
workspace-formula-share = Cilvēka daļa ir viņa ieguldījumu skaits uzdevumā, dalīts ar visu šī uzdevuma ieguldījumu skaitu.
workspace-formula-level = Daļa zem 15 % dod līmeni „{ $low }”, zem 60 % – „{ $average }”, no 60 % – „{ $high }”. Komanda var noteikt citu līmeni.
workspace-formula-points = Līmeni reizinot ar vērtību, iegūst cilvēka punktus šajā uzdevumā – ne vairāk kā { $most }.
workspace-formula-closed = Tos skaita, tiklīdz uzdevums ir noslēgts, un vairs neskaita, ja tos atņem.
workspace-formula-order = Kam punktu vairāk, tas ir augstāk. Ja punktu skaits ir vienāds, arī vieta ir tā pati, un secību nosaka vārds.
workspace-formula-example = Piemērs: viens no trim ieguldījumiem augstas sarežģītības uzdevumā ir 33 %. Tas ir 2. līmenis, tātad 2 × 80 = { $points } punkti.
workspace-claims-title = Ieguldījumi
workspace-claims-none = Ieguldījumu vēl nav.
workspace-claims-no-people = Ieguldījums vienmēr ir kāda cilvēka, bet procesam cilvēku vēl nav.
workspace-claim-new = Pievienot ieguldījumu
workspace-claim-of = Pie rezultāta:
workspace-claim-of-none = bez rezultāta
workspace-claim-title-missing = Uzrakstiet, kas tas bija.
workspace-claim-added = Pievienots ieguldījums – { $name }: { $title }
workspace-field-claim-person = Kas
workspace-field-claim-title = Kas ieguldīts
workspace-hint-claim-title = Piemēram, „Vadīja intervijas”.
workspace-field-claim-resource = Pie kura rezultāta
workspace-field-claim-role = Kādā lomā
workspace-hint-claim-role = Kuru pusi cilvēks pārstāvēja.
workspace-person-missing = Izvēlieties cilvēku.
workspace-shares-title = Daļas un punkti
workspace-award = Noslēgt uzdevumu un piešķirt punktus
workspace-award-note = Uzdevums tad ir izpildīts. Punktus var atņemt.
workspace-award-nothing = Šī uzdevuma sarežģītība nav norādīta vai tai nav vērtības, tāpēc punktu nav. Izvēlieties to sadaļā „Kad un kas”.
workspace-awarded = Uzdevums „{ $name }” ir noslēgts, un punkti ir piešķirti.
workspace-is-awarded = Uzdevums ir noslēgts, un punkti ir piešķirti.
workspace-is-awarded-note = Ieguldījumi un sarežģītība nemainās, kamēr punkti nav atņemti.
workspace-is-awarded-late = Ieguldījumi, kas pēc tam ienākuši no citas kopijas: { $count }. Lai skaitītu arī tos, atņemiet punktus un piešķiriet tos no jauna.
workspace-take-back = Atņemt punktus
workspace-taken-back = Punkti par uzdevumu „{ $name }” ir atņemti. Uzdevums paliek izpildīts, līdz jūs to maināt.
workspace-hint-complexity-closed = Punkti ir piešķirti, tāpēc tā nemainās. Lai to mainītu, atņemiet punktus.

# File

workspace-save-title = Saglabāt
workspace-save-note = Datnē { $name } ir viss process. Tas ir vienkāršs teksts: to var lasīt cilvēki un programmas, un to var glabāt Git.
workspace-save-again = Saglabāt datnē { $name }
workspace-save-as = Izvēlēties datni un saglabāt
workspace-save-download = Lejupielādēt
workspace-merge-title = Pievienot citu kopiju
workspace-merge-note = Kāds ir mainījis šīs datnes kopiju. Izvēlieties to: jaunais nāk klāt, un nekas no jūsu darba nezūd. Ja abās kopijās mainīts viens un tas pats lauks, redzēsiet abas vērtības.
workspace-merge-label = Datne ar otru kopiju
workspace-merge-other = Datne { $name } ir cits process, nevis šī procesa kopija. Nekas nav mainīts.
workspace-merge-open = Atvērt to kā atsevišķu procesu
workspace-merge-failed = Kopijas nevar apvienot: kopā tajās būtu vairāk nekā 5000 soļu. Nekas nav mainīts.
workspace-merge-nothing = Kopijā nav nekā, kā šeit vēl nebūtu.
workspace-merge-done = Kopija ir pievienota. Mainītie lauki: { $fields }. Jaunie soļi: { $nodes }.
workspace-merge-added = Jaunie soļi
workspace-merge-changed = Mainīts
workspace-and-more = un vēl: { $count }
workspace-show-all = Rādīt vairāk: { $count }
workspace-schema-title = Salīdzināt ar shēmu
workspace-schema-note = Process sākās no shēmas „{ $name }”. Shēmas ar laiku kļūst labākas; šeit redzat, kas mainījies, un pārņemat, ko vēlaties.
workspace-schema-compare = Salīdzināt
workspace-schema-same = Soļi ir tādi paši kā shēmā, kāda tā ir tagad.
workspace-schema-differs = Atšķirības: { $count }. Izvēlieties, ko pārņemt.
workspace-schema-added = Shēmā jauns
workspace-schema-retired = Shēmā vairs nav: šeit izlaist
workspace-schema-moved = Shēmā citā secībā
workspace-schema-elsewhere = Shēmā tagad ir citā vietā
workspace-schema-elsewhere-note = Šeit šie soļi paliek, kur ir, tāpēc nav ko pārņemt.
workspace-schema-below = shēmā zem „{ $name }”
workspace-schema-at-top = shēmā pašā augšā
workspace-schema-touched = jūsu komanda ar to ir strādājusi
workspace-schema-needed = zem tā ir soļi, kas shēmā joprojām ir
workspace-schema-take-over = Pārņemt izvēlēto
workspace-schema-taken-over = Shēmas izmaiņas ir pārņemtas.
workspace-schema-retired-reason = Shēmā šī soļa vairs nav.
workspace-clone-title = Cits process pēc šī parauga
workspace-clone-now = Izveidot kopiju
workspace-remove-where = Procesus no šī pārlūka noņem sarakstā:

# Copies that differ

workspace-conflicts-lead = Divi cilvēki, viens par otru nezinot, mainīja vienu un to pašu lauku. Abas vērtības ir saglabātas. Izvēlieties to, kas ir spēkā; otra tad zūd.
workspace-conflicts-none = Kopijas neatšķiras nevienā laukā.
workspace-conflict-chosen = Izvēlēts. Atlikušie lauki: { $count }
workspace-version-number = { $count }. vērtība
workspace-version-shown = redzama, līdz izvēlēsieties
workspace-keep-this = Paturēt šo
workspace-to-node = Uz soli
workspace-to-guide = Uz ceļvedi
workspace-value-none = (tukšs)
workspace-value-yes = jā
workspace-value-position = cita vieta secībā
workspace-value-logo = attēls
workspace-kind-use = Interlinkers
workspace-kind-resource = Saite vai piezīme
workspace-kind-claim = Ieguldījums
workspace-kind-organisation = Organizācija
workspace-kind-team = Komanda
workspace-kind-person = Cilvēks
workspace-field-node-status = Statuss
workspace-field-node-level = Soļa veids
workspace-field-node-start = Sākums
workspace-field-node-end = Beigas
workspace-field-status = Statuss
workspace-field-position = Vieta secībā
workspace-field-removed = Noņemts
workspace-field-skipped = Izlaists
workspace-field-closed = Piešķirti punkti
workspace-field-problems = Vajadzības
workspace-field-prerequisites = Kas ir pirms tā
workspace-field-level = Līmenis
workspace-field-points = Punkti
workspace-field-awarded = Kam piešķirti punkti
workspace-field-interlinker = Interlinkers
workspace-field-date = Diena
workspace-field-kind = Veids
workspace-field-type = Veids
workspace-field-slug = Organizācija katalogā
workspace-field-role = Loma
workspace-field-handle = Konts Git platformā
workspace-field-teams = Komandas
workspace-field-administrator = Pārzinis
workspace-field-person = Cilvēks
workspace-field-resource = Rezultāts
workspace-field-checklist = Sagatavošanas saraksts
workspace-field-rewards = Apbalvojumi
workspace-field-call = Aicinājums
workspace-field-schema = Shēma
workspace-field-story = Pieredzes stāsts
workspace-field-cloned-from = Kopēts no
workspace-kind-link = Saite
workspace-kind-note = Piezīme

# Publishing

workspace-view-publish = Publicēt
workspace-publish-lead = Parādiet citiem, kā to paveicāt, vai meklējiet cilvēkus, kas pievienotos. Šeit no pārlūka nekas netiek nosūtīts: nākamā lapa ir veidlapa, kurā visu varat izlasīt un mainīt, pirms to nosūtāt.
workspace-publish-story-title = Kā pieredzes stāstu
workspace-publish-story-lead = Pieredzes stāstā lasāms, ko darījāt un kas no tā iznāca. Tam pievieno saīsinātu soļu koku, ar kuru var sākt citi. Pirms publicēšanas stāstu izlasa šī kataloga uzturētāji.
workspace-publish-takes = Kas tiek iekļauts
workspace-publish-takes-steps = Soļi: { $count }. Izpildīti: { $done }. Izlaisti, ar iemeslu: { $skipped }.
workspace-publish-takes-own = Soļi ar jūsu pašu tekstiem: { $count }. Uz pārējiem ir tikai norādes, to teksti ir shēmā.
workspace-publish-takes-used = Interlinkeri, kurus izmantojāt, ar versijām: { $names }.
workspace-publish-takes-unused = Neviens Interlinkers, jo izmantošanas reģistrs ir tukšs.
workspace-publish-takes-chosen = Vēl neviens Interlinkers. Izvēlēti: { $count }, bet neviens nav atzīmēts kā izmantots.
workspace-publish-chosen = Izvēlēti, bet nav atzīmēti kā izmantoti
workspace-publish-mark-used = Atzīmēt kā izmantotu
workspace-publish-takes-texts = Veidlapas sākumam: nosaukums, apraksts, nolūks, ideja, grūtības, atslēgvārdi, pārvaldības modelis, pirmā diena un pēc pabeigšanas arī pēdējā.
workspace-publish-links-private = Saites, kas darbojas tikai vienā tīklā un tāpēc netiek iekļautas: { $count }.
workspace-publish-unknown-used = Šajā katalogā nav atrodami, tāpēc netiek iekļauti: { $names }.
workspace-publish-whole = Arī soļi, kas netika veikti
workspace-publish-whole-hint = Tad citi var sākt ar visu plānu.
workspace-publish-links = Publiskas saites
workspace-publish-links-hint = Noņemiet atzīmi tam, kas nav domāts visiem. Tas, ko var atvērt tikai jūsu komanda, nevienam citam nenoder.
workspace-publish-never = Kas vienmēr paliek šeit
workspace-publish-never-list = Cilvēki un komandas, atbildīgie, piezīmes, soļu datumi, sarežģītība, ieguldījumi un punkti, kas un kad noticis, logotips, datnes.
workspace-publish-clean = Nav atrasts nekas, kas varētu atklāt kāda cilvēka identitāti.
workspace-publish-findings = Vispirms jāizlabo: { $count }
workspace-publish-findings-lead = Nedrīkst publicēt to, kas var atklāt kāda cilvēka identitāti, un nevar publicēt to, ko katalogs nepieņem. Mainiet tekstu vai neiekļaujiet soli vai saiti.
workspace-publish-found-email-address = Personas e-pasta adrese
workspace-publish-found-phone-number = Tālruņa numurs
workspace-publish-found-personal-code = Personas kods
workspace-publish-found-name = Kāda jūsu komandas locekļa vārds
workspace-publish-found-handle = Kāda jūsu komandas locekļa konts
workspace-publish-found-in-id = id, kas solim ir datnē. Pievienojiet soli no jauna un šo noņemiet, vai nomainiet id datnē manuāli
workspace-publish-found-team = Komandas nosaukums
workspace-publish-found-markup = HTML vai saite vai attēls, kas ierakstā nav atļauts
workspace-publish-found-too-long = Pārāk garš: lielākais pieļaujamais rakstzīmju skaits ir { $text }
workspace-publish-found-no-name = Solis bez nosaukuma
workspace-publish-found-too-large = Koks aizņem { $text } kB, bet pieļaujami 200. Neiekļaujiet soļus, kas netika veikti
workspace-publish-no-name = „{ $text }” šeit nav personas vārds
workspace-publish-fine-noted = Turpmāk „{ $text }” netiek uzskatīts par vārdu.
workspace-publish-refused = Veidlapa atvērsies, kad viss sarakstā būs izlabots.
workspace-publish-failed = Šis pārlūks nākamajai lapai neko nenodod. Lejupielādējiet zemāk datni tree.yaml, atveriet „Pastāstīt savu pieredzi” un ielīmējiet to tur.
workspace-publish-go = Pāriet uz veidlapu
workspace-publish-go-hint = Tā tiek aizpildīta ar šiem datiem. Vēl nekas netiek nosūtīts.
workspace-publish-tree = Koks, kādu to saņem citi
workspace-publish-tree-download = Lejupielādēt tree.yaml
workspace-call-title = Aicinājums sadarboties
workspace-call-lead = Aicinājumā lasāms, par ko ir jūsu process un ko meklējat. Sarakstā tas ir līdz pēdējai dienai.
workspace-call-end = Aicinājuma pēdējā diena
workspace-call-end-hint = No nākamās dienas tā lapā būs norādīts, ka aicinājums ir noslēdzies.
workspace-call-end-missing = Izvēlieties dienu, kas vēl nav pagājusi.
workspace-call-roles = Ko meklējat
workspace-call-contact = Kur atbildēt
workspace-call-contact-hint = Iestādes pastkaste (info@…) vai lapa (https://…). Nekad personas adrese.
workspace-call-contact-missing = Uzrakstiet savas organizācijas pastkastes vai lapas adresi.
workspace-call-go = Pāriet uz aicinājuma veidlapu
workspace-call-page = Tā lapa: { $name }
workspace-call-forget = Tā nav šī aicinājuma lapa
workspace-call-address = Publicētā aicinājuma adrese
workspace-call-address-hint = Kad aicinājums ir katalogā, ierakstiet šeit tā lapas adresi. Tad procesā būs saite uz to.
workspace-call-address-bad = Tā nav aicinājuma lapa. Aicinājuma lapas adrese beidzas, piemēram, ar /calls/musu-pakalpojums/.
workspace-call-note = Pierakstīt
workspace-call-noted = Tagad procesā ir saite uz tā aicinājumu.

# About the process

workspace-settings-lead = Šeit nekas nav obligāts, un viss tiek saglabāts, kamēr rakstāt. Daži teikumi palīdz tiem, kas pievienojas vēlāk.
workspace-settings-about = Par ko tas ir
workspace-settings-run = Kā tas notiek
workspace-hint-name = Pēc tā procesu atrod.
workspace-field-description = Apraksts
workspace-hint-description = Kas ir šis process, vienā vai divos teikumos.
workspace-field-aim = Nolūks
workspace-hint-aim = Kas beigās būs labāk un kam.
workspace-field-idea = Pakalpojuma ideja
workspace-hint-idea = Ko vēlaties kopīgi izveidot.
workspace-field-challenges = Grūtības
workspace-hint-challenges = Kas to padara grūtu.
workspace-field-organisation = Kā pakalpojums ir organizēts tagad
workspace-hint-organisation = Kas to pašlaik sniedz un kā.
workspace-field-tags = Atslēgvārdi
workspace-hint-tags = Ar komatiem starp tiem.
workspace-field-governance-model = Pārvaldības modelis
workspace-hint-governance-model = Kas vada.
workspace-governance-help = Neesat pārliecināti? Atbildiet uz ceļveža jautājumiem
workspace-field-language = Procesa valoda
workspace-hint-language = Kurā komanda raksta.
workspace-field-state = Stāvoklis
workspace-hint-state = Komanda izlemj, kad process ir pabeigts.
workspace-state-in-progress = Notiek
workspace-state-done = Pabeigts
workspace-field-start-of-process = Sākās
workspace-field-logo = Logotips
workspace-hint-logo = PNG, JPEG vai WebP attēls. To samazina un ieliek datnē.
workspace-logo-remove = Noņemt logotipu
workspace-logo-bad = Šo attēlu nevar nolasīt, vai tas neietilpst datnē. Izvēlieties vienkāršāku.

# Work plan

workspace-view-plan = Darba plāns
workspace-plan-scale = Diagrammas mērogs
workspace-plan-scale-day = Diena
workspace-plan-scale-week = Nedēļa
workspace-plan-scale-month = Mēnesis
workspace-plan-scale-year = Gads
workspace-plan-chart = Diagramma
workspace-plan-chart-box = Darba plāna diagramma; to pārvieto ar bulttaustiņiem
workspace-plan-cut = Šajā mērogā nav vietas visām dienām. Pārējās redzēsiet rupjākā mērogā.
workspace-plan-today = Šodien, { $day }
workspace-plan-is-late = Kavējas
workspace-plan-no-tasks = Procesam vēl nav uzdevumu, tāpēc nav ko plānot. Pievienojiet tos ceļvedī.
workspace-plan-empty = Nevienam uzdevumam vēl nav datumu. Izkārtojiet uzdevumus laikposmā, lai iegūtu pirmo plānu, vai ierakstiet katra datumus tabulā.
workspace-plan-planned = Uzdevumi ar datumiem: { $count } no { $total }
workspace-plan-late = Kavējas: { $count }
workspace-plan-undated = Uzdevumi bez datumiem: { $count }
workspace-plan-give-dates = Norādīt datumus
workspace-plan-spread = Izkārtot tos laikposmā
workspace-plan-spread-note = Uzdevumi seko cits citam, katram aptuveni vienāds dienu skaits. Tas ir pirmais aptuvenais plāns: mainiet to tabulā vai atceliet ar „Atsaukt”.
workspace-plan-spread-which = Kurus uzdevumus
workspace-plan-spread-all = Visus, kam nav datumu
workspace-plan-spread-now = Izkārtot uzdevumus
workspace-plan-spread-done = Uzdevumi, kam tagad ir datumi: { $count }
workspace-plan-day-missing = Izvēlieties dienu.
workspace-plan-dates = Datumi
workspace-plan-dates-note = Ierakstiet, kad uzdevums sākas un beidzas. Mērķu un fāžu datumus nosaka to uzdevumi. Izlaisto soļu šeit nav.
workspace-plan-column-step = Solis
workspace-plan-turned = { $name }: beigas ir pirms sākuma.
workspace-plan-exports = Izmantot plānu citur
workspace-plan-calendar = Kalendāra datne
workspace-plan-calendar-hint = Uzdevumi, kam ir datumi, kalendāra programmām (iCalendar). Cilvēku vārdu tajā nav.
workspace-plan-table = Izklājlapas datne
workspace-plan-table-hint = Visi soļi ar statusu, datumiem un atbildīgajiem (CSV). Tajā ir cilvēku vārdi, tāpēc apdomājiet, kam to dodat.
workspace-plan-print = Drukāt
workspace-plan-print-hint = Diagramma ar visiem datumiem, pielāgota papīra platumam.
workspace-plan-no-dates = Nevienam uzdevumam vēl nav datumu, tāpēc kalendārs būtu tukšs.
workspace-plan-csv-key = Identifikators

## Comparing

pick-noscript = Šī lapa saliek kopā to, kas nosaukts tās adresē, un tam vajadzīgs JavaScript. Bez tā atveriet ierakstus pa vienam no kataloga.
pick-unknown = Nav ņemts vērā, jo šeit nav ieraksta ar šādu nosaukumu: { $names }.
pick-too-many = Vietas pietiek { $count } ierakstiem. Pārējie adresē nosauktie nav ņemti vērā.
pick-failed = Neizdevās ielādēt ierakstus. Ielādējiet lapu vēlreiz.
pick-found = Atrasti ieraksti: { $count }
pick-found-none = Nav atrasts nekas, kā šeit vēl nebūtu.
pick-added = „{ $name }” ir pievienots.
pick-removed = „{ $name }” ir noņemts.
pick-remove = Noņemt „{ $name }”
pick-earlier = Pārvietot „{ $name }” uz priekšu
pick-later = Pārvietot „{ $name }” atpakaļ
pick-copied = Adrese ir nokopēta.
pick-copy-failed = Neizdevās nokopēt. Nokopējiet to no adreses joslas.
pick-copy = Kopēt adresi
pick-print = Drukāt
compare = Salīdzināt
compare-heading = Salīdzināt
compare-lead = Līdz četriem ierakstiem blakus. Atšķirības ir atzīmētas. Izvēle ir adresē, nekas netiek saglabāts.
compare-add = Pievienot ierakstu
compare-full = Vairāk par četriem ierakstiem nevar. Noņemiet kādu, lai pievienotu citu.
compare-none-yet = Vēl nav, ko salīdzināt. Meklējiet ierakstu augstāk: katrs, ko izvēlaties, tiek pievienots. „Salīdzināt” ieraksta lapā sāk jaunu salīdzinājumu.
compare-one-more = Pievienojiet otru ierakstu, ar ko salīdzināt.
compare-only = Rādīt tikai atšķirības
compare-csv = Lejupielādēt kā CSV
compare-to-collection = Izveidot no šiem izlasi
compare-same = Ieraksti neatšķiras ne ar ko, kas šeit norādīts.
compare-kind = Ieraksta veids
compare-differs = atšķiras
compare-does-not-apply = neattiecas
compare-csv-name = Lapa
compare-summary = Kopsavilkums
compare-tasks = Uzdevumi
compare-stories = Pieredzes stāsti
compare-solved-by = Interlinkeri, kas to risina
compare-address = Adrese
compare-version = Versija

## Collections

collect = Pievienot izlasei
collection-heading = Izlase
collection-lead = Ierakstu saraksts, ko izdrukāt, nosūtīt un paņemt līdzi. Saraksts ir šīs lapas adresē, nekas netiek saglabāts.
collection-add = Pievienot ierakstu
collection-undo = Atsaukt
collection-empty = Izlase ir tukša. Meklējiet ierakstu augstāk: katrs, ko izvēlaties, tiek pievienots. „Pievienot izlasei” ieraksta lapā sāk jaunu izlasi.
collection-title = Izlases nosaukums
collection-title-button = Lietot šo nosaukumu
collection-entries = Ieraksti
collection-clear = Noņemt visus
collection-to-compare = Salīdzināt šos
collection-take = Paņemt līdzi
collection-archive = Lejupielādēt visas datnes
collection-share = Kopīgot
collection-mail = Nosūtīt pa e-pastu
collection-cancel = Atcelt
collection-again = Mēģināt vēlreiz
collection-without = Turpināt bez šīs datnes
collection-files = Datnes: { $count } · { $size }
collection-no-files = Nav datņu
collection-total = Ieraksti: { $entries }. Datnes: { $files } · { $size }
collection-total-no-files = Ieraksti: { $entries }. Tiem nav lejupielādējamu datņu.
collection-working = { $done } no { $total } datnēm
collection-file-failed = Neizdevās iegūt datni { $name }.
collection-cancelled = Lejupielāde ir atcelta.
collection-done = Arhīvs ir gatavs. Tajā ir arī README ar nosaukumiem, licencēm un adresēm.
collection-not-included = nav iekļauta: neizdevās to iegūt
collection-on-disk = No diska pārlūks nevar sapakot izlasi. Katra ieraksta datnes ir šeit:
collection-on-disk-archive = { $name }: visas datnes ({ $count }) vienā arhīvā ({ $size })
collection-on-disk-file = { $name } ({ $size })
collection-readme-address = Šī izlase:
collection-readme-files = Datnes:
collection-readme-rights = Norādāms, izmantojot atkārtoti:
collection-readme-attribution = „{ $name }”, { $publisher }, { $licence }, { $address }

## Keeping for offline use

offline-link = Saglabāt lietošanai bezsaistē
offline-heading = Saglabāt šo katalogu šajā ierīcē
offline-lead = Tad lapas un meklēšana darbosies arī bez tīkla. Pirms jūs nospiežat pogu, nekas netiek saglabāts.
offline-noscript = Pogai vajadzīgs JavaScript, kas šeit ir izslēgts.
offline-unsupported = Šis pārlūks nevar saglabāt lapas lietošanai bezsaistē, vai arī šīs vietnes adrese nesākas ar https.
offline-more = Arī attēlus un lejupielādējamās datnes
offline-progress = Cik daudz ir saglabāts
offline-keep = Saglabāt šeit ({ $size })
offline-update = Atjaunināt ({ $size })
offline-go-on = Turpināt ({ $size })
offline-remove = Dzēst visu
offline-nothing-kept = Vēl nekas nav saglabāts. Šajā valodā tie būtu { $size }.
offline-kept = Saglabāts un atjaunināts: { $size }.
offline-changed = Saglabāts: { $size }. Kopš tā laika vietne vai jūsu izvēle ir mainījusies.
offline-part = Saglabāta tikai daļa: { $done } no { $total }.
offline-kept-offline = Saglabāts šajā ierīcē. Pašlaik nav tīkla, tāpēc nevar zināt, vai vietne ir mainījusies.
offline-part-offline = Šajā ierīcē ir saglabāta tikai daļa, un pašlaik nav tīkla.
offline-no-network = Pašlaik nav tīkla. Atgriezieties, kad tas būs.
offline-storing = Saglabā: { $done } no { $total }
offline-removed = Dzēsts. Šajā ierīcē vairs nav saglabāts nekas no šīs vietnes.
offline-failed = Visu saglabāt neizdevās. Pārbaudiet tīklu un nospiediet pogu vēlreiz.
offline-lost = Saglabāts nav viss. Datnes, ko vietne neiedeva: { $count }; pirmā ir { $name }. Vēlāk nospiediet pogu vēlreiz.
offline-full = Šajā ierīcē vairs nav vietas. Atbrīvojiet vietu vai atsakieties no attēliem un datnēm.
offline-how = Kā tas darbojas
offline-how-stored = Pārlūks saglabā šīs valodas lapas. Lai saglabātu citu valodu, atveriet šo lapu tajā.
offline-how-used = Kad ir tīkls, jūs vienmēr redzat lapas tādas, kādas tās ir tagad; kad tīkla nav – saglabātās.
offline-how-private = Saglabātais paliek šajā ierīcē. Par jums nekas netiek ne saglabāts, ne sūtīts.
offline-archive = Kā arhīvs
offline-archive-text = Visas valodas vienā datnē datoram vai USB zibatmiņai. Izpakojiet to un atveriet START-HERE.html; nav vajadzīgs ne tīkls, ne instalēšana.
offline-archive-download = Lejupielādēt arhīvu
offline-not-kept = Šīs lapas šajā ierīcē nav
offline-not-kept-lead = Pašlaik nav tīkla, un šī lapa nav starp saglabātajām.

## Accessibility statement and licences

statement-title = Piekļūstamības paziņojums
statement-link = Piekļūstamība
statement-lead = { $site } vēlas, lai šo vietni varētu lietot ikviens. Paziņojums seko Komisijas Īstenošanas lēmuma (ES) 2018/1523 paraugam un attiecas uz visu vietni.
statement-status-title = Atbilstības statuss
statement-status = Šī vietne { $status } standartam { $standard }.
statement-measures = Ko vietne dara
statement-barriers = Kas nav piekļūstams
statement-no-barriers = Neviens šķērslis nav zināms.
statement-alternative = Tā vietā:
statement-until = Tiks novērsts līdz: { $day }.
statement-files-title = Lejupielādējamās datnes
statement-files =
    { PLURAL($count) ->
         [zero] Šeit var lejupielādēt { NUMBER($count) } datņu. To stāvoklis:
         [one] Šeit var lejupielādēt { NUMBER($count) } datni. Tās stāvoklis:
        *[other] Šeit var lejupielādēt { NUMBER($count) } datnes. To stāvoklis:
    }
statement-method = Kā sagatavots šis paziņojums
statement-dates = Sagatavots: { $prepared }, pēdējoreiz pārskatīts: { $reviewed }.
statement-feedback-title = Pastāstiet par šķērsli
statement-feedback =
    { PLURAL($days) ->
         [zero] Norādiet lapu, ko vēlējāties izdarīt un ko lietojat, piemēram, ekrānlasītāju. Varat arī lūgt citā formātā to, ko nevarat izlasīt. Mēs atbildam { NUMBER($days) } darbdienu laikā. Rakstiet uz
         [one] Norādiet lapu, ko vēlējāties izdarīt un ko lietojat, piemēram, ekrānlasītāju. Varat arī lūgt citā formātā to, ko nevarat izlasīt. Mēs atbildam { NUMBER($days) } darbdienas laikā. Rakstiet uz
        *[other] Norādiet lapu, ko vēlējāties izdarīt un ko lietojat, piemēram, ekrānlasītāju. Varat arī lūgt citā formātā to, ko nevarat izlasīt. Mēs atbildam { NUMBER($days) } darbdienu laikā. Rakstiet uz
    }
statement-enforcement = Kā iesniegt sūdzību
statement-enforcement-lead = Ja mūsu atbilde nepalīdz, varat vērsties tālāk. Ja šo vietni uztur valsts vai pašvaldības iestāde, atbildīgs ir attiecīgās valsts uzraugs:
statement-machine = Šis paziņojums kā dati (JSON)
licences-title = Licences
licences-lead = Šeit atrodamo var izmantot atkārtoti. Katrs ieraksts pasaka, ar kādiem noteikumiem; šī lapa to pasaka par pārējo un apkopo.
licences-parts = Kam ir kura licence
licences-content = Šīs vietnes teksti
licences-content-note = ja ierakstam vai datnei nav norādīta cita licence
licences-code = Šīs vietnes kods
licences-attribute = Kā norādīt avotu
licences-recipe = Nosauciet virsrakstu, publicētāju, licenci un adresi. Norādiet, ja kaut ko esat mainījuši. Datnei ar savu licenci ir spēkā tā, nevis ieraksta licence.
licences-example = „{ $name }”, { $publisher }, { $licence }, { $url }
licences-entries = Ieraksti pēc licences
licences-count =
    { PLURAL($count) ->
         [zero] { NUMBER($count) } ierakstu
         [one] { NUMBER($count) } ieraksts
        *[other] { NUMBER($count) } ieraksti
    }
licences-more =
    { PLURAL($count) ->
         [zero] un vēl { NUMBER($count) } katalogā
         [one] un vēl { NUMBER($count) } katalogā
        *[other] un vēl { NUMBER($count) } katalogā
    }
licences-text = Licences teksts
licences-unstated = To autori nav norādījuši, ar kādiem noteikumiem šos ierakstus var izmantot atkārtoti. Pirms maināt vai nododat tos tālāk, jautājiet publicētājam.
fact-controller = Atbildīgais

## Contribute

contribute-lead = Konts nav vajadzīgs. Visu iesūtīto izlasa kāds no uzturētājiem.
propose-interlinker = Ierosināt Interlinkeru
contribute-propose = Vai zināt rīku, veidni vai vadlīnijas, kas noderētu citiem? Aprakstiet to veidlapā. Pirms nosūtīšanas jūs redzēsiet lapu.
contribute-correct-title = Kaut ko izlabot
contribute-correct = Katra ieraksta lapas beigās ir „Uzlabojiet šo lapu”: tur to var labot vai ziņot par problēmu. Vai rakstiet mums: kura lapa, kas nav pareizi un kam tur jābūt.
contribute-translate-title = Tulkot
contribute-translate = Teksti, kuru vēl nav jūsu valodā, ir atzīmēti, un blakus ir saite uz tulkošanas veidlapu. Vai atsūtiet mums lapas nosaukumu un savu tulkojumu.
contribute-story-title = Pastāstīt savu pieredzi
contribute-story = Vai esat veidojuši pakalpojumu kopā ar cilvēkiem, kam tas domāts? Pastāstiet par to veidlapā, bez personvārdiem.
write-to-us = Rakstiet mums
what-happens-next = Kas notiek pēc tam
step-send = Jūs to nosūtāt
step-send-note = Apstiprinājumu saņemat, kad tas jau ir saglabāts.
step-read = To izlasa kāds no uzturētājiem
step-read-note = Jūs saņemat privātu saiti, lai sekotu līdzi.
step-changes = Atbilde
step-changes-note = Tā būs jūsu privātajā lapā. Līdz tam varat priekšlikumu atsaukt.
step-published = Publicēts
step-published-note = Katalogā, ar savu vēsturi.

## The form

propose-lead = To var ikviens. Konts nav vajadzīgs. Katru priekšlikumu izlasa kāds no uzturētājiem.
preview-proposal = Apskatīt lapu pirms nosūtīšanas
no-service = Šai vietnes kopijai nav servisa, kas saņem priekšlikumus. Nosūtiet savējo pa e-pastu.
leave-empty = Atstājiet šo lauku tukšu
optional = (nav obligāti)
choose-one = Izvēlieties
show-choices =
    { PLURAL($count) ->
         [zero] Rādīt { NUMBER($count) } iespēju
         [one] Rādīt { NUMBER($count) } iespēju
        *[other] Rādīt { NUMBER($count) } iespējas
    }
error-page-title = Kļūda: { $title }
licence-unstated = Nezinu
form-group-essentials = Pats svarīgākais
form-group-use = Kas tas ir un kā to lietot
form-group-purpose = Kam tas der
form-group-rights = Tiesības un saziņa
form-group-you = Par jums
field-language = Teksta valoda
hint-language = Citi to var iztulkot vēlāk.
field-name = Nosaukums
hint-name =
    { PLURAL($max) ->
         [zero] Kā to sauc. Līdz { NUMBER($max) } rakstzīmēm.
         [one] Kā to sauc. Līdz { NUMBER($max) } rakstzīmei.
        *[other] Kā to sauc. Līdz { NUMBER($max) } rakstzīmēm.
    }
field-nature = Kas tas ir?
hint-nature = No tā atkarīgs, kā to parāda un pārbauda.
field-summary = Kopsavilkums
hint-summary =
    { PLURAL($max) ->
         [zero] Ko tas dara un kam noder, vienā vai divos teikumos. { NUMBER($min) } līdz { NUMBER($max) } rakstzīmju.
         [one] Ko tas dara un kam noder, vienā vai divos teikumos. { NUMBER($min) } līdz { NUMBER($max) } rakstzīme.
        *[other] Ko tas dara un kam noder, vienā vai divos teikumos. { NUMBER($min) } līdz { NUMBER($max) } rakstzīmes.
    }
field-description = Apraksts
hint-description = Kas tas ir un kam der. Starp rindkopām atstājiet tukšu rindu.
field-instructions = Kā to lietot
hint-instructions = Soli pa solim. Rinda, kas sākas ar defisi, kļūst par sarakstu.
field-address = Adrese
hint-address = Kur tas atrodas; sākas ar https://. Vajadzīga tam, ko uztur citi. Rīkam, kas glabājas šeit, norādiet tā koda adresi, jo programmas pievienot nevar.
field-file = Datne
hint-file = { $types }, līdz 10 MB. Bez makrokomandām, skriptiem un paroles.
field-problems = Kuras vajadzības tas risina?
hint-problems = No tām atkarīgs, kuriem uzdevumiem to iesaka.
field-themes = Tēmas
field-purposes = Nolūks
hint-purposes = Kas mainās tiem, kas to lieto.
field-form = Forma
field-difficulty = Grūtības pakāpe
field-audiences = Kam paredzēts
field-scopes = Tvērums
hint-scopes = Pārvaldes līmenis, kuram tas veidots. Ja tam nav nozīmes, neizvēlieties nevienu.
field-constraints = Ierobežojumi
hint-constraints = Kas jāzina pirms izvēles: izmaksas, prasmes, vienas valsts noteikumi.
field-licence = Licence
hint-licence = Tā pasaka citiem, ko ar to drīkst darīt.
field-licence-group = Ko licence atļauj
hint-licence-group = Tikai tad, ja licenci nezināt.
field-publisher = Publicētājs
hint-publisher = Vai organizācijas nav sarakstā? Nosauciet to aprakstā.
field-contact = Kontaktinformācija lasītājiem
hint-contact = Lapa (https://…) vai iestādes pastkaste (info@…), kas kļūst par mailto: saiti. Nekad personas adrese.
field-contributor = Jūsu vārds
hint-contributor = To glabā tikai tad, ja vēlaties, lai tas būtu redzams pie ieraksta.
field-show-name = Rādīt manu vārdu pie ieraksta
field-agree = Manu tekstu drīkst publicēt ar licenci CC BY 4.0, un datni drīkstu nodot ar norādīto licenci. Publicētais paliek publisku datņu vēsturē, un no turienes to nevar izdzēst.
propose-story = Pastāstīt savu pieredzi
propose-problem = Nosaukt vajadzību
propose-call = Meklēt līdzdarbotājus
propose-organisation = Pievienot organizāciju
form-group-outcome = Kas no tā iznāca
form-group-process = Kas, kur un kā
# Ieraksta teksts zem kopsavilkuma.
field-text = Teksts
field-story-text = Pieredzes stāsts
hint-story-text = Ko darījāt, kopā ar ko un kādā secībā. Starp rindkopām atstājiet tukšu rindu. Bez personvārdiem.
field-story-file = Materiāls
hint-story-file = Vadlīnijas, veidlapa vai plāns, ko citi var izmantot no jauna. { $types }, līdz 10 MB. Bez makrokomandām, skriptiem un paroles. To, kas atrodas citur tīmeklī, norādiet tekstā kā saiti.
field-tags = Temati
field-call-text = Par ko ir runa
hint-call-text = Ko meklējat, kas būs darāms, cik laika tas prasa un kā atbildēt. Starp rindkopām atstājiet tukšu rindu.
field-objectives = Ko vēlējās panākt
field-results = Kas tika panākts
field-lessons = Ko iemācījāties
field-did-not-work = Kas neizdevās
hint-did-not-work = Ko darītu citādi. Tas citiem palīdz visvairāk.
field-incentives = Kas mudināja piedalīties
field-owners = Kas to paveica
field-countries = Valstis
field-governance-model = Pārvaldības modelis
field-schema = Shēma, kurai sekoja
field-start = Sākums
field-end = Beigas
field-call-end = Aicinājuma pēdējā diena
field-family = Kāda veida vajadzība tā ir?
field-organisation = Kas aicina
field-roles = Ko meklē
field-type = Kāda veida organizācija tā ir?
field-country = Valsts
field-website = Tīmekļvietne
hint-website = Sākas ar https://
hint-problem-name = Dažos vārdos, kas sākas ar to, ko kāds vēlas darīt. Līdz { NUMBER($max) } rakstzīmēm.
hint-problem-summary = Kam ir šī vajadzība un kad. No { NUMBER($min) } līdz { NUMBER($max) } rakstzīmēm.
hint-organisation-summary = Kas tā ir un kāds tai sakars ar publiskajiem pakalpojumiem. No { NUMBER($min) } līdz { NUMBER($max) } rakstzīmēm.
hint-story-summary = Kas un kam tika radīts, vienā vai divos teikumos. No { NUMBER($min) } līdz { NUMBER($max) } rakstzīmēm.
hint-call-summary = Kam un ko meklējat, vienā vai divos teikumos. No { NUMBER($min) } līdz { NUMBER($max) } rakstzīmēm.
field-problem-agree = Manu tekstu drīkst publicēt ar CC BY 4.0. Publicētais paliek publisku datņu vēsturē, un no turienes to nevar izdzēst.
field-call-agree = Manu tekstu drīkst publicēt ar CC BY 4.0. Publicētais paliek publisku datņu vēsturē, un no turienes to nevar izdzēst.
field-organisation-agree = Manu tekstu drīkst publicēt ar CC BY 4.0. Publicētais paliek publisku datņu vēsturē, un no turienes to nevar izdzēst.
error-bad-date = „{ $value }” nav diena. Rakstiet to šādi: 2026-12-31.
contribute-more-title = Kas cits
contribute-more = Pārējam, kas ir katalogā, ir savas veidlapas.

## Contribution service

error-summary = { PLURAL($count) ->
    [zero] Jāpievērš uzmanība { NUMBER($count) } atbildēm
    [one] Jāpievērš uzmanība { NUMBER($count) } atbildei
   *[other] Jāpievērš uzmanība { NUMBER($count) } atbildēm
  }
error-missing-text = Aizpildiet lauku „{ $label }”.
error-missing-choice = Izvēlieties atbildi laukā „{ $label }”.
error-too-short =
    { PLURAL($limit) ->
         [zero] Laukā „{ $label }” uzrakstiet vismaz { NUMBER($limit) } rakstzīmju. Tagad ir { NUMBER($count) }.
         [one] Laukā „{ $label }” uzrakstiet vismaz { NUMBER($limit) } rakstzīmi. Tagad ir { NUMBER($count) }.
        *[other] Laukā „{ $label }” uzrakstiet vismaz { NUMBER($limit) } rakstzīmes. Tagad ir { NUMBER($count) }.
    }
error-too-long =
    { PLURAL($limit) ->
         [zero] Saīsiniet lauku „{ $label }” līdz { NUMBER($limit) } rakstzīmēm. Tagad ir { NUMBER($count) }.
         [one] Saīsiniet lauku „{ $label }” līdz { NUMBER($limit) } rakstzīmei. Tagad ir { NUMBER($count) }.
        *[other] Saīsiniet lauku „{ $label }” līdz { NUMBER($limit) } rakstzīmēm. Tagad ir { NUMBER($count) }.
    }
error-too-many =
    { PLURAL($limit) ->
         [zero] Laukā „{ $label }” izvēlieties ne vairāk kā { NUMBER($limit) } atbilžu.
         [one] Laukā „{ $label }” izvēlieties ne vairāk kā { NUMBER($limit) } atbildi.
        *[other] Laukā „{ $label }” izvēlieties ne vairāk kā { NUMBER($limit) } atbildes.
    }
error-unknown-choice = „{ $value }” nav neviena no lauka „{ $label }” atbildēm. Izvēlieties vēlreiz.
error-bad-address = „{ $value }” nav tīmekļa adrese. Uzrakstiet to pilnībā, piemēram, https://example.org.
error-bad-contact = „{ $value }” nav ne tīmekļa adrese, ne pastkaste. Rakstiet visu adresi, piemēram, https://example.org/kontakti vai info@example.org.
error-address-of-external = Uzrakstiet adresi, kur atrodams ārējais Interlinkers.
error-licence-group = Izvēlieties, ko licence vispārīgi atļauj. Ja neesat pārliecināts, izvēlieties pēdējo: tā neko nesola, un to vēlāk var mainīt.
error-agree = Piekrītiet tekstu licencei. Bez tās tos nevar publicēt.
error-not-utf-8 = Dažas lauka „{ $label }” rakstzīmes nevarēja nolasīt. Uzrakstiet tās vēlreiz tur, kur redzat �.
error-honeypot = Aizpildīts lauks, ko cilvēki neredz. Ielādējiet veidlapu vēlreiz un atstājiet to tukšu.
error-slug = „{ $value }” nevar izmantot. Ieraksta adresi veido no tā nosaukuma.
error-name-to-show = Uzrakstiet vārdu, ko rādīt, vai noņemiet atzīmi.
error-one-file = Izvēlieties tikai vienu datni.
error-file-empty = { $name } ir tukša. Izvēlieties to vēlreiz.
error-file-type = { $name } ir tāda veida datne, ko nevar pieņemt. Saglabājiet to kādā no šiem veidiem: { $types }.
error-file-misnamed = Nosaukums { $name } neatbilst datnes saturam: { $detail }. Saglabājiet to vajadzīgajā veidā un izvēlieties vēlreiz.
error-file-encoding = Datnē { $name } ir burti, kurus nevar nolasīt. Saglabājiet to UTF-8 kodējumā (programmā Excel: „CSV UTF-8”) un izvēlieties vēlreiz.
error-file-active = Datnē { $name } ir makrokomandas vai skripti ({ $value }). Saglabājiet to bez tiem un izvēlieties vēlreiz.
error-file-embedded = Datnē { $name } ir iegulta cita datne vai programma ({ $value }). Izņemiet to un izvēlieties datni vēlreiz.
error-file-outside = Datne { $name } atverot ielādē kaut ko no citurienes vai norāda uz kādu datoru ({ $value }). Izņemiet saiti vai ievietojiet saturu pašā datnē un izvēlieties to vēlreiz.
error-file-encrypted = { $name } ir aizsargāta ar paroli, tāpēc to nevar pārbaudīt. Saglabājiet to bez paroles un izvēlieties vēlreiz.
error-file-signed = { $name } ir elektroniski parakstīta. Paraksts rāda parakstītāja vārdu un bieži arī personas kodu. Izvēlieties neparakstīto versiju.
error-file-unreadable = { $name } ir bojāta vai neparasti uzrakstīta, tāpēc to nevar pārbaudīt. Saglabājiet to no jauna un izvēlieties vēlreiz.
error-file-too-complex = { $name } ir pārāk liela vai sarežģīta, lai to pārbaudītu. Samaziniet to, piemēram, ar mazāk vai mazākiem attēliem, un izvēlieties vēlreiz.
error-file-animated = { $name } ir kustīgs attēls. Saglabājiet vienu nekustīgu attēlu un izvēlieties to.
error-file-pixels =
    { PLURAL($limit) ->
         [zero] Attēlā { $name } ir vairāk nekā { NUMBER($limit) } miljonu pikseļu. Samaziniet attēlu un izvēlieties vēlreiz.
         [one] Attēlā { $name } ir vairāk nekā { NUMBER($limit) } miljons pikseļu. Samaziniet attēlu un izvēlieties vēlreiz.
        *[other] Attēlā { $name } ir vairāk nekā { NUMBER($limit) } miljoni pikseļu. Samaziniet attēlu un izvēlieties vēlreiz.
    }
error-file-formula = Datnes { $name } { NUMBER($count) }. rindā ir šūna, ko izklājlapa izpildītu kā formulu: „{ $value }”. Noņemiet zīmi tās sākumā un izvēlieties datni vēlreiz.
error-file-personal-email = Datnē { $name }{ $count ->
    [0] {""}
   *[other] {" "}{ NUMBER($count) }. rindā
} ir kas līdzīgs personas e-pasta adresei: „{ $value }”. Izņemiet to vai norādiet kopēju pastkasti, piemēram, pasts@, un izvēlieties datni vēlreiz.
error-file-personal-phone = Datnē { $name }{ $count ->
    [0] {""}
   *[other] {" "}{ NUMBER($count) }. rindā
} ir kas līdzīgs tālruņa numuram: „{ $value }”. Izņemiet to un izvēlieties datni vēlreiz.
error-file-personal-code = Datnē { $name }{ $count ->
    [0] {""}
   *[other] {" "}{ NUMBER($count) }. rindā
} ir kas līdzīgs personas kodam: „{ $value }”. Izņemiet to un izvēlieties datni vēlreiz.
error-file-too-large = { $name } ir pārāk liela. Izvēlieties mazāku datni vai norādiet adresi, kur tā atrodas.
error-bad-licence = Šāda licence nav zināma. Izvēlieties kādu no saraksta vai uzrakstiet tās teksta adresi.
error-bad-address-found = Šo adresi nevar publicēt. Uzrakstiet tīmekļa adresi vai iestādes, nevis personas pastkasti.
error-forbidden-link = Laukā „{ $label }” ir neatļauta saite. Saites sākas ar https://, http:// vai mailto:.
error-broken-link = Laukā „{ $label }” ir saite vai attēls, kas nekur neved. Uzrakstiet pilnu adresi vai izņemiet to.
error-remote-image = Laukā „{ $label }” ir attēls no citas vietnes. Tā vietā ielieciet saiti.
error-broken-image = „{ $label }” nevar parādīt kā attēlu. Saglabājiet to vēlreiz un izvēlieties no jauna.
error-personal-data = Šķiet, ka laukā „{ $label }” ir personas e-pasta adrese, tālruņa numurs vai kods. Izņemiet to.
error-found = Pārbaude atrada kļūdu laukā „{ $label }”: { $detail }
service-preview-banner = Priekšlikums, nav publicēts. Vēl nekas nav nosūtīts.
service-preview-title = Pārbaudiet savu priekšlikumu
service-preview-lead = Šādi ieraksts izskatīsies. Izlasiet to vēlreiz un nosūtiet.
service-send = Nosūtīt priekšlikumu
service-change = Mainīt atbildes
service-not-stated = Lasītāji redzēs „nav ziņu” šeit: { $fields }.
service-advice = Kas to uzlabotu
advice-thing = Lasītāji to vēl nevar iegūt. Pievienojiet adresi vai datni.
advice-instructions = Pastāstiet soli pa solim, kā to lietot.
advice-description = Aprakstiet, kas tas ir un kam tas noder.
advice-problems = Izvēlieties vajadzības, kurām tas atbild. Bez tām to neieteiks nevienam uzdevumam.
service-similar = Šie ieraksti ir līdzīgi jūsējam. Ja jūsējais kādu no tiem uzlabo, pasakiet to aprakstā.
service-file-kept = { $name } ir saglabāta. Izvēlieties citu datni tikai tad, ja to aizstājat.
service-status-title = Jūsu priekšlikums „{ $title }”
service-status-title-erased = Atsaukts priekšlikums
service-status-title-forgotten = Priekšlikums, kura teksts vairs netiek glabāts
service-status-keep = Saglabājiet šīs lapas adresi. Tas ir vienīgais ceļš atpakaļ, un neviens cits to nezina.
service-state-received = Paldies. Jūsu priekšlikums ir saņemts un saglabāts.
service-state-confirmed = Paldies. Jūsu adrese ir apstiprināta, un priekšlikums ir saglabāts.
service-state-held = Paldies. Jūsu priekšlikums ir saglabāts. Pirms tas kļūst publisks izskatīšanai, to aplūko kāds no uzturētājiem.
service-state-queued = Paldies. Jūsu priekšlikums ir saglabāts un gaida, kad to nodos cilvēkiem, kas to izskata.
service-state-proposed = Paldies. Kāds no uzturētājiem izlasīs jūsu priekšlikumu un atbildēs šajā lapā.
service-state-changes-requested = Kāds no uzturētājiem ir izlasījis jūsu priekšlikumu un kaut ko lūdz. Atbilde ir zemāk; labojiet priekšlikumu un nosūtiet to vēlreiz.
service-state-updated = Paldies. Jūsu jaunā versija ir saglabāta un gaida, kad to nodos cilvēkiem, kas to izskata.
service-state-published = Paldies. Jūsu priekšlikums ir publicēts.
service-state-declined = Jūsu priekšlikums netika pieņemts.
service-state-spam = Jūsu priekšlikums tika uzskatīts par reklāmu vai ļaunprātību. Ja tā ir kļūda, rakstiet šī kataloga uzturētājiem.
service-state-withdrawn = Jūs atsaucāt priekšlikumu. Tā teksts un datnes ir dzēstas. Paliek tikai šī lapa ar datumiem.
service-state-failed = Paldies. Jūsu priekšlikums ir saglabāts, bet to neizdevās nodot tālāk. Uzturētāji par to zina un mēģinās vēlreiz.
service-history = Kas līdz šim noticis
service-event-draft = Jūs aplūkojāt priekšskatījumu
service-event-received = Jūs to nosūtījāt, un tas tika saglabāts
service-event-confirmed = Jūs apstiprinājāt savu adresi
service-event-held = Tas gaida, līdz kāds no uzturētājiem to ļaus publiskot
service-event-queued = Tas tika ielikts izskatīšanas rindā
service-event-proposed = Tas tika nodots uzturētājiem, un viņi to var lasīt
service-event-changes-requested = Uzturētāji lūdza labojumu
service-event-updated = Jūs nosūtījāt jaunu versiju, un tā tika saglabāta
service-event-published = Tas tika publicēts
service-event-declined = Tas netika pieņemts
service-event-spam = Tas tika uzskatīts par reklāmu vai ļaunprātību
service-event-withdrawn = Jūs to atsaucāt
service-event-failed = To neizdevās nodot tālāk
service-reply = Uzturētājs raksta
service-reason = Uzturētāju atbilde
service-see-entry = Skatīt ierakstu katalogā
service-withdraw = Atsaukt priekšlikumu
service-withdraw-hint = Ja to atsauksiet, tā teksts un datnes tiks dzēstas. To nevar atcelt.
service-withdraw-confirm = Jā, dzēst tekstu un datnes
service-version = { NUMBER($number) }. versija
service-change-sent = Labot priekšlikumu
service-change-hint = Veidlapa atvērsies ar jūsu rakstīto. Tas, ko nosūtīsiet, to aizstās, un adrese paliks tā pati.
service-export = Saņemt visa glabātā kopiju
service-export-hint = Datne ar jūsu tekstiem un datnēm, to, kam piekritāt, un datumiem.
service-erase-published = Dzēst to, ko pakalpojums vēl glabā
service-erase-published-hint = Ieraksts paliek katalogā, un jūsu rakstītais paliek tā datņu vēsturē, kur pakalpojums to nevar izdzēst. Šeit glabātā kopija tiek dzēsta.
service-erase-published-confirm = Jā, dzēst kopiju
service-erase = Dzēst manis rakstīto
service-propose-another = Ierosināt citu Interlinkeru
service-refused-title = Tas saņemts no citas vietnes
service-refused-body = Priekšlikumu var nosūtīt tikai no šīs vietnes veidlapas. Atveriet to šeit un sūtiet vēlreiz.
service-too-large-title = Tas bija par daudz vienā reizē
service-too-large-body = Teksti un datne kopā drīkst būt līdz { $size }. Ejiet atpakaļ, saīsiniet tekstu vai izvēlieties mazāku datni un sūtiet vēlreiz.
service-broken-title = Veidlapu nevarēja nolasīt
service-broken-body = Tā atnāca nepilnīga. Ejiet atpakaļ un sūtiet vēlreiz.
service-too-slow-title = Tas prasīja pārāk ilgu laiku
service-too-slow-body = Veidlapa neatnāca laikā. Ejiet atpakaļ un sūtiet to vēlreiz, ar mazāku datni, ja savienojums ir lēns.
service-busy-title = Pašlaik sūta daudzi
service-busy-body = Pagaidiet pusminūti. Tad pārlādējiet šo lapu un ļaujiet pārlūkam nosūtīt veidlapu vēlreiz.
service-too-often-title = No jūsu tīkla vai kopumā saņemts daudz veidlapu
service-too-often-body = Mēģiniet vēlreiz pēc { NUMBER($minutes) } min. Tad pārlādējiet šo lapu un ļaujiet pārlūkam nosūtīt veidlapu vēlreiz.
service-too-quick-title = Tas bija ļoti ātri
service-too-quick-body = Pagaidiet { NUMBER($seconds) } s. Tad pārlādējiet šo lapu un ļaujiet pārlūkam nosūtīt priekšlikumu vēlreiz.
service-crowded-here-title = No jūsu tīkla gaida daudz priekšlikumu
service-crowded-here-body = Vispirms tie kādam jāizlasa. Mēģiniet rīt; jūsu priekšskatījums tiek glabāts nedēļu.
service-crowded-title = Gaida daudz priekšlikumu
service-crowded-body = Vispirms tie cilvēkiem jāizlasa. Mēģiniet rīt; jūsu priekšskatījums tiek glabāts nedēļu.
service-away-title = Pašlaik neko nevaram saglabāt
service-away-body = Jūsu priekšlikums nav zudis, kamēr šī lapa ir atvērta. Pēc dažām minūtēm pārlādējiet to un ļaujiet pārlūkam nosūtīt veidlapu vēlreiz.
service-unknown-key-title = Šī priekšlikuma vairs nav
service-unknown-key-body = Priekšskatījumu glabā ne ilgāk par nedēļu un dzēš, tiklīdz tas ir nosūtīts. Aizpildiet veidlapu vēlreiz.
service-not-found-title = Tādas lapas nav
service-not-found-body = Pārbaudiet, vai nokopējāt visu adresi kopā ar to, kas ir aiz jautājuma zīmes.
service-sign-in-title = Šai lapai vajag atslēgu
service-sign-in-body = Atveriet uzturētāja lapu un ierakstiet atslēgu.
service-trouble-title = Šeit kaut kas neizdevās
service-trouble-body = Tā nav jūsu vaina, un tas ir pierakstīts. Pēc dažām minūtēm pārlādējiet šo lapu: pārlūks tad nosūtīs veidlapu vēlreiz.
service-cannot-now-title = Tas vairs nav iespējams
service-cannot-now-body = Kāds bija ātrāks. Apskatiet priekšlikuma lapu vēlreiz.
mail-title = Ziņas pa e-pastu
mail-address = E-pasta adrese
mail-address-hint = Nosūtīsim jums saiti, ar ko to apstiprināt, un pēc tam atbildes uz jūsu priekšlikumu. Adrese nekad netiek publicēta, un to dzēš { PLURAL($days) ->
    [zero] { NUMBER($days) } dienas
    [one] { NUMBER($days) } dienu
   *[other] { NUMBER($days) } dienas
} pēc priekšlikuma beigām.
mail-address-wrong = Uz šādu e-pasta adresi nevaram rakstīt. Tā izskatās, piemēram, šādi: vards@example.org.
mail-give = Izmantot šo adresi
mail-forget = Aizmirst šo adresi
mail-kept-waiting = Glabājam adresi { $address }. Vēl jānospiež poga, kuru atradīsiet uz turieni nosūtītajā vēstulē.
mail-kept-confirmed = Glabājam adresi { $address }, un tā ir apstiprināta. Ziņas sūtīsim turp.
mail-ask-title = Apstipriniet savu adresi
mail-ask-lead = Nospiediet pogu, ja jūs kaut ko ierosinājāt šim katalogam un norādījāt šo adresi. Ja tas nebijāt jūs, aizveriet šo lapu.
mail-ask-button = Jā, šī ir mana adrese
mail-done-title = Jūsu adrese ir apstiprināta
mail-done-lead = Paldies. Turpmāk rakstīsim jums, kad būs ziņas par jūsu priekšlikumu. Šo lapu varat aizvērt.
mail-gone-title = Šī saite vairs nedarbojas
mail-gone-lead = Tā darbojas nedēļu un tikai pēdējai norādītajai adresei. Priekšlikuma lapā varat norādīt adresi vēlreiz.
mail-refused-title = Pārbaudiet e-pasta adresi
mail-refused-lead = Nekas nav zudis. Izlabojiet adresi un turpiniet vai atstājiet lauku tukšu un turpiniet bez ziņām pa e-pastu.
mail-refused-button = Turpināt
mail-confirm-subject = Apstipriniet savu adresi: { $site }
mail-confirm-body = Kāds ir kaut ko ierosinājis katalogam „{ $site }” un atbildēm norādījis šo adresi. Ja tas bijāt jūs, atveriet šo lapu un nospiediet pogu:
mail-confirm-otherwise = Saite darbojas { PLURAL($days) ->
    [zero] { NUMBER($days) } dienas
    [one] { NUMBER($days) } dienu
   *[other] { NUMBER($days) } dienas
}. Ja tas nebijāt jūs, nedariet neko: neviens jums vairs nerakstīs, un adrese tiks dzēsta.
mail-proposed-subject = Jūsu priekšlikumu „{ $title }” tagad var izlasīt
mail-proposed-body = Jūsu priekšlikums „{ $title }” ir nonācis pie kataloga „{ $site }” uzturētājiem. Kāds no viņiem to izlasīs un atbildēs.
mail-changes-requested-subject = Jautājums par jūsu priekšlikumu „{ $title }”
mail-changes-requested-body = Kāds no kataloga „{ $site }” uzturētājiem ir izlasījis jūsu priekšlikumu „{ $title }” un kaut ko lūdz:
mail-published-subject = Jūsu priekšlikums „{ $title }” ir publicēts
mail-published-body = Paldies. Jūsu priekšlikums „{ $title }” tagad ir katalogā „{ $site }”:
mail-declined-subject = Jūsu priekšlikums „{ $title }” netika pieņemts
mail-declined-body = Kataloga „{ $site }” uzturētāji nav pieņēmuši jūsu priekšlikumu „{ $title }”. Ja viņi ir norādījuši iemeslu, tas ir šāds:
mail-footer = Priekšlikuma lapā redzēsiet visu, kas noticis; tur varat atbildēt, labot vai atsaukt priekšlikumu un atteikties no šīm vēstulēm. Lapas adrese ir tikai jums; nedodiet to citiem:
maintain-title = Priekšlikumi
maintain-sign-in = Atvērt uzturētāja lapu
maintain-token = Atslēga
maintain-token-hint = Tā ir adresē, ko serviss parādīja, kad to palaida.
maintain-sign-in-button = Atvērt
maintain-wrong-token = Šī atslēga neder.
maintain-too-many-keys = No jūsu tīkla nāca pārāk daudz nepareizu atslēgu. Nākamo pārbaudīs pēc { NUMBER($seconds) } s.
maintain-none = Nav nekā darāma.
maintain-open = Gaida
maintain-closed = Pabeigti
maintain-by = No: { $name }
maintain-confirmed-by = Apstiprināja { $domain }
maintain-anonymous = Bez vārda
maintain-contributor = Iesniedzējs
maintain-reviewers = Recenzenti pēc CODEOWNERS
maintain-decision = Lēmums
maintain-branch = Zars
maintain-received = Nosūtīts
maintain-preview-in = Kā tas izskatīsies valodā:
maintain-before-in = Kā tas izskatās tagad valodā:
maintain-preview = Skatīt, kā ieraksts izskatīsies
maintain-report = Pārbaudes ziņojums
maintain-report-clean = Nav ne kļūdu, ne brīdinājumu.
maintain-report-mistakes = Jāizlabo pirms publicēšanas
maintain-report-hints = Varētu būt labāk
check-place = { $file }, { NUMBER($line) }. rinda
check-not-stated = Trūkst „{ $label }”. Lasītāji redzēs „nav ziņu”.
check-personal-data = Tas var būt personas adrese, numurs vai kods:
check-broken-link = Saite nekur neved:
check-missing-file = Nosaukta datne, kuras nav:
check-unlisted-file = Šeit ir datne, ko ieraksts nepiedāvā:
check-missing-words = Trūkst nosaukuma vai kopsavilkuma:
check-unknown-term = Termina nav kataloga sarakstos:
check-dangling-reference = Tajā nosaukts ieraksts, kura nav:
maintain-changes = Zars ir mainījies
maintain-changes-note = Kopš priekšlikuma nosūtīšanas kāds zarā ir mainījis šīs datnes. Ziņojums, priekšskatījums un datnes rāda to, kas tur ir tagad, un tieši to jūs publicējat.
maintain-change-added = pievienota
maintain-change-edited = mainīta
maintain-change-removed = noņemta
maintain-files = Datnes
maintain-file = datne
maintain-show-text = Rādīt tekstu
maintain-merge = Publicēt
maintain-merge-hint = Sapludina zaru ar { $branch }. Pēc dažām sekundēm ieraksts redzams vietnē.
maintain-merge-confirm = Jā, publicēt to, ko redzēju
maintain-decline = Noraidīt
maintain-decline-reason = Iemesls, autora lapai
maintain-reason-missing = Uzrakstiet iemeslu. Autors to izlasīs.
maintain-decline-confirm = Noraidīt ar šo iemeslu
maintain-ask = Lūgt labojumu
maintain-ask-words = Kas jālabo, autora lapai
maintain-ask-confirm = Lūgt šo
maintain-release = Ļaut izskatīt
maintain-release-hint = No tā brīža tas ir publisks tur, kur izskata priekšlikumus, un to nevar atsaukt.
maintain-not-spam = Tas nav mēstule
maintain-not-spam-hint = Tas atkal gaida, līdz kāds ļaus to izskatīt.
maintain-suspicion = Izskatās pēc mēstules
maintain-suspicion-words = Tajā ir šie vārdi no tā, kas atzīts par mēstuli: { $words }. To iemāca uzturētāju lēmumi, un pats tas neko nelemj.
maintain-spam = Tā ir mēstule
maintain-spam-hint = Tas pazūd no rindas, un tā zars tiek noņemts. To var atsaukt.
maintain-spam-confirm = Jā, tā ir mēstule
maintain-history = Kas noticis
maintain-event-draft = Melnraksts
maintain-event-received = Nosūtīts
maintain-event-confirmed = Adrese apstiprināta
maintain-event-held = Aizturēts
maintain-event-queued = Ielikts rindā
maintain-event-proposed = Savā zarā
maintain-event-changes-requested = Lūgts labojums
maintain-event-updated = Nosūtīta jauna versija
maintain-event-published = Publicēts
maintain-event-declined = Noraidīts
maintain-event-withdrawn = Atsaukts
maintain-event-spam = Atzīmēts kā mēstule
maintain-event-failed = Neizdevās
maintain-retry = Mēģināt vēlreiz
maintain-state-queued = Gaida apstrādi
maintain-state-proposed = Var lasīt
maintain-state-failed = Neizdevās: { $reason }
maintain-state-published = Publicēts
maintain-state-declined = Noraidīts
maintain-state-withdrawn = Atsaukts
maintain-state-received = Saņemts
maintain-state-confirmed = Apstiprināts
maintain-state-held = Aizturēts, līdz kāds ļaus to izskatīt
maintain-state-changes-requested = Gaida autora labojumu
maintain-state-updated = Jauna versija gaida apstrādi
maintain-state-spam = Mēstule
maintain-not-merged = Tas netika publicēts
maintain-unread = Zaru nevar nolasīt
maintain-moved = Zars ir mainījies, kopš atvērāt šo lapu. Apskatiet, kas tur ir tagad, un tad lemiet.
maintain-dirty = Darba mapē ir izmaiņas, kas nav iekļautas Git: { $files }. Iekļaujiet vai atceliet tās un mēģiniet vēlreiz.
maintain-conflict = Galvenajā zarā tajā pašā vietā ir kas cits: { $files }. Noraidiet to vai atrisiniet ar Git.
maintain-errors = Ierakstā tagad ir kļūdas. Skatiet ziņojumu.
maintain-refused = Git saka: { $detail }

## About an entry

improve-edit = Labot vai papildināt
improve-report = Ziņot par problēmu
improve-use = Mēs to izmantojam
improve-review = Rakstīt atsauksmi
uses-title = Kas to izmanto
reviews-title = Atsauksmes
reviews-average = { NUMBER($whole) },{ NUMBER($tenths) } no 5; { PLURAL($count) ->
    [zero] { NUMBER($count) } atsauksmju
    [one] { NUMBER($count) } atsauksme
   *[other] { NUMBER($count) } atsauksmes
}
reviews-few = Vidējais vērtējums ir redzams, sākot ar piecām atsauksmēm.
review-unnamed = Bez vārda
stars = { PLURAL($count) ->
    [one] { NUMBER($count) } zvaigzne no 5
   *[other] { NUMBER($count) } zvaigznes no 5
}
form-edit = Labot vai papildināt
form-edit-lead = Izlabojiet, kas nav pareizi, un pievienojiet, kā trūkst; pārējo atstājiet, kā ir. Pirms sūtīšanas lapu redzēsiet. Katru izmaiņu izlasa cilvēks.
form-translate = Iztulkot ierakstu
form-translate-lead = Rakstiet tulkojumu blakus katram tekstam. Tulkojuma valoda: { $language }. Nav jātulko viss.
form-translate-nothing = Šeit nav nekā, kas jātulko šajā valodā.
form-use = Mēs to izmantojam
form-use-lead = Citiem palīdz redzēt, kas ar to strādā un kā veicas. Katru atbildi izlasa cilvēks.
form-review = Rakstīt atsauksmi
form-review-lead = Pastāstiet, kas palīdzēja un kas nepalīdzēja. Katru atsauksmi izlasa cilvēks, pirms to parāda.
form-report = Ziņot par problēmu
form-report-lead = Kaut kas nav pareizi, nedarbojas vai nav lietojams? Rakstiet šeit. Katru ziņojumu izlasa cilvēks.
form-about = Par ierakstu:
form-words-in = Tekstu valoda
preview-report = Pārlasīt vēlreiz
form-group-texts = Teksti
form-group-use-of = Kas to izmanto un kam
form-group-review-of = Jūsu atsauksme
form-group-report-of = Problēma
form-group-remark = Daži vārdi tiem, kas to izskata
field-snapshot = Kas redzams attēlā { $name }
field-use-organisation = Organizācija
field-use-name = Tās nosaukums, ja tās nav sarakstā
hint-use-name = Organizācijas vai grupas nosaukums, nevis cilvēka vārds.
field-use-text = Kam, un kā veicās
field-use-address = Publiska lapa par to
hint-use-address = Sākas ar https://
field-version = Versija
field-stars = Cik ļoti tas palīdzēja?
field-review-text = Kāpēc
hint-review-text = Kas palīdzēja, kas nepalīdzēja, un kam tas noder. Bez cilvēku vārdiem.
field-message = Kas nav kārtībā?
hint-message = Kurā lapas vietā, un kam tur jābūt. Bez cilvēku vārdiem un adresēm: to, iespējams, varēs lasīt visi. No { NUMBER($min) } līdz { NUMBER($max) } rakstzīmēm.
field-remark = Kāpēc šāda izmaiņa?
hint-remark = Tas nekļūst par ieraksta daļu. Līdz { NUMBER($max) } rakstzīmēm.
field-edit-agree = Manu tekstu drīkst publicēt ar šī ieraksta licenci vai, ja tās nav, ar CC BY 4.0. Publicētais paliek publisku datņu vēsturē, un no turienes to nevar izdzēst.
field-translate-agree = Manu tulkojumu drīkst publicēt ar šī ieraksta licenci vai, ja tās nav, ar CC BY 4.0. Publicētais paliek publisku datņu vēsturē, un no turienes to nevar izdzēst.
field-use-agree = Manu tekstu drīkst publicēt ar CC BY 4.0, un es drīkstu runāt šīs organizācijas vārdā. Publicētais paliek publisku datņu vēsturē, un no turienes to nevar izdzēst.
field-review-agree = Manu tekstu drīkst publicēt ar CC BY 4.0. Publicētais paliek publisku datņu vēsturē, un no turienes to nevar izdzēst.
field-review-show-name = Rādīt manu vārdu pie atsauksmes
field-edit-show-name = Rādīt manu vārdu ieraksta vēsturē
field-translate-show-name = Rādīt manu vārdu ieraksta vēsturē
field-report-agree = Manu ziņojumu drīkst lasīt visi
error-nothing-changed = Vēl nekas nav mainīts. Mainiet vismaz vienu atbildi.
error-changed-meanwhile = Kāds ir mainījis „{ $label }”, kopš atvērāt veidlapu. Atveriet ierakstu citā cilnē, apskatiet, kas tur tagad ir, un aizpildiet veidlapu no jauna.
error-who-uses = Izvēlieties organizāciju vai uzrakstiet tās nosaukumu.
error-cannot-edit = „{ $label }” ir pierakstīts tā, ka šī veidlapa to nevar mainīt. Ziņojiet par to kā par problēmu.
service-preview-edit-lead = Šādi ieraksts izskatīsies. Zemāk redzams, ko jūs maināt. Izlasiet to vēlreiz un nosūtiet.
service-preview-report-title = Izlasiet to vēlreiz
service-preview-report-lead = Šo jūs nosūtīsiet. To lasa kataloga uzturētāji; ja katalogu uztur publiski, to var lasīt visi.
service-differences = Ko jūs maināt
service-others-waiting = Šim ierakstam izmaiņas ir piedāvājis vēl kāds, un tās gaida izlasīšanu. Ja abas maina vienu un to pašu, izlemj cilvēks.
service-see-other = Skatīt
difference-field = Lauks
difference-before = Pirms
difference-after = Pēc
difference-none = (nekas)
difference-file = Datne { $name }
service-status-about = Jūsu devums par „{ $title }”
service-state-report-proposed = Paldies. Kāds no uzturētājiem izlasīs jūsu ziņojumu un atbildēs šajā lapā.
service-state-report-published = Paldies. Problēma ir atrisināta.
service-state-report-declined = Jūsu ziņojums ir slēgts bez izmaiņām.
service-event-report-published = Problēma tika atrisināta
service-back-to-entry = Atpakaļ pie ieraksta
maintain-ask-edit = Izmaiņas ierakstā „{ $title }”
maintain-ask-translation = Ieraksta „{ $title }” tulkojums
maintain-ask-use = Ieraksta „{ $title }” lietojums
maintain-ask-review = Atsauksme par „{ $title }”
maintain-ask-report = Problēma ar „{ $title }”
maintain-words = Kas tika uzrakstīts
maintain-differences = Ko tas maina
maintain-before = Skatīt ierakstu, kāds tas ir
maintain-done = Tas ir atrisināts
maintain-done-hint = Tā autors izlasīs, ka problēma ir atrisināta.
save-file = Saglabāt kā datni
save-file-lead = Šai vietnes kopijai nav servisa, kas saņem priekšlikumus. Aizpildiet veidlapu, saglabājiet to kā datni un nosūtiet pa e-pastu. Saglabāšanai vajadzīgs JavaScript.
save-file-done = Datne ir saglabāta. Tagad nosūtiet to pa e-pastu kataloga uzturētājiem.
save-file-failed = Datni neizdevās saglabāt. Pārlādējiet lapu un mēģiniet vēlreiz.
save-file-missing = Atbildiet uz visiem jautājumiem, pie kuriem nav norādīts „nav obligāti”.
save-file-readme = Devums katalogam. Kataloga uzturētājs izpilda: interlink apply DATNE
propose-schema = Dalīties ar darba gaitu
field-outline = Fāzes, mērķi un uzdevumi
hint-outline = Katram sava rinda. Fāzes sākas pie malas; pirms mērķa ir divas atstarpes, pirms uzdevuma – četras.
hint-schema-summary = Ko ar to veido un kas sadarbojas, vienā vai divos teikumos. No { NUMBER($min) } līdz { NUMBER($max) } rakstzīmēm.
field-schema-agree = Manu tekstu drīkst publicēt ar CC BY 4.0. Publicētais paliek publisku datņu vēsturē, un no turienes to nevar izdzēst.
error-outline-flat = Uzrakstiet vismaz vienu fāzi, zem tās mērķi un zem tā uzdevumu, katru tālāk no malas nekā iepriekšējo.
error-outline-deep = { NUMBER($count) }. rinda ir tālāk par uzdevumu. Ir tikai fāzes, mērķi un uzdevumi.
error-outline-line = { NUMBER($count) }. rinda ir pārāk gara vai tukša. Uzrakstiet soļa nosaukumu, ne vairāk kā 200 rakstzīmes.
form-group-from-process = No procesa
field-tree = Procesa soļi
hint-tree = To aizpilda darbvieta, kad publicējat procesu. Var arī ielīmēt datni tree.yaml, kāda ir pieredzes stāstiem.
error-tree-large = Koks ir lielāks par { NUMBER($limit) } kB. Izņemiet aprakstus vai soļus, kas netika veikti.
error-tree-none = Tas nav pieredzes stāsta koks: tajā nav soļu saraksta. Ļaujiet to aizpildīt darbvietai vai atstājiet lauku tukšu.
error-tree-line = Koka { NUMBER($count) }. rindu nevar nolasīt: { $detail }
error-tree-step = Pārbaude atrada kļūdu koka solī „{ $value }”: { $detail }
error-tree-personal = Koka solī „{ $value }”, šķiet, ir personas e-pasta adrese, tālruņa numurs vai personas kods. Izņemiet to.
form-process-from = Veidlapa ir aizpildīta ar datiem no procesa „{ $name }”. Ja to maināt, process nemainās.
form-process-filled = Aizpildīti lauki: { $fields }.
form-process-left = Jau bija aizpildīts, tāpēc atstāts, kā bija: { $fields }.
form-process-back = Atpakaļ uz procesu
form-process-forget = Aizmirst to, kas nāca no procesa
form-process-forgotten = Tas, kas nāca no procesa, ir izņemts no veidlapas un šeit aizmirsts. Pats process nav mainīts.
form-process-leaving = Kas tiek nosūtīts no šī pārlūka
form-process-leaving-lead = Ja turpināsiet, tiks nosūtīts tikai tas, kas redzams šeit. Publicētais paliek publisks, tāpēc izlasiet to vēlreiz.
form-process-empty = Tukši lauki: { $fields }.
form-process-file = { $name }, { $size }
form-process-names = Te ir jūsu komandas locekļu vārdi
form-process-name-in = „{ $text }” laukā „{ $label }”
form-process-no-name = „{ $text }” šeit nav personas vārds
form-process-mend = Labot „{ $label }”
form-process-refused = Nekas nav nosūtīts. Izņemiet vārdus vai atzīmējiet, kas nav vārds.
form-process-go = Turpināt ar šo
form-process-change = Atpakaļ uz veidlapu
field-regulations = Noteikumi un standarti
field-retirement-reason = Kāpēc tas vairs netiek piedāvāts
field-place = Vieta
error-entry-gone = Šī ieraksta vairs nav, vai tam tagad ir cits nosaukums. Sameklējiet to katalogā.
field-date = Datums
field-by = Autors
hint-use-language = Valoda, kurā rakstījāt tekstu.
hint-review-language = Valoda, kurā rakstījāt tekstu.
hint-page-summary = Par ko ir lapa, vienā vai divos teikumos. No { NUMBER($min) } līdz { NUMBER($max) } rakstzīmēm.
hint-news-summary = Kas jauns, vienā vai divos teikumos. No { NUMBER($min) } līdz { NUMBER($max) } rakstzīmēm.
form-stopped = Vēl nekas nav nosūtīts. Pārskatiet atzīmētās atbildes; ja tās ir pareizas, nospiediet vēlreiz.
form-draft-keep = Saglabāt šajā ierīcē to, ko rakstu
form-draft-hint = Tikai šajā pārlūkā, līdz nosūtāt vai noņemat ķeksīti; melnrakstu, kas vecāks par 60 dienām, dzēš, kad atgriežaties. Datnes netiek saglabātas. Neatzīmējiet to datorā, ko lieto arī citi.
form-draft-kept = Tas, ko rakstāt, tiek saglabāts šajā ierīcē.
form-draft-back = Melnraksts ir atjaunots ({ $date }).
form-draft-changed = Kopš tā laika kāds ir mainījis: { $fields }. Pirms sūtīšanas apskatiet, kas ierakstā ir tagad.
form-draft-delete = Dzēst melnrakstu
form-draft-deleted = Melnraksts ir dzēsts, un veidlapa ir tāda kā sākumā.
form-draft-off = Saglabātais ir dzēsts. Vairāk nekas netiek saglabāts.
form-draft-failed = Šis pārlūks neko nesaglabā, vai arī vairs nav vietas. Uzrakstītais joprojām ir veidlapā, bet netiek saglabāts.
form-draft-unreadable = Šeit saglabāto nevarēja izlasīt, un tas ir dzēsts.
