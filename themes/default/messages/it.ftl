# Interface texts in Italian: tu, also on buttons.
# PLURAL($n) chooses the plural form and NUMBER($n) writes the number, both as the language does.

## Layout

skip-to-content = Vai al contenuto
language = Lingua
main-navigation = Principale
you-are-here = Ti trovi qui
home = Inizio
interlinkers = Interlinker
schemas = Percorsi
stories = Esperienze
problems = Bisogni
what-do-i-need = Di che cosa ho bisogno?
contribute = Contribuisci
calls = Inviti
organisations = Organizzazioni
news = Notizie
contact = Contatti
about-this-site = Informazioni sul sito
funding-note = Interlink è nato come progetto finanziato dal programma Orizzonte 2020 dell’Unione europea, convenzione di sovvenzione 959201. Oggi il catalogo è curato da chi contribuisce.
licence-line = Testi: { $licence }. Codice aperto, EUPL 1.2.
on-this-page = In questa pagina
facts = Dati
pages = Pagine
previous-page = Pagina precedente
next-page = Pagina successiva
title-with-page = { $title }, pagina { $page }
table = Tabella
link-to-section = Link alla sezione
not-found = Questa pagina non esiste
not-found-lead = L’indirizzo può essere vecchio o scritto male. Da qui si può proseguire:
moved-title = Questa pagina è stata spostata
to-catalogue = Vedi tutto il catalogo
to-problems = Parti da ciò che ti serve

## Numbers and sizes

size-bytes = { $size } B
size-kilobytes = { $size } kB
size-megabytes = { $size } MB
from-to = { $start } – { $end }
interlinker-count = { NUMBER($count) } Interlinker
task-count = { NUMBER($count) } attività

## Home

home-lead = Strumenti, modelli e guide passo per passo per cittadini, imprese e amministrazioni che creano un servizio come una sola squadra. Si riusano liberamente, senza account.
home-search-placeholder = Che cosa devi fare?
home-how = Come si crea un servizio insieme
party-citizens = Cittadini
party-companies = Imprese
party-administrations = Amministrazioni
home-needs = Parti da ciò che ti serve
home-needs-note = Ogni bisogno porta agli strumenti che lo risolvono.
family-counts =
    { PLURAL($needs) ->
         [one] { NUMBER($needs) } bisogno
        *[other] { NUMBER($needs) } bisogni
    }, { NUMBER($interlinkers) } Interlinker
home-catalogue = Nel catalogo
home-catalogue-note =
    Un Interlinker è uno strumento o una risorsa di conoscenza che altri possono riusare. { PLURAL($count) ->
         [one] Ce n’è { NUMBER($count) }
        *[other] Ce ne sono { NUMBER($count) }
    }, di quattro tipi. La forma li distingue: il quadrato è software, il cerchio è conoscenza. Se la figura è piena, è conservato qui; se è vuota, porta altrove.
nature-software-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } strumento da installare
        *[other] { NUMBER($count) } strumenti da installare
    }
nature-knowledge-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } modello o guida
        *[other] { NUMBER($count) } modelli e guide
    }
nature-external-software-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } strumento gestito da altri
        *[other] { NUMBER($count) } strumenti gestiti da altri
    }
nature-external-knowledge-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } norma o linea guida
        *[other] { NUMBER($count) } norme e linee guida
    }
home-stories = Fatto insieme, raccontato da chi l’ha fatto
home-stories-note = Raccontano che cosa hanno fatto, attività per attività, e che cosa rifarebbero.
home-stories-button = Leggi le esperienze
all-news = Tutte le notizie

## Search

search-label = Cerca nel catalogo
search-placeholder = Strumento o guida
search-button = Cerca
search-heading = Ricerca
search-results = Risultati
search-noscript = La ricerca funziona nel browser e richiede JavaScript. Senza, si possono usare i filtri del catalogo.
search-start = Scrivi una o più parole.
search-loading = Ricerca in corso…
search-failed = La ricerca non si è caricata. Controlla la connessione e riprova.
search-none = Nessun risultato per «{ $query }».
search-partial = Nessuna voce contiene tutte le parole. Queste ne contengono alcune
search-partial-after = Queste contengono alcune delle parole
search-typo = { $words } non compare in nessuna voce. Ricerca fatta per: { $instead }.
search-synonyms = Per { $words } cercato anche: { $also }.
search-more = Mostra altri
search-more-filters = Altri filtri
search-title = { $query } – Ricerca
search-count-zero = { $count } risultati
search-count-one = { $count } risultato
search-count-many = { $count } di risultati
search-count-other = { $count } risultati
search-why = Perché compare:
search-why-title = { $words } nel titolo
search-why-alias = detto anche «{ $alias }»
search-why-tag = parola chiave «{ $tag }»
search-why-publisher = pubblicato da { $publisher }
search-why-summary = { $words } nel riassunto
search-why-text = { $words } nel testo
search-why-synonym = { $words } si dice anche { $also }
search-why-missing = { $words } non compare
search-section = Sezione:
# Other words, with commas between them, for pages that no entry stands behind: readers find them so.
search-words-accessibility = dichiarazione di accessibilità, barriere, lettore di schermo, disabilità
search-words-data = API, dati aperti, scaricare il catalogo
search-words-licences = licenza, diritto d’autore, condizioni d’uso
search-words-offline = fuori rete, senza internet
search-quote-open = «
search-quote-close = »
search-tips = Che cosa può aiutare
search-tip-fewer = Usa meno parole.
search-tip-other = Prova un’altra parola per la stessa cosa.
search-tip-marks = Gli accenti sono facoltativi.
tell-us-what-you-need = Dicci che cosa ti serve

## Catalogue

catalogue-lead = Strumenti, modelli e linee guida per creare insieme servizi pubblici.
catalogue-count = { $count } di { $total }
filters = Filtri
filters-chosen =
    { $form ->
         [one] Filtri ({ $count } scelto)
        *[other] Filtri ({ $count } scelti)
    }
sort-by = Ordina per:
sort-name = nome
sort-newest = più recenti
sort-used = più usati nelle attività
remove-filter = rimuovi il filtro
remove-all = Rimuovi tutti
show-results = Mostra i risultati ({ $count })
filter-unknown-named = { $names } non è un filtro di questa pagina. Non è stato applicato.
filters-unknown-named = { $names } non sono filtri di questa pagina. Non sono stati applicati.
more-values = Mostra gli altri ({ $count })
combining-needs-javascript = Ogni filtro mostra il suo elenco. Per combinarne più di uno serve JavaScript.
data-failed = I filtri non si sono caricati. Controlla la connessione e riprova.
empty-title = Nessun Interlinker corrisponde a tutti questi filtri
empty-drop = Senza «{ $name }»: { $count }.
empty-only = Solo con «{ $name }» ce ne sono { $count }
facet-kind = Tipo di voce
facet-nature = Natura
facet-theme = Tema
facet-problem = Bisogno
facet-purpose = Scopo
facet-difficulty = Difficoltà
facet-licence = Licenza
facet-audience = Per chi è
facet-form = Forma
facet-language = Lingua
facet-scope = Ambito

## Fallback to another language

help-translate = Aiuta a tradurli
fallback-page = Alcuni testi di questa pagina non sono ancora in italiano. Ognuno porta l’indicazione della sua lingua.
in-language = { $code ->
    [en] in inglese
    [es] in spagnolo
    [it] in italiano
    [lv] in lettone
   *[other] lingua: { $language }
  }

## Entry

correct = Correggi
cite = Cita
open = Apri
open-at = Apri su { $host }
download = Scarica
files-when-published = I file si potranno scaricare quando la voce sarà pubblicata.
download-size = Scarica, { $size }
file-missing = file mancante
version = versione { $version }
pictures = Immagini
picture-number = Immagine { $number } di { $total } di { $name }
how-to-use = Come si usa
constraints = Limiti da conoscere
regulations = Norme e standard
used-in-tasks = Usato in queste attività
used-in-stories = Usato in queste esperienze
no-tasks = Nessuna attività di un percorso lo richiede ancora.
more-tasks =
    { PLURAL($count) ->
         [one] un’altra attività
        *[other] altre { NUMBER($count) } attività
    }
related = Si abbina a
related-reason = Risponde anche a: { $need }
reason-answers = Risponde a:
reason-rarity =
    { PLURAL($count) ->
         [one] Lo fa { NUMBER($count) } Interlinker su { NUMBER($total) }.
        *[other] Lo fanno { NUMBER($count) } Interlinker su { NUMBER($total) }.
    }
how-to-cite = Come citarlo
not-stated = non indicato
retired-title = Questa voce è ritirata
retired-successor = Al suo posto usa:
licence-own = condizioni proprie
# An address without scheme, as the name of terms that somebody wrote for their own work.
licence-own-at = condizioni proprie ({ $host })
# Of an SPDX id that ends in -only or -or-later.
licence-only = solo { $licence }
licence-or-later = { $licence } o successiva
fact-licence = Licenza
fact-languages = Lingue
fact-difficulty = Difficoltà
fact-files = File
fact-tasks = Attività
fact-audience = Per chi è
fact-theme = Tema
fact-purpose = Scopo
fact-scope = Ambito
fact-service-type = Tipo di servizio
fact-keywords = Parole chiave
fact-based-on = Richiede
fact-publisher = Pubblicato da
fact-contact = Contatto
fact-added = Aggiunto
fact-changed = Modificato
fact-contributors = Hanno contribuito
fact-used-in = Usato in
used-in-counts =
    { NUMBER($tasks) } attività, { PLURAL($stories) ->
         [one] { NUMBER($stories) } esperienza
        *[other] { NUMBER($stories) } esperienze
    }

## Schema

schemas-lead = Un percorso porta dalla prima riunione a un servizio in funzione: fasi, obiettivi e attività, ciascuna con gli Interlinker che aiutano.
schemas-empty = Non c’è ancora nessun percorso.
schema = Percorso
schema-counts =
    { PLURAL($phases) ->
         [one] { NUMBER($phases) } fase
        *[other] { NUMBER($phases) } fasi
    }, { NUMBER($tasks) } attività
about-schema = Su questo percorso
phases = Fasi
phase-counts =
    { PLURAL($objectives) ->
         [one] { NUMBER($objectives) } obiettivo
        *[other] { NUMBER($objectives) } obiettivi
    }, { NUMBER($tasks) } attività
recommended-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } consigliato
        *[other] { NUMBER($count) } consigliati
    }
recommended-interlinkers = Interlinker consigliati
others-for-task = Altri { NUMBER($count) } per questa attività
task-before = Prima:
task-retired = Questa attività non è più proposta. Resta perché alcune esperienze la citano.
task-without-profile = Per questa attività non c’è ancora un bisogno collegato, quindi nessun consiglio.
task-without-match = Nessun Interlinker risponde ancora al bisogno di questa attività.
propose-one = Proponine uno

## Problem

problem = Bisogno
problems-lead = Ogni bisogno è una domanda che nasce quando si crea un servizio insieme. Porta a ciò che lo risolve e alle attività che lo pongono.
problem-counts = { NUMBER($interlinkers) } Interlinker, { NUMBER($tasks) } attività
what-would-help = Che cosa aiuterebbe
what-solves-it = Che cosa lo risolve
which-tasks-raise-it = Quali attività lo pongono
no-interlinker-solves = Nessun Interlinker risponde ancora a questo bisogno.
no-task-raises = Nessuna attività di un percorso lo pone ancora.

## Story

stories-lead = Che cosa hanno fatto altri, con quali Interlinker, che cosa ne è venuto e che cosa farebbero diversamente.
stories-empty = Non c’è ancora nessuna esperienza.
story = Esperienza
story-objectives = Che cosa si voleva
story-done = Che cosa è stato fatto
story-results = Che cosa ne è venuto
story-lessons = Che cosa si è imparato
story-did-not-work = Che cosa non ha funzionato
story-incentives = Che cosa ha spinto a partecipare
process-task-by-task = Il processo, attività per attività
process-note = Senza nomi né date interne: i passi, se sono stati fatti e con che cosa.
with = Con
results-label = Risultati:
materials = Materiali
fact-owners = Chi l’ha fatto
fact-period = Periodo
fact-governance = Modello di governance
fact-schema = Percorso
fact-public-service = Servizio pubblico
fact-authority = Autorità competente
fact-address = Indirizzo
fact-identifier = Identificativo
fact-service-status = Stato
fact-thematic-area = Area tematica
fact-service-languages = Offerto in
service-title = Il servizio pubblico
service-data = Il servizio come dati collegati (CPSV-AP)
field-service-name = Nome del servizio pubblico
field-service-description = Descrizione del servizio pubblico

## Calls, organisations, news, pages

calls-lead = Processi che cercano collaboratori.
calls-empty = Nessun invito è aperto.
calls-open = Aperti ora
calls-closed = Chiusi
call = Invito
call-is-closed = Questo invito è chiuso.
open-until = Aperto fino al { $day }
fact-start = Inizia
fact-end = Termina
fact-organisation = Chi invita
fact-roles = Si cerca
fact-country = Paese
organisations-lead = Chi crea, pubblica e usa ciò che è in questo catalogo.
organisations-empty = Non c’è ancora nessuna organizzazione.
organisation = Organizzazione
organisation-stories = Le sue esperienze
organisation-calls = I suoi inviti
organisation-published = Che cosa pubblica
fact-website = Sito web
news-lead = Le novità del catalogo e dintorni.
news-empty = Non ci sono ancora notizie.
feed-link = Segui questo elenco come feed Atom
fact-when = Quando
fact-place = Dove
page = Pagina
interlinker = Interlinker

## Open data

feed-everything = Tutte le novità
calendar-link = Aggiungi a un calendario (iCalendar)
# Stands before the name of a call, such as "Last day: Try the schema".
calendar-call-ends = Ultimo giorno
open-data = Dati aperti
data-heading = Dati e standard
data-lead = Tutto il catalogo in file che i programmi possono leggere. Senza account, senza chiave, senza limiti.
data-api = API statica
data-api-note = Ogni voce è un file JSON. I testi sono nelle lingue in cui sono stati scritti.
data-index = Indice
data-index-text = Ogni tipo di voce con l’indirizzo del suo elenco.
data-description = Descrizione
data-description-text = Che cosa contiene ogni file e dove si trova, come OpenAPI.
data-vocabularies = Vocabolari
data-vocabularies-text = Temi, destinatari e tutti gli altri termini in ogni lingua, con i corrispondenti negli elenchi dell’UE.
data-dumps = Tutto il catalogo
data-dumps-note = Interlinker, percorsi, bisogni ed enti editori come dati collegati. Ognuno ha anche un file proprio, indicato nell’intestazione della sua pagina.
data-json-ld = Catalogo in JSON-LD
data-turtle = Catalogo in Turtle
data-services-json-ld = Servizi pubblici in JSON-LD
data-services-turtle = Servizi pubblici in Turtle
data-feeds = Feed e calendario
data-feeds-note = Le novità. Ogni filtro del catalogo ha un proprio feed, collegato dalla sua pagina.
data-calendar = Eventi e ultimi giorni degli inviti
data-standards = Standard
data-standards-note = Ciò che il sito è fatto per rispettare. I controlli del programma stesso sorvegliano ogni riga, sul catalogo che lo accompagna; sotto ciascuna c’è quello da eseguire. I numeri sono quelli di questo sito.
standard-dcat-ap = Il catalogo non viola nessuna regola delle forme SHACL ufficiali.
standard-adms-ap = Voci che indicano tutto ciò che è obbligatorio: { $count } su { $total }. Solo queste sono contrassegnate come asset.
standard-cpsv-ap = Servizi pubblici delle esperienze che indicano tutto ciò che è obbligatorio: { $count } su { $total }. Solo questi sono nei dati.
standard-openapi = Ogni file dell’API è come dice la sua descrizione.
standard-atom = Ogni feed ha ciò che lo standard richiede.
standard-icalendar = Ogni calendario può essere letto da una libreria per calendari.
standard-schema-org = Le pagine dicono ai motori di ricerca di che cosa trattano; non si nomina nessuna persona.
standard-html = Nessuna pagina ha errori nel validatore del W3C.
standard-wcag = Fatto per il livello AA. Un programma cerca barriere in ogni tipo di pagina, chiara e scura, su un telefono e su un computer. Ne trova solo alcune; la dichiarazione di accessibilità dice che cosa si sa.
standard-check = Controllo: { $command }
data-recheck = Controlla tu
data-recheck-note = Le regole sono pubbliche. Ogni programma che conosce SHACL può applicarle ai dati di questo sito.
data-recheck-shapes = Regole ufficiali di { $standard }
data-recheck-text = Da applicare a { $address }

