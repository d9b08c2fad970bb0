# Interface texts in Spanish: usted.
# PLURAL($n) chooses the plural form and NUMBER($n) writes the number, both as the language does.

## Layout

skip-to-content = Ir al contenido
language = Idioma
main-navigation = Principal
you-are-here = Está aquí
home = Inicio
interlinkers = Interlinkers
schemas = Esquemas
stories = Experiencias
problems = Necesidades
what-do-i-need = ¿Qué necesito?
contribute = Contribuir
calls = Convocatorias
organisations = Organizaciones
news = Noticias
contact = Contacto
about-this-site = Sobre este sitio
funding-note = Interlink nació como proyecto financiado por el programa Horizonte 2020 de la Unión Europea, acuerdo de subvención 959201. Hoy mantienen el catálogo quienes contribuyen a él.
licence-line = Textos: { $licence }. Código abierto, EUPL 1.2.
on-this-page = En esta página
facts = Datos
pages = Páginas
previous-page = Página anterior
next-page = Página siguiente
title-with-page = { $title }, página { $page }
table = Tabla
link-to-section = Enlace a la sección
not-found = Esta página no existe
not-found-lead = La dirección puede ser antigua o contener un error. Desde aquí puede continuar:
moved-title = Esta página se ha trasladado
to-catalogue = Ver todo el catálogo
to-problems = Empezar por lo que necesita

## Numbers and sizes

size-bytes = { $size } B
size-kilobytes = { $size } kB
size-megabytes = { $size } MB
from-to = { $start } – { $end }
interlinker-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } Interlinker
        *[other] { NUMBER($count) } Interlinkers
    }
task-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } tarea
        *[other] { NUMBER($count) } tareas
    }

## Home

home-lead = Herramientas, plantillas y guías paso a paso para ciudadanía, empresas y administraciones que crean un servicio como un solo equipo. De uso libre y sin cuenta.
home-search-placeholder = ¿Qué necesita hacer?
home-how = Cómo se hace un servicio en común
party-citizens = Ciudadanía
party-companies = Empresas
party-administrations = Administraciones
home-needs = Empiece por lo que necesita
home-needs-note = Cada necesidad lleva a las herramientas que la resuelven.
family-counts =
    { PLURAL($needs) ->
         [one] { NUMBER($needs) } necesidad
        *[other] { NUMBER($needs) } necesidades
    }, { PLURAL($interlinkers) ->
         [one] { NUMBER($interlinkers) } Interlinker
        *[other] { NUMBER($interlinkers) } Interlinkers
    }
home-catalogue = En el catálogo
home-catalogue-note = Un Interlinker es una herramienta o un recurso de conocimiento que otros pueden reutilizar. Hay { NUMBER($count) }, de cuatro tipos. La forma los distingue: el cuadrado es software, el círculo es conocimiento. Si la figura está rellena, se guarda aquí; si está vacía, lleva a otro sitio.
nature-software-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } herramienta que puede instalar
        *[other] { NUMBER($count) } herramientas que puede instalar
    }
nature-knowledge-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } plantilla o guía
        *[other] { NUMBER($count) } plantillas y guías
    }
nature-external-software-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } herramienta de otros
        *[other] { NUMBER($count) } herramientas de otros
    }
nature-external-knowledge-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } norma o directriz
        *[other] { NUMBER($count) } normas y directrices
    }
home-stories = Hecho en común y contado por quienes lo hicieron
home-stories-note = Cuentan qué hicieron, tarea a tarea, y qué volverían a hacer.
home-stories-button = Leer las experiencias
all-news = Todas las noticias

## Search

search-label = Buscar en el catálogo
search-placeholder = Herramienta o guía
search-button = Buscar
search-heading = Búsqueda
search-results = Resultados
search-noscript = La búsqueda funciona en su navegador y necesita JavaScript. Sin él, use los filtros del catálogo.
search-start = Escriba una o varias palabras.
search-loading = Buscando…
search-failed = No se ha podido cargar la búsqueda. Compruebe la conexión e inténtelo de nuevo.
search-none = No hay resultados para «{ $query }».
search-partial = Ninguna entrada contiene todas las palabras. Estas contienen algunas
search-partial-after = Estas contienen algunas de las palabras
search-typo = { $words } no aparece en ninguna entrada. Se ha buscado: { $instead }.
search-synonyms = Para { $words } se ha buscado también: { $also }.
search-more = Mostrar más
search-more-filters = Más filtros
search-title = { $query } – Búsqueda
search-count-zero = { $count } resultados
search-count-one = { $count } resultado
search-count-many = { $count } de resultados
search-count-other = { $count } resultados
search-why = Por qué aparece:
search-why-title = { $words } en el título
search-why-alias = también llamado «{ $alias }»
search-why-tag = palabra clave «{ $tag }»
search-why-publisher = publicado por { $publisher }
search-why-summary = { $words } en el resumen
search-why-text = { $words } en el texto
search-why-synonym = { $words } también puede llamarse { $also }
search-why-missing = no se encuentra { $words }
search-section = Apartado:
# Other words, with commas between them, for pages that no entry stands behind: readers find them so.
search-words-accessibility = declaración de accesibilidad, barreras, lector de pantalla, discapacidad
search-words-data = API, datos abiertos, descargar el catálogo
search-words-licences = licencia, derechos de autor, condiciones de uso
search-words-offline = sin conexión, sin internet
search-quote-open = «
search-quote-close = »
search-tips = Qué puede ayudar
search-tip-fewer = Use menos palabras.
search-tip-other = Pruebe otra palabra para lo mismo.
search-tip-marks = Las tildes son opcionales.
tell-us-what-you-need = Díganos qué necesita

## Catalogue

catalogue-lead = Herramientas, plantillas y guías para crear servicios públicos en común.
catalogue-count = { $count } de { $total }
filters = Filtros
filters-chosen =
    { $form ->
         [one] Filtros ({ $count } elegido)
        *[other] Filtros ({ $count } elegidos)
    }
sort-by = Ordenar por:
sort-name = nombre
sort-newest = más recientes
sort-used = más usados en tareas
remove-filter = quitar el filtro
remove-all = Quitar todos
show-results = Ver resultados ({ $count })
filter-unknown-named = { $names } no es un filtro de esta página. No se ha aplicado.
filters-unknown-named = { $names } no son filtros de esta página. No se han aplicado.
more-values = Mostrar { $count } más
combining-needs-javascript = Cada filtro muestra su propia lista. Para combinar varios hace falta JavaScript.
data-failed = No se han podido cargar los filtros. Compruebe la conexión e inténtelo de nuevo.
empty-title = Ningún Interlinker cumple todos estos filtros
empty-drop = Sin «{ $name }» habría { $count }.
empty-only = Solo con «{ $name }» hay { $count }
facet-kind = Tipo de entrada
facet-nature = Naturaleza
facet-theme = Tema
facet-problem = Necesidad
facet-purpose = Finalidad
facet-difficulty = Dificultad
facet-licence = Licencia
facet-audience = Para quién es
facet-form = Forma
facet-language = Idioma
facet-scope = Ámbito

## Fallback to another language

help-translate = Ayude a traducirlos
fallback-page = Algunos textos de esta página aún no están en español. Cada uno lleva la indicación de su idioma.
in-language = { $code ->
    [en] en inglés
    [es] en español
    [it] en italiano
    [lv] en letón
   *[other] idioma: { $language }
  }

## Entry

correct = Corregir
cite = Citar
open = Abrir
open-at = Abrir en { $host }
download = Descargar
files-when-published = Los archivos se podrán descargar cuando la entrada esté publicada.
download-size = Descargar, { $size }
file-missing = falta el archivo
version = versión { $version }
pictures = Imágenes
picture-number = Imagen { $number } de { $total } de { $name }
how-to-use = Cómo se usa
constraints = Límites que conviene saber
regulations = Normas y estándares
used-in-tasks = Se usa en estas tareas
used-in-stories = Usado en estas experiencias
no-tasks = Ninguna tarea de un esquema lo pide todavía.
more-tasks =
    { PLURAL($count) ->
         [one] { NUMBER($count) } tarea más
        *[other] { NUMBER($count) } tareas más
    }
related = Combina con
related-reason = También responde a: { $need }
reason-answers = Responde a:
reason-rarity =
    { PLURAL($count) ->
         [one] Lo hace { NUMBER($count) } Interlinker de { NUMBER($total) }.
        *[other] Lo hacen { NUMBER($count) } Interlinkers de { NUMBER($total) }.
    }
how-to-cite = Cómo citarlo
not-stated = no consta
retired-title = Esta entrada está retirada
retired-successor = Use en su lugar:
licence-own = condiciones propias
# An address without scheme, as the name of terms that somebody wrote for their own work.
licence-own-at = condiciones propias ({ $host })
# Of an SPDX id that ends in -only or -or-later.
licence-only = { $licence } únicamente
licence-or-later = { $licence } o posterior
fact-licence = Licencia
fact-languages = Idiomas
fact-difficulty = Dificultad
fact-files = Archivos
fact-tasks = Tareas
fact-audience = Para quién es
fact-theme = Tema
fact-purpose = Finalidad
fact-scope = Ámbito
fact-service-type = Tipo de servicio
fact-keywords = Palabras clave
fact-based-on = Necesita
fact-publisher = Publicado por
fact-contact = Contacto
fact-added = Añadido
fact-changed = Modificado
fact-contributors = Han contribuido
fact-used-in = Se usa en
used-in-counts =
    { PLURAL($tasks) ->
         [one] { NUMBER($tasks) } tarea
        *[other] { NUMBER($tasks) } tareas
    }, { PLURAL($stories) ->
         [one] { NUMBER($stories) } experiencia
        *[other] { NUMBER($stories) } experiencias
    }

## Schema

schemas-lead = Un esquema es un camino desde la primera reunión hasta un servicio en marcha: fases, objetivos y tareas, cada una con los Interlinkers que ayudan.
schemas-empty = Todavía no hay ningún esquema.
schema = Esquema
schema-counts =
    { PLURAL($phases) ->
         [one] { NUMBER($phases) } fase
        *[other] { NUMBER($phases) } fases
    }, { PLURAL($tasks) ->
         [one] { NUMBER($tasks) } tarea
        *[other] { NUMBER($tasks) } tareas
    }
about-schema = Sobre este esquema
phases = Fases
phase-counts =
    { PLURAL($objectives) ->
         [one] { NUMBER($objectives) } objetivo
        *[other] { NUMBER($objectives) } objetivos
    }, { PLURAL($tasks) ->
         [one] { NUMBER($tasks) } tarea
        *[other] { NUMBER($tasks) } tareas
    }
recommended-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } recomendado
        *[other] { NUMBER($count) } recomendados
    }
recommended-interlinkers = Interlinkers recomendados
others-for-task = Otros { NUMBER($count) } para esta tarea
task-before = Antes:
task-retired = Esta tarea ya no se ofrece. Se conserva porque hay experiencias que la nombran.
task-without-profile = Esta tarea aún no tiene ninguna necesidad asociada; por eso no se recomienda nada.
task-without-match = Ningún Interlinker responde todavía a la necesidad de esta tarea.
propose-one = Proponga uno

## Problem

problem = Necesidad
problems-lead = Cada necesidad es una pregunta que surge al crear un servicio en común. Lleva a lo que la resuelve y a las tareas que la plantean.
problem-counts =
    { PLURAL($interlinkers) ->
         [one] { NUMBER($interlinkers) } Interlinker
        *[other] { NUMBER($interlinkers) } Interlinkers
    }, { PLURAL($tasks) ->
         [one] { NUMBER($tasks) } tarea
        *[other] { NUMBER($tasks) } tareas
    }
what-would-help = Qué ayudaría
what-solves-it = Qué lo resuelve
which-tasks-raise-it = Qué tareas la plantean
no-interlinker-solves = Ningún Interlinker responde todavía a esta necesidad.
no-task-raises = Ninguna tarea de un esquema la plantea todavía.

## Story

stories-lead = Qué hicieron otros, con qué Interlinkers, qué resultó y qué harían de otra manera.
stories-empty = Todavía no hay ninguna experiencia.
story = Experiencia
story-objectives = Qué se buscaba
story-done = Qué se hizo
story-results = Qué se consiguió
story-lessons = Qué se aprendió
story-did-not-work = Qué no funcionó
story-incentives = Qué movió a participar
process-task-by-task = El proceso, tarea a tarea
process-note = Sin nombres ni fechas internas: los pasos, si se hicieron y con qué.
with = Con
results-label = Resultados:
materials = Materiales
fact-owners = Quién lo hizo
fact-period = Periodo
fact-governance = Modelo de gobernanza
fact-schema = Esquema
fact-public-service = Servicio público
fact-authority = Autoridad competente
fact-address = Dirección
fact-identifier = Identificador
fact-service-status = Estado
fact-thematic-area = Área temática
fact-service-languages = Se ofrece en
service-title = El servicio público
service-data = El servicio como datos enlazados (CPSV-AP)
field-service-name = Nombre del servicio público
field-service-description = Descripción del servicio público

## Calls, organisations, news, pages

calls-lead = Procesos que buscan colaboradores.
calls-empty = No hay ninguna convocatoria abierta.
calls-open = Abiertas ahora
calls-closed = Cerradas
call = Convocatoria
call-is-closed = Esta convocatoria está cerrada.
open-until = Abierta hasta el { $day }
fact-start = Empieza
fact-end = Termina
fact-organisation = Quién convoca
fact-roles = Se busca
fact-country = País
organisations-lead = Quién hace, publica y usa lo que hay en este catálogo.
organisations-empty = Todavía no hay ninguna organización.
organisation = Organización
organisation-stories = Sus experiencias
organisation-calls = Sus convocatorias
organisation-published = Lo que publica
fact-website = Sitio web
news-lead = Lo nuevo en el catálogo y en torno a él.
news-empty = Todavía no hay noticias.
feed-link = Seguir esta lista como canal Atom
fact-when = Cuándo
fact-place = Dónde
page = Página
interlinker = Interlinker

## Open data

feed-everything = Todas las novedades
calendar-link = Añadir a un calendario (iCalendar)
# Stands before the name of a call, such as "Last day: Try the schema".
calendar-call-ends = Último día
open-data = Datos abiertos
data-heading = Datos y normas
data-lead = Todo el catálogo en archivos que los programas pueden leer. Sin cuenta, sin clave y sin límite.
data-api = API estática
data-api-note = Cada entrada es un archivo JSON. Los textos están en los idiomas en que se escribieron.
data-index = Índice
data-index-text = Cada tipo de entrada con la dirección de su lista.
data-description = Descripción
data-description-text = Qué contiene cada archivo y dónde está, como OpenAPI.
data-vocabularies = Vocabularios
data-vocabularies-text = Temas, destinatarios y los demás términos en cada idioma, con sus equivalentes en las listas de la UE.
data-dumps = Todo el catálogo
data-dumps-note = Interlinkers, esquemas, necesidades y entidades editoras como datos enlazados. Cada elemento tiene además su propio archivo, indicado en la cabecera de su página.
data-json-ld = Catálogo en JSON-LD
data-turtle = Catálogo en Turtle
data-services-json-ld = Servicios públicos en JSON-LD
data-services-turtle = Servicios públicos en Turtle
data-feeds = Canales y calendario
data-feeds-note = Las novedades. Cada filtro del catálogo tiene su propio canal, enlazado desde su página.
data-calendar = Actos y últimos días de las convocatorias
data-standards = Normas
data-standards-note = Lo que el sitio está hecho para cumplir. Las comprobaciones del propio programa vigilan cada línea, con el catálogo que lo acompaña; debajo de cada una está la que hay que ejecutar. Las cifras son las de este sitio.
standard-dcat-ap = El catálogo no incumple ninguna regla de las formas SHACL oficiales.
standard-adms-ap = Entradas que indican todo lo obligatorio: { $count } de { $total }. Solo estas se marcan como activos.
standard-cpsv-ap = Servicios públicos de experiencias que indican todo lo obligatorio: { $count } de { $total }. Solo estos están en los datos.
standard-openapi = Cada archivo de la API es como dice su descripción.
standard-atom = Cada canal tiene lo que exige la norma.
standard-icalendar = Una biblioteca de calendarios puede leer cada calendario.
standard-schema-org = Las páginas dicen a los buscadores de qué tratan; no se nombra a ninguna persona.
standard-html = Ninguna página tiene errores en el validador del W3C.
standard-wcag = Hecho para el nivel AA. Un programa busca barreras en cada tipo de página, en claro y en oscuro, en un teléfono y en un ordenador. Solo encuentra algunas; la declaración de accesibilidad dice lo que se sabe.
standard-check = Comprobación: { $command }
data-recheck = Compruébelo usted
data-recheck-note = Las reglas son públicas. Cualquier programa que conozca SHACL puede aplicarlas a los datos de este sitio.
data-recheck-shapes = Reglas oficiales de { $standard }
data-recheck-text = Para aplicarlas a { $address }

## Translations

translations = Traducciones
translations-lead = Lo que aún no está en español y lo que ha cambiado desde que se tradujo. Cada texto que usted traduce ayuda a alguien a entender.
translations-shares = Estado de cada idioma
translations-done = Al día
translations-share = { $share } %
translations-states = Un texto es un campo de una entrada, por ejemplo su resumen. «Desactualizado» significa que el original ha cambiado desde que se tradujo.
state-original = Original
state-translated = Traducido
state-outdated = Desactualizado
state-missing = Falta
translations-state = Estado
translations-kind = Tipo
translations-all = todos
translations-nothing = No hay nada de este tipo en este estado.
translations-none = Están todos los textos y ninguno está desactualizado.
translations-outdated =
    { PLURAL($count) ->
         [one] { NUMBER($count) } texto está desactualizado
        *[other] { NUMBER($count) } textos están desactualizados
    }
translations-outdated-note = Compárelos con el texto del que se tradujeron.
translations-missing =
    { PLURAL($count) ->
         [one] Falta { NUMBER($count) } texto
        *[other] Faltan { NUMBER($count) } textos
    }
translations-missing-note = Se muestran en otro idioma hasta que alguien los traduzca.
translations-group = { $name } ({ NUMBER($count) })
translations-texts =
    { PLURAL($count) ->
         [one] { NUMBER($count) } texto
        *[other] { NUMBER($count) } textos
    }
translations-more =
    { PLURAL($count) ->
         [one] y { NUMBER($count) } entrada más
        *[other] y { NUMBER($count) } entradas más
    }
translations-more-texts =
    { PLURAL($count) ->
         [one] y { NUMBER($count) } texto más
        *[other] y { NUMBER($count) } textos más
    }
translations-picture = Descripción de la imagen { $name }
translations-retirement = Por qué se retiró
translations-text = Texto
part-of = Este sitio muestra una parte del catálogo { $name }.
vocabularies = Listas de términos
outdated-page = El texto { $code ->
    [en] en inglés
    [es] en español
    [it] en italiano
    [lv] en letón
   *[other] en el idioma original ({ $language })
  } ha cambiado desde que se tradujo lo siguiente:
outdated-source = Leerlo { $code ->
    [en] en inglés
    [es] en español
    [it] en italiano
    [lv] en letón
   *[other] en el idioma original ({ $language })
  }

## Pictures and previews

preview = Vista previa
preview-page = Página { $number } de { $file }
preview-picture = La imagen { $file }
preview-drawing = El dibujo { $file }
preview-headings = Títulos
preview-slides = Diapositivas
preview-sheets = Hojas
preview-more =
    { PLURAL($count) ->
         [one] y { NUMBER($count) } más
        *[other] y { NUMBER($count) } más
    }
gallery-place = Imagen { $number } de { $total }
gallery-previous = Imagen anterior
gallery-next = Imagen siguiente
gallery-close = Cerrar
gallery-larger = Tamaño real
gallery-smaller = Ajustar a la pantalla

## Adopting an entry

adopt = Reutilizar
adopt-title = Cómo reutilizarlo
adopt-lead = Cópielo, adáptelo a sus necesidades e indique de dónde viene.
adopt-copy = Copie su carpeta, con todos los idiomas y archivos
adopt-attribution = Indique de dónde viene
adopt-languages = En los demás idiomas
adopt-notice = Aviso para los programas que leen licencias
attribution-by = «{ $name }», de { $publisher }.
attribution-name = «{ $name }».
attribution-licence = Licencia: { $licence }.
attribution-source = Fuente: { $address }
copy = Copiar
copied = Copiado
copy-address = Copiar la dirección
share = Compartir
share-title = Compártalo
share-mail = Enviarlo por correo electrónico
improve = Mejorar esta página
improve-correct = Comunicar o corregir un error
improve-translate = Ayudar a traducirla
improve-mail = Escribirnos sobre esta página
versions-and-history = Versiones e historial
history-unknown = Aquí no consta cuándo se añadió ni cuándo cambió.

## Catalogue views

skip-to-results = Ir a los resultados
sort-stories = más usados en experiencias
sort-family = tipo de necesidad
sort-raised = más planteadas por tareas
view-as = Ver como:
view-list = lista
view-cards = fichas
reset-list = Ver la lista completa
catalogue-empty = Todavía no hay ningún Interlinker.
problems-empty = Todavía no hay ninguna necesidad.
empty-title-any = Nada cumple todos estos filtros
facet-country = País
facet-governance = Modelo de gobernanza
facet-schema = Esquema seguido
facet-organisation-type = Tipo de organización
facet-family = Tipo de necesidad
organisation-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } organización
        *[other] { NUMBER($count) } organizaciones
    }
need-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } necesidad
        *[other] { NUMBER($count) } necesidades
    }

## Process kit and diagram

kit-title = Kit del proceso
kit-of-schema = Un paquete ZIP para ponerse a trabajar: una carpeta por cada fase, objetivo y tarea, las plantillas ya en su sitio y las tareas para una hoja de cálculo y un calendario. Funciona sin este sitio.
kit-of-story = Un paquete ZIP para empezar a partir de esta experiencia: sus tareas como carpetas, las plantillas que usó ya en su sitio y las tareas para una hoja de cálculo y un calendario. Funciona sin este sitio.
kit-download = Descargar el kit
kit-details =
    ZIP · { $size } · { PLURAL($templates) ->
         [one] { NUMBER($templates) } plantilla
        *[other] { NUMBER($templates) } plantillas
    }
files-archive = Todos los archivos en un solo paquete ZIP
files-archive-details =
    ZIP · { $size } · { PLURAL($count) ->
         [one] { NUMBER($count) } archivo
        *[other] { NUMBER($count) } archivos
    }
files-readme-newest = La versión más reciente de estos archivos: { $url }
kit-readme-title = { $name }: kit del proceso
kit-readme-of-schema = Esta carpeta está hecha para trabajar en ella. Sigue el esquema paso a paso y no necesita cuenta ni conexión.
kit-readme-of-story = Esta carpeta está hecha para trabajar en ella. Sigue lo que se hizo en la experiencia, tarea por tarea, para que usted empiece donde otros ya estuvieron. No necesita cuenta ni conexión.
kit-readme-begin = Cómo empezar
kit-step-copy = Copie esta carpeta donde trabaja su equipo, por ejemplo en una unidad compartida, y póngale el nombre de su proceso.
kit-step-table = Abra { $table } con una hoja de cálculo. Cada tarea tiene una línea, con columnas vacías para quién la hace, hasta cuándo y cómo va. Si todo aparece en una sola columna, elija la coma como separador.
kit-step-calendar = Si planifica con un calendario o un programa de tareas, importe { $calendar }. Las tareas no tienen fechas: ponga las suyas.
kit-step-work = Recorra las carpetas en su orden. El README de cada una dice qué se hace allí y qué Interlinkers ayudan.
kit-readme-content = Qué contiene
kit-readme-notice = Cada plantilla tiene una licencia y un origen. NOTICE.txt los enumera: consérvelo cuando comparta las plantillas.
kit-readme-newest = La versión más reciente de este kit: { $url }
kit-in-the-story = En la experiencia: { $status }
kit-used = Se usó en la experiencia.
kit-used-version = Se usó en la experiencia, en la versión { $version }.
kit-interlinkers-used = Interlinkers usados
kit-file-here = En esta carpeta: { $file }
kit-file-elsewhere = En este kit: { $file }
kit-too-large = Algunos de sus archivos son demasiado grandes para este kit. Descárguelos de la dirección de arriba.
kit-notice-title = Licencias y origen
kit-notice-lead = Este paquete ZIP contiene textos y plantillas de otros. Conserve este aviso cuando los comparta.
kit-notice-from = «{ $title }», del Interlinker «{ $name }»
kit-column-phase = Fase
kit-column-objective = Objetivo
kit-column-task = Tarea
kit-column-description = Qué se hace
kit-column-before = Antes de esto
kit-column-needs = Necesidades
kit-column-interlinkers = Interlinkers
kit-column-folder = Carpeta
kit-column-address = Dirección
kit-column-who = Quién
kit-column-due = Hasta cuándo
kit-column-state = Cómo va
diagram-show = Todo el árbol en un dibujo
diagram-title = El árbol de «{ $name }»
diagram-description = { $counts }. El mismo árbol está debajo como lista, con todo lo que dice el dibujo.
diagram-note = Cada columna es una fase; cada rombo, un objetivo o una tarea. Una línea lleva de lo que va primero a lo que viene después.
rolled-up =
    { PLURAL($count) ->
         [one] { NUMBER($count) } Interlinker ayuda aquí:
        *[other] { NUMBER($count) } Interlinkers ayudan aquí, sobre todo
    }
rolled-up-all =
    { PLURAL($count) ->
         [one] { NUMBER($count) } Interlinker ayuda aquí:
        *[other] { NUMBER($count) } Interlinkers ayudan aquí:
    }
to-phases = Volver a las fases
next-phase = Fase siguiente:

## Stories

story-start = Empezar a partir de esta experiencia
story-or-schema = O empiece por el esquema que siguió:
story-unverified = Sin verificar: ninguna organización respalda esta experiencia con su nombre.
story-version-not-stated = versión no indicada
story-newer-version = la más reciente es { $version }
story-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } experiencia
        *[other] { NUMBER($count) } experiencias
    }
fact-evidence = Qué se puede comprobar
evidence-owner = Consta quién lo hizo
evidence-no-owner = Sin verificar: no consta nadie
evidence-versions =
    { PLURAL($count) ->
         [one] Versión exacta indicada: { NUMBER($exact) } de { NUMBER($count) } uso
        *[other] Versión exacta indicada: { NUMBER($exact) } de { NUMBER($count) } usos
    }
evidence-links =
    { PLURAL($count) ->
         [one] { NUMBER($count) } resultado público enlazado
        *[other] { NUMBER($count) } resultados públicos enlazados
    }
related-stories = Experiencias relacionadas
related-story-tools = Usó lo mismo: { $names }
related-story-tags = También trata de: { $names }
related-story-country = Del mismo país
organisation-uses = Qué usó en sus experiencias
closed-since = Cerrada; el último día fue el { $day }

## Guide

guide-lead = Responda a lo que pueda. Verá qué modelo de gobernanza, qué fase y qué Interlinkers convienen, y por qué. No se guarda nada: la respuesta está en la dirección.
guide-from-list = ¿No lo tiene claro? Responda a unas preguntas
guide-all-needs = Todas las necesidades en una lista
guide-noscript = La recomendación se calcula en su navegador y necesita JavaScript. Sin él, lea las preguntas: debajo de cada respuesta se indica adónde lleva. Una tabla muestra qué respuestas apoyan cada modelo de gobernanza.
guide-questions = Las preguntas
guide-leads-to = Lleva a:
guide-answered = { $count } de { $total } preguntas respondidas
guide-best = Lo que mejor encaja por ahora: { $name }
guide-see-answer = Ver la recomendación
guide-answer = La recomendación para sus respuestas
guide-start-again = Empezar de nuevo
guide-copy = Copiar la dirección de esta recomendación
guide-copied = La dirección está copiada.
guide-copy-failed = No se ha podido copiar. Cópiela de la barra de direcciones.
guide-failed = No se han podido cargar las reglas de la guía. Vuelva a cargar la página o lea adónde lleva cada respuesta.
guide-unknown = La dirección nombra algo que esta guía no conoce: { $names }. No se ha tenido en cuenta.
guide-model-heading = Quién dirige: el modelo de gobernanza
guide-models = Los modelos de gobernanza
guide-models-note = Ninguno es mejor que los demás. Se diferencian en quién empieza y quién decide.
guide-other-models = Otros modelos, con menos puntos
guide-no-model = Responda a una de las primeras preguntas para ver un modelo de gobernanza.
guide-because = Porque respondió { $answers }.
guide-answer-points = «{ $answer }» (+{ $points })
guide-points = Puntos: { $count }
guide-schema = Esquema que puede seguir
guide-phases = Fase por la que empezar
guide-no-phase = Indique en qué punto está o qué quiere hacer a continuación para ver una fase.
guide-needs = Necesidades que conviene mirar
guide-interlinkers = Interlinkers que ayudan
guide-no-interlinker = Elija qué quiere hacer a continuación para ver Interlinkers.
guide-why-needs = Responde a: { $names }.
guide-why-fits = Encaja con sus respuestas: { $names }.
guide-in-catalogue = Todo lo que hay en el catálogo para estas necesidades
guide-table = Qué respuesta apoya cada modelo de gobernanza
guide-table-note = Los números son puntos. El modelo con más puntos aparece primero.
guide-question = Pregunta
guide-answer-column = Respuesta
guide-model-work = Cómo se trabaja
guide-model-choose = Cuándo elegirlo
guide-model-careful = Tenga cuidado
guide-model-answers = Respuestas que lo apoyan
guide-model-stories = Experiencias con este modelo
guide-model-others = Los otros modelos
guide-to-guide = Responder a las preguntas de la guía

## The workspace