## Translations

translations = Traduzioni
translations-lead = Che cosa non è ancora in italiano e che cosa è cambiato dopo la traduzione. Ogni testo che traduci aiuta qualcuno a capire.
translations-shares = A che punto è ogni lingua
translations-done = Aggiornati
translations-share = { $share }%
translations-states = Un testo è un campo di una voce, per esempio il riassunto. «Da aggiornare» vuol dire che l’originale è cambiato dopo la traduzione.
state-original = Originale
state-translated = Tradotto
state-outdated = Da aggiornare
state-missing = Mancante
translations-state = Stato
translations-kind = Tipo
translations-all = tutti
translations-nothing = Non c’è nulla di questo tipo in questo stato.
translations-none = I testi ci sono tutti e nessuno è da aggiornare.
translations-outdated =
    { PLURAL($count) ->
         [one] { NUMBER($count) } testo è da aggiornare
        *[other] { NUMBER($count) } testi sono da aggiornare
    }
translations-outdated-note = Confrontali con il testo da cui sono stati tradotti.
translations-missing =
    { PLURAL($count) ->
         [one] Manca { NUMBER($count) } testo
        *[other] Mancano { NUMBER($count) } testi
    }
translations-missing-note = Chi legge li vede in un’altra lingua finché qualcuno non li traduce.
translations-group = { $name } ({ NUMBER($count) })
translations-texts =
    { PLURAL($count) ->
         [one] { NUMBER($count) } testo
        *[other] { NUMBER($count) } testi
    }
translations-more =
    { PLURAL($count) ->
         [one] e un’altra voce
        *[other] e altre { NUMBER($count) } voci
    }
translations-more-texts =
    { PLURAL($count) ->
         [one] e un altro testo
        *[other] e altri { NUMBER($count) } testi
    }
translations-picture = Descrizione dell’immagine { $name }
translations-retirement = Perché è stata ritirata
translations-text = Testo
part-of = Questo sito mostra una parte del catalogo { $name }.
vocabularies = Elenchi di termini
outdated-page = Il testo { $code ->
    [en] in inglese
    [es] in spagnolo
    [it] in italiano
    [lv] in lettone
   *[other] nella lingua originale ({ $language })
  } è cambiato dopo la traduzione di:
outdated-source = Leggilo { $code ->
    [en] in inglese
    [es] in spagnolo
    [it] in italiano
    [lv] in lettone
   *[other] nella lingua originale ({ $language })
  }

## Pictures and previews

preview = Anteprima
preview-page = Pagina { $number } di { $file }
preview-picture = L’immagine { $file }
preview-drawing = Il disegno { $file }
preview-headings = Titoli
preview-slides = Diapositive
preview-sheets = Fogli
preview-more =
    { PLURAL($count) ->
         [one] e ancora { NUMBER($count) }
        *[other] e ancora { NUMBER($count) }
    }
gallery-place = Immagine { $number } di { $total }
gallery-previous = Immagine precedente
gallery-next = Immagine successiva
gallery-close = Chiudi
gallery-larger = Dimensione reale
gallery-smaller = Adatta allo schermo

## Adopting an entry

adopt = Riusa
adopt-title = Come riusarlo
adopt-lead = Copialo, adattalo alle tue esigenze e indica da dove viene.
adopt-copy = Copia la sua cartella, con tutte le lingue e i file
adopt-attribution = Indica da dove viene
adopt-languages = Nelle altre lingue
adopt-notice = Nota per i programmi che leggono le licenze
attribution-by = «{ $name }» di { $publisher }.
attribution-name = «{ $name }».
attribution-licence = Licenza: { $licence }.
attribution-source = Fonte: { $address }
copy = Copia
copied = Copiato
copy-address = Copia l’indirizzo
share = Condividi
share-title = Fallo conoscere
share-mail = Invialo per e-mail
improve = Migliora questa pagina
improve-correct = Segnala o correggi un errore
improve-translate = Aiuta a tradurla
improve-mail = Scrivici di questa pagina
versions-and-history = Versioni e cronologia
history-unknown = Qui non risulta quando è stato aggiunto e modificato.

## Catalogue views

skip-to-results = Vai ai risultati
sort-stories = più usati nelle esperienze
sort-family = tipo di bisogno
sort-raised = più posti dalle attività
view-as = Vedi come:
view-list = elenco
view-cards = schede
reset-list = Mostra l’elenco completo
catalogue-empty = Non c’è ancora nessun Interlinker.
problems-empty = Non c’è ancora nessun bisogno.
empty-title-any = Niente corrisponde a tutti questi filtri
facet-country = Paese
facet-governance = Modello di governance
facet-schema = Percorso seguito
facet-organisation-type = Tipo di organizzazione
facet-family = Tipo di bisogno
organisation-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } organizzazione
        *[other] { NUMBER($count) } organizzazioni
    }
need-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } bisogno
        *[other] { NUMBER($count) } bisogni
    }

## Process kit and diagram

kit-title = Kit del processo
kit-of-schema = Un archivio in cui lavorare: una cartella per ogni fase, obiettivo e attività, i modelli già al loro posto e le attività per un foglio di calcolo e un calendario. Funziona senza questo sito.
kit-of-story = Un archivio per partire da questa esperienza: le sue attività come cartelle, i modelli che sono stati usati già al loro posto e le attività per un foglio di calcolo e un calendario. Funziona senza questo sito.
kit-download = Scarica il kit
kit-details =
    ZIP · { $size } · { PLURAL($templates) ->
         [one] { NUMBER($templates) } modello
        *[other] { NUMBER($templates) } modelli
    }
files-archive = Tutti i file in un solo archivio
files-archive-details =
    ZIP · { $size } · { PLURAL($count) ->
         [one] { NUMBER($count) } file
        *[other] { NUMBER($count) } file
    }
files-readme-newest = La versione più recente di questi file: { $url }
kit-readme-title = { $name }: kit del processo
kit-readme-of-schema = Questa cartella è fatta per lavorarci dentro. Segue il percorso passo per passo e non richiede né un account né una connessione.
kit-readme-of-story = Questa cartella è fatta per lavorarci dentro. Segue ciò che è stato fatto nell’esperienza, attività per attività, così puoi partire da dove altri sono già passati. Non richiede né un account né una connessione.
kit-readme-begin = Come iniziare
kit-step-copy = Copia questa cartella dove lavora la tua squadra, per esempio su un disco condiviso, e dalle il nome del tuo processo.
kit-step-table = Apri { $table } con un foglio di calcolo. Ogni attività ha una riga, con colonne vuote per chi la svolge, entro quando e a che punto è. Se tutto appare in una sola colonna, scegli la virgola come separatore.
kit-step-calendar = Se pianifichi con un calendario o un programma di attività, importa { $calendar }. Le attività non hanno date: imposta le tue.
kit-step-work = Percorri le cartelle nel loro ordine. Il README di ciascuna dice che cosa si fa e quali Interlinker aiutano.
kit-readme-content = Che cosa contiene
kit-readme-notice = Ogni modello ha una licenza e un’origine. NOTICE.txt le elenca: conservalo quando condividi i modelli.
kit-readme-newest = La versione più recente di questo kit: { $url }
kit-in-the-story = Nell’esperienza: { $status }
kit-used = Usato nell’esperienza.
kit-used-version = Usato nell’esperienza, nella versione { $version }.
kit-interlinkers-used = Interlinker usati
kit-file-here = In questa cartella: { $file }
kit-file-elsewhere = In questo kit: { $file }
kit-too-large = Alcuni dei suoi file sono troppo grandi per questo kit. Scaricali dall’indirizzo qui sopra.
kit-notice-title = Licenze e origine
kit-notice-lead = Questo archivio contiene testi e modelli di altri. Conserva questo file quando li condividi.
kit-notice-from = «{ $title }», dall’Interlinker «{ $name }»
kit-column-phase = Fase
kit-column-objective = Obiettivo
kit-column-task = Attività
kit-column-description = Che cosa si fa
kit-column-before = Prima di questo
kit-column-needs = Bisogni
kit-column-interlinkers = Interlinker
kit-column-folder = Cartella
kit-column-address = Indirizzo
kit-column-who = Chi
kit-column-due = Entro quando
kit-column-state = A che punto è
diagram-show = Tutto l’albero in un disegno
diagram-title = L’albero di «{ $name }»
diagram-description = { $counts }. Lo stesso albero è qui sotto come elenco, con tutto ciò che il disegno dice.
diagram-note = Ogni colonna è una fase, ogni rombo un obiettivo o un’attività. Una linea va da ciò che viene prima a ciò che viene dopo.
rolled-up =
    { PLURAL($count) ->
         [one] { NUMBER($count) } Interlinker aiuta qui:
        *[other] { NUMBER($count) } Interlinker aiutano qui, soprattutto
    }
rolled-up-all =
    { PLURAL($count) ->
         [one] { NUMBER($count) } Interlinker aiuta qui:
        *[other] { NUMBER($count) } Interlinker aiutano qui:
    }
to-phases = Torna alle fasi
next-phase = Fase successiva:

## Stories

story-start = Parti da questa esperienza
story-or-schema = Oppure parti dal percorso che ha seguito:
story-unverified = Non verificata: nessuna organizzazione la sostiene con il proprio nome.
story-version-not-stated = versione non indicata
story-newer-version = la più recente è { $version }
story-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } esperienza
        *[other] { NUMBER($count) } esperienze
    }
fact-evidence = Che cosa si può verificare
evidence-owner = È indicato chi l’ha fatto
evidence-no-owner = Non verificata: nessuno è indicato
evidence-versions =
    { PLURAL($count) ->
         [one] Versione esatta indicata: { NUMBER($exact) } su { NUMBER($count) } uso
        *[other] Versione esatta indicata: { NUMBER($exact) } su { NUMBER($count) } usi
    }
evidence-links =
    { PLURAL($count) ->
         [one] { NUMBER($count) } risultato pubblico collegato
        *[other] { NUMBER($count) } risultati pubblici collegati
    }
related-stories = Esperienze collegate
related-story-tools = Ha usato gli stessi strumenti: { $names }
related-story-tags = Tratta anche di: { $names }
related-story-country = Dallo stesso Paese
organisation-uses = Che cosa ha usato nelle sue esperienze
closed-since = Chiuso; l’ultimo giorno era il { $day }

## Guide

guide-lead = Rispondi a ciò che puoi. Vedrai quale modello di governance, quale fase e quali Interlinker fanno al caso tuo, e perché. Non si salva nulla: la risposta è nell’indirizzo.
guide-from-list = Non sai da dove partire? Rispondi a qualche domanda
guide-all-needs = Tutti i bisogni in un elenco
guide-noscript = Il consiglio è calcolato nel tuo browser e richiede JavaScript. Senza, leggi le domande: sotto ogni risposta c’è scritto dove porta. Una tabella mostra quali risposte sono a favore di quale modello di governance.
guide-questions = Le domande
guide-leads-to = Porta a:
guide-answered = Domande con risposta: { $count } su { $total }
guide-best = Per ora il più adatto: { $name }
guide-see-answer = Vedi il consiglio
guide-answer = Il consiglio per le tue risposte
guide-start-again = Ricomincia
guide-copy = Copia l’indirizzo di questo consiglio
guide-copied = L’indirizzo è copiato.
guide-copy-failed = Non è stato possibile copiarlo. Copialo dalla barra degli indirizzi.
guide-failed = Non è stato possibile caricare le regole della guida. Ricarica la pagina, o leggi dove porta ogni risposta.
guide-unknown = L’indirizzo nomina qualcosa che questa guida non conosce: { $names }. Non se ne è tenuto conto.
guide-model-heading = Chi guida: il modello di governance
guide-models = I modelli di governance
guide-models-note = Nessuno è migliore degli altri. Cambia chi comincia e chi decide.
guide-other-models = Altri modelli, con meno punti
guide-no-model = Rispondi a una delle prime domande per vedere un modello di governance.
guide-because = Perché hai risposto { $answers }.
guide-answer-points = «{ $answer }» (+{ $points })
guide-points = Punti: { $count }
guide-schema = Percorso da seguire
guide-phases = Fase da cui cominciare
guide-no-phase = Di’ a che punto sei, o che cosa vuoi fare adesso, per vedere una fase.
guide-needs = Bisogni da guardare
guide-interlinkers = Interlinker che aiutano
guide-no-interlinker = Scegli che cosa vuoi fare adesso per vedere gli Interlinker.
guide-why-needs = Risponde a: { $names }.
guide-why-fits = Corrisponde alle tue risposte: { $names }.
guide-in-catalogue = Tutto ciò che il catalogo ha per questi bisogni
guide-table = Quale risposta è a favore di quale modello di governance
guide-table-note = I numeri sono punti. Il modello con più punti è nominato per primo.
guide-question = Domanda
guide-answer-column = Risposta
guide-model-work = Come si lavora
guide-model-choose = Quando sceglierlo
guide-model-careful = Attenzione
guide-model-answers = Risposte a favore
guide-model-stories = Esperienze con questo modello
guide-model-others = Gli altri modelli
guide-to-guide = Rispondi alle domande della guida

## The workspace