start-note = Funciona en su navegador. Sin cuenta y sin servidor.
workspace-title = Espacio de trabajo
workspace-lead = Siga un esquema paso a paso con su equipo. Su proceso se queda en este navegador y en un archivo suyo. Sin cuenta y sin servidor.
workspace-noscript = El espacio de trabajo funciona en su navegador y necesita JavaScript, que aquí está desactivado. Sin él también puede trabajar paso a paso: cada esquema y cada experiencia tiene un kit del proceso, un paquete ZIP con una carpeta para cada tarea.
workspace-noscript-schemas = los pasos para leer y un kit para descargar
workspace-noscript-stories = lo que han hecho otros, cada una con su kit
workspace-menu = Vistas del proceso
workspace-undo = Deshacer
workspace-redo = Rehacer
workspace-save = Guardar como archivo
workspace-view-processes = Todos los procesos
workspace-view-guide = Guía
workspace-view-overview = Resumen
workspace-view-file = Archivo
workspace-view-settings = Sobre el proceso
workspace-view-conflicts = Cambios distintos en dos copias
workspace-no-name = Proceso sin nombre
workspace-kept-browser = Guardado en este navegador.
workspace-kept-nowhere = Se conserva solo mientras esta página esté abierta.
workspace-never-saved = Todavía no está guardado en ningún archivo.
workspace-saved-in = Guardado en el archivo { $file }, { $moment }.
workspace-unsaved-since = Sin guardar en un archivo desde el { $moment }.
workspace-saved-download = El archivo { $name } está en sus descargas.
workspace-saved-download-instead = El navegador no ha dejado que esta página escriba en el archivo. { $name } está en sus descargas.
workspace-saved-file = Guardado en { $name }.
workspace-saved-merged = Entretanto, otra persona ha cambiado { $name }. Lo nuevo está ahora aquí y se ha guardado todo junto.
workspace-saved-other = En el archivo { $name } hay ahora otra cosa, por eso no se ha escrito nada. Elija otro archivo en «Archivo».
workspace-file-type = Archivo de proceso
workspace-undone = Deshecho: { $what }
workspace-undone-more = Deshecho: { $what }. Otros campos: { $count }
workspace-redone = Rehecho: { $what }
workspace-redone-more = Rehecho: { $what }. Otros campos: { $count }
workspace-typed-kept = El texto que estaba escribiendo cuando se cerró la página está aquí de nuevo.
workspace-process-gone = Este proceso no está en este navegador. Si tiene su archivo, ábralo más abajo.
workspace-address-unknown = Esta dirección tiene partes que el espacio de trabajo no conoce: { $names }. No se han tenido en cuenta.
workspace-on-disk = Esta copia del sitio se ha abierto desde un disco. Los navegadores no guardan nada para estas páginas: guarde su proceso como archivo antes de cerrar la página.
workspace-no-storage = Este navegador no guarda nada para este sitio, quizá porque la ventana es privada. Puede trabajar aquí; guarde su proceso como archivo antes de cerrar la página.
workspace-no-room = En este navegador no queda sitio. Puede trabajar aquí; guarde su proceso como archivo antes de cerrar la página. Lo que ya estaba guardado vuelve a aparecer al cargar de nuevo la página.
workspace-newer-page = Una versión más nueva de esta página ha abierto sus procesos en este navegador, por eso esta no puede acceder a ellos. Vuelva a cargar la página.
workspace-open-elsewhere = Este proceso está abierto en otra pestaña o ventana. Aquí puede leerlo.
workspace-take-over = Trabajar aquí
workspace-taken-over = Ahora se trabaja en este proceso en otra pestaña. Aquí puede leerlo.
workspace-taken-over-here = Ahora usted trabaja aquí en el proceso. La otra pestaña lo muestra solo para leerlo.
workspace-other-closed = La otra pestaña se ha cerrado. Ahora usted trabaja aquí en el proceso.
workspace-storage-full = En este navegador no queda sitio para su último cambio. Sigue en esta página: guárdelo ahora como archivo.
workspace-storage-failed = El navegador no ha podido guardar su último cambio. Sigue en esta página: guárdelo ahora como archivo.
workspace-used-up = El archivo que se abrió cuenta sus cambios con números demasiado altos, así que ya no se puede cambiar nada en este proceso. Para continuar, cree otro proceso como este en la vista «Archivo».
workspace-leave-failed = Sigue en el proceso: el navegador no ha podido guardar los últimos cambios. Descárguelo y entonces podrá salir.
workspace-storage-away = El navegador no puede acceder a lo que guarda para este sitio. Vuelva a cargar la página e inténtelo de nuevo.
workspace-not-done = No ha funcionado. Vuelva a cargar la página e inténtelo de nuevo.
workspace-save-now = Descargar ahora el proceso
workspace-conflicts-found = Campos cambiados de forma distinta en dos copias: { $count }.
workspace-conflicts-look = Verlos
workspace-catalogue-missing = No se ha podido cargar el catálogo, así que ahora no hay recomendaciones. Lo demás funciona.
workspace-fault-bad-date = Ese día no existe. Escríbalo como 31/12/2026.
workspace-fault-bad-address = No es una dirección web. Escríbala entera, con https:// y un nombre, por ejemplo https://example.org.

# Processes

workspace-own-processes = Sus procesos
workspace-progress = Avance
workspace-percent = { $count } %
workspace-changed = Modificado: { $moment }.
workspace-remove-process = Quitar de este navegador
workspace-remove-saved = ¿Quitar «{ $name }» de este navegador? El archivo que guardó se queda.
workspace-remove-unsaved = «{ $name }» tiene cambios que no están en ningún archivo. Si lo quita, se pierden. Para conservarlos, ábralo y guárdelo antes como archivo.
workspace-remove-now = Quitarlo
workspace-keep = Conservar
workspace-process-removed = «{ $name }» ya no está en este navegador.
workspace-start-title = Empezar un proceso
workspace-field-name = Nombre del proceso
workspace-new-name-hint = Por ejemplo, el servicio que crea o mejora. Si lo deja vacío, toma el nombre del esquema, de la experiencia o del proceso de partida.
workspace-from-schema = A partir de un esquema
workspace-from-schema-hint = Los pasos desde la primera reunión hasta un servicio en marcha. Puede omitir pasos y añadir otros.
workspace-from-story = A partir de una experiencia
workspace-from-story-hint = Los pasos que dieron otros, con los Interlinkers que usaron. Nada figura como hecho.
workspace-more-stories = Más experiencias: { $count }
workspace-from-process = Como otro proceso
workspace-from-process-hint = Toma su árbol, sus necesidades, sus enlaces y los Interlinkers elegidos. Lo que se hizo y cuándo no se copia.
workspace-from-process-team = Tomar también las personas, los equipos y las notas
workspace-from-nothing = Sin modelo
workspace-from-nothing-label = Empezar con un proceso vacío
workspace-from-nothing-hint = Usted escribe las fases, los objetivos y las tareas, o elige un esquema más tarde.
workspace-start-now = Empezar el proceso
workspace-start-note = Desde ese momento se guarda en este navegador, en este dispositivo. No se envía nada.
workspace-start-note-memory = Este navegador no guarda nada aquí: guarde el proceso como archivo.
workspace-start-failed = No se ha podido cargar. Compruebe la conexión e inténtelo de nuevo.
workspace-started = «{ $name }» ha empezado. Elija una primera tarea.
workspace-copy-of = Copia de { $name }
workspace-open-title = Abrir un archivo
workspace-open-label = Archivo de proceso
workspace-open-choose = Elegir un archivo
workspace-open-hint = Un archivo guardado por este espacio de trabajo; su nombre termina en .yaml. Se lee aquí y no se envía a ningún sitio.
workspace-opened = «{ $name }» está abierto. Ahora se guarda en este navegador.
workspace-opened-merged = «{ $name }» ya estaba en este navegador. Se han unido las dos copias; no se ha perdido nada.
workspace-reading = Leyendo…
workspace-file-bad = No se ha podido abrir { $name }
workspace-file-bad-note = Lugares por corregir: { $count }. No se ha cambiado nada, ni aquí ni en el archivo.
workspace-file-unreadable = El navegador no ha podido leer el archivo. Quizá se ha movido o está abierto en otro programa.
workspace-file-place = Línea { $line }, columna { $column }
workspace-file-bytes = Descargar el archivo tal como está
workspace-more-problems = Más lugares: { $count }
workspace-fault-too-large = El archivo es demasiado grande. Un archivo de proceso tiene como máximo 8 MB.
workspace-fault-not-utf-8 = El archivo no está escrito en la codificación UTF-8. Guárdelo de nuevo con ella.
workspace-fault-yaml-syntax = A partir de aquí el archivo no se puede leer. Quizá le falta el final o una sangría no es correcta.
workspace-fault-yaml-anchor = Los signos & * ! al principio de un valor no están permitidos. Ponga el valor entre comillas.
workspace-fault-yaml-limit = El archivo tiene demasiados niveles.
workspace-fault-no-process = No es un archivo de proceso. Estos empiezan con la línea process: 1.
workspace-fault-newer-version = El archivo es de una versión más nueva del espacio de trabajo. Ábralo en un sitio que esté al día.
workspace-fault-missing-field = Aquí falta algo.
workspace-fault-unknown-field = Un archivo de proceso no tiene ningún campo con este nombre.
workspace-fault-wrong-type = Aquí hace falta un valor de otro tipo.
workspace-fault-too-long = Este texto es demasiado largo.
workspace-fault-unknown-term = Este valor no es uno de los posibles aquí.
workspace-fault-duplicate-key = Este campo está dos veces.
workspace-fault-duplicate-node = Este paso está dos veces en el archivo.
workspace-fault-bad-slug = Este nombre solo puede tener letras, cifras y guiones.
workspace-fault-bad-id = Este identificador está dañado.
workspace-fault-bad-position = Esta posición está dañada. Borre la línea; entonces cuenta el orden del archivo.
workspace-fault-bad-edit = Esta línea del final del archivo está dañada.
workspace-fault-too-many-nodes = Un proceso tiene como máximo 5000 pasos.
workspace-fault-too-deep = Los pasos pueden tener como máximo 6 niveles, unos dentro de otros.
workspace-everything-title = Todo lo que hay en este navegador
workspace-everything-note = Sus procesos se guardan en este dispositivo y solo para este navegador. Si se borran los datos del navegador, se borran también. Guarde como archivos los que importan.
workspace-everything-memory = Sus procesos se conservan solo mientras esta página esté abierta. Guárdelos como archivos.
workspace-kept-promised = El navegador ha prometido no borrarlos por su cuenta.
workspace-kept-unpromised = El navegador puede borrarlos por su cuenta si el dispositivo se llena.
workspace-export-all = Descargar todos ({ $count })
workspace-export-done = El paquete ZIP con todos sus procesos está en sus descargas.
workspace-export-failed = No se ha podido crear el paquete ZIP. Guarde los procesos uno a uno.
workspace-erase-all = Borrar todo
workspace-erase-ask = ¿Borrar todos los procesos de este navegador? Son estos: { $names }. Lo que no está en ningún archivo se pierde.
workspace-erase-now = Borrar todo ahora
workspace-erased = Todo está borrado. En este navegador no queda nada del espacio de trabajo.
workspace-erase-failed = No se ha podido borrar todo. Cierre las otras pestañas de este sitio e inténtelo de nuevo.

# Guide

workspace-phases = Fases
workspace-tree-label = Objetivos y tareas
workspace-done-of = { $done } de { $total } hechas
workspace-progress-of = { $percent } % · { $done } de { $total } tareas hechas
workspace-until = hasta el { $end }
workspace-from = desde el { $start }
workspace-from-to = del { $start } al { $end }
workspace-late = estaba prevista hasta el { $day }
workspace-next-title = Qué hacer ahora
workspace-next-none = Todavía no hay ninguna tarea. Añada una debajo de un objetivo.
workspace-next-blocked = Todas las tareas pendientes esperan a otra. Mire las fases de arriba.
workspace-all-done = Todas las tareas están hechas
workspace-all-done-note = Guarde el archivo y, en «Sobre el proceso», ponga el estado en «Terminado».
workspace-how-guide = Cómo funciona la guía
workspace-how-guide-choose = Elija una fase y luego una tarea. Al lado ve qué hay que hacer y qué Interlinkers ayudan.
workspace-how-guide-status = Indique cómo va cada tarea. Los objetivos y las fases se calculan solos.
workspace-how-guide-change = Los pasos son suyos: cámbieles el nombre, añada, muévalos, u omita uno y escriba por qué.
workspace-how-guide-file = Para trabajar en equipo, guarde el proceso como archivo y compártalo, por correo electrónico o con Git. Las copias que han cambiado varias personas se unen sin perder nada.
workspace-level-phase = Fase
workspace-level-objective = Objetivo
workspace-level-task = Tarea
workspace-node-unknown = No se ha podido cargar el esquema de este paso, por eso faltan aquí sus textos.
workspace-node-retired = El esquema ya no ofrece este paso.
workspace-before = Antes de esto:
workspace-before-open = Haga primero esto:
workspace-status-title = ¿Cómo va?
workspace-status-derived = Se deduce de los pasos que contiene directamente.
workspace-dates-derived = Previsto: { $span }
workspace-is-skipped = Este paso se omite y no cuenta.
workspace-restore = Retomarlo
workspace-restored = Vuelve a contar.
workspace-uses-title = Interlinkers
workspace-recommended = Recomendados
workspace-recommended-more = Mostrar más: { $count }
workspace-recommended-none = Ningún Interlinker del catálogo responde todavía a estas necesidades.
workspace-recommended-no-need = Este paso no tiene ninguna necesidad asociada; por eso no se recomienda nada. Elija una para ver qué ayuda.
workspace-why-answers = Responde a:
workspace-why-own = Este paso la plantea.
workspace-why-inherited = La plantea el paso superior.
workspace-why-rare = Interlinkers que lo hacen: { $count } de { $total }.
workspace-choose = Elegir
workspace-open-address = Abrir el sitio web
workspace-new-window = (se abre en otra pestaña)
workspace-take-file = Descargar el archivo: { $title } ({ $format }, { $size })
workspace-other-files = Otros archivos: { $count }
workspace-use-chosen = Se ha elegido «{ $name }».
workspace-use-used = Se ha registrado el uso de «{ $name }».
workspace-use-chosen-state = elegido
workspace-use-used-state = usado
workspace-use-unknown = El catálogo ya no tiene este Interlinker.
workspace-register-title = Registro de uso
workspace-register-none = Todavía no se ha elegido ni usado ningún Interlinker.
workspace-version = versión { $version }
workspace-field-use-status = Elegido o usado
workspace-field-version = Versión
workspace-field-note = Nota
workspace-hint-use-note = Para qué lo usó y cómo fue.
workspace-edit = Cambiar
workspace-remove = Quitar
workspace-item-removed = Se ha quitado «{ $name }».
workspace-remove-need = Quitar la necesidad «{ $name }»
workspace-needs-pick = Elegir las necesidades de este paso
workspace-needs-change = Añadir una necesidad
workspace-need-add = Necesidad
workspace-need-add-hint = A qué tiene que responder este paso. De ello dependen las recomendaciones.
workspace-need-choose = Elija una
workspace-need-added = Se ha añadido «{ $name }».
workspace-another = Otro Interlinker
workspace-another-label = Buscar en el catálogo
workspace-found = Encontrados: { $count }
workspace-found-none = No se ha encontrado nada.
workspace-resources-title = Resultados y documentos
workspace-resources-none = Todavía no hay enlaces ni notas.
workspace-add-resource = Añadir un enlace o una nota
workspace-field-title = Título
workspace-hint-title = Por ejemplo, «Acta de la primera reunión».
workspace-field-address = Dirección web
workspace-hint-address = La del documento, en una unidad compartida o en un sitio. Si la deja vacía, es una nota.
workspace-title-missing = Escriba un título.
workspace-add = Añadir
workspace-resource-added = Se ha añadido «{ $name }».
workspace-plan-title = Cuándo y quién
workspace-field-start = Empieza
workspace-field-end = Termina
workspace-dates-turned = El final es anterior al comienzo.
workspace-field-complexity = Complejidad
workspace-hint-complexity = Cuánto trabajo y qué conocimientos exige.
workspace-not-set = sin indicar
workspace-not-chosen = sin elegir
workspace-complexity-none = Ninguna
workspace-complexity-very-low = Muy baja
workspace-complexity-low = Baja
workspace-complexity-medium = Media
workspace-complexity-high = Alta
workspace-complexity-very-high = Muy alta
workspace-field-responsible = Quién es responsable
workspace-nobody-yet = Todavía no hay ninguna persona en el proceso.
workspace-add-person = Añadir una persona
workspace-field-person-name = Nombre
workspace-hint-person-name = Se queda en su archivo y nunca se publica.
workspace-person-added = { $name } figura ahora como responsable.
workspace-name-missing = Escriba un nombre.
workspace-notes-title = Notas
workspace-field-notes = Notas del equipo
workspace-hint-notes = Se quedan en su archivo y nunca se publican.
workspace-next-task = Tarea siguiente:
workspace-change-title = Cambiar este paso
workspace-field-node-name = Nombre del paso
workspace-hint-rename = En el esquema: { $name }
workspace-schema-name = Usar el nombre del esquema
workspace-field-node-description = Descripción
workspace-move-title = Mover
workspace-move-up = Arriba
workspace-move-down = Abajo
workspace-moved-up = «{ $name }» ha subido un lugar.
workspace-moved-down = «{ $name }» ha bajado un lugar.
workspace-add-below = Añadir un paso dentro de este
workspace-new-phase = Nombre de la fase nueva
workspace-new-objective = Nombre del objetivo nuevo
workspace-new-task = Nombre de la tarea nueva
workspace-node-added = Se ha añadido «{ $name }».
workspace-before-change = Qué hay que hacer antes
workspace-before-circle = ya viene después de este
workspace-skip-title = Omitir
workspace-skip-now = Omitir este paso
workspace-field-reason = Motivo
workspace-hint-reason = Una frase. Quien lea después su experiencia aprenderá de ella.
workspace-reason-missing = Escriba por qué lo omite.
workspace-skipped = Se omite «{ $name }».
workspace-remove-title = Quitar
workspace-remove-note = Este paso lo añadió su equipo, por eso se puede quitar. Con «Deshacer» vuelve.
workspace-node-removed = Se ha quitado «{ $name }».
workspace-add-objective = Añadir un objetivo
workspace-add-phase = Añadir una fase
workspace-tree-empty = Este proceso todavía no tiene pasos. Tome los de un esquema o escriba los suyos.
workspace-take-schema = Tomar estos pasos
workspace-schema-taken = Los pasos están aquí. Puede omitir pasos y añadir otros.
workspace-by-hand = Sus propios pasos

# Overview

workspace-progress-formula = En el total, las tareas hechas cuentan enteras y las que están en curso, la mitad. En una fase o un objetivo cuentan igual los pasos que contiene directamente. Lo omitido no cuenta.
workspace-checklist-title = Puesta en marcha
workspace-checklist-open = Pasos que faltan: { $count }
workspace-checklist-ready = Todo está listo. Siga en la guía.
workspace-checklist-hide = Ocultar esta lista
workspace-checklist-show = Mostrar la lista de puesta en marcha
workspace-optional = opcional
workspace-step-done = hecho
workspace-step-open = pendiente
workspace-step-tick = Marcar como hecho
workspace-step-untick = Marcar como pendiente
workspace-step-describe = Describir el proceso
workspace-step-describe-note = Escriba su finalidad, la idea o los retos, para que todos sepan de qué se trata.
workspace-step-describe-go = Describirlo
workspace-step-model = Decidir quién dirige
workspace-step-model-note = El modelo de gobernanza dice quién empieza y quién decide.
workspace-step-model-go = Elegir el modelo
workspace-step-schema = Elegir los pasos
workspace-step-schema-note = Tome los de un esquema o escriba los suyos.
workspace-step-schema-go = Elegir los pasos
workspace-step-teams = Indicar organizaciones y equipos
workspace-step-teams-note = Quién participa y en calidad de qué.
workspace-step-teams-go = Indicarlos
workspace-step-resources = Reunir lo que ya hay
workspace-step-resources-note = Enlaces a los documentos con los que empieza el equipo.
workspace-step-resources-go = Ir a la guía
workspace-step-responsible = Indicar quién es responsable
workspace-step-responsible-note = Al menos de la primera tarea.
workspace-step-responsible-go = Ir a la guía
workspace-step-rewards = Decidir sobre las recompensas
workspace-step-rewards-note = Puntos por las contribuciones, si los quieren.
workspace-step-rewards-go = Decidir
workspace-step-file = Guardar el proceso como archivo
workspace-step-file-note = El archivo es su copia. Se puede compartir y abrir en cualquier navegador.
workspace-step-file-go = Guardarlo
workspace-results-title = Resultados y documentos de todas las tareas
workspace-results-none = Todavía no hay enlaces ni notas. Añádalos en las tareas de la guía.
workspace-in-task = En:
workspace-activity-title = Qué ha pasado
workspace-activity-none = Todavía nada.
workspace-activity-more = Mostrar anteriores: { $count }
workspace-activity-started = Empezó el proceso.
workspace-activity-added = Añadido
workspace-activity-renamed = Nombre cambiado
workspace-activity-moved = Movido
workspace-activity-status = Estado:
workspace-activity-skipped = Omitido
workspace-activity-restored = Retomado
workspace-activity-removed = Quitado:
workspace-activity-assigned = Cambio de responsable
workspace-activity-planned = Cambio en el plan
workspace-activity-chose = Elegido:
workspace-activity-used = Usado:
workspace-activity-resource = Añadido:
workspace-activity-claim = Contribución declarada:
workspace-activity-awarded = Puntos concedidos
workspace-activity-published = Publicado
workspace-activity-merged = Se unió otra copia

# Team

workspace-view-team = Equipo
workspace-team-lead = Quién participa, en calidad de qué y quién se ocupa de cada tarea.
workspace-team-private = Los nombres, las funciones y las cuentas se quedan en este navegador y en su archivo. Nunca salen de ahí al publicar.
workspace-organisation-title = Organizaciones
workspace-organisation-none = Todavía no hay ninguna organización.
workspace-organisation-find = Buscar una organización
workspace-organisation-page = Su página en el catálogo
workspace-organisation-of-none = ninguna
workspace-add-organisation = Añadir una organización
workspace-field-organisation-name = Nombre de la organización
workspace-hint-organisation-name = Por ejemplo, un ministerio, una asociación o una empresa.
workspace-hint-slug = Empiece a escribir su nombre o pegue la dirección de su página. Si lo deja vacío, no hay enlace.
workspace-slug-bad = No es una organización del catálogo. Escriba la última parte de la dirección de su página.
workspace-team-title = Equipos
workspace-team-none = Todavía no hay ningún equipo.
workspace-team-find = Buscar un equipo
workspace-team-empty = Todavía no hay nadie en este equipo.
workspace-team-members = Personas: { $count }
workspace-team-people = Personas de este equipo
workspace-team-people-more = Añadir una persona al equipo
workspace-team-named = { $name } (equipo)
workspace-add-team = Añadir un equipo
workspace-field-team-name = Nombre del equipo
workspace-hint-team-name = Por ejemplo, «Equipo principal» o «Vecindario».
workspace-field-team-organisation = Organización
workspace-type-of-organisation = el de su organización
workspace-teams-more = Añadir un equipo
workspace-person-title = Personas
workspace-person-none = Todavía no hay nadie.
workspace-person-find = Buscar una persona
workspace-field-person-role = Función en el proceso
workspace-hint-person-role = Por ejemplo, dinamización, asesoría jurídica o vecindario.
workspace-hint-handle = En GitHub, GitLab o Forgejo, como @anna. No es una dirección de correo.
workspace-handle-bad = Esto no es una cuenta. Escríbala como @anna, solo con letras, cifras y . _ - /
workspace-hint-administrator = Se ocupa del proceso en su conjunto.
workspace-pick-one = Elija
workspace-name-twice = «{ $name }» ya está en la lista.
workspace-item-removed-undo = Se ha quitado «{ $name }». Con «Deshacer» vuelve.
workspace-item-back = «{ $name }» está otra vez aquí.
workspace-item-erased = Se ha borrado «{ $name }».
workspace-removed-title = Quitados: { $count }
workspace-removed-note = Los nombres quitados siguen en el archivo para poder unir las copias. «Borrar» los elimina. Las copias anteriores del archivo los conservan.
workspace-bring-back = Recuperar
workspace-erase-item = Borrar
workspace-who-left = alguien que ya no está
workspace-who-removed = { $name } (ya no está)
workspace-responsible-more = Añadir una persona o un equipo
workspace-to-team = Personas y equipos del proceso
workspace-me-title = Quién trabaja aquí
workspace-me-label = Usted es
workspace-me-hint = Esto se queda en este navegador. Su nombre figurará junto a lo que haga, en el resumen, en «Qué ha pasado».
workspace-me-nobody = sin indicar
workspace-me-chosen = Usted trabaja aquí como { $name }.
workspace-me-nobody-chosen = Ahora no figura ningún nombre junto a lo que hace.
workspace-me-mark = usted
workspace-duties = Es responsable de: { $count }
workspace-nobody-title = Tareas sin responsable
workspace-nobody-note = Nadie es responsable de ellas, ni en la tarea ni por encima.
workspace-nobody-none = Todas las tareas tienen responsable.
workspace-nobody-no-task = Todavía no hay ninguna tarea.
workspace-git-title = En un repositorio de Git
workspace-git-rights = En el espacio de trabajo, quien tiene el archivo puede cambiarlo todo. Lo que puede hacer cada persona depende de su repositorio de Git: de sus miembros y de sus reglas de revisión.
workspace-git-codeowners = El archivo CODEOWNERS indica a GitHub, GitLab o Forgejo a quién consultar sobre un cambio: a quien administra, sobre el archivo del proceso; a quien es responsable, sobre la carpeta de su tarea. Se hace con lo que figura aquí. Póngalo en la raíz del repositorio.
workspace-git-download = Descargar CODEOWNERS
workspace-git-show = Mostrar el archivo
workspace-git-folders = Los archivos de una tarea van en su carpeta, como /tasks/engage/identify/interview/.
workspace-git-no-account = Aquí nadie tiene todavía una cuenta en una plataforma de Git. Añádala en una persona para obtener el archivo.
workspace-git-without = No figuran en él, porque falta la cuenta:

# Rewards

workspace-view-rewards = Recompensas
workspace-rewards-lead = Puntos por lo que aporta cada persona. Para qué sirven los puntos lo decide su equipo.
workspace-rewards-choice = ¿Cuenta puntos este proceso?
workspace-rewards-off = No
workspace-rewards-off-note = No se cuenta nada y las tareas no piden contribuciones.
workspace-rewards-personal = Cada persona, los suyos
workspace-rewards-personal-note = Cada persona ve sus tareas, sus puntos y su posición. Quien administra ve también la clasificación.
workspace-rewards-leaderboard = Con clasificación
workspace-rewards-leaderboard-note = Cada persona ve también cómo van las demás.
workspace-rewards-chosen = Puntos: { $name }
workspace-rewards-private = Esto decide qué muestra el espacio de trabajo. Las contribuciones están en el archivo, y quien lo tiene puede leerlas. Nunca se publican.
workspace-leaderboard-title = Clasificación
workspace-leaderboard-admin = La ve porque usted administra el proceso.
workspace-leaderboard-none = Todavía no se han concedido puntos. Añada contribuciones en una tarea de la guía y después cierre la tarea.
workspace-points = Puntos: { $count }
workspace-column-position = Posición
workspace-column-name = Nombre
workspace-column-points = Puntos
workspace-column-tasks = Tareas
workspace-level-1 = Bajo
workspace-level-2 = Medio
workspace-level-3 = Alto
workspace-share = contribuciones: { $count } ({ $percent } %)
workspace-share-level = nivel: { $level }
workspace-share-points = puntos: { $count }
workspace-level-by-share = Según la proporción: { $level }
workspace-field-level-of = Nivel de { $name }
workspace-personal-title = Mis contribuciones
workspace-personal-of = Mis contribuciones: { $name }
workspace-personal-none = Todavía no tiene ninguna contribución. Añada una en una tarea de la guía.
workspace-personal-who = Indique más abajo quién es usted para ver sus puntos.
workspace-position-of = { $rank } de { $total }
workspace-position-none = ninguna todavía
workspace-points-awarded = concedidos
workspace-points-open = aún sin conceder
workspace-open-claims = Tareas abiertas con contribuciones
workspace-open-claims-note = Sus puntos cuentan cuando se cierra la tarea.
workspace-open-claims-none = Ninguna tarea abierta tiene contribuciones.
workspace-claims-count = contribuciones: { $count }
workspace-people-count = personas: { $count }
workspace-complexity-missing = sin complejidad
workspace-formula-title = Cómo se cuentan los puntos
workspace-formula-complexity = Cada tarea tiene una complejidad, y cada una vale algo: { $list }.
workspace-formula-share = La proporción de una persona es el número de sus contribuciones a una tarea sobre el total de las que tiene la tarea.
workspace-formula-level = Una proporción inferior al 15 % da el nivel { $low }; inferior al 60 %, { $average }; desde el 60 %, { $high }. El equipo puede fijar otro nivel.
workspace-formula-points = El nivel por el valor da los puntos de la persona en esa tarea, como máximo { $most }.
workspace-formula-closed = Cuentan en cuanto se cierra la tarea, y dejan de contar si se retiran.
workspace-formula-order = Quien tiene más puntos va por delante. Con los mismos puntos la posición es la misma, y el orden lo decide el nombre.
workspace-formula-example = Un ejemplo: una de las tres contribuciones a una tarea de complejidad alta es el 33 %. Es el nivel 2, así que 2 × 80 = { $points } puntos.
workspace-claims-title = Contribuciones
workspace-claims-none = Todavía no hay ninguna contribución.
workspace-claims-no-people = Una contribución siempre es de alguien, y todavía no hay ninguna persona en el proceso.
workspace-claim-new = Añadir una contribución
workspace-claim-of = Parte de:
workspace-claim-of-none = ningún resultado
workspace-claim-title-missing = Escriba qué fue.
workspace-claim-added = Contribución de { $name } añadida: { $title }
workspace-field-claim-person = Quién
workspace-field-claim-title = Qué ha aportado
workspace-hint-claim-title = Por ejemplo, «Dirigió las entrevistas».
workspace-field-claim-resource = A qué resultado
workspace-field-claim-role = En calidad de qué
workspace-hint-claim-role = La parte en cuyo nombre participó la persona.
workspace-person-missing = Elija una persona.
workspace-shares-title = Proporciones y puntos
workspace-award = Cerrar la tarea y conceder los puntos
workspace-award-note = La tarea queda entonces hecha. Los puntos se pueden retirar.
workspace-award-nothing = La complejidad de esta tarea no está indicada o no vale nada, así que no hay puntos. Elija una en «Cuándo y quién».
workspace-awarded = «{ $name }» está cerrada y los puntos están concedidos.
workspace-is-awarded = La tarea está cerrada y los puntos están concedidos.
workspace-is-awarded-note = Las contribuciones y la complejidad se quedan como están hasta que se retiren los puntos.
workspace-is-awarded-late = Contribuciones que llegaron después desde otra copia: { $count }. Para contarlas también, retire los puntos y concédalos de nuevo.
workspace-take-back = Retirar los puntos
workspace-taken-back = Se han retirado los puntos de «{ $name }». La tarea sigue hecha hasta que usted lo cambie.
workspace-hint-complexity-closed = Los puntos están concedidos, así que no cambia. Para cambiarla, retire los puntos.

# File