start-note = Funziona nel tuo browser. Senza account e senza server.
workspace-title = Spazio di lavoro
workspace-lead = Segui un percorso passo per passo con la tua squadra. Il processo resta in questo browser e in un tuo file. Senza account e senza server.
workspace-noscript = Lo spazio di lavoro funziona nel browser e richiede JavaScript, che qui è disattivato. Anche senza puoi lavorare passo per passo: ogni percorso e ogni esperienza ha un kit del processo, un archivio con una cartella per ogni attività.
workspace-noscript-schemas = i passi da leggere e un kit da scaricare
workspace-noscript-stories = che cosa hanno fatto altri, ognuna con il suo kit
workspace-menu = Viste del processo
workspace-undo = Annulla
workspace-redo = Ripeti
workspace-save = Salva come file
workspace-view-processes = Tutti i processi
workspace-view-guide = Guida
workspace-view-overview = Panoramica
workspace-view-file = File
workspace-view-settings = Informazioni sul processo
workspace-view-conflicts = Modifiche diverse in due copie
workspace-no-name = Processo senza nome
workspace-kept-browser = Conservato in questo browser.
workspace-kept-nowhere = Conservato solo finché questa pagina è aperta.
workspace-never-saved = Non ancora salvato in un file.
workspace-saved-in = Salvato nel file { $file }, { $moment }.
workspace-unsaved-since = Non salvato in un file dal { $moment }.
workspace-saved-download = Il file { $name } è tra i download.
workspace-saved-download-instead = Il browser non ha permesso a questa pagina di scrivere nel file. { $name } è tra i download.
workspace-saved-file = Salvato in { $name }.
workspace-saved-merged = Nel frattempo qualcun altro ha modificato { $name }. Ciò che è nuovo ora è qui, ed è salvato tutto insieme.
workspace-saved-other = Nel file { $name } ora c’è altro, quindi non è stato scritto nulla. Scegli un altro file in «File».
workspace-file-type = File di processo
workspace-undone = Annullato: { $what }
workspace-undone-more = Annullato: { $what }. Altri campi: { $count }
workspace-redone = Ripetuto: { $what }
workspace-redone-more = Ripetuto: { $what }. Altri campi: { $count }
workspace-typed-kept = Il testo che stavi scrivendo quando la pagina è stata chiusa è di nuovo qui.
workspace-process-gone = Questo processo non è in questo browser. Se hai il suo file, aprilo qui sotto.
workspace-address-unknown = Questo indirizzo ha parti che lo spazio di lavoro non conosce: { $names }. Non se ne è tenuto conto.
workspace-on-disk = Questa copia del sito è stata aperta da un disco. Per queste pagine i browser non conservano nulla: salva il processo come file prima di chiudere la pagina.
workspace-no-storage = Questo browser non conserva nulla per questo sito, forse perché la finestra è privata. Puoi lavorare qui; salva il processo come file prima di chiudere la pagina.
workspace-no-room = In questo browser non c’è più posto. Puoi lavorare qui; salva il processo come file prima di chiudere la pagina. Ciò che era già conservato ricompare quando ricarichi la pagina.
workspace-newer-page = Una versione più recente di questa pagina ha aperto i tuoi processi in questo browser, perciò questa non può accedervi. Ricarica la pagina.
workspace-open-elsewhere = Questo processo è aperto in un’altra scheda o finestra. Qui puoi leggerlo.
workspace-take-over = Lavoraci qui
workspace-taken-over = Ora si lavora a questo processo in un’altra scheda. Qui puoi leggerlo.
workspace-taken-over-here = Ora lavori al processo qui. L’altra scheda lo mostra in lettura.
workspace-other-closed = L’altra scheda è chiusa. Ora lavori al processo qui.
workspace-storage-full = In questo browser non c’è più posto per la tua ultima modifica. È ancora in questa pagina: salvala ora come file.
workspace-storage-failed = Il browser non ha potuto conservare la tua ultima modifica. È ancora in questa pagina: salvala ora come file.
workspace-used-up = Il file aperto conta le sue modifiche con numeri troppo alti, perciò in questo processo non si può più cambiare nulla. Per continuare, crea un altro processo come questo nella vista «File».
workspace-leave-failed = Sei ancora nel processo: il browser non ha potuto conservare le ultime modifiche. Scaricalo, poi puoi uscire.
workspace-storage-away = Il browser non può accedere a ciò che conserva per questo sito. Ricarica la pagina e riprova.
workspace-not-done = Non ha funzionato. Ricarica la pagina e riprova.
workspace-save-now = Scarica ora il processo
workspace-conflicts-found = Campi modificati in modo diverso in due copie: { $count }.
workspace-conflicts-look = Guardali
workspace-catalogue-missing = Non è stato possibile caricare il catalogo, quindi ora non ci sono consigli. Il resto funziona.
workspace-fault-bad-date = Questo giorno non esiste. Scrivilo come 31/12/2026.
workspace-fault-bad-address = Non è un indirizzo web. Scrivilo per intero, con https:// e un nome, per esempio https://example.org.

# Processes

workspace-own-processes = I tuoi processi
workspace-progress = Avanzamento
workspace-percent = { $count }%
workspace-changed = Modificato: { $moment }.
workspace-remove-process = Togli da questo browser
workspace-remove-saved = Togliere «{ $name }» da questo browser? Il file che hai salvato resta.
workspace-remove-unsaved = «{ $name }» ha modifiche che non sono in nessun file. Se lo togli, vanno perse. Per conservarle, aprilo e salvalo prima come file.
workspace-remove-now = Toglilo
workspace-keep = Conserva
workspace-process-removed = «{ $name }» non è più in questo browser.
workspace-start-title = Avvia un processo
workspace-field-name = Nome del processo
workspace-new-name-hint = Per esempio il servizio che crei o migliori. Se lo lasci vuoto, prende il nome di ciò da cui parti.
workspace-from-schema = Da un percorso
workspace-from-schema-hint = I passi dalla prima riunione a un servizio in funzione. Puoi saltarne e aggiungerne.
workspace-from-story = Da un’esperienza
workspace-from-story-hint = I passi fatti da altri, con gli Interlinker che hanno usato. Nulla risulta concluso.
workspace-more-stories = Altre esperienze: { $count }
workspace-from-process = Come un altro processo
workspace-from-process-hint = Prende l’albero, i bisogni, i link e gli Interlinker scelti. Che cosa è stato fatto, e quando, resta lì.
workspace-from-process-team = Prendi anche persone, squadre e note
workspace-from-nothing = Senza modello
workspace-from-nothing-label = Comincia con un processo vuoto
workspace-from-nothing-hint = Fasi, obiettivi e attività li scrivi tu, oppure scegli un percorso più tardi.
workspace-start-now = Avvia il processo
workspace-start-note = Da quel momento è conservato in questo browser, su questo dispositivo. Non si invia nulla.
workspace-start-note-memory = Qui questo browser non conserva nulla: salva il processo come file.
workspace-start-failed = Non è stato possibile caricarlo. Controlla la connessione e riprova.
workspace-started = Il processo «{ $name }» è cominciato. Scegli una prima attività.
workspace-copy-of = Copia di { $name }
workspace-open-title = Apri un file
workspace-open-label = File di processo
workspace-open-choose = Scegli un file
workspace-open-hint = Un file salvato da questo spazio di lavoro; il nome finisce in .yaml. Si legge qui e non viene inviato da nessuna parte.
workspace-opened = Il processo «{ $name }» è aperto. Ora è conservato in questo browser.
workspace-opened-merged = «{ $name }» era già in questo browser. Le due copie sono state unite; nulla è andato perso.
workspace-reading = Lettura in corso…
workspace-file-bad = Non è stato possibile aprire { $name }
workspace-file-bad-note = Punti da correggere: { $count }. Non è stato cambiato nulla, né qui né nel file.
workspace-file-unreadable = Il browser non ha potuto leggere il file. Forse è stato spostato o è aperto in un altro programma.
workspace-file-place = Riga { $line }, colonna { $column }
workspace-file-bytes = Scarica il file così com’è
workspace-more-problems = Altri punti: { $count }
workspace-fault-too-large = Il file è troppo grande. Un file di processo ha al massimo 8 MB.
workspace-fault-not-utf-8 = Il file non è scritto nella codifica UTF-8. Salvalo di nuovo con quella.
workspace-fault-yaml-syntax = Da qui in poi il file non è leggibile. Forse manca la fine, o un rientro è sbagliato.
workspace-fault-yaml-anchor = I segni & * ! all’inizio di un valore non sono ammessi. Metti il valore tra virgolette.
workspace-fault-yaml-limit = Il file ha troppi livelli.
workspace-fault-no-process = Non è un file di processo. Un file di processo comincia con la riga process: 1.
workspace-fault-newer-version = Il file è di una versione più nuova dello spazio di lavoro. Aprilo in un sito aggiornato.
workspace-fault-missing-field = Qui manca qualcosa.
workspace-fault-unknown-field = Un file di processo non ha campi con questo nome.
workspace-fault-wrong-type = Qui serve un valore di un altro tipo.
workspace-fault-too-long = Questo testo è troppo lungo.
workspace-fault-unknown-term = Questo valore non è tra quelli possibili qui.
workspace-fault-duplicate-key = Questo campo c’è due volte.
workspace-fault-duplicate-node = Questo passo è nel file due volte.
workspace-fault-bad-slug = Questo nome può avere solo lettere, cifre e trattini.
workspace-fault-bad-id = Questo identificativo è danneggiato.
workspace-fault-bad-position = Questa posizione è danneggiata. Cancella la riga; allora conta l’ordine nel file.
workspace-fault-bad-edit = Questa riga alla fine del file è danneggiata.
workspace-fault-too-many-nodes = Un processo ha al massimo 5000 passi.
workspace-fault-too-deep = I passi possono avere al massimo 6 livelli, uno dentro l’altro.
workspace-everything-title = Tutto ciò che è in questo browser
workspace-everything-note = I tuoi processi sono conservati su questo dispositivo e solo per questo browser. Se cancelli i dati del browser, cancelli anche questi. Salva come file quelli che contano.
workspace-everything-memory = I tuoi processi sono conservati solo finché questa pagina è aperta. Salvali come file.
workspace-kept-promised = Il browser ha promesso di non cancellarli da solo.
workspace-kept-unpromised = Il browser può cancellarli da solo quando il dispositivo è pieno.
workspace-export-all = Scarica tutti ({ $count })
workspace-export-done = L’archivio con tutti i tuoi processi è tra i download.
workspace-export-failed = Non è stato possibile creare l’archivio. Salva i processi uno alla volta.
workspace-erase-all = Cancella tutto
workspace-erase-ask = Cancellare tutti i processi da questo browser? Sono questi: { $names }. Ciò che non è in nessun file va perso.
workspace-erase-now = Cancella tutto ora
workspace-erased = Tutto è cancellato. In questo browser non resta nulla dello spazio di lavoro.
workspace-erase-failed = Non è stato possibile cancellare tutto. Chiudi le altre schede di questo sito e riprova.

# Guide

workspace-phases = Fasi
workspace-tree-label = Obiettivi e attività
workspace-done-of = { $done } di { $total } concluse
workspace-progress-of = { $percent }% · { $done } di { $total } attività concluse
workspace-until = entro il { $end }
workspace-from = dal { $start }
workspace-from-to = dal { $start } al { $end }
workspace-late = era prevista entro il { $day }
workspace-next-title = Che cosa fare ora
workspace-next-none = Non c’è ancora nessuna attività. Aggiungine una sotto un obiettivo.
workspace-next-blocked = Ogni attività aperta ne aspetta un’altra. Guarda le fasi qui sopra.
workspace-all-done = Tutte le attività sono concluse
workspace-all-done-note = Salva il file e, in «Informazioni sul processo», imposta lo stato su «Concluso».
workspace-how-guide = Come funziona la guida
workspace-how-guide-choose = Scegli una fase, poi un’attività. Accanto vedi che cosa fare e quali Interlinker aiutano.
workspace-how-guide-status = Indica a che punto è un’attività. Obiettivi e fasi si aggiornano da soli.
workspace-how-guide-change = I passi sono tuoi: rinominali, aggiungine, spostali, oppure saltane uno e scrivi perché.
workspace-how-guide-file = Per lavorare insieme, salva il processo come file e condividilo, per e-mail o in Git. Le copie modificate da più persone si uniscono senza perdere nulla.
workspace-level-phase = Fase
workspace-level-objective = Obiettivo
workspace-level-task = Attività
workspace-node-unknown = Non è stato possibile caricare il percorso di questo passo, perciò qui mancano i suoi testi.
workspace-node-retired = Il percorso non offre più questo passo.
workspace-before = Prima di questo:
workspace-before-open = Fai prima questo:
workspace-status-title = A che punto è?
workspace-status-derived = Dipende dai passi che contiene direttamente.
workspace-dates-derived = Previsto: { $span }
workspace-is-skipped = Questo passo è saltato e non conta.
workspace-restore = Riprendilo
workspace-restored = Conta di nuovo.
workspace-uses-title = Interlinker
workspace-recommended = Consigliati
workspace-recommended-more = Mostra altri: { $count }
workspace-recommended-none = Nessun Interlinker del catalogo risponde ancora a questi bisogni.
workspace-recommended-no-need = Per questo passo non c’è un bisogno collegato, quindi nessun consiglio. Scegli un bisogno per vedere che cosa aiuta.
workspace-why-answers = Risponde a:
workspace-why-own = Questo passo lo pone.
workspace-why-inherited = Lo pone il passo superiore.
workspace-why-rare = Interlinker che lo fanno: { $count } su { $total }.
workspace-choose = Scegli
workspace-open-address = Apri il sito web
workspace-new-window = (si apre in una nuova scheda)
workspace-take-file = Scarica il file: { $title } ({ $format }, { $size })
workspace-other-files = Altri file: { $count }
workspace-use-chosen = Hai scelto «{ $name }».
workspace-use-used = L’uso di «{ $name }» è nel registro.
workspace-use-chosen-state = scelto
workspace-use-used-state = usato
workspace-use-unknown = Il catalogo non ha più questo Interlinker.
workspace-register-title = Registro d’uso
workspace-register-none = Nessun Interlinker è stato ancora scelto o usato.
workspace-version = versione { $version }
workspace-field-use-status = Scelto o usato
workspace-field-version = Versione
workspace-field-note = Nota
workspace-hint-use-note = Per che cosa l’hai usato e com’è andata.
workspace-edit = Modifica
workspace-remove = Togli
workspace-item-removed = «{ $name }» non è più nell’elenco.
workspace-remove-need = Togli il bisogno «{ $name }»
workspace-needs-pick = Scegli i bisogni di questo passo
workspace-needs-change = Aggiungi un bisogno
workspace-need-add = Bisogno
workspace-need-add-hint = A che cosa deve rispondere questo passo. Da qui vengono i consigli.
workspace-need-choose = Scegline uno
workspace-need-added = «{ $name }» è nell’elenco.
workspace-another = Un altro Interlinker
workspace-another-label = Cerca nel catalogo
workspace-found = Trovati: { $count }
workspace-found-none = Non si è trovato nulla.
workspace-resources-title = Risultati e documenti
workspace-resources-none = Ancora nessun link e nessuna nota.
workspace-add-resource = Aggiungi un link o una nota
workspace-field-title = Titolo
workspace-hint-title = Per esempio «Verbale della prima riunione».
workspace-field-address = Indirizzo web
workspace-hint-address = Quello del documento, su un disco condiviso o in un sito. Se lo lasci vuoto, è una nota.
workspace-title-missing = Scrivi un titolo.
workspace-add = Aggiungi
workspace-resource-added = «{ $name }» è nell’elenco.
workspace-plan-title = Quando e chi
workspace-field-start = Inizio
workspace-field-end = Fine
workspace-dates-turned = La fine è prima dell’inizio.
workspace-field-complexity = Complessità
workspace-hint-complexity = Quanto lavoro e quanta competenza richiede.
workspace-not-set = non indicata
workspace-not-chosen = non scelto
workspace-complexity-none = Nessuna
workspace-complexity-very-low = Molto bassa
workspace-complexity-low = Bassa
workspace-complexity-medium = Media
workspace-complexity-high = Alta
workspace-complexity-very-high = Molto alta
workspace-field-responsible = Chi è responsabile
workspace-nobody-yet = Nel processo non c’è ancora nessuna persona.
workspace-add-person = Aggiungi una persona
workspace-field-person-name = Nome
workspace-hint-person-name = Resta nel tuo file e non viene mai pubblicato.
workspace-person-added = { $name } è ora responsabile di questo.
workspace-name-missing = Scrivi un nome.
workspace-notes-title = Note
workspace-field-notes = Note della squadra
workspace-hint-notes = Restano nel tuo file e non vengono mai pubblicate.
workspace-next-task = Attività successiva:
workspace-change-title = Modifica questo passo
workspace-field-node-name = Nome del passo
workspace-hint-rename = Nel percorso: { $name }
workspace-schema-name = Usa il nome del percorso
workspace-field-node-description = Descrizione
workspace-move-title = Sposta
workspace-move-up = Su
workspace-move-down = Giù
workspace-moved-up = Il passo «{ $name }» è salito di un posto.
workspace-moved-down = Il passo «{ $name }» è sceso di un posto.
workspace-add-below = Aggiungi un passo dentro questo
workspace-new-phase = Nome della nuova fase
workspace-new-objective = Nome del nuovo obiettivo
workspace-new-task = Nome della nuova attività
workspace-node-added = Il passo «{ $name }» è stato aggiunto.
workspace-before-change = Che cosa va fatto prima
workspace-before-circle = viene già dopo questo
workspace-skip-title = Salta
workspace-skip-now = Salta questo passo
workspace-field-reason = Motivo
workspace-hint-reason = Una frase. Chi poi leggerà la tua esperienza ne trarrà insegnamento.
workspace-reason-missing = Scrivi perché lo salti.
workspace-skipped = Il passo «{ $name }» è saltato.
workspace-remove-title = Togli
workspace-remove-note = Questo passo l’ha aggiunto la tua squadra, quindi si può togliere. Con «Annulla» ritorna.
workspace-node-removed = Il passo «{ $name }» è stato tolto.
workspace-add-objective = Aggiungi un obiettivo
workspace-add-phase = Aggiungi una fase
workspace-tree-empty = Questo processo non ha ancora passi. Prendi quelli di un percorso, o scrivi i tuoi.
workspace-take-schema = Prendi questi passi
workspace-schema-taken = I passi sono qui. Puoi saltarne e aggiungerne.
workspace-by-hand = I tuoi passi