workspace-save-title = Guardar
workspace-save-note = El archivo { $name } contiene todo el proceso. Es texto sencillo: lo leen personas y programas, y se puede guardar en Git.
workspace-save-again = Guardar en { $name }
workspace-save-as = Elegir un archivo y guardar
workspace-save-download = Descargar
workspace-merge-title = Unir otra copia
workspace-merge-note = Alguien ha cambiado una copia de este archivo. Elíjala: lo nuevo entra y no se pierde nada de lo suyo. Donde las dos cambiaron el mismo campo, verá ambos valores.
workspace-merge-label = Archivo con la otra copia
workspace-merge-other = { $name } es otro proceso, no una copia de este. No se ha cambiado nada.
workspace-merge-open = Abrirlo como proceso aparte
workspace-merge-failed = Las copias no se pueden unir: juntas tendrían más de 5000 pasos. No se ha cambiado nada.
workspace-merge-nothing = La copia no tiene nada que no esté ya aquí.
workspace-merge-done = La copia se ha unido. Campos que han cambiado: { $fields }. Pasos nuevos: { $nodes }.
workspace-merge-added = Pasos nuevos
workspace-merge-changed = Cambiado
workspace-and-more = y más: { $count }
workspace-show-all = Mostrar más: { $count }
workspace-schema-title = Comparar con el esquema
workspace-schema-note = El proceso empezó a partir de «{ $name }». Los esquemas mejoran con el tiempo; aquí ve qué ha cambiado y adopta lo que quiera.
workspace-schema-compare = Comparar
workspace-schema-same = Los pasos son los del esquema tal como está ahora.
workspace-schema-differs = Diferencias: { $count }. Elija qué adopta.
workspace-schema-added = Nuevo en el esquema
workspace-schema-retired = Ya no está en el esquema: omitirlo aquí
workspace-schema-moved = En otro orden en el esquema
workspace-schema-elsewhere = Ahora está en otro lugar del esquema
workspace-schema-elsewhere-note = Aquí estos pasos se quedan donde están, así que no hay nada que adoptar.
workspace-schema-below = en el esquema, debajo de «{ $name }»
workspace-schema-at-top = en el esquema, en el nivel superior
workspace-schema-touched = su equipo ha trabajado en él
workspace-schema-needed = debajo hay pasos que siguen en el esquema
workspace-schema-take-over = Adoptar lo elegido
workspace-schema-taken-over = Se han adoptado los cambios del esquema.
workspace-schema-retired-reason = El esquema ya no tiene este paso.
workspace-clone-title = Otro proceso como este
workspace-clone-now = Hacer una copia
workspace-remove-where = Los procesos se quitan de este navegador en la lista:

# Copies that differ

workspace-conflicts-lead = Dos personas cambiaron el mismo campo sin saber la una de la otra. Se conservan los dos valores. Elija el que vale; el otro desaparece.
workspace-conflicts-none = Ningún campo difiere entre copias.
workspace-conflict-chosen = Elegido. Campos que quedan: { $count }
workspace-version-number = Valor { $count }
workspace-version-shown = se muestra hasta que elija
workspace-keep-this = Conservar este
workspace-to-node = Ir al paso
workspace-to-guide = Ir a la guía
workspace-value-none = (vacío)
workspace-value-yes = sí
workspace-value-position = otro lugar en el orden
workspace-value-logo = una imagen
workspace-kind-use = Interlinker
workspace-kind-resource = Enlace o nota
workspace-kind-claim = Contribución
workspace-kind-organisation = Organización
workspace-kind-team = Equipo
workspace-kind-person = Persona
workspace-field-node-status = Estado
workspace-field-node-level = Tipo de paso
workspace-field-node-start = Comienzo
workspace-field-node-end = Final
workspace-field-status = Estado
workspace-field-position = Lugar en el orden
workspace-field-removed = Quitado
workspace-field-skipped = Omitido
workspace-field-closed = Puntos concedidos
workspace-field-problems = Necesidades
workspace-field-prerequisites = Qué va antes
workspace-field-level = Nivel
workspace-field-points = Puntos
workspace-field-awarded = Puntos concedidos a
workspace-field-interlinker = Interlinker
workspace-field-date = Día
workspace-field-kind = Tipo
workspace-field-type = Tipo
workspace-field-slug = Organización en el catálogo
workspace-field-role = Función
workspace-field-handle = Cuenta en la plataforma de Git
workspace-field-teams = Equipos
workspace-field-administrator = Administra el proceso
workspace-field-person = Persona
workspace-field-resource = Resultado
workspace-field-checklist = Lista de puesta en marcha
workspace-field-rewards = Recompensas
workspace-field-call = Convocatoria
workspace-field-schema = Esquema
workspace-field-story = Experiencia
workspace-field-cloned-from = Copiado de
workspace-kind-link = Enlace
workspace-kind-note = Nota

# Publishing

workspace-view-publish = Publicar
workspace-publish-lead = Muestre a otras personas cómo lo hicieron, o busque a quien quiera participar. Aquí nada sale de este navegador: la página siguiente es un formulario en el que puede leer y cambiar todo antes de enviarlo.
workspace-publish-story-title = Como experiencia
workspace-publish-story-lead = Una experiencia cuenta qué hicieron y qué resultado tuvo. La acompaña un árbol reducido de sus pasos, del que otros pueden partir. Quienes mantienen este catálogo la leen antes de publicarla.
workspace-publish-takes = Qué incluye
workspace-publish-takes-steps = Los pasos: { $count }. Hechos: { $done }. Omitidos, con su motivo: { $skipped }.
workspace-publish-takes-own = Pasos con textos propios: { $count }. De los demás solo va la referencia; sus textos son los del esquema.
workspace-publish-takes-used = Los Interlinkers que usaron, con sus versiones: { $names }.
workspace-publish-takes-unused = Ningún Interlinker, porque el registro de uso está vacío.
workspace-publish-takes-chosen = Todavía ningún Interlinker. Elegidos: { $count }, pero ninguno está marcado como usado.
workspace-publish-chosen = Elegidos, pero no marcados como usados
workspace-publish-mark-used = Marcar como usado
workspace-publish-takes-texts = Como punto de partida del formulario: nombre, descripción, finalidad, idea, retos, palabras clave, modelo de gobernanza, primer día y, cuando haya terminado, el último.
workspace-publish-links-private = Enlaces que solo funcionan dentro de una red y que no se incluyen: { $count }.
workspace-publish-unknown-used = No están en este catálogo y por eso no se incluyen: { $names }.
workspace-publish-whole = También los pasos que no se hicieron
workspace-publish-whole-hint = Así otros pueden partir del plan completo.
workspace-publish-links = Enlaces públicos
workspace-publish-links-hint = Desmarque lo que no deba ver todo el mundo. Lo que solo puede abrir su equipo no le sirve a nadie más.
workspace-publish-never = Lo que siempre se queda aquí
workspace-publish-never-list = Personas y equipos, responsables, notas, fechas de los pasos, complejidad, contribuciones y puntos, qué pasó y cuándo, el logotipo, archivos.
workspace-publish-clean = No se ha encontrado nada que pueda revelar la identidad de alguien.
workspace-publish-findings = Hay que corregir antes: { $count }
workspace-publish-findings-lead = Lo que pueda revelar la identidad de alguien no debe publicarse, y lo que el catálogo no admite, tampoco. Cambie el texto, o deje fuera el paso o el enlace.
workspace-publish-found-email-address = La dirección de correo de una persona
workspace-publish-found-phone-number = Un número de teléfono
workspace-publish-found-personal-code = Un número de identidad
workspace-publish-found-name = El nombre de alguien de su equipo
workspace-publish-found-handle = La cuenta de alguien de su equipo
workspace-publish-found-in-id = en el id que el paso tiene en el archivo. Añada el paso de nuevo y quite este, o cambie el id a mano en el archivo
workspace-publish-found-team = El nombre de un equipo
workspace-publish-found-markup = HTML, o un enlace o una imagen que las entradas no pueden tener
workspace-publish-found-too-long = Demasiado largo: caben hasta { $text } caracteres
workspace-publish-found-no-name = Un paso sin nombre
workspace-publish-found-too-large = El árbol ocupa { $text } kB y caben hasta 200. Deje fuera los pasos que no se hicieron
workspace-publish-no-name = Aquí «{ $text }» no es el nombre de una persona
workspace-publish-fine-noted = A partir de ahora «{ $text }» no cuenta como nombre.
workspace-publish-refused = El formulario se abrirá cuando esté corregido todo lo de la lista.
workspace-publish-failed = Este navegador no pasa nada a la página siguiente. Descargue tree.yaml más abajo, abra «Contar su experiencia» y péguelo allí.
workspace-publish-go = Ir al formulario
workspace-publish-go-hint = Se rellena con estos datos. Todavía no se envía nada.
workspace-publish-tree = El árbol tal como lo reciben otros
workspace-publish-tree-download = Descargar tree.yaml
workspace-call-title = Una convocatoria para colaborar
workspace-call-lead = Una convocatoria cuenta de qué trata su proceso y a quién buscan. Aparece en la lista hasta el último día.
workspace-call-end = Último día de la convocatoria
workspace-call-end-hint = A partir del día siguiente, su página indica que está cerrada.
workspace-call-end-missing = Elija un día que aún no haya pasado.
workspace-call-roles = A quién se busca
workspace-call-contact = Dónde responder
workspace-call-contact-hint = El buzón de una oficina (info@…) o una página (https://…). Nunca la dirección de una persona.
workspace-call-contact-missing = Escriba el buzón de su organización o la dirección de una página.
workspace-call-go = Ir al formulario de la convocatoria
workspace-call-page = Su página: { $name }
workspace-call-forget = Esta no es su página
workspace-call-address = Dirección de la convocatoria publicada
workspace-call-address-hint = Cuando la convocatoria esté en el catálogo, escriba aquí la dirección de su página. Así el proceso enlaza con ella.
workspace-call-address-bad = Esta no es la página de una convocatoria. Su dirección termina, por ejemplo, en /calls/nuestro-servicio/.
workspace-call-note = Anotarla
workspace-call-noted = El proceso enlaza ahora con su convocatoria.

# About the process

workspace-settings-lead = Aquí todo es opcional y se guarda mientras escribe. Unas frases ayudan a quien se incorpora más tarde.
workspace-settings-about = De qué se trata
workspace-settings-run = Cómo se lleva a cabo
workspace-hint-name = Con este nombre se encuentra el proceso.
workspace-field-description = Descripción
workspace-hint-description = Qué es el proceso, en una o dos frases.
workspace-field-aim = Finalidad
workspace-hint-aim = Qué debe ser mejor al final y para quién.
workspace-field-idea = Idea del servicio
workspace-hint-idea = Qué quieren crear en común.
workspace-field-challenges = Retos
workspace-hint-challenges = Qué lo hace difícil.
workspace-field-organisation = Cómo se organiza hoy el servicio
workspace-hint-organisation = Quién lo presta ahora y cómo.
workspace-field-tags = Palabras clave
workspace-hint-tags = Separadas por comas.
workspace-field-governance-model = Modelo de gobernanza
workspace-hint-governance-model = Quién dirige.
workspace-governance-help = ¿Tiene dudas? Responda a las preguntas de la guía
workspace-field-language = Idioma del proceso
workspace-hint-language = En el que escribe el equipo.
workspace-field-state = Estado
workspace-hint-state = El equipo decide cuándo termina el proceso.
workspace-state-in-progress = En curso
workspace-state-done = Terminado
workspace-field-start-of-process = Empezó el
workspace-field-logo = Logotipo
workspace-hint-logo = Una imagen PNG, JPEG o WebP. Se reduce y se guarda en el archivo.
workspace-logo-remove = Quitar el logotipo
workspace-logo-bad = Esta imagen no se puede leer o no cabe en el archivo. Elija otra más sencilla.

# Work plan

workspace-view-plan = Plan de trabajo
workspace-plan-scale = Escala del gráfico
workspace-plan-scale-day = Día
workspace-plan-scale-week = Semana
workspace-plan-scale-month = Mes
workspace-plan-scale-year = Año
workspace-plan-chart = Gráfico
workspace-plan-chart-box = Gráfico del plan de trabajo; se desplaza con las teclas de flecha
workspace-plan-cut = A esta escala no caben todos los días. Con una escala más amplia verá el resto.
workspace-plan-today = Hoy, { $day }
workspace-plan-is-late = Con retraso
workspace-plan-no-tasks = El proceso todavía no tiene tareas, así que no hay nada que planificar. Añádalas en la guía.
workspace-plan-empty = Ninguna tarea tiene fechas todavía. Reparta las tareas en un periodo para tener un primer plan o escriba las fechas de cada una en la tabla.
workspace-plan-planned = Tareas con fechas: { $count } de { $total }
workspace-plan-late = Con retraso: { $count }
workspace-plan-undated = Tareas sin fechas: { $count }
workspace-plan-give-dates = Poner fechas
workspace-plan-spread = Repartirlas en un periodo
workspace-plan-spread-note = Las tareas van una tras otra, con más o menos los mismos días. Es una primera aproximación: cámbiela en la tabla o anúlela con «Deshacer».
workspace-plan-spread-which = Qué tareas
workspace-plan-spread-all = Todas las que no tienen fechas
workspace-plan-spread-now = Repartir las tareas
workspace-plan-spread-done = Tareas que ahora tienen fechas: { $count }
workspace-plan-day-missing = Elija un día.
workspace-plan-dates = Fechas
workspace-plan-dates-note = Escriba cuándo empieza y termina cada tarea. Las fechas de los objetivos y las fases se deducen de sus tareas. Los pasos omitidos no aparecen.
workspace-plan-column-step = Paso
workspace-plan-turned = { $name }: el final es anterior al comienzo.
workspace-plan-exports = Llevar el plan a otros programas
workspace-plan-calendar = Archivo de calendario
workspace-plan-calendar-hint = Las tareas que tienen fechas, para programas de calendario (iCalendar). No contiene nombres de personas.
workspace-plan-table = Archivo para hoja de cálculo
workspace-plan-table-hint = Todos los pasos con su estado, sus fechas y quién es responsable (CSV). Contiene nombres de personas: piense a quién se lo da.
workspace-plan-print = Imprimir
workspace-plan-print-hint = El gráfico con todas las fechas, ajustado al ancho del papel.
workspace-plan-no-dates = Ninguna tarea tiene fechas todavía, así que el calendario estaría vacío.
workspace-plan-csv-key = Identificador

## Comparing

pick-noscript = Esta página reúne lo que nombra su dirección y para ello necesita JavaScript. Sin él, abra las entradas una a una desde el catálogo.
pick-unknown = No se tiene en cuenta, porque aquí no hay ninguna entrada con ese nombre: { $names }.
pick-too-many = Caben { $count } entradas. Las demás de la dirección no se han tenido en cuenta.
pick-failed = No se han podido cargar las entradas. Vuelva a cargar la página.
pick-found = Entradas encontradas: { $count }
pick-found-none = No se ha encontrado nada que no esté ya aquí.
pick-added = Se ha añadido «{ $name }».
pick-removed = Se ha quitado «{ $name }».
pick-remove = Quitar «{ $name }»
pick-earlier = Adelantar «{ $name }»
pick-later = Atrasar «{ $name }»
pick-copied = La dirección está copiada.
pick-copy-failed = No se ha podido copiar. Cópiela de la barra de direcciones.
pick-copy = Copiar la dirección
pick-print = Imprimir
compare = Comparar
compare-heading = Comparar
compare-lead = Hasta cuatro entradas, una junto a otra. Las diferencias están marcadas. La selección está en la dirección, no se guarda nada.
compare-add = Añadir una entrada
compare-full = Caben cuatro entradas. Quite una para añadir otra.
compare-none-yet = Todavía no hay nada que comparar. Busque una entrada arriba: cada una que elija se añade. «Comparar» en la página de una entrada empieza una comparación nueva.
compare-one-more = Añada una segunda entrada con la que comparar.
compare-only = Mostrar solo las diferencias
compare-csv = Descargar como CSV
compare-to-collection = Hacer una colección con estas entradas
compare-same = Las entradas no se diferencian en nada de lo que aquí se indica.
compare-kind = Tipo de entrada
compare-differs = distinto
compare-does-not-apply = no procede
compare-csv-name = Página
compare-summary = Resumen
compare-tasks = Tareas
compare-stories = Experiencias
compare-solved-by = Interlinkers que la resuelven
compare-address = Dirección
compare-version = Versión

## Collections

collect = Añadir a una colección
collection-heading = Colección
collection-lead = Una lista de entradas para imprimir, enviar y llevar. La lista está en la dirección de esta página, no se guarda nada.
collection-add = Añadir una entrada
collection-undo = Deshacer
collection-empty = La colección está vacía. Busque una entrada arriba: cada una que elija se añade. «Añadir a una colección» en la página de una entrada empieza una colección nueva.
collection-title = Título de la colección
collection-title-button = Usar este título
collection-entries = Entradas
collection-clear = Quitar todas
collection-to-compare = Comparar estas entradas
collection-take = Para llevar
collection-archive = Descargar todos los archivos
collection-share = Compartir
collection-mail = Enviar por correo electrónico
collection-cancel = Cancelar
collection-again = Intentar de nuevo
collection-without = Continuar sin este archivo
collection-files = Archivos: { $count } · { $size }
collection-no-files = Sin archivos
collection-total = Entradas: { $entries }. Archivos: { $files } · { $size }
collection-total-no-files = Entradas: { $entries }. No tienen archivos para descargar.
collection-working = { $done } de { $total } archivos
collection-file-failed = No se ha podido obtener el archivo { $name }.
collection-cancelled = La descarga se ha cancelado.
collection-done = El paquete ZIP está listo. Contiene también un README con nombres, licencias y direcciones.
collection-not-included = no incluido: no se ha podido obtener
collection-on-disk = Desde un disco, el navegador no puede empaquetar una colección. Tome aquí los archivos de cada entrada:
collection-on-disk-archive = { $name }: los { $count } archivos en un solo paquete ZIP ({ $size })
collection-on-disk-file = { $name } ({ $size })
collection-readme-address = Esta colección:
collection-readme-files = Archivos:
collection-readme-rights = Lo que debe citarse al reutilizarlo:
collection-readme-attribution = «{ $name }», { $publisher }, { $licence }, { $address }

## Keeping for offline use

offline-link = Guardar para usar sin conexión
offline-heading = Guardar este catálogo en este dispositivo
offline-lead = Así las páginas y la búsqueda funcionan también sin conexión. No se guarda nada antes de que pulse el botón.
offline-noscript = El botón necesita JavaScript, que aquí está desactivado.
offline-unsupported = Este navegador no puede guardar páginas para usarlas sin conexión, o la dirección de este sitio no empieza por https.
offline-more = También las imágenes y los archivos para descargar
offline-progress = Cuánto se ha guardado
offline-keep = Guardarlo aquí ({ $size })
offline-update = Actualizarlo ({ $size })
offline-go-on = Continuar ({ $size })
offline-remove = Quitar todo
offline-nothing-kept = Todavía no hay nada guardado. En este idioma ocuparía { $size }.
offline-kept = Guardado y al día: { $size }.
offline-changed = Guardado: { $size }. El sitio o su elección ha cambiado desde entonces.
offline-part = Solo está guardada una parte: { $done } de { $total }.
offline-kept-offline = Guardado en este dispositivo. Ahora no hay conexión, así que no se puede saber si el sitio ha cambiado.
offline-part-offline = En este dispositivo solo está guardada una parte, y ahora no hay conexión.
offline-no-network = Ahora no hay conexión. Vuelva cuando la haya.
offline-storing = Guardando: { $done } de { $total }
offline-removed = Quitado. Ya no hay nada de este sitio guardado en este dispositivo.
offline-failed = No se pudo guardar todo. Compruebe la conexión y pulse el botón otra vez.
offline-lost = No está todo guardado. Archivos que el sitio no entregó: { $count }; el primero es { $name }. Pulse el botón otra vez más tarde.
offline-full = No queda espacio en este dispositivo. Libere espacio o prescinda de las imágenes y los archivos.
offline-how = Cómo funciona
offline-how-stored = Su navegador guarda las páginas de este idioma. Para otro idioma, abra esta página en él.
offline-how-used = Con conexión ve siempre las páginas como están ahora; sin ella, las guardadas.
offline-how-private = Lo guardado se queda en este dispositivo. No se guarda ni se envía nada sobre usted.
offline-archive = Como paquete ZIP
offline-archive-text = Todos los idiomas en un solo paquete ZIP, para un ordenador o una memoria USB. Descomprímalo y abra START-HERE.html; no hace falta conexión ni instalación.
offline-archive-download = Descargar el paquete ZIP
offline-not-kept = Esta página no está en este dispositivo
offline-not-kept-lead = Ahora no hay conexión, y esta página no está entre las guardadas.

## Accessibility statement and licences

statement-title = Declaración de accesibilidad
statement-link = Accesibilidad
statement-lead = { $site } quiere que todas las personas puedan usar este sitio. Esta declaración sigue el modelo de la Decisión de Ejecución (UE) 2018/1523 y se aplica a todo el sitio.
statement-status-title = Situación de cumplimiento
statement-status = Este sitio es { $status } con { $standard }.
statement-measures = Qué hace el sitio
statement-barriers = Qué no es accesible
statement-no-barriers = No se conoce ninguna barrera.
statement-alternative = En su lugar:
statement-until = Se corregirá antes del { $day }.
statement-files-title = Archivos para descargar
statement-files =
    { PLURAL($count) ->
         [one] Aquí se puede descargar { NUMBER($count) } archivo. Este es su estado:
        *[other] Aquí se pueden descargar { NUMBER($count) } archivos. Este es su estado:
    }
statement-method = Cómo se preparó esta declaración
statement-dates = Preparada el { $prepared }, revisada por última vez el { $reviewed }.
statement-feedback-title = Avísenos de una barrera
statement-feedback =
    { PLURAL($days) ->
         [one] Diga qué página es, qué quería hacer y qué utiliza, por ejemplo un lector de pantalla. También puede pedir en otro formato lo que no pueda leer. Respondemos en { NUMBER($days) } día laborable. Escriba a
        *[other] Diga qué página es, qué quería hacer y qué utiliza, por ejemplo un lector de pantalla. También puede pedir en otro formato lo que no pueda leer. Respondemos en { NUMBER($days) } días laborables. Escriba a
    }
statement-enforcement = Cómo reclamar
statement-enforcement-lead = Si nuestra respuesta no le ayuda, puede seguir adelante. Cuando una administración pública gestiona este sitio, responde el organismo de su país:
statement-machine = Esta declaración como datos (JSON)
licences-title = Licencias
licences-lead = Puede reutilizar lo que hay aquí. Cada entrada dice en qué condiciones; esta página lo dice para el resto y lo resume.
licences-parts = Qué tiene qué licencia
licences-content = Textos de este sitio
licences-content-note = cuando una entrada o un archivo no indica otra licencia
licences-code = Código de este sitio
licences-attribute = Cómo citar la fuente
licences-recipe = Indique el título, quién lo publicó, la licencia y la dirección. Diga si cambió algo. Un archivo con licencia propia tiene esa licencia y no la de su entrada.
licences-example = «{ $name }», { $publisher }, { $licence }, { $url }
licences-entries = Entradas por licencia
licences-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } entrada
        *[other] { NUMBER($count) } entradas
    }
licences-more =
    { PLURAL($count) ->
         [one] y { NUMBER($count) } más en el catálogo
        *[other] y { NUMBER($count) } más en el catálogo
    }
licences-text = El texto de la licencia
licences-unstated = Quien las hizo no ha dicho en qué condiciones se pueden reutilizar. Pregunte a quien las publica antes de cambiarlas o compartirlas.
fact-controller = Responsable

## Contribute

contribute-lead = No necesita una cuenta. Una persona lee todo lo que se envía.
propose-interlinker = Proponer un Interlinker
contribute-propose = ¿Conoce una herramienta, una plantilla o una guía que otros deberían tener? Descríbala en un formulario. Verá la página antes de enviarla.
contribute-correct-title = Corregir algo
contribute-correct = Al final de la página de cada entrada está «Mejorar esta página»: ahí puede corregirla o comunicar un problema. O escríbanos: qué página, qué está mal y qué debería decir.
contribute-translate-title = Traducir
contribute-translate = Los textos que aún no están en su idioma están marcados, con un enlace para traducirlos. O envíenos el nombre de la página y su traducción.
contribute-story-title = Contar su experiencia
contribute-story = ¿Ha creado un servicio junto con las personas a las que va dirigido? Cuéntelo en un formulario, sin nombres de personas.
write-to-us = Escríbanos
what-happens-next = Qué pasa después
step-send = Usted lo envía
step-send-note = Recibe la confirmación cuando ya está guardado.
step-read = Una persona lo lee
step-read-note = Recibe un enlace privado para seguirlo.
step-changes = Una respuesta
step-changes-note = La encontrará en su página privada. Hasta entonces puede retirarla.
step-published = Publicado
step-published-note = En el catálogo, con su historial.

## The form