# Overview

workspace-progress-formula = Nel totale le attività concluse contano per intero, quelle in corso per metà. In una fase o in un obiettivo contano allo stesso modo i passi che contiene direttamente. Ciò che è saltato non conta.
workspace-checklist-title = Per cominciare
workspace-checklist-open = Passi che mancano: { $count }
workspace-checklist-ready = Tutto è pronto. Continua nella guida.
workspace-checklist-hide = Nascondi questo elenco
workspace-checklist-show = Mostra l’elenco per cominciare
workspace-optional = facoltativo
workspace-step-done = fatto
workspace-step-open = da fare
workspace-step-tick = Segna come fatto
workspace-step-untick = Segna come da fare
workspace-step-describe = Descrivi il processo
workspace-step-describe-note = Scrivi lo scopo, l’idea o le difficoltà, così tutti sanno di che cosa si tratta.
workspace-step-describe-go = Descrivilo
workspace-step-model = Decidi chi guida
workspace-step-model-note = Il modello di governance dice chi comincia e chi decide.
workspace-step-model-go = Scegli il modello
workspace-step-schema = Scegli i passi
workspace-step-schema-note = Prendi quelli di un percorso, o scrivi i tuoi.
workspace-step-schema-go = Scegli i passi
workspace-step-teams = Indica organizzazioni e squadre
workspace-step-teams-note = Chi partecipa, e in quale veste.
workspace-step-teams-go = Indicale
workspace-step-resources = Raccogli ciò che c’è già
workspace-step-resources-note = Link ai documenti da cui parte la squadra.
workspace-step-resources-go = Vai alla guida
workspace-step-responsible = Indica chi è responsabile
workspace-step-responsible-note = Almeno della prima attività.
workspace-step-responsible-go = Vai alla guida
workspace-step-rewards = Decidi sui premi
workspace-step-rewards-note = Punti per i contributi, se li volete.
workspace-step-rewards-go = Decidi
workspace-step-file = Salva il processo come file
workspace-step-file-note = Il file è la tua copia. Si può condividere e aprire in qualsiasi browser.
workspace-step-file-go = Salvalo
workspace-results-title = Risultati e documenti di tutte le attività
workspace-results-none = Ancora nessun link e nessuna nota. Aggiungili alle attività della guida.
workspace-in-task = In:
workspace-activity-title = Che cosa è successo
workspace-activity-none = Ancora nulla.
workspace-activity-more = Mostra i precedenti: { $count }
workspace-activity-started = Il processo è cominciato.
workspace-activity-added = Aggiunto
workspace-activity-renamed = Rinominato
workspace-activity-moved = Spostato
workspace-activity-status = Stato:
workspace-activity-skipped = Saltato
workspace-activity-restored = Ripreso
workspace-activity-removed = Tolto:
workspace-activity-assigned = Responsabilità cambiata
workspace-activity-planned = Piano cambiato
workspace-activity-chose = Scelto:
workspace-activity-used = Usato:
workspace-activity-resource = Aggiunto:
workspace-activity-claim = Contributo dichiarato:
workspace-activity-awarded = Punti assegnati
workspace-activity-published = Pubblicato
workspace-activity-merged = Unita un’altra copia

# Team

workspace-view-team = Squadra
workspace-team-lead = Chi partecipa, in quale veste, e chi segue quale attività.
workspace-team-private = Nomi, ruoli e account restano in questo browser e nel tuo file. Non ne escono mai quando pubblichi.
workspace-organisation-title = Organizzazioni
workspace-organisation-none = Ancora nessuna organizzazione.
workspace-organisation-find = Cerca un’organizzazione
workspace-organisation-page = La sua pagina nel catalogo
workspace-organisation-of-none = nessuna
workspace-add-organisation = Aggiungi un’organizzazione
workspace-field-organisation-name = Nome dell’organizzazione
workspace-hint-organisation-name = Per esempio un ministero, un’associazione o un’impresa.
workspace-hint-slug = Comincia a scrivere il nome, o incolla l’indirizzo della sua pagina. Se lo lasci vuoto, non c’è link.
workspace-slug-bad = Non è un’organizzazione del catalogo. Scrivi l’ultima parte dell’indirizzo della sua pagina.
workspace-team-title = Squadre
workspace-team-none = Ancora nessuna squadra.
workspace-team-find = Cerca una squadra
workspace-team-empty = Non c’è ancora nessuno.
workspace-team-members = Persone: { $count }
workspace-team-people = Persone di questa squadra
workspace-team-people-more = Aggiungi una persona alla squadra
workspace-team-named = { $name } (squadra)
workspace-add-team = Aggiungi una squadra
workspace-field-team-name = Nome della squadra
workspace-hint-team-name = Per esempio «Gruppo di coordinamento» o «Residenti».
workspace-field-team-organisation = Organizzazione
workspace-type-of-organisation = quello dell’organizzazione
workspace-teams-more = Aggiungi una squadra
workspace-person-title = Persone
workspace-person-none = Ancora nessuno.
workspace-person-find = Cerca una persona
workspace-field-person-role = Ruolo nel processo
workspace-hint-person-role = Per esempio facilitazione, consulenza legale o residente.
workspace-hint-handle = Su GitHub, GitLab o Forgejo, come @anna. Non un indirizzo e-mail.
workspace-handle-bad = Non è un account. Scrivilo come @anna, solo con lettere, cifre e . _ - /
workspace-hint-administrator = Segue il processo nel suo insieme.
workspace-pick-one = Scegli
workspace-name-twice = «{ $name }» c’è già.
workspace-item-removed-undo = «{ $name }» non c’è più. Con «Annulla» ritorna.
workspace-item-back = «{ $name }» c’è di nuovo.
workspace-item-erased = Il nome «{ $name }» è stato cancellato.
workspace-removed-title = Tolti: { $count }
workspace-removed-note = I nomi tolti restano nel file, così le copie si possono unire. «Cancella» li elimina. Le copie precedenti del file li hanno ancora.
workspace-bring-back = Recupera
workspace-erase-item = Cancella
workspace-who-left = qualcuno che non c’è più
workspace-who-removed = { $name } (non c’è più)
workspace-responsible-more = Aggiungi una persona o una squadra
workspace-to-team = Persone e squadre del processo
workspace-me-title = Chi lavora qui
workspace-me-label = Tu sei
workspace-me-hint = Resta in questo browser. Il tuo nome compare poi accanto a ciò che fai, nella panoramica, in «Che cosa è successo».
workspace-me-nobody = non indicato
workspace-me-chosen = Qui lavori come { $name }.
workspace-me-nobody-chosen = Ora accanto a ciò che fai non compare nessun nome.
workspace-me-mark = tu
workspace-duties = Responsabile di: { $count }
workspace-nobody-title = Attività senza responsabile
workspace-nobody-note = Nessuno ne è responsabile, né per l’attività né per ciò che la contiene.
workspace-nobody-none = Ogni attività ha un responsabile.
workspace-nobody-no-task = Non c’è ancora nessuna attività.
workspace-git-title = In un repository Git
workspace-git-rights = Nello spazio di lavoro chi ha il file può modificare tutto. Che cosa può fare ciascuno dipende dal vostro repository Git: dai suoi membri e dalle sue regole di revisione.
workspace-git-codeowners = Il file CODEOWNERS indica a GitHub, GitLab o Forgejo chi interpellare su una modifica: chi amministra, per il file del processo; chi è responsabile, per la cartella della sua attività. Nasce da ciò che trovi qui. Mettilo nella radice del repository.
workspace-git-download = Scarica CODEOWNERS
workspace-git-show = Mostra il file
workspace-git-folders = I file di un’attività vanno nella sua cartella, come /tasks/engage/identify/interview/.
workspace-git-no-account = Qui nessuno ha ancora un account su una piattaforma Git. Aggiungine uno a una persona per avere il file.
workspace-git-without = Non compaiono, perché manca l’account:

# Rewards

workspace-view-rewards = Premi
workspace-rewards-lead = Punti per ciò che ciascuno porta. A che cosa servono i punti lo decide la squadra.
workspace-rewards-choice = In questo processo si contano punti?
workspace-rewards-off = No
workspace-rewards-off-note = Non si conta nulla, e le attività non chiedono contributi.
workspace-rewards-personal = Ognuno i propri
workspace-rewards-personal-note = Ognuno vede le proprie attività, i propri punti e la propria posizione. Chi amministra vede anche la classifica.
workspace-rewards-leaderboard = Con la classifica
workspace-rewards-leaderboard-note = Ognuno vede anche a che punto sono gli altri.
workspace-rewards-chosen = Punti: { $name }
workspace-rewards-private = Qui si decide che cosa mostra lo spazio di lavoro. I contributi stanno nel file, e chi lo ha può leggerli. Non sono mai pubblicati.
workspace-leaderboard-title = Classifica
workspace-leaderboard-admin = La vedi perché amministri il processo.
workspace-leaderboard-none = Non è stato ancora assegnato nessun punto. Aggiungi contributi a un’attività della guida, poi chiudi l’attività.
workspace-points = Punti: { $count }
workspace-column-position = Posizione
workspace-column-name = Nome
workspace-column-points = Punti
workspace-column-tasks = Attività
workspace-level-1 = Basso
workspace-level-2 = Medio
workspace-level-3 = Alto
workspace-share = contributi: { $count } ({ $percent }%)
workspace-share-level = livello: { $level }
workspace-share-points = punti: { $count }
workspace-level-by-share = In base alla quota: { $level }
workspace-field-level-of = Livello di { $name }
workspace-personal-title = I miei contributi
workspace-personal-of = I miei contributi: { $name }
workspace-personal-none = Non c’è ancora nessun tuo contributo. Aggiungine uno a un’attività della guida.
workspace-personal-who = Indica qui sotto chi sei per vedere i tuoi punti.
workspace-position-of = { $rank } su { $total }
workspace-position-none = ancora nessuna
workspace-points-awarded = assegnati
workspace-points-open = non ancora assegnati
workspace-open-claims = Attività aperte con contributi
workspace-open-claims-note = I loro punti contano quando l’attività è chiusa.
workspace-open-claims-none = Nessuna attività aperta ha contributi.
workspace-claims-count = contributi: { $count }
workspace-people-count = persone: { $count }
workspace-complexity-missing = senza complessità
workspace-formula-title = Come si contano i punti
workspace-formula-complexity = Ogni attività ha una complessità, e ciascuna vale qualcosa: { $list }.
workspace-formula-share = La quota di una persona è il numero dei suoi contributi a un’attività sul totale dei contributi a quella attività.
workspace-formula-level = Una quota sotto il 15% dà il livello { $low }, sotto il 60% { $average }, dal 60% in su { $high }. La squadra può fissare un altro livello.
workspace-formula-points = Il livello per il valore dà i punti della persona in quell’attività, al massimo { $most }.
workspace-formula-closed = Contano appena l’attività è chiusa, e non più se vengono ritirati.
workspace-formula-order = Chi ha più punti sta più in alto. A parità di punti la posizione è la stessa, e l’ordine lo decide il nome.
workspace-formula-example = Un esempio: un contributo su tre a un’attività di complessità alta è il 33%. È il livello 2, quindi 2 × 80 = { $points } punti.
workspace-claims-title = Contributi
workspace-claims-none = Ancora nessun contributo.
workspace-claims-no-people = Un contributo è sempre di qualcuno, e nel processo non c’è ancora nessuna persona.
workspace-claim-new = Aggiungi un contributo
workspace-claim-of = Parte di:
workspace-claim-of-none = nessun risultato
workspace-claim-title-missing = Scrivi che cosa è stato.
workspace-claim-added = Contributo di { $name } aggiunto: { $title }
workspace-field-claim-person = Chi
workspace-field-claim-title = Che cosa ha portato
workspace-hint-claim-title = Per esempio «Ha condotto le interviste».
workspace-field-claim-resource = A quale risultato
workspace-field-claim-role = In quale veste
workspace-hint-claim-role = La parte per cui la persona ha partecipato.
workspace-person-missing = Scegli una persona.
workspace-shares-title = Quote e punti
workspace-award = Chiudi l’attività e assegna i punti
workspace-award-note = Con questo l’attività è conclusa. I punti si possono ritirare.
workspace-award-nothing = La complessità di questa attività non è indicata o non vale nulla, quindi non ci sono punti. Scegline una in «Quando e chi».
workspace-awarded = «{ $name }» è chiusa e i punti sono assegnati.
workspace-is-awarded = L’attività è chiusa e i punti sono assegnati.
workspace-is-awarded-note = Contributi e complessità restano come sono finché i punti non vengono ritirati.
workspace-is-awarded-late = Contributi arrivati dopo da un’altra copia: { $count }. Per contare anche questi, ritira i punti e assegnali di nuovo.
workspace-take-back = Ritira i punti
workspace-taken-back = I punti per «{ $name }» sono stati ritirati. L’attività resta conclusa finché non lo cambi.
workspace-hint-complexity-closed = I punti sono assegnati, quindi resta così. Per cambiarla, ritira i punti.

# File

workspace-save-title = Salva
workspace-save-note = Il file { $name } contiene tutto il processo. È testo semplice: lo leggono persone e programmi, e si può conservare in Git.
workspace-save-again = Salva in { $name }
workspace-save-as = Scegli un file e salva
workspace-save-download = Scarica
workspace-merge-title = Unisci un’altra copia
workspace-merge-note = Qualcuno ha modificato una copia di questo file. Sceglila: ciò che è nuovo entra e nulla del tuo va perso. Dove entrambe hanno cambiato lo stesso campo, vedi i due valori.
workspace-merge-label = File con l’altra copia
workspace-merge-other = { $name } è un altro processo, non una copia di questo. Non è stato cambiato nulla.
workspace-merge-open = Aprilo come processo a sé
workspace-merge-failed = Le copie non si possono unire: insieme avrebbero più di 5000 passi. Non è stato cambiato nulla.
workspace-merge-nothing = La copia non ha nulla che non sia già qui.
workspace-merge-done = La copia è unita. Campi cambiati: { $fields }. Passi nuovi: { $nodes }.
workspace-merge-added = Passi nuovi
workspace-merge-changed = Cambiato
workspace-and-more = e altri: { $count }
workspace-show-all = Mostra altri: { $count }
workspace-schema-title = Confronta con il percorso
workspace-schema-note = Il processo è cominciato da «{ $name }». I percorsi migliorano con il tempo; qui vedi che cosa è cambiato e applichi ciò che vuoi.
workspace-schema-compare = Confronta
workspace-schema-same = I passi sono quelli del percorso com’è ora.
workspace-schema-differs = Differenze: { $count }. Scegli che cosa applicare.
workspace-schema-added = Nuovo nel percorso
workspace-schema-retired = Non più nel percorso: da saltare qui
workspace-schema-moved = In un altro ordine nel percorso
workspace-schema-elsewhere = Ora sta altrove nel percorso
workspace-schema-elsewhere-note = Qui questi passi restano dove sono, quindi non c’è niente da applicare.
workspace-schema-below = nel percorso sotto «{ $name }»
workspace-schema-at-top = nel percorso al livello più alto
workspace-schema-touched = la tua squadra ci ha lavorato
workspace-schema-needed = sotto ci sono passi che il percorso ha ancora
workspace-schema-take-over = Applica ciò che è scelto
workspace-schema-taken-over = Le modifiche del percorso sono applicate.
workspace-schema-retired-reason = Il percorso non ha più questo passo.
workspace-clone-title = Un altro processo come questo
workspace-clone-now = Fai una copia
workspace-remove-where = I processi si tolgono da questo browser nell’elenco:

# Copies that differ

workspace-conflicts-lead = Due persone hanno cambiato lo stesso campo senza sapere l’una dell’altra. I due valori sono conservati. Scegli quello che vale; l’altro allora sparisce.
workspace-conflicts-none = Nessun campo è diverso tra le copie.
workspace-conflict-chosen = Scelto. Campi che restano: { $count }
workspace-version-number = Valore { $count }
workspace-version-shown = mostrato finché non scegli
workspace-keep-this = Tieni questo
workspace-to-node = Vai al passo
workspace-to-guide = Vai alla guida
workspace-value-none = (vuoto)
workspace-value-yes = sì
workspace-value-position = un altro posto nell’ordine
workspace-value-logo = un’immagine
workspace-kind-use = Interlinker
workspace-kind-resource = Link o nota
workspace-kind-claim = Contributo
workspace-kind-organisation = Organizzazione
workspace-kind-team = Squadra
workspace-kind-person = Persona
workspace-field-node-status = Stato
workspace-field-node-level = Tipo di passo
workspace-field-node-start = Inizio
workspace-field-node-end = Fine
workspace-field-status = Stato
workspace-field-position = Posto nell’ordine
workspace-field-removed = Tolto
workspace-field-skipped = Saltato
workspace-field-closed = Punti assegnati
workspace-field-problems = Bisogni
workspace-field-prerequisites = Che cosa viene prima
workspace-field-level = Livello
workspace-field-points = Punti
workspace-field-awarded = Punti assegnati a
workspace-field-interlinker = Interlinker
workspace-field-date = Giorno
workspace-field-kind = Tipo
workspace-field-type = Tipo
workspace-field-slug = Organizzazione nel catalogo
workspace-field-role = Ruolo
workspace-field-handle = Account nella piattaforma Git
workspace-field-teams = Squadre
workspace-field-administrator = Amministra il processo
workspace-field-person = Persona
workspace-field-resource = Risultato
workspace-field-checklist = Elenco per cominciare
workspace-field-rewards = Premi
workspace-field-call = Invito
workspace-field-schema = Percorso
workspace-field-story = Esperienza
workspace-field-cloned-from = Copiato da
workspace-kind-link = Link
workspace-kind-note = Nota

# Publishing

workspace-view-publish = Pubblica
workspace-publish-lead = Mostra ad altri come avete fatto, o cerca chi voglia partecipare. Qui nulla esce da questo browser: la pagina seguente è un modulo in cui puoi leggere e cambiare tutto prima dell’invio.
workspace-publish-story-title = Come esperienza
workspace-publish-story-lead = Un’esperienza racconta che cosa avete fatto e con quali risultati. La accompagna un albero ridotto dei passi, da cui altri possono partire. Chi cura questo catalogo la legge prima di pubblicarla.
workspace-publish-takes = Che cosa contiene
workspace-publish-takes-steps = I passi: { $count }. Conclusi: { $done }. Saltati, con il motivo: { $skipped }.
workspace-publish-takes-own = Passi con testi vostri: { $count }. Degli altri va solo il riferimento; i testi sono quelli del percorso.
workspace-publish-takes-used = Gli Interlinker che avete usato, con la versione: { $names }.
workspace-publish-takes-unused = Nessun Interlinker, perché il registro d’uso è vuoto.
workspace-publish-takes-chosen = Ancora nessun Interlinker. Scelti: { $count }, ma nessuno è segnato come usato.
workspace-publish-chosen = Scelti, ma non segnati come usati
workspace-publish-mark-used = Segna come usato
workspace-publish-takes-texts = Come base per il modulo: nome, descrizione, scopo, idea, difficoltà, parole chiave, modello di governance, primo giorno e, a processo finito, l’ultimo.
workspace-publish-links-private = Link che funzionano solo dentro una rete e restano fuori: { $count }.
workspace-publish-unknown-used = Non sono in questo catalogo e quindi restano fuori: { $names }.
workspace-publish-whole = Anche i passi non fatti
workspace-publish-whole-hint = Così altri possono partire dall’intero piano.
workspace-publish-links = Link pubblici
workspace-publish-links-hint = Togli la spunta a ciò che non è per tutti. Quello che può aprire solo la tua squadra non serve a nessun altro.
workspace-publish-never = Che cosa resta sempre qui
workspace-publish-never-list = Persone e squadre, responsabili, note, date dei passi, complessità, contributi e punti, che cosa è successo e quando, il logo, i file.
workspace-publish-clean = Non è stato trovato nulla che possa rivelare l’identità di qualcuno.
workspace-publish-findings = Da correggere prima: { $count }
workspace-publish-findings-lead = Ciò che può rivelare l’identità di qualcuno non va pubblicato, e nemmeno ciò che il catalogo non può accogliere. Cambia il testo, oppure lascia fuori il passo o il link.
workspace-publish-found-email-address = L’indirizzo e-mail di una persona
workspace-publish-found-phone-number = Un numero di telefono
workspace-publish-found-personal-code = Un codice fiscale o personale
workspace-publish-found-name = Il nome di qualcuno della tua squadra
workspace-publish-found-handle = L’account di qualcuno della tua squadra
workspace-publish-found-in-id = nell’id che il passo ha nel file. Aggiungi il passo di nuovo e togli questo, oppure cambia l’id a mano nel file
workspace-publish-found-team = Il nome di una squadra
workspace-publish-found-markup = HTML, oppure un link o un’immagine che le voci non possono avere
workspace-publish-found-too-long = Troppo lungo: al massimo { $text } caratteri
workspace-publish-found-no-name = Un passo senza nome
workspace-publish-found-too-large = L’albero occupa { $text } kB; il massimo è 200. Lascia fuori i passi non fatti
workspace-publish-no-name = «{ $text }» qui non è il nome di una persona
workspace-publish-fine-noted = D’ora in poi «{ $text }» non conta come nome.
workspace-publish-refused = Il modulo si apre quando tutto ciò che è nell’elenco è corretto.
workspace-publish-failed = Questo browser non passa nulla alla pagina seguente. Scarica tree.yaml qui sotto, apri «Racconta la tua esperienza» e incollalo lì.
workspace-publish-go = Vai al modulo
workspace-publish-go-hint = Viene compilato con questi dati. Non si invia ancora nulla.
workspace-publish-tree = L’albero come lo ricevono gli altri
workspace-publish-tree-download = Scarica tree.yaml
workspace-call-title = Un invito a collaborare
workspace-call-lead = Un invito spiega di che cosa tratta il tuo processo e chi cercate. Resta nell’elenco fino all’ultimo giorno.
workspace-call-end = Ultimo giorno dell’invito
workspace-call-end-hint = Dal giorno dopo, la sua pagina indica che è chiuso.
workspace-call-end-missing = Scegli un giorno che non sia già passato.
workspace-call-roles = Chi si cerca
workspace-call-contact = Dove rispondere
workspace-call-contact-hint = La casella di un ufficio (info@…) o una pagina (https://…). Mai l’indirizzo di una persona.
workspace-call-contact-missing = Scrivi la casella della tua organizzazione o l’indirizzo di una pagina.
workspace-call-go = Vai al modulo dell’invito
workspace-call-page = La sua pagina: { $name }
workspace-call-forget = Non è questa la sua pagina
workspace-call-address = Indirizzo dell’invito pubblicato
workspace-call-address-hint = Quando l’invito è nel catalogo, scrivi qui l’indirizzo della sua pagina. Così il processo rimanda a quella pagina.
workspace-call-address-bad = Questa non è la pagina di un invito. Il suo indirizzo finisce, per esempio, con /calls/il-nostro-servizio/.
workspace-call-note = Annotalo
workspace-call-noted = Ora il processo rimanda al suo invito.

# About the process

workspace-settings-lead = Qui tutto è facoltativo e si conserva mentre scrivi. Qualche frase aiuta chi arriva più tardi.
workspace-settings-about = Di che cosa si tratta
workspace-settings-run = Come si svolge
workspace-hint-name = Con questo nome si trova il processo.
workspace-field-description = Descrizione
workspace-hint-description = Che cos’è il processo, in una o due frasi.
workspace-field-aim = Scopo
workspace-hint-aim = Che cosa deve andare meglio alla fine, e per chi.
workspace-field-idea = Idea del servizio
workspace-hint-idea = Che cosa volete fare insieme.
workspace-field-challenges = Difficoltà
workspace-hint-challenges = Che cosa lo rende difficile.
workspace-field-organisation = Com’è organizzato oggi il servizio
workspace-hint-organisation = Chi lo offre ora, e come.
workspace-field-tags = Parole chiave
workspace-hint-tags = Separate da virgole.
workspace-field-governance-model = Modello di governance
workspace-hint-governance-model = Chi guida.
workspace-governance-help = Hai dubbi? Rispondi alle domande della guida
workspace-field-language = Lingua del processo
workspace-hint-language = Quella in cui scrive la squadra.
workspace-field-state = Stato
workspace-hint-state = È la squadra a decidere quando il processo è finito.
workspace-state-in-progress = In corso
workspace-state-done = Concluso
workspace-field-start-of-process = Cominciato il
workspace-field-logo = Logo
workspace-hint-logo = Un’immagine PNG, JPEG o WebP. Viene rimpicciolita e messa nel file.
workspace-logo-remove = Togli il logo
workspace-logo-bad = Questa immagine non si può leggere, o non entra nel file. Scegline una più semplice.

# Work plan

workspace-view-plan = Piano di lavoro
workspace-plan-scale = Scala del grafico
workspace-plan-scale-day = Giorno
workspace-plan-scale-week = Settimana
workspace-plan-scale-month = Mese
workspace-plan-scale-year = Anno
workspace-plan-chart = Grafico
workspace-plan-chart-box = Grafico del piano di lavoro; si sposta con i tasti freccia
workspace-plan-cut = A questa scala non c’è posto per tutti i giorni. Con una scala più ampia vedi il resto.
workspace-plan-today = Oggi, { $day }
workspace-plan-is-late = In ritardo
workspace-plan-no-tasks = Il processo non ha ancora attività, quindi non c’è nulla da pianificare. Aggiungile nella guida.
workspace-plan-empty = Nessuna attività ha ancora date. Distribuisci le attività in un periodo per avere un primo piano, oppure scrivi le date di ciascuna nella tabella.
workspace-plan-planned = Attività con date: { $count } di { $total }
workspace-plan-late = In ritardo: { $count }
workspace-plan-undated = Attività senza date: { $count }
workspace-plan-give-dates = Indica le date
workspace-plan-spread = Distribuiscile in un periodo
workspace-plan-spread-note = Le attività si susseguono, ciascuna con all’incirca gli stessi giorni. È una prima stima: cambiala nella tabella, o torna indietro con «Annulla».
workspace-plan-spread-which = Quali attività
workspace-plan-spread-all = Tutte quelle senza date
workspace-plan-spread-now = Distribuisci le attività
workspace-plan-spread-done = Attività che ora hanno date: { $count }
workspace-plan-day-missing = Scegli un giorno.
workspace-plan-dates = Date
workspace-plan-dates-note = Scrivi quando un’attività comincia e finisce. Le date di obiettivi e fasi dipendono dalle loro attività. I passi saltati non compaiono.
workspace-plan-column-step = Passo
workspace-plan-turned = { $name }: la fine è prima dell’inizio.
workspace-plan-exports = Usa il piano in altri programmi
workspace-plan-calendar = File di calendario
workspace-plan-calendar-hint = Le attività che hanno date, per i programmi di calendario (iCalendar). Non contiene nomi di persone.
workspace-plan-table = File per foglio di calcolo
workspace-plan-table-hint = Tutti i passi con stato, date e chi è responsabile (CSV). Contiene nomi di persone: pensa a chi lo dai.
workspace-plan-print = Stampa
workspace-plan-print-hint = Il grafico con tutte le date, adattato alla larghezza del foglio.
workspace-plan-no-dates = Nessuna attività ha ancora date, quindi il calendario sarebbe vuoto.
workspace-plan-csv-key = Identificativo

## Comparing

pick-noscript = Questa pagina riunisce ciò che il suo indirizzo nomina, e per questo richiede JavaScript. Senza, apri le voci una per una dal catalogo.
pick-unknown = Non se ne tiene conto, perché qui non c’è nessuna voce con questo nome: { $names }.
pick-too-many = C’è posto per { $count } voci. Delle altre nell’indirizzo non si è tenuto conto.
pick-failed = Non è stato possibile caricare le voci. Ricarica la pagina.
pick-found = Voci trovate: { $count }
pick-found-none = Non si è trovato nulla che non sia già qui.
pick-added = «{ $name }» è nell’elenco.
pick-removed = «{ $name }» non è più nell’elenco.
pick-remove = Togli «{ $name }»
pick-earlier = Sposta prima «{ $name }»
pick-later = Sposta dopo «{ $name }»
pick-copied = L’indirizzo è copiato.
pick-copy-failed = Non è stato possibile copiarlo. Copialo dalla barra degli indirizzi.
pick-copy = Copia l’indirizzo
pick-print = Stampa
compare = Confronta
compare-heading = Confronta
compare-lead = Fino a quattro voci, una accanto all’altra. Le differenze sono segnate. La scelta è nell’indirizzo, non si salva nulla.
compare-add = Aggiungi una voce
compare-full = C’è posto per quattro voci. Togline una per aggiungerne un’altra.
compare-none-yet = Non c’è ancora nulla da confrontare. Cerca una voce qui sopra: ognuna che scegli si aggiunge. «Confronta» nella pagina di una voce comincia un nuovo confronto.
compare-one-more = Aggiungi una seconda voce da confrontare.
compare-only = Mostra solo le differenze
compare-csv = Scarica come CSV
compare-to-collection = Crea una raccolta con queste voci
compare-same = Le voci non differiscono in nulla di ciò che qui è indicato.
compare-kind = Tipo di voce
compare-differs = diverso
compare-does-not-apply = non si applica
compare-csv-name = Pagina
compare-summary = Riassunto
compare-tasks = Attività
compare-stories = Esperienze
compare-solved-by = Interlinker che lo risolvono
compare-address = Indirizzo
compare-version = Versione

## Collections

collect = Aggiungi a una raccolta
collection-heading = Raccolta
collection-lead = Un elenco di voci da stampare, inviare e portare con sé. L’elenco è nell’indirizzo di questa pagina, non si salva nulla.
collection-add = Aggiungi una voce
collection-undo = Annulla
collection-empty = La raccolta è vuota. Cerca una voce qui sopra: ognuna che scegli si aggiunge. «Aggiungi a una raccolta» nella pagina di una voce comincia una nuova raccolta.
collection-title = Titolo della raccolta
collection-title-button = Usa questo titolo
collection-entries = Voci
collection-clear = Togli tutto
collection-to-compare = Confronta queste voci
collection-take = Da portare con sé
collection-archive = Scarica tutti i file
collection-share = Condividi
collection-mail = Invia per e-mail
collection-cancel = Interrompi
collection-again = Riprova
collection-without = Continua senza questo file
collection-files = File: { $count } · { $size }
collection-no-files = Nessun file
collection-total = Voci: { $entries }. File: { $files } · { $size }
collection-total-no-files = Voci: { $entries }. Non hanno file da scaricare.
collection-working = { $done } file su { $total }
collection-file-failed = Non è stato possibile ottenere il file { $name }.
collection-cancelled = Il download è stato interrotto.
collection-done = L’archivio è pronto. Contiene anche un README con nomi, licenze e indirizzi.
collection-not-included = non incluso: non è stato possibile ottenerlo
collection-on-disk = Da un disco, il browser non può creare l’archivio di una raccolta. Prendi qui i file di ogni voce:
collection-on-disk-archive = { $name }: tutti i { $count } file in un solo archivio ({ $size })
collection-on-disk-file = { $name } ({ $size })
collection-readme-address = Questa raccolta:
collection-readme-files = File:
collection-readme-rights = Da citare quando si riusa:
collection-readme-attribution = «{ $name }», { $publisher }, { $licence }, { $address }

## Keeping for offline use

offline-link = Conserva per l’uso offline
offline-heading = Conserva questo catalogo su questo dispositivo
offline-lead = Così le pagine e la ricerca funzionano anche senza rete. Nulla viene salvato prima che tu prema il pulsante.
offline-noscript = Il pulsante richiede JavaScript, che qui è disattivato.
offline-unsupported = Questo browser non può conservare pagine per l’uso offline, oppure l’indirizzo di questo sito non comincia con https.
offline-more = Anche le immagini e i file da scaricare
offline-progress = Quanto è stato salvato
offline-keep = Conservalo qui ({ $size })
offline-update = Aggiornalo ({ $size })
offline-go-on = Continua ({ $size })
offline-remove = Elimina tutto
offline-nothing-kept = Non è ancora salvato nulla. In questa lingua sarebbero { $size }.
offline-kept = Salvato e aggiornato: { $size }.
offline-changed = Salvato: { $size }. Da allora il sito o la tua scelta è cambiata.
offline-part = È salvata solo una parte: { $done } di { $total }.
offline-kept-offline = Salvato su questo dispositivo. Ora non c’è rete, quindi non si può sapere se il sito è cambiato.
offline-part-offline = Su questo dispositivo è salvata solo una parte, e ora non c’è rete.
offline-no-network = Ora non c’è rete. Torna quando ci sarà.
offline-storing = Salvataggio: { $done } di { $total }
offline-removed = Eliminato. Su questo dispositivo non è più salvato nulla di questo sito.
offline-failed = Non è stato possibile salvare tutto. Controlla la rete e premi di nuovo il pulsante.
offline-lost = Non è salvato tutto. File che il sito non ha fornito: { $count }; il primo è { $name }. Premi di nuovo il pulsante più tardi.
offline-full = Su questo dispositivo non c’è più spazio. Libera spazio oppure rinuncia alle immagini e ai file.
offline-how = Come funziona
offline-how-stored = Il tuo browser salva le pagine di questa lingua. Per un’altra lingua, apri lì questa pagina.
offline-how-used = Con la rete vedi sempre le pagine come sono ora; senza, quelle salvate.
offline-how-private = Ciò che è salvato resta su questo dispositivo. Nulla che ti riguardi viene salvato o inviato.
offline-archive = Come archivio
offline-archive-text = Tutte le lingue in un solo file, per un computer o una chiavetta USB. Estrailo e apri START-HERE.html; non servono né rete né installazione.
offline-archive-download = Scarica l’archivio
offline-not-kept = Questa pagina non è su questo dispositivo
offline-not-kept-lead = Ora non c’è rete, e questa pagina non è tra quelle conservate.

## Accessibility statement and licences

statement-title = Dichiarazione di accessibilità
statement-link = Accessibilità
statement-lead = { $site } vuole che tutti possano usare questo sito. Questa dichiarazione segue il modello della decisione di esecuzione (UE) 2018/1523 e si applica all’intero sito.
statement-status-title = Stato di conformità
statement-status = Questo sito è { $status } a { $standard }.
statement-measures = Che cosa fa il sito
statement-barriers = Che cosa non è accessibile
statement-no-barriers = Non si conoscono barriere.
statement-alternative = In alternativa:
statement-until = Sarà corretto entro il { $day }.
statement-files-title = File da scaricare
statement-files =
    { PLURAL($count) ->
         [one] Qui si può scaricare { NUMBER($count) } file. Questo è il suo stato:
        *[other] Qui si possono scaricare { NUMBER($count) } file. Questo è il loro stato:
    }
statement-method = Come è stata preparata questa dichiarazione
statement-dates = Preparata il { $prepared }, riesaminata l’ultima volta il { $reviewed }.
statement-feedback-title = Segnalare una barriera
statement-feedback =
    { PLURAL($days) ->
         [one] Indica la pagina, che cosa volevi fare e che cosa usi, per esempio un lettore di schermo. Puoi anche chiedere in un altro formato ciò che non riesci a leggere. Rispondiamo entro { NUMBER($days) } giorno lavorativo. Scrivi a
        *[other] Indica la pagina, che cosa volevi fare e che cosa usi, per esempio un lettore di schermo. Puoi anche chiedere in un altro formato ciò che non riesci a leggere. Rispondiamo entro { NUMBER($days) } giorni lavorativi. Scrivi a
    }
statement-enforcement = Come presentare un reclamo
statement-enforcement-lead = Se la nostra risposta non ti aiuta, puoi andare oltre. Quando un’amministrazione pubblica gestisce questo sito, è competente l’organismo del suo Paese:
statement-machine = Questa dichiarazione come dati (JSON)
licences-title = Licenze
licences-lead = Puoi riutilizzare ciò che trovi qui. Ogni voce dice a quali condizioni; questa pagina lo dice per il resto e lo riassume.
licences-parts = Che cosa ha quale licenza
licences-content = Testi di questo sito
licences-content-note = se una voce o un file non indica un’altra licenza
licences-code = Codice di questo sito
licences-attribute = Come citare la fonte
licences-recipe = Indica il titolo, chi l’ha pubblicato, la licenza e l’indirizzo. Segnala se hai cambiato qualcosa. Un file con una licenza propria ha quella licenza, non quella della sua voce.
licences-example = «{ $name }», { $publisher }, { $licence }, { $url }
licences-entries = Voci per licenza
licences-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } voce
        *[other] { NUMBER($count) } voci
    }
licences-more =
    { PLURAL($count) ->
         [one] e un’altra nel catalogo
        *[other] e altre { NUMBER($count) } nel catalogo
    }
licences-text = Il testo della licenza
licences-unstated = Chi le ha fatte non ha detto a quali condizioni si possono riutilizzare. Chiedi a chi le pubblica prima di modificarle o condividerle.
fact-controller = Titolare

## Contribute

contribute-lead = Non serve un account. Una persona legge tutto ciò che arriva.
propose-interlinker = Proponi un Interlinker
contribute-propose = Conosci uno strumento, un modello o una guida utile ad altri? Descrivilo in un modulo. Vedi la pagina prima di inviarla.
contribute-correct-title = Correggi qualcosa
contribute-correct = Alla fine della pagina di ogni voce c’è «Migliora questa pagina»: lì la correggi o segnali un problema. Oppure scrivici: quale pagina, che cosa è sbagliato e che cosa dovrebbe esserci.
contribute-translate-title = Traduci
contribute-translate = I testi che non sono ancora nella tua lingua sono segnati, con un link per tradurli. Oppure inviaci il nome della pagina e la tua traduzione.
contribute-story-title = Racconta la tua esperienza
contribute-story = Hai creato un servizio insieme alle persone a cui è destinato? Raccontalo in un modulo, senza nomi di persone.
write-to-us = Scrivici
what-happens-next = Che cosa succede dopo
step-send = Tu lo invii
step-send-note = Ricevi la conferma quando è già salvato.
step-read = Una persona lo legge
step-read-note = Ricevi un link privato per seguirlo.
step-changes = Una risposta
step-changes-note = La trovi nella tua pagina privata. Fino ad allora puoi ritirarla.
step-published = Pubblicato
step-published-note = Nel catalogo, con la sua storia.

## The form