propose-lead = Cualquiera puede. No necesita una cuenta. Una persona lee cada propuesta.
preview-proposal = Ver la página antes de enviarla
no-service = Esta copia del sitio no tiene un servicio que reciba propuestas. Envíe la suya por correo electrónico.
leave-empty = Deje este campo vacío
optional = (opcional)
choose-one = Elija una opción
show-choices = Mostrar { NUMBER($count) } opciones
error-page-title = Error: { $title }
licence-unstated = No lo sé
form-group-essentials = Lo esencial
form-group-use = Qué es y cómo se usa
form-group-purpose = Para qué sirve
form-group-rights = Derechos y contacto
form-group-you = Sobre usted
field-language = Idioma del texto
hint-language = Otros pueden traducirlo más tarde.
field-name = Nombre
hint-name = Tal como se conoce. Hasta { NUMBER($max) } caracteres.
field-nature = ¿Qué es?
hint-nature = De esto depende cómo se muestra y se revisa.
field-summary = Resumen
hint-summary = Qué hace y para quién, en una o dos frases. De { NUMBER($min) } a { NUMBER($max) } caracteres.
field-description = Descripción
hint-description = Qué es y para qué sirve. Deje una línea vacía entre párrafos.
field-instructions = Cómo se usa
hint-instructions = Paso a paso. Una línea que empieza con guion se convierte en lista.
field-address = Dirección
hint-address = Dónde se encuentra; empieza por https://. Hace falta para lo que mantienen otros. Si es una herramienta que se guarda aquí, la dirección de su código, porque no se pueden adjuntar programas.
field-file = Archivo
hint-file = { $types }, hasta 10 MB. Sin macros, programas ni contraseña.
field-problems = ¿A qué necesidades responde?
hint-problems = De ellas depende para qué tareas se recomienda.
field-themes = Temas
field-purposes = Finalidad
hint-purposes = Qué cambia para quien lo usa.
field-form = Forma
field-difficulty = Dificultad
field-audiences = Para quién es
field-scopes = Ámbito
hint-scopes = El nivel de la administración para el que se hizo. No elija ninguno si da igual.
field-constraints = Límites que conviene saber
hint-constraints = Lo que conviene saber antes de elegirlo: costes, conocimientos, normas de un solo país.
field-licence = Licencia
hint-licence = Dice a los demás qué pueden hacer con él.
field-licence-group = Qué permite la licencia
hint-licence-group = Solo si no sabe cuál es la licencia.
field-publisher = Publicado por
hint-publisher = ¿Falta la organización? Nómbrela en la descripción.
field-contact = Contacto para lectores
hint-contact = Una página (https://…) o el buzón de una oficina (info@…), que se convierte en un enlace mailto:. Nunca la dirección de una persona.
field-contributor = Su nombre
hint-contributor = Se guarda solo si quiere que aparezca con la entrada.
field-show-name = Mostrar mi nombre con la entrada
field-agree = Mi texto puede publicarse con CC BY 4.0 y puedo ceder el archivo con la licencia indicada. Lo publicado queda en el historial de archivos públicos y de ahí no se puede borrar.
propose-story = Contar su experiencia
propose-problem = Señalar una necesidad
propose-call = Buscar colaboración
propose-organisation = Añadir una organización
form-group-outcome = Qué se consiguió
form-group-process = Quién, dónde y cómo
# El texto de una entrada, debajo de su resumen.
field-text = Texto
field-story-text = La experiencia
hint-story-text = Qué hicieron, con quién y en qué orden. Deje una línea vacía entre párrafos. Sin nombres de personas.
field-story-file = Material
hint-story-file = Una guía, un formulario, un plan que otras personas puedan volver a usar. { $types }, hasta 10 MB. Sin macros, sin scripts, sin contraseña. Lo que está en otro lugar de la web se enlaza en el texto.
field-tags = Temas
field-call-text = De qué se trata
hint-call-text = A quién buscan, qué hará, cuánto tiempo necesita y cómo responder. Deje una línea vacía entre párrafos.
field-objectives = Qué se quería
field-results = Qué se consiguió
field-lessons = Qué aprendieron
field-did-not-work = Qué no funcionó
hint-did-not-work = Qué harían de otra manera. Es lo que más ayuda a los demás.
field-incentives = Qué animó a participar
field-owners = Quién lo hizo
field-countries = Países
field-governance-model = Modelo de gobernanza
field-schema = Esquema que se siguió
field-start = Empieza
field-end = Termina
field-call-end = Último día de la convocatoria
field-family = ¿Qué tipo de necesidad es?
field-organisation = Quién convoca
field-roles = A quién se busca
field-type = ¿Qué tipo de organización es?
field-country = País
field-website = Sitio web
hint-website = Empieza por https://
hint-problem-name = En pocas palabras que empiecen por lo que alguien quiere hacer. Hasta { NUMBER($max) } caracteres.
hint-problem-summary = Quién tiene esta necesidad y cuándo. De { NUMBER($min) } a { NUMBER($max) } caracteres.
hint-organisation-summary = Qué es y qué tiene que ver con los servicios públicos. De { NUMBER($min) } a { NUMBER($max) } caracteres.
hint-story-summary = Qué se creó y para quién, en una o dos frases. De { NUMBER($min) } a { NUMBER($max) } caracteres.
hint-call-summary = Para qué y a quién, en una o dos frases. De { NUMBER($min) } a { NUMBER($max) } caracteres.
field-problem-agree = Mi texto puede publicarse bajo CC BY 4.0. Lo publicado queda en el historial de archivos públicos y de ahí no se puede borrar.
field-call-agree = Mi texto puede publicarse bajo CC BY 4.0. Lo publicado queda en el historial de archivos públicos y de ahí no se puede borrar.
field-organisation-agree = Mi texto puede publicarse bajo CC BY 4.0. Lo publicado queda en el historial de archivos públicos y de ahí no se puede borrar.
error-bad-date = «{ $value }» no es un día. Escríbalo así: 2026-12-31.
contribute-more-title = Otra cosa
contribute-more = Lo demás que hay en el catálogo tiene formularios propios.

## Contribution service

error-summary = { PLURAL($count) ->
    [one] Una respuesta necesita su atención
   *[other] { NUMBER($count) } respuestas necesitan su atención
  }
error-missing-text = Rellene «{ $label }».
error-missing-choice = Elija una respuesta para «{ $label }».
error-too-short = Escriba al menos { NUMBER($limit) } caracteres en «{ $label }». Tiene { NUMBER($count) }.
error-too-long = Acorte «{ $label }» a { NUMBER($limit) } caracteres. Tiene { NUMBER($count) }.
error-too-many = Elija como máximo { NUMBER($limit) } respuestas para «{ $label }».
error-unknown-choice = «{ $value }» no es una de las respuestas para «{ $label }». Elija de nuevo.
error-bad-address = «{ $value }» no es una dirección web. Escríbala entera, por ejemplo https://example.org.
error-bad-contact = «{ $value }» no es una dirección web ni un buzón. Escriba la dirección completa, como https://example.org/contacto o info@example.org.
error-address-of-external = Escriba la dirección donde se encuentra el Interlinker externo.
error-licence-group = Elija qué permite la licencia, a grandes rasgos. Si no está seguro, elija la última opción: no promete nada y puede cambiarse después.
error-agree = Acepte la licencia de los textos. Sin ella no se pueden publicar.
error-not-utf-8 = Algunos caracteres de «{ $label }» no se pudieron leer. Escríbalos de nuevo donde vea �.
error-honeypot = Se ha rellenado un campo que las personas no ven. Cargue el formulario de nuevo y déjelo vacío.
error-slug = «{ $value }» no se puede usar. La dirección de una entrada se forma con su nombre.
error-name-to-show = Escriba el nombre que se mostrará o desmarque la casilla.
error-one-file = Elija un solo archivo.
error-file-empty = { $name } está vacío. Elíjalo de nuevo.
error-file-type = { $name } es de un tipo que no se acepta. Guárdelo como uno de estos: { $types }.
error-file-misnamed = El nombre { $name } no dice lo que es el archivo: { $detail }. Guárdelo de nuevo con el tipo que desea y elíjalo otra vez.
error-file-encoding = { $name } contiene letras que no se pueden leer. Guárdelo como UTF-8 (en Excel: «CSV UTF-8») y elíjalo de nuevo.
error-file-active = { $name } contiene macros o programas ({ $value }). Guárdelo sin ellos y elíjalo de nuevo.
error-file-embedded = { $name } lleva dentro otro archivo o programa ({ $value }). Quítelo y elija el archivo de nuevo.
error-file-outside = { $name } trae algo de otro lugar al abrirse o enlaza con un ordenador ({ $value }). Quite el enlace o incluya en el archivo lo que muestra, y elíjalo de nuevo.
error-file-encrypted = { $name } está protegido con contraseña y no se puede revisar. Guárdelo sin ella y elíjalo de nuevo.
error-file-signed = { $name } está firmado electrónicamente. Una firma muestra el nombre de quien firma y a menudo su número de identidad. Elija la versión sin firma.
error-file-unreadable = { $name } está dañado o escrito de una forma poco común y no se puede revisar. Guárdelo y elíjalo de nuevo.
error-file-too-complex = { $name } es demasiado grande o complejo por dentro para revisarlo. Redúzcalo, por ejemplo con menos imágenes o más pequeñas, y elíjalo de nuevo.
error-file-animated = { $name } es una imagen animada. Guarde una imagen fija y elíjala de nuevo.
error-file-pixels = { $name } tiene más de { NUMBER($limit) } millones de píxeles. Reduzca la imagen y elíjala de nuevo.
error-file-formula = La línea { NUMBER($count) } de { $name } tiene una celda que una hoja de cálculo ejecutaría como fórmula: «{ $value }». Quite el signo del principio y elija el archivo de nuevo.
error-file-personal-email = { $name } contiene lo que parece la dirección de correo de una persona{ $count ->
    [0] {""}
   *[other] {" "}en la línea { NUMBER($count) }
}: «{ $value }». Quítela o ponga un buzón común como info@ y elija el archivo de nuevo.
error-file-personal-phone = { $name } contiene lo que parece un número de teléfono{ $count ->
    [0] {""}
   *[other] {" "}en la línea { NUMBER($count) }
}: «{ $value }». Quítelo y elija el archivo de nuevo.
error-file-personal-code = { $name } contiene lo que parece un número de identidad{ $count ->
    [0] {""}
   *[other] {" "}en la línea { NUMBER($count) }
}: «{ $value }». Quítelo y elija el archivo de nuevo.
error-file-too-large = { $name } es demasiado grande. Elija un archivo más pequeño o indique la dirección donde está.
error-bad-licence = Esta licencia no se conoce. Elija una de la lista o escriba la dirección de su texto.
error-bad-address-found = Esta dirección no se puede publicar. Escriba una dirección web, o el buzón de una oficina y no el de una persona.
error-forbidden-link = «{ $label }» tiene un enlace que no se permite. Los enlaces empiezan por https://, http:// o mailto:.
error-broken-link = «{ $label }» tiene un enlace o una imagen que no lleva a ninguna parte. Escriba la dirección entera o quítelo.
error-remote-image = «{ $label }» muestra una imagen de otro sitio. Ponga un enlace en su lugar.
error-broken-image = «{ $label }» no se puede mostrar como imagen. Guárdela de nuevo y vuelva a elegirla.
error-personal-data = «{ $label }» parece contener el correo, el teléfono o el código de una persona. Quítelo.
error-found = La comprobación encontró un error en «{ $label }»: { $detail }
service-preview-banner = Propuesta sin publicar. Todavía no se ha enviado nada.
service-preview-title = Compruebe su propuesta
service-preview-lead = Así se verá la entrada. Léala una vez más y envíela.
service-send = Enviar la propuesta
service-change = Cambiar las respuestas
service-not-stated = Se leerá «no consta» en: { $fields }.
service-advice = Qué la haría mejor
advice-thing = Todavía no se puede conseguir. Añada su dirección o un archivo.
advice-instructions = Explique cómo se usa, paso a paso.
advice-description = Describa qué es y para qué sirve.
advice-problems = Elija las necesidades a las que responde. Sin ninguna no se recomienda en ninguna tarea.
service-similar = Estas entradas se parecen a la suya. Si la suya mejora alguna, dígalo en la descripción.
service-file-kept = { $name } está guardado. Elija otro archivo solo para sustituirlo.
service-status-title = Su propuesta «{ $title }»
service-status-title-erased = Una propuesta retirada
service-status-title-forgotten = Una propuesta cuyo texto ya no se guarda
service-status-keep = Guarde la dirección de esta página. Es la única forma de volver aquí y nadie más la conoce.
service-state-received = Gracias. Tenemos su propuesta y está guardada.
service-state-confirmed = Gracias. Su dirección está confirmada y su propuesta está guardada.
service-state-held = Gracias. Su propuesta está guardada. Una persona la mira antes de que sea pública para su revisión.
service-state-queued = Gracias. Tenemos su propuesta. Está guardada y espera a que se entregue a quienes la revisan.
service-state-proposed = Gracias. Una persona leerá su propuesta y responderá en esta página.
service-state-changes-requested = Una persona ha leído su propuesta y le pide algo. La respuesta está más abajo; cambie la propuesta y envíela de nuevo.
service-state-updated = Gracias. Tenemos su nueva versión y espera a que se entregue a quienes la revisan.
service-state-published = Gracias. Su propuesta está publicada.
service-state-declined = Su propuesta no se ha aceptado.
service-state-spam = Su propuesta se tomó por publicidad o abuso. Si es un error, escriba a quienes mantienen este catálogo.
service-state-withdrawn = Usted retiró la propuesta. Su texto y sus archivos se han borrado. Solo queda esta página con sus fechas.
service-state-failed = Gracias. Tenemos su propuesta, pero no se pudo entregar. Una persona lo sabe y lo intentará de nuevo.
service-history = Lo ocurrido hasta ahora
service-event-draft = Usted vio la vista previa
service-event-received = Usted la envió y se guardó
service-event-confirmed = Usted confirmó su dirección
service-event-held = Espera a que una persona la haga pública
service-event-queued = Se puso en la cola de revisión
service-event-proposed = Se entregó y una persona puede leerla
service-event-changes-requested = Una persona le pidió un cambio
service-event-updated = Usted envió una nueva versión y se guardó
service-event-published = Se publicó
service-event-declined = No se aceptó
service-event-spam = Se tomó por publicidad o abuso
service-event-withdrawn = Usted la retiró
service-event-failed = No se pudo entregar
service-reply = Escribe alguien que mantiene el catálogo
service-reason = La respuesta de quienes mantienen el catálogo
service-see-entry = Ver la entrada en el catálogo
service-withdraw = Retirar la propuesta
service-withdraw-hint = Si la retira, se borran su texto y sus archivos. No se puede deshacer.
service-withdraw-confirm = Sí, borrar el texto y los archivos
service-version = Versión { NUMBER($number) }
service-change-sent = Cambiar la propuesta
service-change-hint = El formulario se abre con lo que usted escribió. Lo que envíe lo sustituye, con la misma dirección.
service-export = Obtener una copia de todo lo guardado
service-export-hint = Un archivo con sus textos y archivos, lo que usted aceptó y las fechas.
service-erase-published = Borrar lo que el servicio aún guarda
service-erase-published-hint = La entrada permanece en el catálogo, y lo que usted escribió permanece en el historial de sus archivos, donde el servicio no puede borrarlo. Se borra la copia de aquí.
service-erase-published-confirm = Sí, borrar la copia
service-erase = Borrar lo que escribí
service-propose-another = Proponer otro Interlinker
service-refused-title = Esto llegó desde otro sitio
service-refused-body = Una propuesta solo se puede enviar desde el formulario de este sitio. Ábralo aquí y envíela de nuevo.
service-too-large-title = Era demasiado de una vez
service-too-large-body = Los textos y el archivo juntos pueden tener hasta { $size }. Vuelva atrás, acorte el texto o elija un archivo más pequeño y envíelo de nuevo.
service-broken-title = No se pudo leer el formulario
service-broken-body = Llegó incompleto. Vuelva atrás y envíelo de nuevo.
service-too-slow-title = Ha tardado demasiado
service-too-slow-body = El formulario no llegó a tiempo. Vuelva atrás y envíelo de nuevo, con un archivo más pequeño si la conexión es lenta.
service-busy-title = En este momento envían muchas personas
service-busy-body = Espere medio minuto. Después cargue otra vez esta página y deje que el navegador envíe de nuevo el formulario.
service-too-often-title = Han llegado muchos formularios de su red, o en total
service-too-often-body = Inténtelo de nuevo en { NUMBER($minutes) } min. Cargue entonces otra vez esta página y deje que el navegador envíe de nuevo el formulario.
service-too-quick-title = Ha sido muy rápido
service-too-quick-body = Espere { NUMBER($seconds) } s. Después cargue otra vez esta página y deje que el navegador envíe de nuevo la propuesta.
service-crowded-here-title = Muchas propuestas de su red están esperando
service-crowded-here-body = Antes tiene que leerlas una persona. Inténtelo mañana; su vista previa se guarda una semana.
service-crowded-title = Muchas propuestas están esperando
service-crowded-body = Antes tienen que leerlas personas. Inténtelo mañana; su vista previa se guarda una semana.
service-away-title = Ahora mismo no podemos guardar nada
service-away-body = Su propuesta no se pierde mientras esta página siga abierta. Cárguela de nuevo dentro de unos minutos y deje que el navegador envíe otra vez el formulario.
service-unknown-key-title = Esta propuesta ya no está
service-unknown-key-body = Una vista previa se guarda una semana como máximo y se borra en cuanto se envía. Rellene el formulario de nuevo.
service-not-found-title = No existe esa página
service-not-found-body = Compruebe que copió la dirección entera, con todo lo que sigue al signo de interrogación.
service-sign-in-title = Esta página necesita una clave
service-sign-in-body = Abra la página de mantenimiento y escriba la clave.
service-trouble-title = Algo ha fallado aquí
service-trouble-body = No es culpa suya y ha quedado anotado. Cargue otra vez esta página dentro de unos minutos: el navegador envía entonces de nuevo el formulario.
service-cannot-now-title = Esto ya no es posible
service-cannot-now-body = Alguien fue más rápido. Mire de nuevo la página de la propuesta.
mail-title = Novedades por correo electrónico
mail-address = Dirección de correo electrónico
mail-address-hint = Le enviamos un enlace para confirmarla y, después, las respuestas a su propuesta. La dirección no se publica nunca y se borra { PLURAL($days) ->
    [one] { NUMBER($days) } día
   *[other] { NUMBER($days) } días
} después de que termine su propuesta.
mail-address-wrong = No es una dirección de correo a la que podamos escribir. Tiene una forma como nombre@example.org.
mail-give = Usar esta dirección
mail-forget = Olvidar esta dirección
mail-kept-waiting = Guardamos { $address }. Falta que usted pulse el botón del correo que enviamos allí.
mail-kept-confirmed = Guardamos { $address }, ya confirmada. Las novedades llegan allí.
mail-ask-title = Confirme su dirección
mail-ask-lead = Pulse el botón si usted propuso algo a este catálogo y dio esta dirección. Si no fue usted, cierre esta página.
mail-ask-button = Sí, esta dirección es mía
mail-done-title = Su dirección está confirmada
mail-done-lead = Gracias. A partir de ahora le escribiremos cuando haya novedades sobre su propuesta. Puede cerrar esta página.
mail-gone-title = Este enlace ya no sirve
mail-gone-lead = Funciona durante una semana y para la última dirección que se dio. En la página de su propuesta puede dar la dirección de nuevo.
mail-refused-title = Revise la dirección de correo
mail-refused-lead = No se ha perdido nada. Corrija la dirección y continúe, o deje el campo vacío y continúe sin novedades por correo.
mail-refused-button = Continuar
mail-confirm-subject = Confirme su dirección para { $site }
mail-confirm-body = Alguien propuso algo al catálogo «{ $site }» y dio esta dirección para recibir las respuestas. Si fue usted, abra esta página y pulse el botón:
mail-confirm-otherwise = El enlace funciona durante { PLURAL($days) ->
    [one] { NUMBER($days) } día
   *[other] { NUMBER($days) } días
}. Si no fue usted, no haga nada: nadie le volverá a escribir y la dirección se borrará.
mail-proposed-subject = Ya se puede leer su propuesta «{ $title }»
mail-proposed-body = Su propuesta «{ $title }» ha llegado a las personas que mantienen el catálogo «{ $site }». Una de ellas la leerá y responderá.
mail-changes-requested-subject = Una pregunta sobre su propuesta «{ $title }»
mail-changes-requested-body = Una persona que mantiene el catálogo «{ $site }» ha leído su propuesta «{ $title }» y le pide algo:
mail-published-subject = Su propuesta «{ $title }» está publicada
mail-published-body = Gracias. Su propuesta «{ $title }» ya está en el catálogo «{ $site }»:
mail-declined-subject = Su propuesta «{ $title }» no se ha aceptado
mail-declined-body = Las personas que mantienen el catálogo «{ $site }» no han aceptado su propuesta «{ $title }». Si dieron un motivo, es este:
mail-footer = En la página de su propuesta verá todo lo que ha ocurrido; desde allí puede responder, cambiarla o retirarla y dejar de recibir estos correos. La dirección de esa página es solo para usted; no la comparta:
maintain-title = Propuestas
maintain-sign-in = Abrir la página de mantenimiento
maintain-token = Clave
maintain-token-hint = Está en la dirección que el servicio mostró al arrancar.
maintain-sign-in-button = Abrir
maintain-wrong-token = Esta clave no encaja.
maintain-too-many-keys = Han llegado demasiadas claves erróneas desde su red. La siguiente se mira dentro de { NUMBER($seconds) } s.
maintain-none = No hay nada que hacer.
maintain-open = En espera
maintain-closed = Terminadas
maintain-by = De { $name }
maintain-confirmed-by = Confirmada por { $domain }
maintain-anonymous = Sin nombre
maintain-contributor = Quién la envía
maintain-reviewers = Quién revisa, según CODEOWNERS
maintain-decision = Decisión
maintain-branch = Rama
maintain-received = Enviada
maintain-preview-in = Cómo se verá en:
maintain-before-in = Cómo está ahora en:
maintain-preview = Ver la entrada como se verá
maintain-report = Informe de la comprobación
maintain-report-clean = Sin errores ni avisos.
maintain-report-mistakes = Hay que corregirlo antes de publicar
maintain-report-hints = Podría ser mejor
check-place = { $file }, línea { NUMBER($line) }
check-not-stated = Falta «{ $label }». Se leerá «no consta».
check-personal-data = Puede ser la dirección, el número o el código de una persona:
check-broken-link = Un enlace no lleva a ninguna parte:
check-missing-file = Se nombra un archivo que no está:
check-unlisted-file = Hay un archivo que la entrada no ofrece:
check-missing-words = Falta el nombre o el resumen:
check-unknown-term = Un término no está en las listas del catálogo:
check-dangling-reference = Nombra una entrada que no existe:
maintain-changes = La rama ha cambiado
maintain-changes-note = Alguien ha cambiado estos archivos en la rama desde que se envió la propuesta. El informe, la vista previa y los archivos muestran lo que hay ahora, y eso es lo que se publica.
maintain-change-added = añadido
maintain-change-edited = cambiado
maintain-change-removed = eliminado
maintain-files = Archivos
maintain-file = archivo
maintain-show-text = Mostrar el texto
maintain-merge = Publicarla
maintain-merge-hint = Fusiona la rama en { $branch }. El sitio muestra la entrada unos segundos después.
maintain-merge-confirm = Sí, publicar lo que he visto
maintain-decline = Rechazarla
maintain-decline-reason = Motivo, para la página de quien contribuye
maintain-reason-missing = Escriba un motivo. Quien contribuye lo leerá.
maintain-decline-confirm = Rechazarla con este motivo
maintain-ask = Pedir un cambio
maintain-ask-words = Qué debe cambiar, para la página de quien contribuye
maintain-ask-confirm = Pedir esto
maintain-release = Dejarla pasar a revisión
maintain-release-hint = Desde entonces es pública donde se revisan las propuestas, y eso no se puede deshacer.
maintain-not-spam = No es spam
maintain-not-spam-hint = Vuelve a esperar a que alguien la deje pasar.
maintain-suspicion = Parece spam
maintain-suspicion-words = Comparte estas palabras con lo que se marcó como spam: { $words }. Se aprende de lo que deciden aquí los responsables, y no decide nada.
maintain-spam = Es spam
maintain-spam-hint = Sale de la cola y se elimina su rama. Se puede deshacer.
maintain-spam-confirm = Sí, es spam
maintain-history = Lo ocurrido
maintain-event-draft = Borrador
maintain-event-received = Enviada
maintain-event-confirmed = Dirección confirmada
maintain-event-held = Retenida
maintain-event-queued = Puesta en la cola
maintain-event-proposed = En su rama
maintain-event-changes-requested = Se pidió un cambio
maintain-event-updated = Nueva versión enviada
maintain-event-published = Publicada
maintain-event-declined = Rechazada
maintain-event-withdrawn = Retirada
maintain-event-spam = Marcada como spam
maintain-event-failed = Falló
maintain-retry = Intentarlo de nuevo
maintain-state-queued = A la espera de ser procesada
maintain-state-proposed = Lista para leer
maintain-state-failed = Falló: { $reason }
maintain-state-published = Publicada
maintain-state-declined = Rechazada
maintain-state-withdrawn = Retirada
maintain-state-received = Recibida
maintain-state-confirmed = Confirmada
maintain-state-held = Retenida hasta que alguien la deje pasar
maintain-state-changes-requested = Espera un cambio de quien contribuye
maintain-state-updated = Una nueva versión espera a ser procesada
maintain-state-spam = Spam
maintain-not-merged = No se ha publicado
maintain-unread = No se puede leer la rama
maintain-moved = La rama ha cambiado desde que abrió esta página. Mire lo que hay ahora y después decida.
maintain-dirty = La carpeta de trabajo tiene cambios sin confirmar: { $files }. Confírmelos o deshágalos e inténtelo de nuevo.
maintain-conflict = La rama principal tiene otra cosa en el mismo lugar: { $files }. Rechácela o resuélvalo con Git.
maintain-errors = La entrada tiene errores ahora. Mire el informe.
maintain-refused = Git dice: { $detail }

## About an entry

improve-edit = Corregir o añadir algo
improve-report = Comunicar un problema
improve-use = Nosotros lo usamos
improve-review = Escribir una reseña
uses-title = Quién lo usa
reviews-title = Reseñas
reviews-average = { NUMBER($whole) },{ NUMBER($tenths) } de 5, según { NUMBER($count) } reseñas
reviews-few = La media se muestra a partir de cinco reseñas.
review-unnamed = Sin nombre
stars = { PLURAL($count) ->
    [one] { NUMBER($count) } estrella de 5
   *[other] { NUMBER($count) } estrellas de 5
}
form-edit = Corregir o añadir algo
form-edit-lead = Cambie lo que esté mal y añada lo que falte; deje lo demás como está. Verá la página antes de enviarlo. Una persona lee cada cambio.
form-translate = Traducir una entrada
form-translate-lead = Escriba la traducción junto a cada texto. Idioma de la traducción: { $language }. No hace falta traducirlo todo.
form-translate-nothing = Aquí no hay nada que traducir a este idioma.
form-use = Nosotros lo usamos
form-use-lead = A otros les ayuda ver quién trabaja con ello y cómo ha ido. Una persona lee cada respuesta.
form-review = Escribir una reseña
form-review-lead = Diga qué ayudó y qué no. Una persona lee cada reseña antes de que se muestre.
form-report = Comunicar un problema
form-report-lead = ¿Algo está mal, no funciona o no se puede usar? Dígalo aquí. Una persona lee cada aviso.
form-about = Sobre:
form-words-in = Idioma de los textos
preview-report = Leerlo una vez más
form-group-texts = Textos
form-group-use-of = Quién lo usa y para qué
form-group-review-of = Su reseña
form-group-report-of = El problema
form-group-remark = Unas palabras para quienes lo revisan
field-snapshot = Qué muestra la imagen { $name }
field-use-organisation = Organización
field-use-name = Su nombre, si no está en la lista
hint-use-name = De una organización o un grupo, no de una persona.
field-use-text = Para qué, y cómo fue
field-use-address = Una página pública sobre ello
hint-use-address = Empieza por https://
field-version = Versión
field-stars = ¿Cuánto ayudó?
field-review-text = Por qué
hint-review-text = Qué ayudó, qué no, y a quién le sirve. Sin nombres de personas.
field-message = ¿Qué está mal?
hint-message = En qué parte de la página, y qué debería decir. Sin nombres ni direcciones de personas: puede que lo lea todo el mundo. De { NUMBER($min) } a { NUMBER($max) } caracteres.
field-remark = ¿Por qué este cambio?
hint-remark = No pasa a formar parte de la entrada. Hasta { NUMBER($max) } caracteres.
field-edit-agree = Mi texto puede publicarse con la licencia de esta entrada o, si no la hay, con CC BY 4.0. Lo publicado queda en el historial de archivos públicos y de ahí no se puede borrar.
field-translate-agree = Mi traducción puede publicarse con la licencia de esta entrada o, si no la hay, con CC BY 4.0. Lo publicado queda en el historial de archivos públicos y de ahí no se puede borrar.
field-use-agree = Mi texto puede publicarse con CC BY 4.0 y puedo hablar en nombre de esta organización. Lo publicado queda en el historial de archivos públicos y de ahí no se puede borrar.
field-review-agree = Mi texto puede publicarse con CC BY 4.0. Lo publicado queda en el historial de archivos públicos y de ahí no se puede borrar.
field-review-show-name = Mostrar mi nombre con la reseña
field-edit-show-name = Mostrar mi nombre en el historial de la entrada
field-translate-show-name = Mostrar mi nombre en el historial de la entrada
field-report-agree = Todo el mundo puede leer mi aviso
error-nothing-changed = Todavía no ha cambiado nada. Cambie al menos una respuesta.
error-changed-meanwhile = Alguien ha cambiado «{ $label }» desde que abrió el formulario. Abra la entrada en otra pestaña, mire qué dice ahora y rellene de nuevo el formulario.
error-who-uses = Elija la organización o escriba su nombre.
error-cannot-edit = «{ $label }» está escrito de un modo que este formulario no puede cambiar. Comuníquelo como problema.
service-preview-edit-lead = Así se verá la entrada. Debajo está lo que usted cambia. Léalo una vez más y envíelo.
service-preview-report-title = Léalo una vez más
service-preview-report-lead = Esto es lo que envía. Lo leen quienes mantienen el catálogo; si se mantiene en público, puede leerlo todo el mundo.
service-differences = Lo que cambia
service-others-waiting = Otra persona ha propuesto un cambio en esta entrada y está pendiente de lectura. Si los dos cambios tocan lo mismo, decide una persona.
service-see-other = Verlo
difference-field = Campo
difference-before = Antes
difference-after = Después
difference-none = (nada)
difference-file = Archivo { $name }
service-status-about = Su contribución sobre «{ $title }»
service-state-report-proposed = Gracias. Una persona leerá su aviso y responderá en esta página.
service-state-report-published = Gracias. El problema está resuelto.
service-state-report-declined = Su aviso se ha cerrado sin cambios.
service-event-report-published = El problema se resolvió
service-back-to-entry = Volver a la entrada
maintain-ask-edit = Cambio en «{ $title }»
maintain-ask-translation = Traducción de «{ $title }»
maintain-ask-use = Uso de «{ $title }»
maintain-ask-review = Reseña de «{ $title }»
maintain-ask-report = Problema con «{ $title }»
maintain-words = Lo que se escribió
maintain-differences = Lo que cambia
maintain-before = Ver la entrada como está
maintain-done = Está resuelto
maintain-done-hint = Quien lo escribió leerá que el problema está resuelto.
save-file = Guardar como archivo
save-file-lead = Esta copia del sitio no tiene un servicio que reciba propuestas. Rellene el formulario, guárdelo como archivo y envíelo por correo electrónico. Para guardarlo hace falta JavaScript.
save-file-done = El archivo está guardado. Envíelo ahora por correo electrónico a quienes mantienen el catálogo.
save-file-failed = No se ha podido guardar el archivo. Cargue la página de nuevo e inténtelo otra vez.
save-file-missing = Responda a todas las preguntas que no sean opcionales.
save-file-readme = Una contribución al catálogo. Quien mantiene el catálogo ejecuta: interlink apply ARCHIVO
propose-schema = Compartir una forma de trabajar
field-outline = Fases, objetivos y tareas
hint-outline = Una línea para cada uno. Las fases empiezan en el margen; ponga dos espacios antes de un objetivo y cuatro antes de una tarea.
hint-schema-summary = Qué se hace con ella y quiénes trabajan juntos, en una o dos frases. De { NUMBER($min) } a { NUMBER($max) } caracteres.
field-schema-agree = Mi texto puede publicarse con CC BY 4.0. Lo publicado queda en el historial de archivos públicos y de ahí no se puede borrar.
error-outline-flat = Escriba al menos una fase, debajo un objetivo y debajo una tarea, cada uno más adentro que el anterior.
error-outline-deep = La línea { NUMBER($count) } está más adentro que una tarea. Hay fases, objetivos y tareas, nada más.
error-outline-line = La línea { NUMBER($count) } es demasiado larga o está vacía. Escriba el nombre del paso, con 200 caracteres como máximo.
form-group-from-process = De un proceso
field-tree = Pasos del proceso
hint-tree = El espacio de trabajo lo rellena cuando usted publica un proceso. También se puede pegar un archivo tree.yaml, como el que tienen las experiencias.
error-tree-large = El árbol ocupa más de { NUMBER($limit) } kB. Quite descripciones o los pasos que no se hicieron.
error-tree-none = Esto no es el árbol de una experiencia: no tiene una lista de pasos. Deje que lo rellene el espacio de trabajo, o deje el campo vacío.
error-tree-line = No se puede leer la línea { NUMBER($count) } del árbol: { $detail }
error-tree-step = La comprobación encontró un error en el paso «{ $value }» del árbol: { $detail }
error-tree-personal = El paso «{ $value }» del árbol parece contener el correo, el teléfono o el código de una persona. Quítelo.
form-process-from = Este formulario se ha rellenado con los datos de su proceso «{ $name }». Lo que cambie aquí no cambia el proceso.
form-process-filled = Campos rellenados: { $fields }.
form-process-left = Ya había algo escrito, así que se dejó como estaba: { $fields }.
form-process-back = Volver al proceso
form-process-forget = Olvidar lo que vino del proceso
form-process-forgotten = Lo que vino del proceso ya no está en el formulario ni se conserva aquí. El proceso sigue como estaba.
form-process-leaving = Lo que sale de este navegador
form-process-leaving-lead = Esto es todo lo que se envía si continúa. Lo publicado seguirá siendo público: léalo una vez más.
form-process-empty = Quedan vacíos: { $fields }.
form-process-file = { $name }, { $size }
form-process-names = Aquí aparecen nombres de su equipo
form-process-name-in = «{ $text }» en «{ $label }»
form-process-no-name = Aquí «{ $text }» no es el nombre de una persona
form-process-mend = Cambiar «{ $label }»
form-process-refused = No se ha enviado nada. Quite primero los nombres, o marque lo que no es un nombre.
form-process-go = Continuar con esto
form-process-change = Volver al formulario
field-regulations = Normas y estándares
field-retirement-reason = Por qué se retiró
field-place = Lugar
error-entry-gone = Esta entrada ya no está o tiene otro nombre. Búsquela en el catálogo.
field-date = Fecha
field-by = De
hint-use-language = El idioma en que ha escrito el texto.
hint-review-language = El idioma en que ha escrito el texto.
hint-page-summary = De qué trata la página, en una o dos frases. De { NUMBER($min) } a { NUMBER($max) } caracteres.
hint-news-summary = Qué hay de nuevo, en una o dos frases. De { NUMBER($min) } a { NUMBER($max) } caracteres.
form-stopped = Todavía no se ha enviado nada. Revise las respuestas marcadas; si son correctas, pulse otra vez.
form-draft-keep = Guardar en este dispositivo lo que escribo
form-draft-hint = Solo en este navegador, hasta que lo envíe o quite la marca; un borrador de más de 60 días se borra cuando usted vuelve. Los archivos no se guardan. No lo marque en un ordenador que usan otras personas.
form-draft-kept = Lo que escribe se guarda en este dispositivo.
form-draft-back = Se ha recuperado el borrador del { $date }.
form-draft-changed = Alguien ha cambiado esto desde entonces: { $fields }. Antes de enviar, mire qué dice ahora la entrada.
form-draft-delete = Borrar el borrador
form-draft-deleted = El borrador se ha borrado y el formulario está como al principio.
form-draft-off = Lo guardado se ha borrado. Ya no se guarda nada.
form-draft-failed = Este navegador no guarda nada o ya no queda sitio. Lo que ha escrito sigue en el formulario, pero no se guarda.
form-draft-unreadable = Lo que se había guardado aquí no se podía leer y se ha borrado.