propose-lead = Può farlo chiunque. Non serve un account. Una persona legge ogni proposta.
preview-proposal = Vedi la pagina in anteprima
no-service = Questa copia del sito non ha un servizio che riceva le proposte. Invia la tua per e-mail.
leave-empty = Lascia vuoto questo campo
optional = (facoltativo)
choose-one = Scegli un’opzione
show-choices = Mostra { NUMBER($count) } opzioni
error-page-title = Errore: { $title }
licence-unstated = Non lo so
form-group-essentials = L’essenziale
form-group-use = Che cos’è e come si usa
form-group-purpose = A che cosa serve
form-group-rights = Diritti e contatto
form-group-you = Su di te
field-language = Lingua del testo
hint-language = Altri possono tradurlo in seguito.
field-name = Nome
hint-name = Come viene chiamato. Fino a { NUMBER($max) } caratteri.
field-nature = Che cos’è?
hint-nature = Da questo dipende come viene mostrato e controllato.
field-summary = Riassunto
hint-summary = Che cosa fa e per chi, in una o due frasi. Da { NUMBER($min) } a { NUMBER($max) } caratteri.
field-description = Descrizione
hint-description = Che cos’è e a che cosa serve. Lascia una riga vuota tra i paragrafi.
field-instructions = Come si usa
hint-instructions = Passo per passo. Una riga che inizia con un trattino diventa un elenco.
field-address = Indirizzo
hint-address = Dove si trova; inizia con https://. Serve per ciò che gestiscono altri. Per uno strumento conservato qui, l’indirizzo del suo codice, perché i programmi non si possono allegare.
field-file = File
hint-file = { $types }, fino a 10 MB. Senza macro, programmi o password.
field-problems = A quali bisogni risponde?
hint-problems = Da questi dipende per quali attività viene consigliato.
field-themes = Temi
field-purposes = Scopo
hint-purposes = Che cosa cambia per chi lo usa.
field-form = Forma
field-difficulty = Difficoltà
field-audiences = Per chi è
field-scopes = Ambito
hint-scopes = Il livello di amministrazione per cui è nato. Non scegliere nulla se non importa.
field-constraints = Limiti da conoscere
hint-constraints = Che cosa sapere prima di sceglierlo: costi, competenze, norme di un solo Paese.
field-licence = Licenza
hint-licence = Dice agli altri che cosa possono farne.
field-licence-group = Che cosa permette la licenza
hint-licence-group = Solo se non conosci la licenza.
field-publisher = Pubblicato da
hint-publisher = L’organizzazione manca? Indicala nella descrizione.
field-contact = Contatto per chi legge
hint-contact = Una pagina (https://…) o la casella di un ufficio (info@…), che diventa un link mailto:. Mai l’indirizzo di una persona.
field-contributor = Il tuo nome
hint-contributor = Si conserva solo se vuoi che compaia con la voce.
field-show-name = Mostra il mio nome con la voce
field-agree = Il mio testo può essere pubblicato con CC BY 4.0 e posso cedere il file con la licenza indicata. Ciò che è pubblicato resta nella cronologia di file pubblici e da lì non si può cancellare.
propose-story = Racconta la tua esperienza
propose-problem = Segnala un bisogno
propose-call = Cerca collaborazione
propose-organisation = Aggiungi un’organizzazione
form-group-outcome = Che cosa se ne è ricavato
form-group-process = Chi, dove e come
# Il testo di una voce, sotto il riassunto.
field-text = Testo
field-story-text = L’esperienza
hint-story-text = Che cosa avete fatto, con chi e in quale ordine. Lascia una riga vuota tra i paragrafi. Senza nomi di persone.
field-story-file = Materiale
hint-story-file = Una guida, un modulo, un piano che altri possano riusare. { $types }, fino a 10 MB. Niente macro, script o password. Ciò che sta altrove sul web si collega nel testo.
field-tags = Argomenti
field-call-text = Di che cosa si tratta
hint-call-text = Chi cercate, che cosa farà, quanto tempo serve e come rispondere. Lascia una riga vuota tra i paragrafi.
field-objectives = Che cosa si voleva
field-results = Che cosa si è ottenuto
field-lessons = Che cosa avete imparato
field-did-not-work = Che cosa non ha funzionato
hint-did-not-work = Che cosa fareste in modo diverso. È ciò che aiuta di più gli altri.
field-incentives = Che cosa ha spinto a partecipare
field-owners = Chi l’ha fatto
field-countries = Paesi
field-governance-model = Modello di governance
field-schema = Percorso seguito
field-start = Inizio
field-end = Fine
field-call-end = Ultimo giorno dell’invito
field-family = Che tipo di bisogno è?
field-organisation = Chi invita
field-roles = Chi si cerca
field-type = Che tipo di organizzazione è?
field-country = Paese
field-website = Sito web
hint-website = Comincia con https://
hint-problem-name = In poche parole che cominciano con ciò che qualcuno vuole fare. Fino a { NUMBER($max) } caratteri.
hint-problem-summary = Chi ha questo bisogno e quando. Da { NUMBER($min) } a { NUMBER($max) } caratteri.
hint-organisation-summary = Che cos’è e che cosa ha a che fare con i servizi pubblici. Da { NUMBER($min) } a { NUMBER($max) } caratteri.
hint-story-summary = Che cosa è stato creato e per chi, in una o due frasi. Da { NUMBER($min) } a { NUMBER($max) } caratteri.
hint-call-summary = Per che cosa e chi, in una o due frasi. Da { NUMBER($min) } a { NUMBER($max) } caratteri.
field-problem-agree = Il mio testo può essere pubblicato con CC BY 4.0. Ciò che è pubblicato resta nella cronologia di file pubblici e da lì non si può cancellare.
field-call-agree = Il mio testo può essere pubblicato con CC BY 4.0. Ciò che è pubblicato resta nella cronologia di file pubblici e da lì non si può cancellare.
field-organisation-agree = Il mio testo può essere pubblicato con CC BY 4.0. Ciò che è pubblicato resta nella cronologia di file pubblici e da lì non si può cancellare.
error-bad-date = «{ $value }» non è un giorno. Scrivilo così: 2026-12-31.
contribute-more-title = Altro
contribute-more = Il resto del catalogo ha moduli propri.

## Contribution service

error-summary = { PLURAL($count) ->
    [one] Una risposta richiede la tua attenzione
   *[other] { NUMBER($count) } risposte richiedono la tua attenzione
  }
error-missing-text = Compila «{ $label }».
error-missing-choice = Scegli una risposta per «{ $label }».
error-too-short = Scrivi almeno { NUMBER($limit) } caratteri in «{ $label }». Ne ha { NUMBER($count) }.
error-too-long = Accorcia «{ $label }» a { NUMBER($limit) } caratteri. Ne ha { NUMBER($count) }.
error-too-many = Scegli al massimo { NUMBER($limit) } risposte per «{ $label }».
error-unknown-choice = «{ $value }» non è una delle risposte per «{ $label }». Scegli di nuovo.
error-bad-address = «{ $value }» non è un indirizzo web. Scrivilo per intero, per esempio https://example.org.
error-bad-contact = «{ $value }» non è né un indirizzo web né una casella di posta. Scrivi tutto, per esempio https://example.org/contatti o info@example.org.
error-address-of-external = Scrivi l’indirizzo dove si trova l’Interlinker esterno.
error-licence-group = Scegli che cosa permette la licenza, a grandi linee. Nel dubbio scegli l’ultima voce: non promette nulla e si può cambiare dopo.
error-agree = Accetta la licenza dei testi. Senza, non si possono pubblicare.
error-not-utf-8 = Alcuni caratteri di «{ $label }» non erano leggibili. Scrivili di nuovo dove vedi �.
error-honeypot = È stato compilato un campo che le persone non vedono. Ricarica il modulo e lascialo vuoto.
error-slug = «{ $value }» non si può usare. L’indirizzo di una voce nasce dal suo nome.
error-name-to-show = Scrivi il nome da mostrare o togli la spunta.
error-one-file = Scegli un solo file.
error-file-empty = { $name } è vuoto. Sceglilo di nuovo.
error-file-type = { $name } è di un tipo non accettato. Salvalo in uno di questi formati: { $types }.
error-file-misnamed = Il nome { $name } non dice che cos’è il file: { $detail }. Salvalo di nuovo nel formato che intendi e sceglilo ancora.
error-file-encoding = { $name } contiene lettere che non si possono leggere. Salvalo in UTF-8 (in Excel: «CSV UTF-8») e sceglilo di nuovo.
error-file-active = { $name } contiene macro o programmi ({ $value }). Salvalo senza e sceglilo di nuovo.
error-file-embedded = { $name } ha dentro un altro file o programma ({ $value }). Toglilo e scegli di nuovo il file.
error-file-outside = { $name } prende qualcosa da altrove quando si apre, o rimanda a un computer ({ $value }). Togli il link o metti nel file ciò che mostra, e sceglilo di nuovo.
error-file-encrypted = { $name } è protetto da password e non si può controllare. Salvalo senza e sceglilo di nuovo.
error-file-signed = { $name } è firmato elettronicamente. Una firma mostra il nome di chi ha firmato e spesso il codice fiscale. Scegli la versione senza firma.
error-file-unreadable = { $name } è danneggiato o scritto in modo insolito e non si può controllare. Salvalo e sceglilo di nuovo.
error-file-too-complex = { $name } è troppo grande o complesso all’interno per essere controllato. Riducilo, per esempio con meno immagini o più piccole, e sceglilo di nuovo.
error-file-animated = { $name } è un’immagine animata. Salva un’immagine fissa e scegli quella.
error-file-pixels = { $name } ha più di { NUMBER($limit) } milioni di pixel. Riduci l’immagine e sceglila di nuovo.
error-file-formula = La riga { NUMBER($count) } di { $name } ha una cella che un foglio di calcolo eseguirebbe come formula: «{ $value }». Togli il segno iniziale e scegli di nuovo il file.
error-file-personal-email = { $name } contiene quello che sembra l’indirizzo e-mail di una persona{ $count ->
    [0] {""}
   *[other] {" "}alla riga { NUMBER($count) }
}: «{ $value }». Toglilo, o indica una casella comune come info@, e scegli di nuovo il file.
error-file-personal-phone = { $name } contiene quello che sembra un numero di telefono{ $count ->
    [0] {""}
   *[other] {" "}alla riga { NUMBER($count) }
}: «{ $value }». Toglilo e scegli di nuovo il file.
error-file-personal-code = { $name } contiene quello che sembra un codice fiscale o personale{ $count ->
    [0] {""}
   *[other] {" "}alla riga { NUMBER($count) }
}: «{ $value }». Toglilo e scegli di nuovo il file.
error-file-too-large = { $name } è troppo grande. Scegli un file più piccolo o indica l’indirizzo dove si trova.
error-bad-licence = Questa licenza non è nota. Scegline una dall’elenco o scrivi l’indirizzo del suo testo.
error-bad-address-found = Questo indirizzo non si può pubblicare. Scrivi un indirizzo web, o la casella di un ufficio e non di una persona.
error-forbidden-link = «{ $label }» ha un link non ammesso. I link iniziano con https://, http:// o mailto:.
error-broken-link = «{ $label }» ha un link o un’immagine che non porta da nessuna parte. Scrivi l’indirizzo intero o toglilo.
error-remote-image = «{ $label }» mostra un’immagine di un altro sito. Metti un link al suo posto.
error-broken-image = «{ $label }» non si può mostrare come immagine. Salvala di nuovo e sceglila ancora.
error-personal-data = «{ $label }» sembra contenere l’e-mail, il telefono o il codice di una persona. Toglilo.
error-found = Il controllo ha trovato un errore in «{ $label }»: { $detail }
service-preview-banner = Proposta non pubblicata. Non è stato ancora inviato nulla.
service-preview-title = Controlla la tua proposta
service-preview-lead = La voce apparirà così. Rileggila, poi inviala.
service-send = Invia la proposta
service-change = Cambia le risposte
service-not-stated = Si leggerà «non indicato» per: { $fields }.
service-advice = Che cosa la renderebbe migliore
advice-thing = Per ora nessuno può averlo. Aggiungi l’indirizzo o un file.
advice-instructions = Spiega come si usa, passo per passo.
advice-description = Descrivi che cos’è e a che cosa serve.
advice-problems = Scegli i bisogni a cui risponde. Senza, non viene consigliato per nessuna attività.
service-similar = Queste voci somigliano alla tua. Se la tua ne migliora una, dillo nella descrizione.
service-file-kept = { $name } è conservato. Scegli un altro file solo per sostituirlo.
service-status-title = La tua proposta «{ $title }»
service-status-title-erased = Una proposta ritirata
service-status-title-forgotten = Una proposta il cui testo non è più conservato
service-status-keep = Conserva l’indirizzo di questa pagina. È l’unico modo per tornare qui e nessun altro lo conosce.
service-state-received = Grazie. Abbiamo la tua proposta ed è salvata.
service-state-confirmed = Grazie. Il tuo indirizzo è confermato e la tua proposta è salvata.
service-state-held = Grazie. La tua proposta è salvata. Una persona la guarda prima che diventi pubblica per l’esame.
service-state-queued = Grazie. Abbiamo la tua proposta. È salvata e aspetta di passare a chi la esamina.
service-state-proposed = Grazie. Una persona leggerà la tua proposta e risponderà in questa pagina.
service-state-changes-requested = Una persona ha letto la tua proposta e ti chiede qualcosa. La risposta è qui sotto; modifica la proposta e inviala di nuovo.
service-state-updated = Grazie. Abbiamo la nuova versione, che aspetta di passare a chi la esamina.
service-state-published = Grazie. La tua proposta è pubblicata.
service-state-declined = La tua proposta non è stata accettata.
service-state-spam = La tua proposta è stata considerata pubblicità o abuso. Se è un errore, scrivi a chi cura questo catalogo.
service-state-withdrawn = Hai ritirato la proposta. Il testo e i file sono stati cancellati. Resta solo questa pagina con le sue date.
service-state-failed = Grazie. Abbiamo la tua proposta, ma il passaggio non è riuscito. Una persona lo sa e riproverà.
service-history = Che cosa è successo finora
service-event-draft = Hai visto l’anteprima
service-event-received = L’hai inviata ed è stata salvata
service-event-confirmed = Hai confermato il tuo indirizzo
service-event-held = Aspetta che una persona la renda pubblica
service-event-queued = È stata messa in coda per l’esame
service-event-proposed = È passata all’esame e una persona può leggerla
service-event-changes-requested = Una persona ti ha chiesto una modifica
service-event-updated = Hai inviato una nuova versione, che è stata salvata
service-event-published = È stata pubblicata
service-event-declined = Non è stata accettata
service-event-spam = È stata considerata pubblicità o abuso
service-event-withdrawn = L’hai ritirata
service-event-failed = Il passaggio non è riuscito
service-reply = Scrive chi cura il catalogo
service-reason = La risposta di chi cura il catalogo
service-see-entry = Vedi la voce nel catalogo
service-withdraw = Ritira la proposta
service-withdraw-hint = Se la ritiri, il testo e i file vengono cancellati. Non si può annullare.
service-withdraw-confirm = Sì, cancella testo e file
service-version = Versione { NUMBER($number) }
service-change-sent = Modifica la proposta
service-change-hint = Il modulo si apre con ciò che hai scritto. Ciò che invii lo sostituisce, allo stesso indirizzo.
service-export = Scarica una copia di tutto ciò che è conservato
service-export-hint = Un file con i tuoi testi e i tuoi file, ciò che hai accettato e le date.
service-erase-published = Cancella ciò che il servizio conserva ancora
service-erase-published-hint = La scheda resta nel catalogo e ciò che hai scritto resta nella cronologia dei suoi file, dove il servizio non può cancellarlo. La copia qui viene cancellata.
service-erase-published-confirm = Sì, cancella la copia
service-erase = Cancella ciò che ho scritto
service-propose-another = Proponi un altro Interlinker
service-refused-title = È arrivato da un altro sito
service-refused-body = Una proposta si può inviare solo dal modulo di questo sito. Aprilo qui e inviala di nuovo.
service-too-large-title = Era troppo in una volta
service-too-large-body = Testi e file insieme possono avere fino a { $size }. Torna indietro, accorcia il testo o scegli un file più piccolo e invia di nuovo.
service-broken-title = Il modulo non era leggibile
service-broken-body = È arrivato incompleto. Torna indietro e invialo di nuovo.
service-too-slow-title = Ci è voluto troppo tempo
service-too-slow-body = Il modulo non è arrivato in tempo. Torna indietro e invialo di nuovo, con un file più piccolo se la connessione è lenta.
service-busy-title = In questo momento inviano in molti
service-busy-body = Aspetta mezzo minuto. Poi ricarica questa pagina e lascia che il browser invii di nuovo il modulo.
service-too-often-title = Sono arrivati molti moduli dalla tua rete, o in tutto
service-too-often-body = Riprova tra { NUMBER($minutes) } min. Ricarica allora questa pagina e lascia che il browser invii di nuovo il modulo.
service-too-quick-title = È stato molto veloce
service-too-quick-body = Aspetta { NUMBER($seconds) } s. Poi ricarica questa pagina e lascia che il browser invii di nuovo la proposta.
service-crowded-here-title = Molte proposte dalla tua rete sono in attesa
service-crowded-here-body = Prima le deve leggere una persona. Riprova domani; la tua anteprima resta per una settimana.
service-crowded-title = Molte proposte sono in attesa
service-crowded-body = Prima le devono leggere delle persone. Riprova domani; la tua anteprima resta per una settimana.
service-away-title = In questo momento non possiamo salvare nulla
service-away-body = La tua proposta non va persa finché questa pagina resta aperta. Ricaricala tra qualche minuto e lascia che il browser invii di nuovo il modulo.
service-unknown-key-title = Questa proposta non c’è più
service-unknown-key-body = Un’anteprima si conserva per una settimana al massimo e si cancella appena viene inviata. Compila di nuovo il modulo.
service-not-found-title = Questa pagina non esiste
service-not-found-body = Controlla di aver copiato tutto l’indirizzo, compreso ciò che segue il punto interrogativo.
service-sign-in-title = Questa pagina richiede una chiave
service-sign-in-body = Apri la pagina di chi cura il catalogo e scrivi la chiave.
service-trouble-title = Qualcosa non ha funzionato
service-trouble-body = Non è colpa tua ed è stato annotato. Ricarica questa pagina tra qualche minuto: il browser invia allora di nuovo il modulo.
service-cannot-now-title = Questo non è più possibile
service-cannot-now-body = Qualcuno è stato più veloce. Guarda di nuovo la pagina della proposta.
mail-title = Novità per e-mail
mail-address = Indirizzo e-mail
mail-address-hint = Ti mandiamo un link per confermarlo, poi le risposte alla tua proposta. L’indirizzo non viene mai pubblicato e viene cancellato { PLURAL($days) ->
    [one] { NUMBER($days) } giorno
   *[other] { NUMBER($days) } giorni
} dopo la fine della tua proposta.
mail-address-wrong = Non è un indirizzo e-mail a cui possiamo scrivere. Ha una forma come nome@example.org.
mail-give = Usa questo indirizzo
mail-forget = Dimentica questo indirizzo
mail-kept-waiting = Conserviamo { $address }. Manca solo che tu prema il pulsante nell’e-mail che abbiamo mandato lì.
mail-kept-confirmed = Conserviamo { $address }, già confermato. Le novità arrivano lì.
mail-ask-title = Conferma il tuo indirizzo
mail-ask-lead = Premi il pulsante se hai proposto qualcosa a questo catalogo e hai dato questo indirizzo. Se non sei stato tu, chiudi questa pagina.
mail-ask-button = Sì, questo indirizzo è mio
mail-done-title = Il tuo indirizzo è confermato
mail-done-lead = Grazie. D’ora in poi ti scriviamo quando ci sono novità sulla tua proposta. Puoi chiudere questa pagina.
mail-gone-title = Questo link non funziona più
mail-gone-lead = Vale per una settimana e per l’ultimo indirizzo dato. Nella pagina della tua proposta puoi dare di nuovo l’indirizzo.
mail-refused-title = Controlla l’indirizzo e-mail
mail-refused-lead = Nulla è andato perso. Correggi l’indirizzo e continua, oppure lascia vuoto il campo e continua senza novità per e-mail.
mail-refused-button = Continua
mail-confirm-subject = Conferma il tuo indirizzo per { $site }
mail-confirm-body = Qualcuno ha proposto qualcosa al catalogo «{ $site }» e ha dato questo indirizzo per le risposte. Se sei stato tu, apri questa pagina e premi il pulsante:
mail-confirm-otherwise = Il link vale per { PLURAL($days) ->
    [one] { NUMBER($days) } giorno
   *[other] { NUMBER($days) } giorni
}. Se non sei stato tu, non fare nulla: nessuno ti scriverà più e l’indirizzo sarà cancellato.
mail-proposed-subject = Ora la tua proposta «{ $title }» si può leggere
mail-proposed-body = La tua proposta «{ $title }» è arrivata a chi cura il catalogo «{ $site }». Una persona la leggerà e risponderà.
mail-changes-requested-subject = Una domanda sulla tua proposta «{ $title }»
mail-changes-requested-body = Una persona che cura il catalogo «{ $site }» ha letto la tua proposta «{ $title }» e ti chiede qualcosa:
mail-published-subject = La tua proposta «{ $title }» è pubblicata
mail-published-body = Grazie. La tua proposta «{ $title }» ora è nel catalogo «{ $site }»:
mail-declined-subject = La tua proposta «{ $title }» non è stata accettata
mail-declined-body = Chi cura il catalogo «{ $site }» non ha accettato la tua proposta «{ $title }». Se ha dato un motivo, eccolo:
mail-footer = Nella pagina della tua proposta vedi tutto ciò che è successo; da lì puoi rispondere, modificarla o ritirarla e non ricevere più queste e-mail. L’indirizzo di quella pagina è solo per te; non passarlo ad altri:
maintain-title = Proposte
maintain-sign-in = Apri la pagina di chi cura il catalogo
maintain-token = Chiave
maintain-token-hint = È nell’indirizzo che il servizio ha mostrato all’avvio.
maintain-sign-in-button = Apri
maintain-wrong-token = Questa chiave non va bene.
maintain-too-many-keys = Dalla tua rete sono arrivate troppe chiavi sbagliate. La prossima si guarda tra { NUMBER($seconds) } s.
maintain-none = Non c’è nulla da fare.
maintain-open = In attesa
maintain-closed = Concluse
maintain-by = Da { $name }
maintain-confirmed-by = Confermata da { $domain }
maintain-anonymous = Senza nome
maintain-contributor = Chi la invia
maintain-reviewers = Chi revisa, secondo CODEOWNERS
maintain-decision = Decisione
maintain-branch = Ramo
maintain-received = Inviata
maintain-preview-in = Come apparirà in:
maintain-before-in = Com’è adesso in:
maintain-preview = Vedi la voce come apparirà
maintain-report = Esito del controllo
maintain-report-clean = Nessun errore e nessun avviso.
maintain-report-mistakes = Da correggere prima di pubblicare
maintain-report-hints = Si può migliorare
check-place = { $file }, riga { NUMBER($line) }
check-not-stated = Manca «{ $label }». Si leggerà «non indicato».
check-personal-data = Può essere l’indirizzo, il numero o il codice di una persona:
check-broken-link = Un link non porta da nessuna parte:
check-missing-file = È indicato un file che non c’è:
check-unlisted-file = C’è un file che la voce non offre:
check-missing-words = Manca il nome o il riassunto:
check-unknown-term = Un termine non è negli elenchi del catalogo:
check-dangling-reference = Nomina una voce che non esiste:
maintain-changes = Il ramo è cambiato
maintain-changes-note = Qualcuno ha cambiato questi file nel ramo dopo l’invio della proposta. Esito, anteprima e file mostrano ciò che c’è ora, ed è questo che pubblichi.
maintain-change-added = aggiunto
maintain-change-edited = cambiato
maintain-change-removed = tolto
maintain-files = File
maintain-file = file
maintain-show-text = Mostra il testo
maintain-merge = Pubblicala
maintain-merge-hint = Unisce il ramo a { $branch }. Il sito mostra la voce dopo pochi secondi.
maintain-merge-confirm = Sì, pubblica ciò che ho visto
maintain-decline = Rifiutala
maintain-decline-reason = Motivo, per la pagina di chi contribuisce
maintain-reason-missing = Scrivi un motivo. Chi contribuisce lo leggerà.
maintain-decline-confirm = Rifiutala con questo motivo
maintain-ask = Chiedi una modifica
maintain-ask-words = Che cosa deve cambiare, per la pagina di chi contribuisce
maintain-ask-confirm = Chiedi questo
maintain-release = Lasciala passare all’esame
maintain-release-hint = Da quel momento è pubblica dove si esaminano le proposte, e non si può tornare indietro.
maintain-not-spam = Non è spam
maintain-not-spam-hint = Aspetta di nuovo che qualcuno la lasci passare.
maintain-suspicion = Sembra spam
maintain-suspicion-words = Ha queste parole in comune con ciò che è stato segnato come spam: { $words }. Si impara da ciò che decide qui chi gestisce il catalogo, e non decide nulla.
maintain-spam = È spam
maintain-spam-hint = Esce dalla coda e il suo ramo viene rimosso. Si può annullare.
maintain-spam-confirm = Sì, è spam
maintain-history = Che cosa è successo
maintain-event-draft = Bozza
maintain-event-received = Inviata
maintain-event-confirmed = Indirizzo confermato
maintain-event-held = Trattenuta
maintain-event-queued = Messa in coda
maintain-event-proposed = Sul suo ramo
maintain-event-changes-requested = È stata chiesta una modifica
maintain-event-updated = Nuova versione inviata
maintain-event-published = Pubblicata
maintain-event-declined = Rifiutata
maintain-event-withdrawn = Ritirata
maintain-event-spam = Segnata come spam
maintain-event-failed = Non riuscita
maintain-retry = Riprova
maintain-state-queued = In attesa di lavorazione
maintain-state-proposed = Pronta da leggere
maintain-state-failed = Non riuscita: { $reason }
maintain-state-published = Pubblicata
maintain-state-declined = Rifiutata
maintain-state-withdrawn = Ritirata
maintain-state-received = Ricevuta
maintain-state-confirmed = Confermata
maintain-state-held = Trattenuta finché qualcuno la lascia passare
maintain-state-changes-requested = Aspetta una modifica di chi contribuisce
maintain-state-updated = Una nuova versione aspetta la lavorazione
maintain-state-spam = Spam
maintain-not-merged = Non è stata pubblicata
maintain-unread = Il ramo non si può leggere
maintain-moved = Il ramo è cambiato da quando hai aperto questa pagina. Guarda che cosa c’è ora, poi decidi.
maintain-dirty = La cartella di lavoro ha modifiche non registrate: { $files }. Registrale o annullale, poi riprova.
maintain-conflict = Il ramo principale ha altro nello stesso posto: { $files }. Rifiutala, o risolvi con Git.
maintain-errors = Ora la voce ha errori. Guarda l’esito del controllo.
maintain-refused = Git dice: { $detail }

## About an entry

improve-edit = Correggi o aggiungi qualcosa
improve-report = Segnala un problema
improve-use = Noi lo usiamo
improve-review = Scrivi una recensione
uses-title = Chi lo usa
reviews-title = Recensioni
reviews-average = { NUMBER($whole) },{ NUMBER($tenths) } su 5, da { NUMBER($count) } recensioni
reviews-few = La media si mostra da cinque recensioni in poi.
review-unnamed = Senza nome
stars = { PLURAL($count) ->
    [one] { NUMBER($count) } stella su 5
   *[other] { NUMBER($count) } stelle su 5
}
form-edit = Correggi o aggiungi qualcosa
form-edit-lead = Cambia ciò che è sbagliato e aggiungi ciò che manca; lascia il resto com’è. Vedi la pagina prima di inviare. Una persona legge ogni modifica.
form-translate = Traduci una voce
form-translate-lead = Scrivi la traduzione accanto a ogni testo. Lingua della traduzione: { $language }. Non occorre tradurre tutto.
form-translate-nothing = Qui non c’è niente da tradurre in questa lingua.
form-use = Noi lo usiamo
form-use-lead = Agli altri è utile vedere chi lo usa e com’è andata. Una persona legge ogni risposta.
form-review = Scrivi una recensione
form-review-lead = Racconta che cosa ha aiutato e che cosa no. Una persona legge ogni recensione prima che sia mostrata.
form-report = Segnala un problema
form-report-lead = Qualcosa è sbagliato, rotto o inutilizzabile? Dillo qui. Una persona legge ogni segnalazione.
form-about = Riguarda:
form-words-in = Lingua dei testi
preview-report = Rileggi
form-group-texts = Testi
form-group-use-of = Chi lo usa e per che cosa
form-group-review-of = La tua recensione
form-group-report-of = Il problema
form-group-remark = Un messaggio per chi esamina la modifica
field-snapshot = Che cosa mostra l’immagine { $name }
field-use-organisation = Organizzazione
field-use-name = Il suo nome, se non è nell’elenco
hint-use-name = Di un’organizzazione o di un gruppo, non di una persona.
field-use-text = Per che cosa, e com’è andata
field-use-address = Una pagina pubblica che ne parla
hint-use-address = Inizia con https://
field-version = Versione
field-stars = Quanto è stato utile?
field-review-text = Perché
hint-review-text = Che cosa ha aiutato, che cosa no, e a chi serve. Niente nomi di persone.
field-message = Che cosa non va?
hint-message = In quale punto della pagina, e che cosa dovrebbe esserci. Niente nomi o indirizzi di persone: potrebbero leggerlo tutti. Da { NUMBER($min) } a { NUMBER($max) } caratteri.
field-remark = Perché questa modifica?
hint-remark = Non diventa parte della voce. Fino a { NUMBER($max) } caratteri.
field-edit-agree = Il mio testo può essere pubblicato con la licenza di questa voce o, in mancanza, con CC BY 4.0. Ciò che è pubblicato resta nella cronologia di file pubblici e da lì non si può cancellare.
field-translate-agree = La mia traduzione può essere pubblicata con la licenza di questa voce o, in mancanza, con CC BY 4.0. Ciò che è pubblicato resta nella cronologia di file pubblici e da lì non si può cancellare.
field-use-agree = Il mio testo può essere pubblicato con CC BY 4.0 e posso parlare a nome di questa organizzazione. Ciò che è pubblicato resta nella cronologia di file pubblici e da lì non si può cancellare.
field-review-agree = Il mio testo può essere pubblicato con CC BY 4.0. Ciò che è pubblicato resta nella cronologia di file pubblici e da lì non si può cancellare.
field-review-show-name = Mostra il mio nome con la recensione
field-edit-show-name = Mostra il mio nome nella cronologia della voce
field-translate-show-name = Mostra il mio nome nella cronologia della voce
field-report-agree = Tutti possono leggere la mia segnalazione
error-nothing-changed = Non è ancora cambiato niente. Cambia almeno una risposta.
error-changed-meanwhile = Qualcuno ha cambiato «{ $label }» da quando hai aperto il modulo. Apri la voce in un’altra scheda, guarda che cosa c’è ora e compila di nuovo il modulo.
error-who-uses = Scegli l’organizzazione oppure scrivi il suo nome.
error-cannot-edit = «{ $label }» è scritto in un modo che questo modulo non può cambiare. Segnalalo come problema.
service-preview-edit-lead = La voce apparirà così. Sotto c’è ciò che cambi. Rileggi, poi invia.
service-preview-report-title = Rileggi ancora una volta
service-preview-report-lead = Questo è ciò che invii. Lo legge chi cura il catalogo; se è curato in pubblico, possono leggerlo tutti.
service-differences = Che cosa cambi
service-others-waiting = Qualcun altro ha proposto una modifica a questa voce, che attende di essere letta. Se cambiate la stessa cosa, decide una persona.
service-see-other = Vedila
difference-field = Campo
difference-before = Prima
difference-after = Dopo
difference-none = (niente)
difference-file = File { $name }
service-status-about = Il tuo contributo su «{ $title }»
service-state-report-proposed = Grazie. Una persona leggerà la tua segnalazione e risponderà in questa pagina.
service-state-report-published = Grazie. Il problema è stato risolto.
service-state-report-declined = La tua segnalazione è stata chiusa senza modifiche.
service-event-report-published = Il problema è stato risolto
service-back-to-entry = Torna alla voce
maintain-ask-edit = Modifica di «{ $title }»
maintain-ask-translation = Traduzione di «{ $title }»
maintain-ask-use = Uso di «{ $title }»
maintain-ask-review = Recensione di «{ $title }»
maintain-ask-report = Problema con «{ $title }»
maintain-words = Che cosa è stato scritto
maintain-differences = Che cosa cambia
maintain-before = Vedi la voce com’è
maintain-done = È risolto
maintain-done-hint = Chi l’ha scritta leggerà che il problema è risolto.
save-file = Salva come file
save-file-lead = Questa copia del sito non ha un servizio che riceva proposte. Compila il modulo, salvalo come file e invialo per e-mail. Per salvarlo serve JavaScript.
save-file-done = Il file è salvato. Ora invialo per e-mail a chi cura il catalogo.
save-file-failed = Il file non è stato salvato. Ricarica la pagina e riprova.
save-file-missing = Rispondi a tutte le domande non facoltative.
save-file-readme = Un contributo al catalogo. Chi cura il catalogo esegue: interlink apply FILE
propose-schema = Condividi un modo di lavorare
field-outline = Fasi, obiettivi e attività
hint-outline = Una riga per ciascuno. Le fasi iniziano al margine; metti due spazi prima di un obiettivo e quattro prima di un’attività.
hint-schema-summary = Che cosa si fa e chi lavora insieme, in una o due frasi. Da { NUMBER($min) } a { NUMBER($max) } caratteri.
field-schema-agree = Il mio testo può essere pubblicato con CC BY 4.0. Ciò che è pubblicato resta nella cronologia di file pubblici e da lì non si può cancellare.
error-outline-flat = Scrivi almeno una fase, sotto un obiettivo e sotto un’attività, ognuno più rientrato del precedente.
error-outline-deep = La riga { NUMBER($count) } è più rientrata di un’attività. Ci sono fasi, obiettivi e attività, nient’altro.
error-outline-line = La riga { NUMBER($count) } è troppo lunga o vuota. Scrivi il nome del passo, in non più di 200 caratteri.
form-group-from-process = Da un processo
field-tree = Passi del processo
hint-tree = Lo compila lo spazio di lavoro quando pubblichi un processo. Si può anche incollare un file tree.yaml, come quello delle esperienze.
error-tree-large = L’albero supera { NUMBER($limit) } kB. Togli qualche descrizione o i passi non fatti.
error-tree-none = Questo non è l’albero di un’esperienza: non ha un elenco di passi. Lascia che lo compili lo spazio di lavoro, o lascia vuoto il campo.
error-tree-line = Non si riesce a leggere la riga { NUMBER($count) } dell’albero: { $detail }
error-tree-step = Il controllo ha trovato un errore nel passo «{ $value }» dell’albero: { $detail }
error-tree-personal = Il passo «{ $value }» dell’albero sembra contenere l’e-mail, il telefono o il codice di una persona. Toglilo.
form-process-from = Questo modulo è compilato con i dati del tuo processo «{ $name }». Quello che cambi qui non cambia il processo.
form-process-filled = Campi compilati: { $fields }.
form-process-left = C’era già scritto qualcosa, quindi è rimasto com’era: { $fields }.
form-process-back = Torna al processo
form-process-forget = Dimentica ciò che viene dal processo
form-process-forgotten = Ciò che veniva dal processo non è più nel modulo e qui non è più conservato. Il processo è rimasto com’era.
form-process-leaving = Che cosa esce da questo browser
form-process-leaving-lead = Se vai avanti si invia questo e nient’altro. Ciò che è pubblicato resta pubblico: rileggilo ancora una volta.
form-process-empty = Lasciati vuoti: { $fields }.
form-process-file = { $name }, { $size }
form-process-names = Qui compaiono nomi della tua squadra
form-process-name-in = «{ $text }» in «{ $label }»
form-process-no-name = «{ $text }» qui non è il nome di una persona
form-process-mend = Cambia «{ $label }»
form-process-refused = Non è stato inviato nulla. Prima togli i nomi, o spunta ciò che non è un nome.
form-process-go = Vai avanti con questo
form-process-change = Torna al modulo
field-regulations = Norme e standard
field-retirement-reason = Perché è stato ritirato
field-place = Luogo
error-entry-gone = Questa voce non c’è più o ha un altro nome. Cercala nel catalogo.
field-date = Data
field-by = Di
hint-use-language = La lingua in cui hai scritto il testo.
hint-review-language = La lingua in cui hai scritto il testo.
hint-page-summary = Di che cosa parla la pagina, in una o due frasi. Da { NUMBER($min) } a { NUMBER($max) } caratteri.
hint-news-summary = Che cosa c’è di nuovo, in una o due frasi. Da { NUMBER($min) } a { NUMBER($max) } caratteri.
form-stopped = Non è ancora stato inviato nulla. Guarda le risposte segnate; se sono giuste, premi di nuovo.
form-draft-keep = Salva su questo dispositivo quello che scrivo
form-draft-hint = Solo in questo browser, finché non invii o togli la spunta; una bozza di più di 60 giorni viene eliminata quando torni. I file non vengono salvati. Non spuntare su un computer usato anche da altri.
form-draft-kept = Quello che scrivi viene salvato su questo dispositivo.
form-draft-back = Bozza recuperata ({ $date }).
form-draft-changed = Nel frattempo qualcuno ha cambiato: { $fields }. Prima di inviare, guarda che cosa c’è ora nella voce.
form-draft-delete = Elimina la bozza
form-draft-deleted = La bozza è eliminata e il modulo è come all’inizio.
form-draft-off = Ciò che era salvato è eliminato. Non viene salvato più nulla.
form-draft-failed = Questo browser non salva nulla, oppure non c’è più spazio. Quello che hai scritto è ancora nel modulo, ma non viene salvato.
form-draft-unreadable = Ciò che era salvato qui non si poteva leggere ed è stato eliminato.
