# Interface texts in English. This file says which texts there are; every other language has the same.
# PLURAL($n) chooses the plural form and NUMBER($n) writes the number, both as the language does.

## Layout

skip-to-content = Skip to content
language = Language
main-navigation = Main
you-are-here = You are here
home = Home
interlinkers = Interlinkers
schemas = Schemas
stories = Stories
problems = Needs
what-do-i-need = What do I need?
contribute = Contribute
calls = Calls
organisations = Organisations
news = News
contact = Contact
about-this-site = About this site
funding-note = Interlink began as a project funded by the European Union’s Horizon 2020 programme under grant agreement 959201. The catalogue is now kept by its contributors.
licence-line = Text: { $licence }. Code: open source, EUPL 1.2.
on-this-page = On this page
facts = Facts
pages = Pages
previous-page = Previous page
next-page = Next page
title-with-page = { $title }, page { $page }
table = Table
link-to-section = Link to the section
not-found = This page does not exist
not-found-lead = The address may be old or mistyped. From here you can go on:
moved-title = This page has moved
to-catalogue = See the whole catalogue
to-problems = Start from what you need

## Numbers and sizes

size-bytes = { $size } B
size-kilobytes = { $size } kB
size-megabytes = { $size } MB
from-to = { $start } to { $end }
interlinker-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } Interlinker
        *[other] { NUMBER($count) } Interlinkers
    }
task-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } task
        *[other] { NUMBER($count) } tasks
    }

## Home

home-lead = Tools, templates and step-by-step guides for citizens, companies and administrations that build a service as one team. Free to reuse. No account.
home-search-placeholder = What do you need to do?
home-how = How a service is made together
party-citizens = Citizens
party-companies = Companies
party-administrations = Administrations
home-needs = Start from what you need
home-needs-note = Each need leads to the tools that answer it.
family-counts =
    { PLURAL($needs) ->
         [one] { NUMBER($needs) } need
        *[other] { NUMBER($needs) } needs
    }, { PLURAL($interlinkers) ->
         [one] { NUMBER($interlinkers) } Interlinker
        *[other] { NUMBER($interlinkers) } Interlinkers
    }
home-catalogue = In the catalogue
home-catalogue-note =
    An Interlinker is a tool or a piece of knowledge that others can use again. { PLURAL($count) ->
         [one] There is { NUMBER($count) }
        *[other] There are { NUMBER($count) }
    }, of four natures. The shape tells them apart: a square is software, a circle is knowledge. Solid is kept here, open leads elsewhere.
nature-software-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } tool you can run
        *[other] { NUMBER($count) } tools you can run
    }
nature-knowledge-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } template or guide
        *[other] { NUMBER($count) } templates and guides
    }
nature-external-software-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } tool run by others
        *[other] { NUMBER($count) } tools run by others
    }
nature-external-knowledge-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } standard or guideline
        *[other] { NUMBER($count) } standards and guidelines
    }
home-stories = Made together, told by those who did it
home-stories-note = They tell what they did, task by task, and what they would do again.
home-stories-button = Read the stories
all-news = All news

## Search

search-label = Search the catalogue
search-placeholder = Tool, guide or problem
search-button = Search
search-heading = Search
search-results = Results
search-noscript = The search runs in your browser and needs JavaScript. Without it, use the filters of the catalogue.
search-start = Type one or more words.
search-loading = Searching…
search-failed = The search could not be loaded. Check the connection and try again.
search-none = Nothing found for “{ $query }”.
search-partial = No entry has all the words. These have some of them
search-partial-after = These have some of the words
search-typo = { $words } is in no entry. Searched for: { $instead }.
search-synonyms = For { $words } also searched: { $also }.
search-more = Show more
search-more-filters = More filters
search-title = { $query } – Search
search-count-zero = { $count } matches
search-count-one = { $count } match
search-count-many = { $count } matches
search-count-other = { $count } matches
search-why = Why found:
search-why-title = { $words } in the title
search-why-alias = also called “{ $alias }”
search-why-tag = keyword “{ $tag }”
search-why-publisher = published by { $publisher }
search-why-summary = { $words } in the summary
search-why-text = { $words } in the text
search-why-synonym = { $words } can also be called { $also }
search-why-missing = { $words } was not found
search-section = Section:
# Other words, with commas between them, for pages that no entry stands behind: readers find them so.
search-words-accessibility = accessibility statement, barriers, screen reader, disability
search-words-data = API, open data, download the catalogue
search-words-licences = licence, license, copyright, terms of use
search-words-offline = offline, without internet
search-quote-open = “
search-quote-close = ”
search-tips = What can help
search-tip-fewer = Use fewer words.
search-tip-other = Try another word for the same thing.
search-tip-marks = Accents are optional.
tell-us-what-you-need = Tell us what you need

## Catalogue

catalogue-lead = Tools, templates and guidelines for making public services together.
catalogue-count = { $count } of { $total }
filters = Filters
filters-chosen =
    { $form ->
         [one] Filters ({ $count } chosen)
        *[other] Filters ({ $count } chosen)
    }
sort-by = Sort by:
sort-name = name
sort-newest = newest
sort-used = most used in tasks
remove-filter = remove filter
remove-all = Remove all
show-results = Show results ({ $count })
filter-unknown-named = { $names } is not a filter of this page. It was left out.
filters-unknown-named = { $names } are not filters of this page. They were left out.
more-values = Show { $count } more
combining-needs-javascript = A filter shows its own list. Combining several needs JavaScript.
data-failed = The filters could not be loaded. Check the connection and try again.
empty-title = No Interlinker fits all these filters
empty-drop = Without “{ $name }” there would be { $count }.
empty-only = With “{ $name }” alone there are { $count }
facet-kind = Kind of entry
facet-nature = Nature
facet-theme = Theme
facet-problem = Need
facet-purpose = Purpose
facet-difficulty = Difficulty
facet-licence = Licence
facet-audience = Who it is for
facet-form = Form
facet-language = Language
facet-scope = Scope

## Fallback to another language

help-translate = Help translate them
fallback-page = Some texts on this page are not in English yet. Each is marked with its language.
in-language = { $code ->
    [en] in English
    [es] in Spanish
    [it] in Italian
    [lv] in Latvian
   *[other] language: { $language }
  }

## Entry

correct = Correct
cite = Cite
open = Open
open-at = Open at { $host }
download = Download
files-when-published = The files can be downloaded once the entry is published.
download-size = Download, { $size }
file-missing = file missing
version = version { $version }
pictures = Pictures
picture-number = Picture { $number } of { $total } of { $name }
how-to-use = How to use it
constraints = Limits to know
regulations = Rules and standards
used-in-tasks = Used in these tasks
used-in-stories = Used in these stories
no-tasks = No task of a schema asks for it yet.
more-tasks =
    { PLURAL($count) ->
         [one] { NUMBER($count) } more task
        *[other] { NUMBER($count) } more tasks
    }
related = Goes well with
related-reason = Also answers: { $need }
reason-answers = Answers:
reason-rarity =
    { PLURAL($count) ->
         [one] { NUMBER($count) } Interlinker of { NUMBER($total) } does.
        *[other] { NUMBER($count) } Interlinkers of { NUMBER($total) } do.
    }
how-to-cite = How to cite it
not-stated = not stated
retired-title = This entry is retired
retired-successor = Use instead:
licence-own = own terms
# An address without scheme, as the name of terms that somebody wrote for their own work.
licence-own-at = own terms ({ $host })
# Of an SPDX id that ends in -only or -or-later.
licence-only = { $licence } only
licence-or-later = { $licence } or later
fact-licence = Licence
fact-languages = Languages
fact-difficulty = Difficulty
fact-files = Files
fact-tasks = Tasks
fact-audience = Who it is for
fact-theme = Theme
fact-purpose = Purpose
fact-scope = Scope
fact-service-type = Kind of service
fact-keywords = Keywords
fact-based-on = Needs
fact-publisher = Published by
fact-contact = Contact
fact-added = Added
fact-changed = Changed
fact-contributors = Contributors
fact-used-in = Used in
used-in-counts =
    { PLURAL($tasks) ->
         [one] { NUMBER($tasks) } task
        *[other] { NUMBER($tasks) } tasks
    }, { PLURAL($stories) ->
         [one] { NUMBER($stories) } story
        *[other] { NUMBER($stories) } stories
    }

## Schema

schemas-lead = A schema is a way from the first meeting to a running service: phases, objectives and tasks, each with the Interlinkers that help.
schemas-empty = There is no schema yet.
schema = Schema
schema-counts =
    { PLURAL($phases) ->
         [one] { NUMBER($phases) } phase
        *[other] { NUMBER($phases) } phases
    }, { PLURAL($tasks) ->
         [one] { NUMBER($tasks) } task
        *[other] { NUMBER($tasks) } tasks
    }
about-schema = About this schema
phases = Phases
phase-counts =
    { PLURAL($objectives) ->
         [one] { NUMBER($objectives) } objective
        *[other] { NUMBER($objectives) } objectives
    }, { PLURAL($tasks) ->
         [one] { NUMBER($tasks) } task
        *[other] { NUMBER($tasks) } tasks
    }
recommended-count = { NUMBER($count) } recommended
recommended-interlinkers = Recommended Interlinkers
others-for-task = { NUMBER($count) } more for this task
task-before = Before this:
task-retired = This task is no longer offered. It stays because stories name it.
task-without-profile = No need is linked to this task yet, so nothing is recommended.
task-without-match = No Interlinker answers the need of this task yet.
propose-one = Propose one

## Problem

problem = Need
problems-lead = Each need is a question that comes up when a service is made together. It leads to what answers it and to the tasks that raise it.
problem-counts =
    { PLURAL($interlinkers) ->
         [one] { NUMBER($interlinkers) } Interlinker
        *[other] { NUMBER($interlinkers) } Interlinkers
    }, { PLURAL($tasks) ->
         [one] { NUMBER($tasks) } task
        *[other] { NUMBER($tasks) } tasks
    }
what-would-help = What would help
what-solves-it = What solves it
which-tasks-raise-it = Which tasks raise it
no-interlinker-solves = No Interlinker answers this need yet.
no-task-raises = No task of a schema raises it yet.

## Story

stories-lead = What others did, with which Interlinkers, what came of it and what they would do otherwise.
stories-empty = There is no story yet.
story = Story
story-objectives = What was wanted
story-done = What was done
story-results = What came of it
story-lessons = What was learnt
story-did-not-work = What did not work
story-incentives = What moved people to take part
process-task-by-task = The process, task by task
process-note = No names and no internal dates: the steps, whether they were done, and with what.
with = With
results-label = Results:
materials = Materials
fact-owners = Who did it
fact-period = Period
fact-governance = Governance model
fact-schema = Schema
fact-public-service = Public service
fact-authority = Competent authority
fact-address = Address
fact-identifier = Identifier
fact-service-status = State
fact-thematic-area = Thematic area
fact-service-languages = Offered in
service-title = The public service
service-data = The service as linked data (CPSV-AP)
field-service-name = Name of the public service
field-service-description = Description of the public service

## Calls, organisations, news, pages

calls-lead = Processes that look for collaborators.
calls-empty = No call is open.
calls-open = Open now
calls-closed = Closed
call = Call
call-is-closed = This call is closed.
open-until = Open until { $day }
fact-start = Begins
fact-end = Ends
fact-organisation = Who calls
fact-roles = Looking for
fact-country = Country
organisations-lead = Who makes, publishes and uses what is in this catalogue.
organisations-empty = There is no organisation yet.
organisation = Organisation
organisation-stories = Its stories
organisation-calls = Its calls
organisation-published = What it publishes
fact-website = Website
news-lead = What is new in the catalogue and around it.
news-empty = There is no news yet.
feed-link = Follow this list as an Atom feed
fact-when = When
fact-place = Where
page = Page
interlinker = Interlinker

## Open data

feed-everything = Everything new
calendar-link = Add to a calendar (iCalendar)
# Stands before the name of a call, such as "Last day: Try the schema".
calendar-call-ends = Last day
open-data = Open data
data-heading = Data and standards
data-lead = The whole catalogue as files that programs can read. No account, no key, no limit.
data-api = Static API
data-api-note = Each entry is a JSON file. Words stand in the languages they were written in.
data-index = Index
data-index-text = Every kind of entry with the address of its list.
data-description = Description
data-description-text = What each file holds and where it lies, as OpenAPI.
data-vocabularies = Vocabularies
data-vocabularies-text = Themes, audiences and all other terms in each language, with their counterparts in EU lists.
data-dumps = The whole catalogue
data-dumps-note = Interlinkers, schemas, needs and publishers as linked data. Each of them also has a file of its own, named in the head of its page.
data-json-ld = Catalogue as JSON-LD
data-turtle = Catalogue as Turtle
data-services-json-ld = Public services as JSON-LD
data-services-turtle = Public services as Turtle
data-feeds = Feeds and calendar
data-feeds-note = What is new. Each filter of the catalogue has a feed of its own, linked from its page.
data-calendar = Events and last days of calls
data-standards = Standards
data-standards-note = What the site is made to keep to. The program’s own checks hold it to each line, on the catalogue it comes with; below each stands the one to run. The numbers are those of this site.
standard-dcat-ap = The catalogue breaks no rule of the official SHACL shapes.
standard-adms-ap = Entries that state all that is required: { $count } of { $total }. Only these are marked as assets.
standard-cpsv-ap = Public services of stories that state all that is required: { $count } of { $total }. Only these are in the data.
standard-openapi = Every file of the API is as its description says.
standard-atom = Every feed has what the standard requires.
standard-icalendar = Every calendar can be read by a calendar library.
standard-schema-org = Pages tell search engines what they are about; no person is named.
standard-html = No page has an error in the checker of the W3C.
standard-wcag = Made for level AA. A program looks for barriers on each type of page, light and dark, on a phone and on a desk. It finds only some; the accessibility statement says what is known.
standard-check = Check: { $command }
data-recheck = Check it yourself
data-recheck-note = The rules are public. Any program that knows SHACL can hold the data of this site to them.
data-recheck-shapes = Official rules of { $standard }
data-recheck-text = To be run over { $address }

## Translations

translations = Translations
translations-lead = What is not yet in English, and what has changed since it was translated. Every text you translate helps somebody understand.
translations-shares = How much is translated into each language
translations-done = Up to date
translations-share = { $share }%
translations-states = A text is one field of an entry, such as its summary. “Out of date” means that its source has changed since it was translated.
state-original = Original
state-translated = Translated
state-outdated = Out of date
state-missing = Missing
translations-state = State
translations-kind = Kind
translations-all = all
translations-nothing = Nothing of this kind is in this state.
translations-none = Every text is here, and none is out of date.
translations-outdated =
    { PLURAL($count) ->
         [one] { NUMBER($count) } text is out of date
        *[other] { NUMBER($count) } texts are out of date
    }
translations-outdated-note = Compare them with the text they were translated from.
translations-missing =
    { PLURAL($count) ->
         [one] { NUMBER($count) } text is missing
        *[other] { NUMBER($count) } texts are missing
    }
translations-missing-note = Readers see them in another language until somebody translates them.
translations-group = { $name } ({ NUMBER($count) })
translations-texts =
    { PLURAL($count) ->
         [one] { NUMBER($count) } text
        *[other] { NUMBER($count) } texts
    }
translations-more =
    { PLURAL($count) ->
         [one] and { NUMBER($count) } more entry
        *[other] and { NUMBER($count) } more entries
    }
translations-more-texts =
    { PLURAL($count) ->
         [one] and { NUMBER($count) } more text
        *[other] and { NUMBER($count) } more texts
    }
translations-picture = Description of the picture { $name }
translations-retirement = Why it was retired
translations-text = Text
part-of = This site shows a part of the catalogue { $name }.
vocabularies = Lists of terms
outdated-page = The text { $code ->
    [en] in English
    [es] in Spanish
    [it] in Italian
    [lv] in Latvian
   *[other] in the source language ({ $language })
  } has changed since this was translated:
outdated-source = Read it { $code ->
    [en] in English
    [es] in Spanish
    [it] in Italian
    [lv] in Latvian
   *[other] in the source language ({ $language })
  }

## Pictures and previews

preview = Preview
preview-page = Page { $number } of { $file }
preview-picture = The picture { $file }
preview-drawing = The drawing { $file }
preview-headings = Headings
preview-slides = Slides
preview-sheets = Sheets
preview-more =
    { PLURAL($count) ->
         [one] and { NUMBER($count) } more
        *[other] and { NUMBER($count) } more
    }
gallery-place = Picture { $number } of { $total }
gallery-previous = Previous picture
gallery-next = Next picture
gallery-close = Close
gallery-larger = Full size
gallery-smaller = Fit to the screen

## Adopting an entry

adopt = Reuse
adopt-title = How to reuse it
adopt-lead = Copy it, change it to your needs, and say where it comes from.
adopt-copy = Copy its folder, with all languages and files
adopt-attribution = Say where it comes from
adopt-languages = In the other languages
adopt-notice = Notice for programs that read licences
attribution-by = “{ $name }” by { $publisher }.
attribution-name = “{ $name }”.
attribution-licence = Licence: { $licence }.
attribution-source = Source: { $address }
copy = Copy
copied = Copied
copy-address = Copy the address
share = Share
share-title = Pass it on
share-mail = Send it by e-mail
improve = Improve this page
improve-correct = Report or correct a mistake
improve-translate = Help translate it
improve-mail = Write to us about this page
versions-and-history = Versions and history
history-unknown = When it was added and changed is not known here.

## Catalogue views

skip-to-results = Skip to the results
sort-stories = most used in stories
sort-family = kind of need
sort-raised = most raised by tasks
view-as = View as:
view-list = list
view-cards = cards
reset-list = Show the whole list
catalogue-empty = There is no Interlinker yet.
problems-empty = There is no need yet.
empty-title-any = Nothing fits all these filters
facet-country = Country
facet-governance = Governance model
facet-schema = Schema followed
facet-organisation-type = Kind of organisation
facet-family = Kind of need
organisation-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } organisation
        *[other] { NUMBER($count) } organisations
    }
need-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } need
        *[other] { NUMBER($count) } needs
    }

## Process kit and diagram

kit-title = Process kit
kit-of-schema = One archive to work in: a folder for each phase, objective and task, the templates already in place, and the tasks for a spreadsheet and a calendar. It works without this site.
kit-of-story = One archive to start from this story: its tasks as folders, the templates it used already in place, and the tasks for a spreadsheet and a calendar. It works without this site.
kit-download = Download the kit
kit-details =
    ZIP · { $size } · { PLURAL($templates) ->
         [one] { NUMBER($templates) } template
        *[other] { NUMBER($templates) } templates
    }
files-archive = All files as one archive
files-archive-details =
    ZIP · { $size } · { PLURAL($count) ->
         [one] { NUMBER($count) } file
        *[other] { NUMBER($count) } files
    }
files-readme-newest = The newest version of these files: { $url }
kit-readme-title = { $name }: process kit
kit-readme-of-schema = This folder is made to work in. It follows the schema step by step, and it needs no account and no connection.
kit-readme-of-story = This folder is made to work in. It follows what the story did, task by task, so that you can start where others have been. It needs no account and no connection.
kit-readme-begin = How to begin
kit-step-copy = Copy this folder to where your team works, such as a shared drive, and give it the name of your process.
kit-step-table = Open { $table } with a spreadsheet. Each task has a line, with empty columns for who does it, until when and how far it is. If everything stands in one column, choose the comma as the separator.
kit-step-calendar = If you plan with a calendar or a task program, import { $calendar }. The tasks have no dates: set your own.
kit-step-work = Go through the folders in their order. The README in each says what is done there and which Interlinkers help.
kit-readme-content = What is in it
kit-readme-notice = Each template has a licence and an origin. NOTICE.txt lists them: keep it when you pass the templates on.
kit-readme-newest = The newest version of this kit: { $url }
kit-in-the-story = In the story: { $status }
kit-used = Used in the story.
kit-used-version = Used in the story, in version { $version }.
kit-interlinkers-used = Interlinkers used
kit-file-here = In this folder: { $file }
kit-file-elsewhere = In this kit: { $file }
kit-too-large = Some of its files are too large for this kit. Fetch them from the address above.
kit-notice-title = Licences and origin
kit-notice-lead = This archive holds texts and templates of others. Keep this file when you pass them on.
kit-notice-from = “{ $title }”, from the Interlinker “{ $name }”
kit-column-phase = Phase
kit-column-objective = Objective
kit-column-task = Task
kit-column-description = What is done
kit-column-before = Before this
kit-column-needs = Needs
kit-column-interlinkers = Interlinkers
kit-column-folder = Folder
kit-column-address = Address
kit-column-who = Who
kit-column-due = Until when
kit-column-state = How far
diagram-show = The whole tree in one drawing
diagram-title = The tree of “{ $name }”
diagram-description = { $counts }. The same tree stands below as a list, with everything the drawing says.
diagram-note = Each column is a phase, each diamond an objective or a task. A line leads from what comes first to what comes after it.
rolled-up =
    { PLURAL($count) ->
         [one] { NUMBER($count) } Interlinker helps here:
        *[other] { NUMBER($count) } Interlinkers help here, first of all
    }
rolled-up-all =
    { PLURAL($count) ->
         [one] { NUMBER($count) } Interlinker helps here:
        *[other] { NUMBER($count) } Interlinkers help here:
    }
to-phases = Back to the phases
next-phase = Next phase:

## Stories

story-start = Start from this story
story-or-schema = Or start from the schema it followed:
story-unverified = Unverified: no organisation stands behind this story by name.
story-version-not-stated = version not stated
story-newer-version = the newest is { $version }
story-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } story
        *[other] { NUMBER($count) } stories
    }
fact-evidence = What can be checked
evidence-owner = Who did it is named
evidence-no-owner = Unverified: nobody is named
evidence-versions =
    { PLURAL($count) ->
         [one] Exact version stated: { NUMBER($exact) } of { NUMBER($count) } use
        *[other] Exact version stated: { NUMBER($exact) } of { NUMBER($count) } uses
    }
evidence-links =
    { PLURAL($count) ->
         [one] { NUMBER($count) } public result linked
        *[other] { NUMBER($count) } public results linked
    }
related-stories = Related stories
related-story-tools = Used the same: { $names }
related-story-tags = Also about: { $names }
related-story-country = From the same country
organisation-uses = What it used in its stories
closed-since = Closed; the last day was { $day }

## Guide

guide-lead = Answer what you can. You see which governance model, which phase and which Interlinkers fit, and why. Nothing is stored: the answer is in the address.
guide-from-list = Not sure? Answer a few questions
guide-all-needs = All needs in one list
guide-noscript = The advice is worked out in your browser and needs JavaScript. Without it, read the questions: below each answer stands where it leads. A table shows which answers speak for which governance model.
guide-questions = The questions
guide-leads-to = Leads to:
guide-answered = { $count } of { $total } questions answered
guide-best = Best fit so far: { $name }
guide-see-answer = See the advice
guide-answer = The advice for your answers
guide-start-again = Start again
guide-copy = Copy the address of this advice
guide-copied = The address is copied.
guide-copy-failed = It could not be copied. Copy it from the address bar.
guide-failed = The rules of the guide could not be loaded. Load the page again, or read where each answer leads.
guide-unknown = This address names something that the guide does not have: { $names }. It was left out.
guide-model-heading = Who leads: the governance model
guide-models = The governance models
guide-models-note = None is better than the others. They differ in who starts and who decides.
guide-other-models = Other models, with fewer points
guide-no-model = Answer one of the first questions to see a governance model.
guide-because = Because you answered { $answers }.
guide-answer-points = “{ $answer }” (+{ $points })
guide-points = Points: { $count }
guide-schema = Schema to follow
guide-phases = Phase to begin with
guide-no-phase = Say where you stand, or what you want to do next, to see a phase.
guide-needs = Needs to look at
guide-interlinkers = Interlinkers that help
guide-no-interlinker = Choose what you want to do next to see Interlinkers.
guide-why-needs = It answers: { $names }.
guide-why-fits = It fits your answers: { $names }.
guide-in-catalogue = Everything for these needs in the catalogue
guide-table = Which answer speaks for which governance model
guide-table-note = The numbers are points. The model with the most points is named first.
guide-question = Question
guide-answer-column = Answer
guide-model-work = How the work goes
guide-model-choose = When to choose it
guide-model-careful = Be careful
guide-model-answers = Answers that speak for it
guide-model-stories = Stories under this model
guide-model-others = The other models
guide-to-guide = Answer the guide’s questions

## The workspace

start-note = It runs in your browser. No account, no server.
workspace-title = Workspace
workspace-lead = Follow a schema step by step with your team. Your process stays in this browser and in a file of yours. No account, no server.
workspace-noscript = The workspace runs in your browser and needs JavaScript, which is switched off here. Without it you can still work step by step: each schema and each story has a process kit, an archive with a folder for every task.
workspace-noscript-schemas = the steps to read, and a process kit to download
workspace-noscript-stories = what others have done, each with its kit
workspace-menu = Views of the process
workspace-undo = Undo
workspace-redo = Redo
workspace-save = Save as a file
workspace-view-processes = All processes
workspace-view-guide = Guide
workspace-view-overview = Overview
workspace-view-file = File
workspace-view-settings = About the process
workspace-view-conflicts = Changed in two copies
workspace-no-name = Process without a name
workspace-kept-browser = Kept in this browser.
workspace-kept-nowhere = Kept only as long as this page is open.
workspace-never-saved = Not saved to a file yet.
workspace-saved-in = Saved to the file { $file }, { $moment }.
workspace-unsaved-since = Not saved to a file since { $moment }.
workspace-saved-download = The file { $name } is in your downloads.
workspace-saved-download-instead = The browser did not let this page write to the file. { $name } is in your downloads instead.
workspace-saved-file = Saved to { $name }.
workspace-saved-merged = { $name } was changed by somebody else meanwhile. What is new there is here now, and both are saved.
workspace-saved-other = In the file { $name } lies something else now, so nothing was written. Choose another file under “File”.
workspace-file-type = Process file
workspace-undone = Taken back: { $what }
workspace-undone-more = Taken back: { $what }. Other fields: { $count }
workspace-redone = Made again: { $what }
workspace-redone-more = Made again: { $what }. Other fields: { $count }
workspace-typed-kept = The text that you were typing when the page was closed is here again.
workspace-process-gone = This process is not in this browser. If you have its file, open it below.
workspace-address-unknown = This address has parts that the workspace does not know: { $names }. They were left out.
workspace-on-disk = This copy of the site was opened from a disk. Browsers keep nothing for such pages: save your process as a file before you close the page.
workspace-no-storage = This browser keeps nothing for this site, perhaps because the window is private. You can work here; save your process as a file before you close the page.
workspace-no-room = There is no room left in this browser. You can work here; save your process as a file before you close the page. What was kept before is here again when you load the page anew.
workspace-newer-page = A newer version of this page has opened your processes in this browser, so this one cannot get at them. Load the page again.
workspace-open-elsewhere = This process is open in another tab or window. Here you can read it.
workspace-take-over = Work on it here
workspace-taken-over = Another tab works on this process now. Here you can read it.
workspace-taken-over-here = You work on the process here now. The other tab shows it for reading.
workspace-other-closed = The other tab is closed. You work on the process here now.
workspace-storage-full = There is no room left in this browser for your last change. It is still on this page: save it as a file now.
workspace-storage-failed = The browser could not keep your last change. It is still on this page: save it as a file now.
workspace-used-up = The file that was opened counts its edits too high, so nothing can be changed in this process any more. To go on, make another process like this one in the view “File”.
workspace-leave-failed = You are still in the process: the browser could not keep its last changes. Download it, then you can leave.
workspace-storage-away = The browser cannot get at what it keeps for this site. Load the page again and try once more.
workspace-not-done = This did not work. Load the page again and try once more.
workspace-save-now = Download the process now
workspace-conflicts-found = Fields that were changed differently in two copies: { $count }.
workspace-conflicts-look = Look at them
workspace-catalogue-missing = The catalogue could not be loaded, so there are no recommendations now. Everything else works.
workspace-fault-bad-date = This is no day that exists. Write it like 31/12/2026.
workspace-fault-bad-address = This is no web address. It begins with https:// and has a name, such as https://example.org.

# Processes

workspace-own-processes = Your processes
workspace-progress = Progress
workspace-percent = { $count } %
workspace-changed = Changed { $moment }.
workspace-remove-process = Remove from this browser
workspace-remove-saved = Remove “{ $name }” from this browser? The file that you saved stays.
workspace-remove-unsaved = “{ $name }” has changes that are in no file. If you remove it, they are lost. To keep them, open it and save it as a file first.
workspace-remove-now = Remove it
workspace-keep = Keep it
workspace-process-removed = “{ $name }” is removed from this browser.
workspace-start-title = Start a process
workspace-field-name = Name of the process
workspace-new-name-hint = For example the service that you make or improve. Left empty, it has the name of what you start from.
workspace-from-schema = From a schema
workspace-from-schema-hint = The steps from the first meeting to a running service. You can leave out and add steps.
workspace-from-story = From a story
workspace-from-story-hint = The steps that others took, with the Interlinkers that they used. Nothing is marked as done.
workspace-more-stories = More stories: { $count }
workspace-from-process = Like another process
workspace-from-process-hint = Takes its tree, needs, links and chosen Interlinkers. What was done, and when, stays there.
workspace-from-process-team = Take its people, teams and notes too
workspace-from-nothing = Without a pattern
workspace-from-nothing-label = Begin with an empty process
workspace-from-nothing-hint = You write the phases, objectives and tasks yourself, or choose a schema later.
workspace-start-now = Start the process
workspace-start-note = From now on it is kept in this browser, on this device. Nothing is sent.
workspace-start-note-memory = This browser keeps nothing here: save the process as a file.
workspace-start-failed = This could not be loaded. Check the connection and try again.
workspace-started = “{ $name }” has begun. Choose a first task.
workspace-copy-of = Copy of { $name }
workspace-open-title = Open a file
workspace-open-label = Process file
workspace-open-choose = Choose a file
workspace-open-hint = A file that this workspace saved; its name ends in .yaml. It is read here and not sent anywhere.
workspace-opened = “{ $name }” is open. It is kept in this browser now.
workspace-opened-merged = “{ $name }” was in this browser already. Both copies are put together; nothing was lost.
workspace-reading = Reading…
workspace-file-bad = { $name } could not be opened
workspace-file-bad-note = Places to mend: { $count }. Nothing was changed, neither here nor in the file.
workspace-file-unreadable = The browser could not read the file. Perhaps it was moved or is open in another program.
workspace-file-place = Line { $line }, column { $column }
workspace-file-bytes = Download the file as it is
workspace-more-problems = More places: { $count }
workspace-fault-too-large = The file is too large. A process file has at most 8 MB.
workspace-fault-not-utf-8 = The file is not written in the encoding UTF-8. Save it again with that encoding.
workspace-fault-yaml-syntax = From here on the file is not readable. Perhaps its end is missing, or an indentation is wrong.
workspace-fault-yaml-anchor = The signs & * ! at the beginning of a value are not allowed. Put the value in quotation marks.
workspace-fault-yaml-limit = The file is nested too deep.
workspace-fault-no-process = This is no process file. A process file begins with the line process: 1.
workspace-fault-newer-version = The file was made by a newer version of the workspace. Open it on a site that is up to date.
workspace-fault-missing-field = Something is missing here.
workspace-fault-unknown-field = A process file has no field of this name.
workspace-fault-wrong-type = A value of another kind is needed here.
workspace-fault-too-long = This text is too long.
workspace-fault-unknown-term = This value is not one of those that are possible here.
workspace-fault-duplicate-key = This field stands here twice.
workspace-fault-duplicate-node = This step stands in the file twice.
workspace-fault-bad-slug = This name may only have letters, digits and hyphens.
workspace-fault-bad-id = This identifier is damaged.
workspace-fault-bad-position = This position is damaged. Delete the line; the order in the file counts then.
workspace-fault-bad-edit = This line at the end of the file is damaged.
workspace-fault-too-many-nodes = A process has at most 5,000 steps.
workspace-fault-too-deep = Steps may lie at most 6 deep in each other.
workspace-everything-title = Everything in this browser
workspace-everything-note = Your processes are kept on this device, for this browser only. Clearing the browser’s data deletes them too. Save those that matter as files.
workspace-everything-memory = Your processes are kept only as long as this page is open. Save them as files.
workspace-kept-promised = The browser has promised not to delete them by itself.
workspace-kept-unpromised = The browser may delete them by itself when the device is full.
workspace-export-all = Download all ({ $count })
workspace-export-done = The archive with all your processes is in your downloads.
workspace-export-failed = The archive could not be made. Save the processes one by one.
workspace-erase-all = Erase everything
workspace-erase-ask = Erase all processes from this browser? These are: { $names }. What is in no file is lost.
workspace-erase-now = Erase everything now
workspace-erased = Everything is erased. Nothing of the workspace is left in this browser.
workspace-erase-failed = It could not all be erased. Close other tabs of this site and try again.

# Guide

workspace-phases = Phases
workspace-tree-label = Objectives and tasks
workspace-done-of = { $done } of { $total } done
workspace-progress-of = { $percent } % · { $done } of { $total } tasks done
workspace-until = until { $end }
workspace-from = from { $start }
workspace-from-to = { $start } to { $end }
workspace-late = was planned until { $day }
workspace-next-title = What to do next
workspace-next-none = There is no task yet. Add one below an objective.
workspace-next-blocked = Every open task waits for another one. Look at the phases above.
workspace-all-done = All tasks are done
workspace-all-done-note = Save the file, and set the state of the process to done under “About the process”.
workspace-how-guide = How the guide works
workspace-how-guide-choose = Choose a phase, then a task. Beside it you see what to do and which Interlinkers help.
workspace-how-guide-status = Say how far a task is. Objectives and phases follow by themselves.
workspace-how-guide-change = The steps are yours: rename, add, move them, or skip one and write why.
workspace-how-guide-file = To work together, save the process as a file and share it, by e-mail or in Git. Copies that several people changed are put together without loss.
workspace-level-phase = Phase
workspace-level-objective = Objective
workspace-level-task = Task
workspace-node-unknown = The schema of this step could not be loaded, so its words are missing here.
workspace-node-retired = The schema does not offer this step any more.
workspace-before = Before this:
workspace-before-open = First do this:
workspace-status-title = How far is it?
workspace-status-derived = This follows from the steps directly below.
workspace-dates-derived = Planned: { $span }
workspace-is-skipped = This step is skipped and does not count.
workspace-restore = Take it up again
workspace-restored = It counts again.
workspace-uses-title = Interlinkers
workspace-recommended = Recommended
workspace-recommended-more = Show more: { $count }
workspace-recommended-none = No Interlinker of the catalogue answers these needs yet.
workspace-recommended-no-need = No need is linked to this step, so nothing is recommended. Pick a need to see what helps.
workspace-why-answers = Answers:
workspace-why-own = This step raises it.
workspace-why-inherited = The step above raises it.
workspace-why-rare = Interlinkers that do so: { $count } of { $total }.
workspace-choose = Choose
workspace-open-address = Open its website
workspace-new-window = (opens in a new tab)
workspace-take-file = Take the file: { $title } ({ $format }, { $size })
workspace-other-files = Other files: { $count }
workspace-use-chosen = “{ $name }” is chosen.
workspace-use-used = “{ $name }” is in the register as used.
workspace-use-chosen-state = chosen
workspace-use-used-state = used
workspace-use-unknown = The catalogue does not have this Interlinker any more.
workspace-register-title = Register of use
workspace-register-none = No Interlinker has been chosen or used yet.
workspace-version = version { $version }
workspace-field-use-status = Chosen or used
workspace-field-version = Version
workspace-field-note = Note
workspace-hint-use-note = What you used it for, and how it went.
workspace-edit = Change
workspace-remove = Remove
workspace-item-removed = “{ $name }” is removed.
workspace-remove-need = Remove the need “{ $name }”
workspace-needs-pick = Pick the needs of this step
workspace-needs-change = Add a need
workspace-need-add = Need
workspace-need-add-hint = What this step has to answer. Recommendations follow from it.
workspace-need-choose = Choose one
workspace-need-added = “{ $name }” is added.
workspace-another = Another Interlinker
workspace-another-label = Search the catalogue
workspace-found = Found: { $count }
workspace-found-none = Nothing found.
workspace-resources-title = Results and documents
workspace-resources-none = No link or note yet.
workspace-add-resource = Add a link or a note
workspace-field-title = Title
workspace-hint-title = For example “Minutes of the first meeting”.
workspace-field-address = Web address
workspace-hint-address = Of the document, where it lies on a shared drive or a site. Left empty, it is a note.
workspace-title-missing = Write a title.
workspace-add = Add
workspace-resource-added = “{ $name }” is added.
workspace-plan-title = When and who
workspace-field-start = Begins
workspace-field-end = Ends
workspace-dates-turned = The end is before the beginning.
workspace-field-complexity = Complexity
workspace-hint-complexity = How much work and skill it takes.
workspace-not-set = not set
workspace-not-chosen = not chosen
workspace-complexity-none = None
workspace-complexity-very-low = Very low
workspace-complexity-low = Low
workspace-complexity-medium = Medium
workspace-complexity-high = High
workspace-complexity-very-high = Very high
workspace-field-responsible = Who is responsible
workspace-nobody-yet = The process has no people yet.
workspace-add-person = Add a person
workspace-field-person-name = Name
workspace-hint-person-name = It stays in your file and is never published.
workspace-person-added = { $name } is added and responsible for this.
workspace-name-missing = Write a name.
workspace-notes-title = Notes
workspace-field-notes = Notes of the team
workspace-hint-notes = They stay in your file and are never published.
workspace-next-task = Next task:
workspace-change-title = Change this step
workspace-field-node-name = Name of the step
workspace-hint-rename = In the schema: { $name }
workspace-schema-name = Use the name of the schema
workspace-field-node-description = Description
workspace-move-title = Move
workspace-move-up = Up
workspace-move-down = Down
workspace-moved-up = “{ $name }” is one place further up.
workspace-moved-down = “{ $name }” is one place further down.
workspace-add-below = Add a step below it
workspace-new-phase = Name of the new phase
workspace-new-objective = Name of the new objective
workspace-new-task = Name of the new task
workspace-node-added = “{ $name }” is added.
workspace-before-change = What has to be done before
workspace-before-circle = comes after this one already
workspace-skip-title = Skip
workspace-skip-now = Skip this step
workspace-field-reason = Reason
workspace-hint-reason = One sentence. Whoever reads your story later learns from it.
workspace-reason-missing = Write why you skip it.
workspace-skipped = “{ $name }” is skipped.
workspace-remove-title = Remove
workspace-remove-note = Your team added this step, so it can be removed. With “Undo” it comes back.
workspace-node-removed = “{ $name }” is removed.
workspace-add-objective = Add an objective
workspace-add-phase = Add a phase
workspace-tree-empty = This process has no steps yet. Take those of a schema, or write your own.
workspace-take-schema = Take its steps
workspace-schema-taken = The steps are here. You can leave out and add steps.
workspace-by-hand = Your own steps

# Overview

workspace-progress-formula = Over all, tasks that are done count whole and those under way count half. In a phase or an objective the steps directly in it count in the same way. Skipped ones do not count.
workspace-checklist-title = Setting up
workspace-checklist-open = Steps left: { $count }
workspace-checklist-ready = All is set up. Go on in the guide.
workspace-checklist-hide = Hide this list
workspace-checklist-show = Show the list for setting up
workspace-optional = optional
workspace-step-done = done
workspace-step-open = open
workspace-step-tick = Mark as done
workspace-step-untick = Mark as open
workspace-step-describe = Describe the process
workspace-step-describe-note = Write its aim, idea or challenges, so that everybody knows what it is about.
workspace-step-describe-go = Describe it
workspace-step-model = Decide who leads
workspace-step-model-note = The governance model says who starts and who decides.
workspace-step-model-go = Choose the model
workspace-step-schema = Choose the steps
workspace-step-schema-note = Take those of a schema, or write your own.
workspace-step-schema-go = Choose the steps
workspace-step-teams = Name organisations and teams
workspace-step-teams-note = Who takes part, and as what.
workspace-step-teams-go = Name them
workspace-step-resources = Collect what there is
workspace-step-resources-note = Links to documents that the team begins with.
workspace-step-resources-go = Go to the guide
workspace-step-responsible = Say who is responsible
workspace-step-responsible-note = At least for the first task.
workspace-step-responsible-go = Go to the guide
workspace-step-rewards = Decide about rewards
workspace-step-rewards-note = Points for contributions, if you want them.
workspace-step-rewards-go = Decide
workspace-step-file = Save the process as a file
workspace-step-file-note = The file is your copy. It can be shared, and opened in any browser.
workspace-step-file-go = Save it
workspace-results-title = Results and documents of all tasks
workspace-results-none = No link or note yet. Add them at the tasks of the guide.
workspace-in-task = In:
workspace-activity-title = What happened
workspace-activity-none = Nothing yet.
workspace-activity-more = Show older: { $count }
workspace-activity-started = The process began.
workspace-activity-added = Added
workspace-activity-renamed = Renamed
workspace-activity-moved = Moved
workspace-activity-status = Status:
workspace-activity-skipped = Skipped
workspace-activity-restored = Taken up again
workspace-activity-removed = Removed:
workspace-activity-assigned = Responsibility changed
workspace-activity-planned = Plan changed
workspace-activity-chose = Chosen:
workspace-activity-used = Used:
workspace-activity-resource = Added:
workspace-activity-claim = Contribution claimed:
workspace-activity-awarded = Points awarded
workspace-activity-published = Published
workspace-activity-merged = Another copy was put in

# Team

workspace-view-team = Team
workspace-team-lead = Who takes part, as what, and who looks after which task.
workspace-team-private = Names, roles and accounts stay in this browser and in your file. They never leave when you publish.
workspace-organisation-title = Organisations
workspace-organisation-none = No organisation yet.
workspace-organisation-find = Find an organisation
workspace-organisation-page = Its page in the catalogue
workspace-organisation-of-none = none
workspace-add-organisation = Add an organisation
workspace-field-organisation-name = Name of the organisation
workspace-hint-organisation-name = For example a ministry, an association or a company.
workspace-hint-slug = Begin to write its name, or paste the address of its page. Left empty, there is no link.
workspace-slug-bad = This is no organisation of the catalogue. Write the last part of the address of its page.
workspace-team-title = Teams
workspace-team-none = No team yet.
workspace-team-find = Find a team
workspace-team-empty = Nobody is in it yet.
workspace-team-members = People: { $count }
workspace-team-people = People in this team
workspace-team-people-more = Add a person to the team
workspace-team-named = { $name } (team)
workspace-add-team = Add a team
workspace-field-team-name = Name of the team
workspace-hint-team-name = For example “Core team” or “Residents”.
workspace-field-team-organisation = Organisation
workspace-type-of-organisation = as its organisation
workspace-teams-more = Add a team
workspace-person-title = People
workspace-person-none = Nobody yet.
workspace-person-find = Find a person
workspace-field-person-role = Role in the process
workspace-hint-person-role = For example facilitator, lawyer or resident.
workspace-hint-handle = At GitHub, GitLab or Forgejo, such as @anna. No e-mail address.
workspace-handle-bad = This is no account. Write it like @anna, with letters, digits and . _ - / only.
workspace-hint-administrator = Looks after the process as a whole.
workspace-pick-one = Choose
workspace-name-twice = “{ $name }” is there already.
workspace-item-removed-undo = “{ $name }” is removed. With “Undo” it comes back.
workspace-item-back = “{ $name }” is there again.
workspace-item-erased = “{ $name }” is erased.
workspace-removed-title = Removed: { $count }
workspace-removed-note = The names of those who were removed stay in the file, so that copies can be put together. “Erase” takes them out. Older copies of the file still have them.
workspace-bring-back = Bring back
workspace-erase-item = Erase
workspace-who-left = somebody who has left
workspace-who-removed = { $name } (removed)
workspace-responsible-more = Add a person or a team
workspace-to-team = People and teams of the process
workspace-me-title = Who works here
workspace-me-label = You are
workspace-me-hint = This stays in this browser. Your name then stands beside what you do, in the overview under “What happened”.
workspace-me-nobody = not said
workspace-me-chosen = You work here as { $name }.
workspace-me-nobody-chosen = No name stands beside what you do now.
workspace-me-mark = you
workspace-duties = Responsible for: { $count }
workspace-nobody-title = Tasks without anybody
workspace-nobody-note = Nobody is responsible for them, neither at the task nor above it.
workspace-nobody-none = Somebody is responsible for every task.
workspace-nobody-no-task = There is no task yet.
workspace-git-title = In a Git repository
workspace-git-rights = In the workspace, whoever has the file may change everything. What each person may do is a matter of your Git repository: of its members and of its rules for reviews.
workspace-git-codeowners = The file CODEOWNERS tells GitHub, GitLab or Forgejo whom to ask about a change: the administrators about the process file, those responsible about the folder of their task. It is made of what stands here. Put it at the top of the repository.
workspace-git-download = Download CODEOWNERS
workspace-git-show = Show the file
workspace-git-folders = Files of a task belong into its folder, such as /tasks/engage/identify/interview/.
workspace-git-no-account = Nobody has an account at a Git forge here yet. Add one at a person to get the file.
workspace-git-without = Not in it, because the account is missing:

# Rewards

workspace-view-rewards = Rewards
workspace-rewards-lead = Points for what people contribute. What the points are good for, your team decides.
workspace-rewards-choice = Does this process count points?
workspace-rewards-off = No
workspace-rewards-off-note = Nothing is counted, and the tasks ask for no contributions.
workspace-rewards-personal = Each for themselves
workspace-rewards-personal-note = Everybody sees their own tasks, points and position. Administrators also see the leaderboard.
workspace-rewards-leaderboard = With a leaderboard
workspace-rewards-leaderboard-note = Everybody also sees how all the others stand.
workspace-rewards-chosen = Points: { $name }
workspace-rewards-private = This decides what the workspace shows. Contributions stand in the file, and whoever has the file can read them. They are never published.
workspace-leaderboard-title = Leaderboard
workspace-leaderboard-admin = You see it because you are an administrator.
workspace-leaderboard-none = No points have been awarded yet. Add contributions at a task of the guide, then close the task.
workspace-points = Points: { $count }
workspace-column-position = Position
workspace-column-name = Name
workspace-column-points = Points
workspace-column-tasks = Tasks
workspace-level-1 = Low
workspace-level-2 = Average
workspace-level-3 = High
workspace-share = contributions: { $count } ({ $percent } %)
workspace-share-level = level: { $level }
workspace-share-points = points: { $count }
workspace-level-by-share = By the share: { $level }
workspace-field-level-of = Level of { $name }
workspace-personal-title = My contributions
workspace-personal-of = My contributions: { $name }
workspace-personal-none = There is no contribution of yours yet. Add one at a task of the guide.
workspace-personal-who = Say below who you are to see your points.
workspace-position-of = { $rank } of { $total }
workspace-position-none = none yet
workspace-points-awarded = awarded
workspace-points-open = not awarded yet
workspace-open-claims = Open tasks with contributions
workspace-open-claims-note = Their points count once the task is closed.
workspace-open-claims-none = No open task has contributions.
workspace-claims-count = contributions: { $count }
workspace-people-count = people: { $count }
workspace-complexity-missing = without complexity
workspace-formula-title = How points are counted
workspace-formula-complexity = Every task has a complexity, and each is worth something: { $list }.
workspace-formula-share = The share of a person is the number of their contributions to a task, out of all contributions to it.
workspace-formula-level = A share below 15 % gives the level { $low }, below 60 % { $average }, from 60 % on { $high }. The team can set another level.
workspace-formula-points = Level times worth gives the points of the person in this task, at most { $most }.
workspace-formula-closed = They count as soon as the task is closed, and no longer when they are taken back.
workspace-formula-order = Whoever has more points stands further up. With the same points the position is the same, and the name decides the order.
workspace-formula-example = An example: one of three contributions to a task of high complexity is 33 %. That is level 2, so 2 × 80 = { $points } points.
workspace-claims-title = Contributions
workspace-claims-none = No contribution yet.
workspace-claims-no-people = A contribution is somebody’s, and the process has no people yet.
workspace-claim-new = Add a contribution
workspace-claim-of = Part of:
workspace-claim-of-none = no result
workspace-claim-title-missing = Write what it was.
workspace-claim-added = Contribution of { $name } added: { $title }
workspace-field-claim-person = Who
workspace-field-claim-title = What was contributed
workspace-hint-claim-title = For example “Led the interviews”.
workspace-field-claim-resource = To which result
workspace-field-claim-role = As what
workspace-hint-claim-role = The party for which the person took part.
workspace-person-missing = Choose a person.
workspace-shares-title = Shares and points
workspace-award = Close the task and award the points
workspace-award-note = The task is done then. The points can be taken back.
workspace-award-nothing = The complexity of this task is not set or is worth nothing, so there are no points. Choose one under “When and who”.
workspace-awarded = “{ $name }” is closed, and the points are awarded.
workspace-is-awarded = The task is closed, and the points are awarded.
workspace-is-awarded-note = Contributions and complexity stay as they are until the points are taken back.
workspace-is-awarded-late = Contributions that came in from another copy after that: { $count }. To count them too, take the points back and award them again.
workspace-take-back = Take the points back
workspace-taken-back = The points for “{ $name }” are taken back. The task stays done until you change that.
workspace-hint-complexity-closed = The points are awarded, so it stays. To change it, take the points back.

# File

workspace-save-title = Save
workspace-save-note = The file { $name } holds the whole process. It is plain text: people and programs can read it, and it fits into Git.
workspace-save-again = Save to { $name }
workspace-save-as = Choose a file and save
workspace-save-download = Download
workspace-merge-title = Put in another copy
workspace-merge-note = Somebody changed a copy of this file. Choose it: what is new there comes in, and nothing of yours is lost. Where both changed the same field, you see both.
workspace-merge-label = File with the other copy
workspace-merge-other = { $name } is another process, not a copy of this one. Nothing was changed.
workspace-merge-open = Open it as a process of its own
workspace-merge-failed = The copies do not fit together: they would have more than 5,000 steps. Nothing was changed.
workspace-merge-nothing = The copy has nothing that is not here already.
workspace-merge-done = The copy is put in. Fields that changed: { $fields }. New steps: { $nodes }.
workspace-merge-added = New steps
workspace-merge-changed = Changed
workspace-and-more = and more: { $count }
workspace-show-all = Show more: { $count }
workspace-schema-title = Compare with the schema
workspace-schema-note = The process began from “{ $name }”. Schemas get better with time; here you see what changed since and take over what you want.
workspace-schema-compare = Compare
workspace-schema-same = The steps are those of the schema as it is now.
workspace-schema-differs = Differences: { $count }. Choose what you take over.
workspace-schema-added = New in the schema
workspace-schema-retired = No longer in the schema: skip here
workspace-schema-moved = In another order in the schema
workspace-schema-elsewhere = Stands elsewhere in the schema now
workspace-schema-elsewhere-note = Here these steps stay where they are, so there is nothing to take over.
workspace-schema-below = in the schema below “{ $name }”
workspace-schema-at-top = in the schema at the top
workspace-schema-touched = your team has worked on it
workspace-schema-needed = below it lie steps that the schema still has
workspace-schema-take-over = Take over what is chosen
workspace-schema-taken-over = The changes of the schema are taken over.
workspace-schema-retired-reason = The schema does not have this step any more.
workspace-clone-title = Another process like this one
workspace-clone-now = Make a copy
workspace-remove-where = Processes are removed from this browser in the list:

# Copies that differ

workspace-conflicts-lead = Two people changed the same field without knowing of each other. Both values are kept. Choose the one that holds; the other one then goes.
workspace-conflicts-none = No field differs between copies.
workspace-conflict-chosen = Chosen. Fields left: { $count }
workspace-version-number = Value { $count }
workspace-version-shown = shown until you choose
workspace-keep-this = Keep this one
workspace-to-node = Go to the step
workspace-to-guide = Go to the guide
workspace-value-none = (empty)
workspace-value-yes = yes
workspace-value-position = another place in the order
workspace-value-logo = a picture
workspace-kind-use = Interlinker
workspace-kind-resource = Link or note
workspace-kind-claim = Contribution
workspace-kind-organisation = Organisation
workspace-kind-team = Team
workspace-kind-person = Person
workspace-field-node-status = Status
workspace-field-node-level = Kind of step
workspace-field-node-start = Beginning
workspace-field-node-end = End
workspace-field-status = Status
workspace-field-position = Place in the order
workspace-field-removed = Removed
workspace-field-skipped = Skipped
workspace-field-closed = Points awarded
workspace-field-problems = Needs
workspace-field-prerequisites = What comes before
workspace-field-level = Level
workspace-field-points = Points
workspace-field-awarded = Points went to
workspace-field-interlinker = Interlinker
workspace-field-date = Day
workspace-field-kind = Kind
workspace-field-type = Type
workspace-field-slug = Organisation in the catalogue
workspace-field-role = Role
workspace-field-handle = Account at the Git forge
workspace-field-teams = Teams
workspace-field-administrator = Administrator
workspace-field-person = Person
workspace-field-resource = Result
workspace-field-checklist = List for setting up
workspace-field-rewards = Rewards
workspace-field-call = Call
workspace-field-schema = Schema
workspace-field-story = Story
workspace-field-cloned-from = Copied from
workspace-kind-link = Link
workspace-kind-note = Note

# Publishing

workspace-view-publish = Publish
workspace-publish-lead = Show others how you did it, or look for people who join. Nothing leaves this browser here: the next page is a form in which you read and change everything before it is sent.
workspace-publish-story-title = As a story
workspace-publish-story-lead = A story tells what you did and what came of it. With it goes a reduced tree of your steps, from which others can start. The people who keep this catalogue read it before it is published.
workspace-publish-takes = What it takes along
workspace-publish-takes-steps = The steps: { $count }. Done: { $done }. Skipped, with the reason: { $skipped }.
workspace-publish-takes-own = Steps with words of your own: { $count }. The others are only named; their words are those of the schema.
workspace-publish-takes-used = The Interlinkers that you used, with their versions: { $names }.
workspace-publish-takes-unused = No Interlinker, since the register of use is empty.
workspace-publish-takes-chosen = No Interlinker yet. Chosen: { $count }, but none of them is marked as used.
workspace-publish-chosen = Chosen, but not marked as used
workspace-publish-mark-used = Mark as used
workspace-publish-takes-texts = As a beginning for the form: name, description, aim, idea, challenges, tags, governance model, first day and, once it is over, the last.
workspace-publish-links-private = Links that only work inside one network, and are left out: { $count }.
workspace-publish-unknown-used = Not in this catalogue, and so left out: { $names }.
workspace-publish-whole = Also the steps that were not done
workspace-publish-whole-hint = Then others can start from the whole plan.
workspace-publish-links = Public links
workspace-publish-links-hint = Untick what is not for everybody. What only your team can open helps nobody else.
workspace-publish-never = What always stays here
workspace-publish-never-list = People and teams, who is responsible, notes, days of steps, complexity, contributions and points, what happened when, the logo, files.
workspace-publish-clean = Nothing was found that could tell who somebody is.
workspace-publish-findings = To be mended first: { $count }
workspace-publish-findings-lead = What could tell who somebody is must not be published, and neither must what the catalogue cannot take. Change the text, or leave the step or the link out.
workspace-publish-found-email-address = A person’s e-mail address
workspace-publish-found-phone-number = A phone number
workspace-publish-found-personal-code = A personal code
workspace-publish-found-name = A name from your team
workspace-publish-found-handle = An account of somebody in your team
workspace-publish-found-in-id = in the id that the step has in the file. Add the step anew and remove this one, or change the id in the file by hand
workspace-publish-found-team = The name of a team
workspace-publish-found-markup = HTML, or a link or picture that entries cannot have
workspace-publish-found-too-long = Too long: up to { $text } characters fit
workspace-publish-found-no-name = A step without a name
workspace-publish-found-too-large = The tree has { $text } kB; up to 200 fit. Leave out steps that were not done
workspace-publish-no-name = “{ $text }” is not the name of a person here
workspace-publish-fine-noted = “{ $text }” counts as no name from now on.
workspace-publish-refused = The form opens once everything in the list is mended.
workspace-publish-failed = This browser hands nothing over to the next page. Download tree.yaml below, open “Tell your story” and paste it there.
workspace-publish-go = Continue to the form
workspace-publish-go-hint = It is filled in with this. Nothing is sent yet.
workspace-publish-tree = The tree as others get it
workspace-publish-tree-download = Download tree.yaml
workspace-call-title = A call for collaborators
workspace-call-lead = A call tells what your process is about and whom you look for. It is listed until its last day.
workspace-call-end = Last day of the call
workspace-call-end-hint = From the day after, its page says that it is closed.
workspace-call-end-missing = Choose a day that is not over yet.
workspace-call-roles = Who is looked for
workspace-call-contact = Where to answer
workspace-call-contact-hint = The mailbox of an office (info@…) or a page (https://…). Never a person’s own address.
workspace-call-contact-missing = Write a mailbox of your organisation, or the address of a page.
workspace-call-go = Continue to the form of the call
workspace-call-page = Its page: { $name }
workspace-call-forget = This is not its page
workspace-call-address = Address of the published call
workspace-call-address-hint = Once the call is in the catalogue, write the address of its page here. Then the process leads to it.
workspace-call-address-bad = This is no page of a call. Its address ends like /calls/our-new-service/.
workspace-call-note = Note it
workspace-call-noted = The process now leads to its call.

# About the process

workspace-settings-lead = Everything here is optional and kept as you type. A few sentences help those who join later.
workspace-settings-about = What it is about
workspace-settings-run = How it is run
workspace-hint-name = People find the process by it.
workspace-field-description = Description
workspace-hint-description = What the process is, in one or two sentences.
workspace-field-aim = Aim
workspace-hint-aim = What is to be better at the end, and for whom.
workspace-field-idea = Idea of the service
workspace-hint-idea = What you want to make together.
workspace-field-challenges = Challenges
workspace-hint-challenges = What makes it hard.
workspace-field-organisation = How the service is organised today
workspace-hint-organisation = Who provides it now, and how.
workspace-field-tags = Keywords
workspace-hint-tags = With commas between them.
workspace-field-governance-model = Governance model
workspace-hint-governance-model = Who leads.
workspace-governance-help = Not sure? Answer the questions of the guide
workspace-field-language = Language of the process
workspace-hint-language = In which the team writes.
workspace-field-state = State
workspace-hint-state = The team decides when the process is over.
workspace-state-in-progress = In progress
workspace-state-done = Done
workspace-field-start-of-process = Began on
workspace-field-logo = Logo
workspace-hint-logo = A PNG, JPEG or WebP picture. It is made small and put into the file.
workspace-logo-remove = Remove the logo
workspace-logo-bad = This picture cannot be read, or does not fit into the file. Take a simpler one.

# Work plan

workspace-view-plan = Work plan
workspace-plan-scale = Scale of the chart
workspace-plan-scale-day = Day
workspace-plan-scale-week = Week
workspace-plan-scale-month = Month
workspace-plan-scale-year = Year
workspace-plan-chart = Chart
workspace-plan-chart-box = Chart of the work plan; the arrow keys move it
workspace-plan-cut = There is no room for all days at this scale. At a coarser one you see the rest.
workspace-plan-today = Today, { $day }
workspace-plan-is-late = Late
workspace-plan-no-tasks = The process has no tasks yet, so there is nothing to plan. Add them in the guide.
workspace-plan-empty = No task has dates yet. Spread the tasks over a period to get a first plan, or write the dates of each one in the table.
workspace-plan-planned = Tasks with dates: { $count } of { $total }
workspace-plan-late = Late: { $count }
workspace-plan-undated = Tasks without dates: { $count }
workspace-plan-give-dates = Give dates
workspace-plan-spread = Spread them over a period
workspace-plan-spread-note = One task follows the other, each with about as many days. This is a first guess: change it in the table, or take it back with “Undo”.
workspace-plan-spread-which = Which tasks
workspace-plan-spread-all = All without dates
workspace-plan-spread-now = Spread the tasks
workspace-plan-spread-done = Tasks that have dates now: { $count }
workspace-plan-day-missing = Choose a day.
workspace-plan-dates = Dates
workspace-plan-dates-note = Write when a task begins and ends. Objectives and phases follow from their tasks. Skipped steps are left out.
workspace-plan-column-step = Step
workspace-plan-turned = { $name }: the end is before the beginning.
workspace-plan-exports = Use the plan elsewhere
workspace-plan-calendar = Calendar file
workspace-plan-calendar-hint = The tasks that have dates, for calendar programs (iCalendar). It names no people.
workspace-plan-table = Spreadsheet file
workspace-plan-table-hint = All steps with status, dates and who is responsible (CSV). It names people, so choose whom you give it to.
workspace-plan-print = Print
workspace-plan-print-hint = The chart with all dates, fitted to the width of the paper.
workspace-plan-no-dates = No task has dates yet, so the calendar would be empty.
workspace-plan-csv-key = Identifier

## Comparing

pick-noscript = This page puts together what its address names, and needs JavaScript for that. Without it, open the entries one by one from the catalogue.
pick-unknown = Left out, because there is no entry of this name here: { $names }.
pick-too-many = There is room for { $count } entries. The others in the address were left out.
pick-failed = The entries could not be loaded. Load the page again.
pick-found = Entries found: { $count }
pick-found-none = Nothing found that is not here already.
pick-added = “{ $name }” is added.
pick-removed = “{ $name }” is removed.
pick-remove = Remove “{ $name }”
pick-earlier = Move “{ $name }” forward
pick-later = Move “{ $name }” back
pick-copied = The address is copied.
pick-copy-failed = It could not be copied. Copy it from the address bar.
pick-copy = Copy the address
pick-print = Print
compare = Compare
compare-heading = Compare
compare-lead = Up to four entries side by side. What differs is marked. The choice is in the address, nothing is stored.
compare-add = Add an entry
compare-full = No more than four fit side by side. Remove one to add another.
compare-none-yet = Nothing to compare yet. Search for an entry above: each one that you choose is added. “Compare” on the page of an entry begins a new comparison.
compare-one-more = Add a second entry to compare it with.
compare-only = Show only differences
compare-csv = Download as CSV
compare-to-collection = Make a collection of these
compare-same = The entries do not differ in anything that is stated here.
compare-kind = Kind
compare-differs = differs
compare-does-not-apply = does not apply
compare-csv-name = Page
compare-summary = Summary
compare-tasks = Tasks
compare-stories = Stories
compare-solved-by = Interlinkers that answer it
compare-address = Address
compare-version = Version

## Collections

collect = Add to a collection
collection-heading = Collection
collection-lead = A list of entries to print, to send and to take along. The list is in the address of this page, nothing is stored.
collection-add = Add an entry
collection-undo = Undo
collection-empty = The collection is empty. Search for an entry above: each one that you choose is added. “Add to a collection” on the page of an entry begins a new collection.
collection-title = Title of the collection
collection-title-button = Use this title
collection-entries = Entries
collection-clear = Remove all
collection-to-compare = Compare these
collection-take = Take along
collection-archive = Download all files
collection-share = Share
collection-mail = Send by e-mail
collection-cancel = Cancel
collection-again = Try again
collection-without = Go on without this file
collection-files = Files: { $count } · { $size }
collection-no-files = No files
collection-total = Entries: { $entries }. Files: { $files } · { $size }
collection-total-no-files = Entries: { $entries }. They have no files to download.
collection-working = { $done } of { $total } files
collection-file-failed = The file { $name } could not be fetched.
collection-cancelled = The download was cancelled.
collection-done = The archive is ready. It also holds a README with names, licences and addresses.
collection-not-included = not included: it could not be fetched
collection-on-disk = From a disk, a browser cannot pack a collection. Take the files of each entry here:
collection-on-disk-archive = { $name }: all { $count } files as one archive ({ $size })
collection-on-disk-file = { $name } ({ $size })
collection-readme-address = This collection:
collection-readme-files = Files:
collection-readme-rights = To be named when it is reused:
collection-readme-attribution = “{ $name }”, { $publisher }, { $licence }, { $address }

## Keeping for offline use

offline-link = Keep for use offline
offline-heading = Keep this catalogue on this device
offline-lead = Pages and search then work without a network too. Nothing is stored before you press the button.
offline-noscript = The button needs JavaScript, which is switched off here.
offline-unsupported = This browser cannot keep pages for use offline, or the address of this site does not begin with https.
offline-more = Also the pictures and the files to download
offline-progress = How much is stored
offline-keep = Keep it here ({ $size })
offline-update = Bring it up to date ({ $size })
offline-go-on = Go on ({ $size })
offline-remove = Remove everything
offline-nothing-kept = Nothing is stored yet. In this language it would be { $size }.
offline-kept = Stored and up to date: { $size }.
offline-changed = Stored: { $size }. The site or your choice has changed since.
offline-part = Only a part is stored: { $done } of { $total }.
offline-kept-offline = Stored on this device. There is no network now, so whether the site has changed cannot be known.
offline-part-offline = Only a part is stored on this device, and there is no network now.
offline-no-network = There is no network now. Come back when there is.
offline-storing = Storing: { $done } of { $total }
offline-removed = Removed. Nothing of this site is stored on this device any more.
offline-failed = Not everything could be stored. Check the network and press the button again.
offline-lost = Not everything is stored. Files that the site did not give: { $count }; the first is { $name }. Press the button again later.
offline-full = There is no room left on this device. Make room, or leave out the pictures and files.
offline-how = How it works
offline-how-stored = Your browser stores the pages of this language. For another language, open this page there.
offline-how-used = With a network you always see the pages as they are now; without one, those that are stored.
offline-how-private = What is stored stays on this device. Nothing about you is stored or sent.
offline-archive = As an archive
offline-archive-text = All languages in one file, for a computer or a USB stick. Unpack it and open START-HERE.html; no network and no installation are needed.
offline-archive-download = Download the archive
offline-not-kept = This page is not on this device
offline-not-kept-lead = There is no network now, and this page is not among those that were kept.

## Accessibility statement and licences

statement-title = Accessibility statement
statement-link = Accessibility
statement-lead = { $site } wants everybody to be able to use this site. This statement follows the model of Commission Implementing Decision (EU) 2018/1523 and applies to this whole site.
statement-status-title = Compliance status
statement-status = This site is { $status } with { $standard }.
statement-measures = What the site does
statement-barriers = What is not accessible
statement-no-barriers = No barrier is known.
statement-alternative = Instead:
statement-until = It will be mended by { $day }.
statement-files-title = Files to download
statement-files =
    { PLURAL($count) ->
         [one] { NUMBER($count) } file can be downloaded here. This is its state:
        *[other] { NUMBER($count) } files can be downloaded here. This is their state:
    }
statement-method = How this statement was made
statement-dates = Made on { $prepared }, last reviewed on { $reviewed }.
statement-feedback-title = Tell us about a barrier
statement-feedback =
    { PLURAL($days) ->
         [one] Say which page it is, what you wanted to do and what you use, for example a screen reader. You can also ask for what you cannot read in another format. We answer within { NUMBER($days) } working day. Write to
        *[other] Say which page it is, what you wanted to do and what you use, for example a screen reader. You can also ask for what you cannot read in another format. We answer within { NUMBER($days) } working days. Write to
    }
statement-enforcement = How to complain
statement-enforcement-lead = If our answer does not help, you can go further. Where a public administration runs this site, the body of its country is responsible:
statement-machine = This statement as data (JSON)
licences-title = Licences
licences-lead = You may reuse what is here. Each entry says under which terms; this page says it for the rest and sums it up.
licences-parts = What has which licence
licences-content = Texts of this site
licences-content-note = where an entry or a file states no other licence
licences-code = Code of this site
licences-attribute = How to name the source
licences-recipe = Name the title, who published it, the licence and the address. Say so if you changed something. A file with a licence of its own has that licence, not the one of its entry.
licences-example = “{ $name }”, { $publisher }, { $licence }, { $url }
licences-entries = Entries by licence
licences-count =
    { PLURAL($count) ->
         [one] { NUMBER($count) } entry
        *[other] { NUMBER($count) } entries
    }
licences-more =
    { PLURAL($count) ->
         [one] and { NUMBER($count) } more in the catalogue
        *[other] and { NUMBER($count) } more in the catalogue
    }
licences-text = The text of the licence
licences-unstated = Whoever made these has not said under which terms they may be reused. Ask the publisher before you change or pass them on.
fact-controller = Responsible

## Contribute

contribute-lead = You do not need an account. A person reads everything that is sent.
propose-interlinker = Propose an Interlinker
contribute-propose = Do you know a tool, a template or a guide that others should have? Describe it in a form. You see the page before you send it.
contribute-correct-title = Correct something
contribute-correct = At the end of the page of each entry stands “Improve this page”: there you correct it or report a problem. Or write to us: which page, what is wrong, and what should stand there.
contribute-translate-title = Translate
contribute-translate = Texts that are not in your language yet are marked, with a link to translate them. Or send us the name of the page and your translation.
contribute-story-title = Tell your story
contribute-story = Did you make a service together with the people it is for? Tell how it went, in a form, without names of people.
write-to-us = Write to us
what-happens-next = What happens next
step-send = You send it
step-send-note = You get the confirmation once it is saved.
step-read = A person reads it
step-read-note = You get a private link to follow it.
step-changes = An answer
step-changes-note = It stands on your private page. You can withdraw until then.
step-published = Published
step-published-note = In the catalogue, with its history.

## The form

propose-lead = Anyone can. You do not need an account. A person reads every proposal.
preview-proposal = Preview the page
no-service = This copy of the site has no service that takes proposals. Send yours by e-mail.
leave-empty = Leave this field empty
optional = (optional)
choose-one = Choose one
show-choices = Show { NUMBER($count) } choices
error-page-title = Error: { $title }
licence-unstated = I do not know
form-group-essentials = The essentials
form-group-use = What it is and how to use it
form-group-purpose = What it is for
form-group-rights = Rights and contact
form-group-you = About you
field-language = Language of the text
hint-language = Others can translate it later.
field-name = Name
hint-name = As people call it. Up to { NUMBER($max) } characters.
field-nature = What is it?
hint-nature = This decides how it is shown and checked.
field-summary = Summary
hint-summary = What it does and for whom, in one or two sentences. { NUMBER($min) } to { NUMBER($max) } characters.
field-description = Description
hint-description = What it is and what it is good for. Leave an empty line between paragraphs.
field-instructions = How to use it
hint-instructions = Step by step. A line that starts with a hyphen becomes a list.
field-address = Address
hint-address = Where it lives, beginning with https://. Needed for what others keep. For a tool kept here, the address of its code, because programs cannot be attached.
field-file = File
hint-file = { $types }, up to 10 MB. No macros, no scripts, no password.
field-problems = Which needs does it answer?
hint-problems = They decide for which tasks it is recommended.
field-themes = Themes
field-purposes = Purpose
hint-purposes = What changes for those who use it.
field-form = Form
field-difficulty = Difficulty
field-audiences = Who it is for
field-scopes = Scope
hint-scopes = The level of administration it was made for. Choose none if it does not matter.
field-constraints = Limits to know
hint-constraints = What somebody should know before choosing it: costs, skills, rules of one country.
field-licence = Licence
hint-licence = It tells others what they may do with it.
field-licence-group = What the licence allows
hint-licence-group = Only if you do not know the licence.
field-publisher = Published by
hint-publisher = Is the organisation missing? Name it in the description.
field-contact = Contact for readers
hint-contact = A page (https://…) or the mailbox of an office (info@…), which becomes a mailto: link. Never a person’s own address.
field-contributor = Your name
hint-contributor = Kept only if you want it shown with the entry.
field-show-name = Show my name with the entry
field-agree = My text may be published under CC BY 4.0, and I may give the file away under the licence above. What is published stays in the history of public files and cannot be erased from there.
propose-story = Tell your story
propose-problem = Name a need
propose-call = Look for collaborators
propose-organisation = Add an organisation
form-group-outcome = What came of it
form-group-process = Who, where and how
# The text of an entry, below its summary.
field-text = Text
field-story-text = The story
hint-story-text = What you did, with whom and in which order. Leave an empty line between paragraphs. No names of people.
field-story-file = Material
hint-story-file = A guide, a form, a plan that others can use again. { $types }, up to 10 MB. No macros, no scripts, no password. What lies elsewhere on the web is linked in the text.
field-tags = Topics
field-call-text = What it is about
hint-call-text = Whom you look for, what they do, how much time it takes and how to reply. Leave an empty line between paragraphs.
field-objectives = What was wanted
field-results = What came of it
field-lessons = What you learnt
field-did-not-work = What did not work
hint-did-not-work = What you would do otherwise. It helps others most.
field-incentives = What moved people to take part
field-owners = Who did it
field-countries = Countries
field-governance-model = Governance model
field-schema = Schema that was followed
field-start = Begins
field-end = Ends
field-call-end = Last day of the call
field-family = What kind of need is it?
field-organisation = Who calls
field-roles = Who is looked for
field-type = What kind of organisation is it?
field-country = Country
field-website = Website
hint-website = Beginning with https://
hint-problem-name = In a few words that begin with what somebody wants to do. Up to { NUMBER($max) } characters.
hint-problem-summary = Who has this need, and when. { NUMBER($min) } to { NUMBER($max) } characters.
hint-organisation-summary = What it is and what it has to do with public services. { NUMBER($min) } to { NUMBER($max) } characters.
hint-story-summary = What was made and for whom, in one or two sentences. { NUMBER($min) } to { NUMBER($max) } characters.
hint-call-summary = What for and whom, in one or two sentences. { NUMBER($min) } to { NUMBER($max) } characters.
field-problem-agree = My text may be published under CC BY 4.0. What is published stays in the history of public files and cannot be erased from there.
field-call-agree = My text may be published under CC BY 4.0. What is published stays in the history of public files and cannot be erased from there.
field-organisation-agree = My text may be published under CC BY 4.0. What is published stays in the history of public files and cannot be erased from there.
error-bad-date = “{ $value }” is no day. Write it like 2026-12-31.
contribute-more-title = Something else
contribute-more = What else the catalogue holds has forms of its own.

## Contribution service

error-summary = { PLURAL($count) ->
    [one] One answer needs your attention
   *[other] { NUMBER($count) } answers need your attention
  }
error-missing-text = Fill in “{ $label }”.
error-missing-choice = Choose an answer for “{ $label }”.
error-too-short = Write at least { NUMBER($limit) } characters in “{ $label }”. It has { NUMBER($count) }.
error-too-long = Shorten “{ $label }” to { NUMBER($limit) } characters. It has { NUMBER($count) }.
error-too-many = Choose at most { NUMBER($limit) } answers for “{ $label }”.
error-unknown-choice = “{ $value }” is not one of the answers for “{ $label }”. Choose again.
error-bad-address = “{ $value }” is not a web address. Write all of it, such as https://example.org.
error-bad-contact = “{ $value }” is neither a web address nor a mailbox. Write all of it, such as https://example.org/contact or info@example.org.
error-address-of-external = Write the address where the external Interlinker is found.
error-licence-group = Choose what the licence allows in broad terms. If you are not sure, choose the last one: it promises nothing, and it can be changed later.
error-agree = Agree to the licence of the texts. Without it they cannot be published.
error-not-utf-8 = Some characters of “{ $label }” could not be read. Write them again where you see �.
error-honeypot = A field that people do not see was filled in. Load the form again and leave it empty.
error-slug = “{ $value }” cannot be used. The address of an entry is made from its name.
error-name-to-show = Write the name that is to be shown, or untick the box.
error-one-file = Choose one file only.
error-file-empty = { $name } is empty. Choose it again.
error-file-type = { $name } is of a type that cannot be accepted. Save it as one of these: { $types }.
error-file-misnamed = The name { $name } does not say what the file is: { $detail }. Save it again as the type you mean and choose it again.
error-file-encoding = { $name } holds letters that cannot be read. Save it as UTF-8 (in Excel: “CSV UTF-8”) and choose it again.
error-file-active = { $name } contains macros or scripts ({ $value }). Save it without them and choose it again.
error-file-embedded = { $name } has another file or program inside it ({ $value }). Take it out and choose the file again.
error-file-outside = { $name } gets something from elsewhere when it is opened, or links to a computer ({ $value }). Take the link out, or put what it shows into the file, and choose it again.
error-file-encrypted = { $name } is protected by a password, so it cannot be checked. Save it without one and choose it again.
error-file-signed = { $name } is signed electronically. A signature shows the name of who signed and often a personal code. Choose the version without a signature.
error-file-unreadable = { $name } is broken or written in an unusual way, so it cannot be checked. Save it again and choose it again.
error-file-too-complex = { $name } is too large or too complicated inside to be checked. Make it smaller, such as with fewer or smaller pictures, and choose it again.
error-file-animated = { $name } is an animated picture. Save one still picture of it and choose it again.
error-file-pixels = { $name } has more than { NUMBER($limit) } million pixels. Make the picture smaller and choose it again.
error-file-formula = Line { NUMBER($count) } of { $name } has a cell that a spreadsheet would run as a formula: “{ $value }”. Remove the sign at its beginning and choose the file again.
error-file-personal-email = { $name } holds what looks like a person’s e-mail address{ $count ->
    [0] {""}
   *[other] {" "}in line { NUMBER($count) }
}: “{ $value }”. Remove it, or name a shared mailbox such as info@, and choose the file again.
error-file-personal-phone = { $name } holds what looks like a phone number{ $count ->
    [0] {""}
   *[other] {" "}in line { NUMBER($count) }
}: “{ $value }”. Remove it and choose the file again.
error-file-personal-code = { $name } holds what looks like a personal code{ $count ->
    [0] {""}
   *[other] {" "}in line { NUMBER($count) }
}: “{ $value }”. Remove it and choose the file again.
error-file-too-large = { $name } is too large. Choose a smaller file, or give the address where it lies.
error-bad-licence = This licence is not known. Choose one from the list, or write the address of its text.
error-bad-address-found = This address cannot be published. Write a web address, or the mailbox of an office instead of a person’s.
error-forbidden-link = “{ $label }” has a link that is not allowed. Links begin with https://, http:// or mailto:.
error-broken-link = “{ $label }” has a link or picture that leads nowhere. Write the whole address or remove it.
error-remote-image = “{ $label }” shows a picture from another site. Link to it instead.
error-broken-image = “{ $label }” cannot be shown as a picture. Save it again and choose it once more.
error-personal-data = “{ $label }” seems to hold an e-mail address, phone number or code of a person. Remove it.
error-found = The check found a mistake in “{ $label }”: { $detail }
service-preview-banner = Proposal, not published. Nothing has been sent yet.
service-preview-title = Check your proposal
service-preview-lead = This is how the entry will look. Read it once more, then send it.
service-send = Send the proposal
service-change = Change the answers
service-not-stated = Readers will see “not stated” for: { $fields }.
service-advice = What would make it better
advice-thing = Readers cannot get it yet. Add its address or a file.
advice-instructions = Say how to use it, step by step.
advice-description = Describe what it is and what it is good for.
advice-problems = Choose the needs it answers. Without one it is not recommended for any task.
service-similar = These entries look like yours. If yours improves one of them, say so in the description.
service-file-kept = { $name } is kept. Choose another file only to replace it.
service-status-title = Your proposal “{ $title }”
service-status-title-erased = A proposal that was withdrawn
service-status-title-forgotten = A proposal whose words are not kept any more
service-status-keep = Keep the address of this page. It is the only way back here, and nobody else knows it.
service-state-received = Thank you. We have your proposal, and it is saved.
service-state-confirmed = Thank you. Your address is confirmed, and your proposal is saved.
service-state-held = Thank you. Your proposal is saved. A person looks at it first, before it becomes public for review.
service-state-queued = Thank you. We have your proposal. It is saved and waits to be handed to the people who review it.
service-state-proposed = Thank you. A person will read your proposal and answer on this page.
service-state-changes-requested = A person has read your proposal and asks you for something. The answer is below; change the proposal and send it again.
service-state-updated = Thank you. We have your new version, and it waits to be handed to the people who review it.
service-state-published = Thank you. Your proposal is published.
service-state-declined = Your proposal was not accepted.
service-state-spam = Your proposal was taken for advertising or abuse. If that is wrong, write to the people who keep this catalogue.
service-state-withdrawn = You withdrew the proposal. Its text and files were deleted. What is left is this page with its dates.
service-state-failed = Thank you. We have your proposal, but handing it on failed. A person has been shown this and will try again.
service-history = What happened so far
service-event-draft = You looked at the preview
service-event-received = You sent it, and it was saved
service-event-confirmed = You confirmed your address
service-event-held = It waits until a person lets it become public
service-event-queued = It was put in line for review
service-event-proposed = It was handed on, and a person can read it
service-event-changes-requested = A person asked you for a change
service-event-updated = You sent a new version, and it was saved
service-event-published = It was published
service-event-declined = It was not accepted
service-event-spam = It was taken for advertising or abuse
service-event-withdrawn = You withdrew it
service-event-failed = Handing it on failed
service-reply = A maintainer writes
service-reason = The answer of the maintainers
service-see-entry = See the entry in the catalogue
service-withdraw = Withdraw the proposal
service-withdraw-hint = If you withdraw it, its text and files are deleted. This cannot be undone.
service-withdraw-confirm = Yes, delete text and files
service-version = Version { NUMBER($number) }
service-change-sent = Change the proposal
service-change-hint = The form opens with what you wrote. What you send replaces it, under the same address.
service-export = Get a copy of everything kept
service-export-hint = A file with your texts and files, what you agreed to, and the dates.
service-erase-published = Delete what the service still keeps
service-erase-published-hint = The entry stays in the catalogue, and what you wrote stays in the history of its files, where the service cannot delete it. The copy here is deleted.
service-erase-published-confirm = Yes, delete the copy
service-erase = Delete what I wrote
service-propose-another = Propose another Interlinker
service-refused-title = This came from another site
service-refused-body = A proposal can only be sent from the form of this site. Open the form here and send it again.
service-too-large-title = That was too much at once
service-too-large-body = Texts and file together may have up to { $size }. Go back, shorten the text or choose a smaller file, and send it again.
service-broken-title = The form could not be read
service-broken-body = It arrived incomplete. Go back and send it again.
service-too-slow-title = That took too long
service-too-slow-body = The form did not arrive in time. Go back and send it again, with a smaller file if the connection is slow.
service-busy-title = Many people are sending at the moment
service-busy-body = Wait half a minute. Then load this page again and let the browser send the form once more.
service-too-often-title = Many forms came from your network, or from everywhere
service-too-often-body = Try again in { NUMBER($minutes) } min. Load this page again then, and let the browser send the form once more.
service-too-quick-title = That was very quick
service-too-quick-body = Wait { NUMBER($seconds) } s. Then load this page again and let the browser send the proposal once more.
service-crowded-here-title = Many proposals from your network are waiting
service-crowded-here-body = A person has to read them first. Try again tomorrow; your preview is kept for a week.
service-crowded-title = Many proposals are waiting
service-crowded-body = People have to read them first. Try again tomorrow; your preview is kept for a week.
service-away-title = We cannot save anything at the moment
service-away-body = Your proposal is not lost as long as this page is open. Load it again in a few minutes and let the browser send the form once more.
service-unknown-key-title = This proposal is not there any more
service-unknown-key-body = A preview is kept for a week at most, and deleted once it is sent. Fill in the form again.
service-not-found-title = There is no such page
service-not-found-body = Check that you copied the whole address, with everything after the question mark.
service-sign-in-title = This page needs a key
service-sign-in-body = Open the maintainer’s page and write the key.
service-trouble-title = Something went wrong here
service-trouble-body = It is not your fault and it has been noted. Load this page again in a few minutes: the browser then sends the form once more.
service-cannot-now-title = This is not possible any more
service-cannot-now-body = Somebody was faster. Look at the page of the proposal again.
mail-title = News by e-mail
mail-address = E-mail address
mail-address-hint = We send you one link to confirm it, then the answers to your proposal. The address is never published, and it is deleted { PLURAL($days) ->
    [one] { NUMBER($days) } day
   *[other] { NUMBER($days) } days
} after your proposal has ended.
mail-address-wrong = This is no e-mail address that we can write to. It looks like name@example.org.
mail-give = Use this address
mail-forget = Forget this address
mail-kept-waiting = { $address } is kept and waits for you to press the button in the mail that we sent there.
mail-kept-confirmed = { $address } is kept and confirmed. News go there.
mail-ask-title = Confirm your address
mail-ask-lead = Press the button if you proposed something to this catalogue and gave this address. If it was not you, close this page.
mail-ask-button = Yes, this address is mine
mail-done-title = Your address is confirmed
mail-done-lead = Thank you. From now on we write to you when there is news of your proposal. You can close this page.
mail-gone-title = This link does nothing any more
mail-gone-lead = It works for a week, for the address that was given last. On the page of your proposal you can give the address again.
mail-refused-title = The e-mail address needs a look
mail-refused-lead = Nothing is lost. Correct the address and go on, or leave the field empty and go on without news by mail.
mail-refused-button = Go on
mail-confirm-subject = Confirm your address for { $site }
mail-confirm-body = Somebody proposed something to the catalogue “{ $site }” and gave this address for the answers. If it was you, open this page and press the button:
mail-confirm-otherwise = The link works for { PLURAL($days) ->
    [one] { NUMBER($days) } day
   *[other] { NUMBER($days) } days
}. If it was not you, do nothing: nobody writes to you again, and the address is deleted.
mail-proposed-subject = People can read your proposal “{ $title }” now
mail-proposed-body = Your proposal “{ $title }” has reached the people who look after the catalogue “{ $site }”. One of them will read it and answer.
mail-changes-requested-subject = A question about your proposal “{ $title }”
mail-changes-requested-body = A person who looks after the catalogue “{ $site }” has read your proposal “{ $title }” and asks you for something:
mail-published-subject = Your proposal “{ $title }” is published
mail-published-body = Thank you. Your proposal “{ $title }” is in the catalogue “{ $site }” now:
mail-declined-subject = Your proposal “{ $title }” was not accepted
mail-declined-body = The people who look after the catalogue “{ $site }” have not accepted your proposal “{ $title }”. If they gave a reason, it follows:
mail-footer = On the page of your proposal you see everything that happened, and you can answer, change or withdraw it and stop these mails. Its address is only for you; do not pass it on:
maintain-title = Proposals
maintain-sign-in = Open the maintainer’s page
maintain-token = Key
maintain-token-hint = It is in the address that the service printed when it started.
maintain-sign-in-button = Open
maintain-wrong-token = This key does not fit.
maintain-too-many-keys = Too many wrong keys came from your network. The next one is looked at in { NUMBER($seconds) } s.
maintain-none = There is nothing to do.
maintain-open = Waiting
maintain-closed = Done
maintain-by = From { $name }
maintain-confirmed-by = Confirmed by { $domain }
maintain-anonymous = Without a name
maintain-contributor = Contributor
maintain-reviewers = Reviewers by CODEOWNERS
maintain-decision = Decision
maintain-branch = Branch
maintain-received = Sent
maintain-preview-in = As it will look in:
maintain-before-in = As it is now in:
maintain-preview = See the entry as it will look
maintain-report = Report of the check
maintain-report-clean = No mistakes and no warnings.
maintain-report-mistakes = To be mended before it can be published
maintain-report-hints = Could be better
check-place = { $file }, line { NUMBER($line) }
check-not-stated = “{ $label }” is missing. Readers will see “not stated”.
check-personal-data = This may be the address, number or code of a person:
check-broken-link = A link leads nowhere:
check-missing-file = A file is named that is not there:
check-unlisted-file = A file lies here that the entry does not offer:
check-missing-words = The name or summary is missing:
check-unknown-term = A term is not in the lists of the catalogue:
check-dangling-reference = It names an entry that does not exist:
maintain-changes = The branch has changed
maintain-changes-note = Somebody has changed these files on the branch since the proposal was sent. Report, preview and files show what lies there now, and that is what you publish.
maintain-change-added = added
maintain-change-edited = changed
maintain-change-removed = removed
maintain-files = Files
maintain-file = file
maintain-show-text = Show the text
maintain-merge = Publish it
maintain-merge-hint = Merges the branch into { $branch }. The site shows the entry a few seconds later.
maintain-merge-confirm = Yes, publish what I have seen
maintain-decline = Decline it
maintain-decline-reason = Reason, for the page of the contributor
maintain-reason-missing = Write a reason. The contributor reads it.
maintain-decline-confirm = Decline with this reason
maintain-ask = Ask for a change
maintain-ask-words = What should change, for the page of the contributor
maintain-ask-confirm = Ask for this
maintain-release = Let it out for review
maintain-release-hint = From then on it is public where the proposals are reviewed, and that cannot be taken back.
maintain-not-spam = It is no spam
maintain-not-spam-hint = It waits again until somebody lets it out.
maintain-suspicion = Looks like spam
maintain-suspicion-words = It shares these words with what was taken for spam: { $words }. This is learnt from what maintainers decide here, and decides nothing.
maintain-spam = It is spam
maintain-spam-hint = It leaves the queue, and its branch is removed. This can be taken back.
maintain-spam-confirm = Yes, it is spam
maintain-history = What happened
maintain-event-draft = Drafted
maintain-event-received = Sent
maintain-event-confirmed = Address confirmed
maintain-event-held = Held
maintain-event-queued = Put in line
maintain-event-proposed = On its branch
maintain-event-changes-requested = A change was asked for
maintain-event-updated = New version sent
maintain-event-published = Published
maintain-event-declined = Declined
maintain-event-withdrawn = Withdrawn
maintain-event-spam = Marked as spam
maintain-event-failed = Failed
maintain-retry = Try again
maintain-state-queued = Waiting for the worker
maintain-state-proposed = Ready to be read
maintain-state-failed = Failed: { $reason }
maintain-state-published = Published
maintain-state-declined = Declined
maintain-state-withdrawn = Withdrawn
maintain-state-received = Received
maintain-state-confirmed = Confirmed
maintain-state-held = Held until somebody lets it out
maintain-state-changes-requested = Waits for a change by the contributor
maintain-state-updated = A new version waits for the worker
maintain-state-spam = Spam
maintain-not-merged = It was not published
maintain-unread = The branch cannot be read
maintain-moved = The branch has changed since you opened this page. Look at what lies there now, then decide.
maintain-dirty = The checked-out folder has changes that are not committed: { $files }. Commit or undo them, then try again.
maintain-conflict = The main branch has something else in the same place: { $files }. Decline it, or solve it with Git.
maintain-errors = The entry has mistakes now. Look at the report.
maintain-refused = Git says: { $detail }

## About an entry

improve-edit = Correct or add something
improve-report = Report a problem
improve-use = We use this
improve-review = Write a review
uses-title = Who uses it
reviews-title = Reviews
reviews-average = { NUMBER($whole) }.{ NUMBER($tenths) } of 5, from { NUMBER($count) } reviews
reviews-few = An average is shown from five reviews on.
review-unnamed = Without a name
stars = { PLURAL($count) ->
    [one] { NUMBER($count) } star of 5
   *[other] { NUMBER($count) } stars of 5
}
form-edit = Correct or add something
form-edit-lead = Change what is wrong and add what is missing; leave the rest as it is. You see the page before you send it. A person reads every change.
form-translate = Translate an entry
form-translate-lead = Write the translation beside each text. Language of the translation: { $language }. You need not translate everything.
form-translate-nothing = Nothing here waits for a translation into this language.
form-use = We use this
form-use-lead = It helps others to see who works with it and how that went. A person reads every answer.
form-review = Write a review
form-review-lead = Say what helped and what did not. A person reads every review before it is shown.
form-report = Report a problem
form-report-lead = Something is wrong, broken or cannot be used? Say so here. A person reads every report.
form-about = About:
form-words-in = Language of the texts
preview-report = Read it once more
form-group-texts = Texts
form-group-use-of = Who uses it, and what for
form-group-review-of = Your review
form-group-report-of = The problem
form-group-remark = A word to the people who review it
field-snapshot = What the picture { $name } shows
field-use-organisation = Organisation
field-use-name = Its name, if it is not in the list
hint-use-name = Of an organisation or a group, not of a person.
field-use-text = What for, and how it went
field-use-address = A public page about it
hint-use-address = Beginning with https://
field-version = Version
field-stars = How much did it help?
field-review-text = Why
hint-review-text = What helped, what did not, and for whom it is good. No names of people.
field-message = What is wrong?
hint-message = Where on the page, and what should stand there. No names or addresses of people: everybody may be able to read it. { NUMBER($min) } to { NUMBER($max) } characters.
field-remark = Why this change?
hint-remark = It does not become part of the entry. Up to { NUMBER($max) } characters.
field-edit-agree = My text may be published under the licence of this entry, or else under CC BY 4.0. What is published stays in the history of public files and cannot be erased from there.
field-translate-agree = My translation may be published under the licence of this entry, or else under CC BY 4.0. What is published stays in the history of public files and cannot be erased from there.
field-use-agree = My text may be published under CC BY 4.0, and I may speak for this organisation. What is published stays in the history of public files and cannot be erased from there.
field-review-agree = My text may be published under CC BY 4.0. What is published stays in the history of public files and cannot be erased from there.
field-review-show-name = Show my name with the review
field-edit-show-name = Show my name in the history of the entry
field-translate-show-name = Show my name in the history of the entry
field-report-agree = Everybody may read my report
error-nothing-changed = Nothing has been changed yet. Change at least one answer.
error-changed-meanwhile = Somebody has changed “{ $label }” since you opened the form. Open the entry in another tab, look at what stands there now, and fill in the form anew.
error-who-uses = Choose the organisation, or write its name.
error-cannot-edit = “{ $label }” is written in a way that this form cannot change. Report it as a problem instead.
service-preview-edit-lead = This is how the entry will look. What you change stands below. Read it once more, then send it.
service-preview-report-title = Read it once more
service-preview-report-lead = This is what you send. People who keep the catalogue read it; where the catalogue is kept in public, everybody can.
service-differences = What you change
service-others-waiting = Somebody else has proposed a change to this entry, and it waits to be read. If both change the same, a person decides.
service-see-other = See it
difference-field = Field
difference-before = Before
difference-after = After
difference-none = (nothing)
difference-file = File { $name }
service-status-about = Your contribution about “{ $title }”
service-state-report-proposed = Thank you. A person will read your report and answer on this page.
service-state-report-published = Thank you. The problem has been dealt with.
service-state-report-declined = Your report was closed without a change.
service-event-report-published = The problem was dealt with
service-back-to-entry = Back to the entry
maintain-ask-edit = Change of “{ $title }”
maintain-ask-translation = Translation of “{ $title }”
maintain-ask-use = Use of “{ $title }”
maintain-ask-review = Review of “{ $title }”
maintain-ask-report = Problem with “{ $title }”
maintain-words = What was written
maintain-differences = What it changes
maintain-before = See the entry as it is
maintain-done = It is dealt with
maintain-done-hint = Its writer reads that the problem is solved.
save-file = Save as a file
save-file-lead = This copy of the site has no service that takes proposals. Fill in the form, save it as a file, and send that by e-mail. Saving needs JavaScript.
save-file-done = The file is saved. Now send it by e-mail to the people who keep the catalogue.
save-file-failed = The file could not be saved. Load the page again and try once more.
save-file-missing = Answer every question that is not optional.
save-file-readme = A contribution to the catalogue. Whoever keeps the catalogue runs: interlink apply FILE
propose-schema = Share a way of working
field-outline = Phases, objectives and tasks
hint-outline = One line each. Phases begin at the margin; put two spaces before an objective and four before a task.
hint-schema-summary = What is made with it and who works together, in one or two sentences. { NUMBER($min) } to { NUMBER($max) } characters.
field-schema-agree = My text may be published under CC BY 4.0. What is published stays in the history of public files and cannot be erased from there.
error-outline-flat = Write at least one phase, an objective below it, and a task below that, each further in than the one above.
error-outline-deep = Line { NUMBER($count) } is further in than a task. There are phases, objectives and tasks, no more.
error-outline-line = Line { NUMBER($count) } is too long or empty. Write the name of the step, in up to 200 characters.
form-group-from-process = From a process
field-tree = Steps of the process
hint-tree = The workspace fills this in when you publish a process. It can also be pasted: a file tree.yaml, as stories have it.
error-tree-large = The tree is larger than { NUMBER($limit) } kB. Leave out descriptions, or steps that were not done.
error-tree-none = This is no tree of a story: it has no list of steps. Let the workspace fill it in, or leave the field empty.
error-tree-line = Line { NUMBER($count) } of the tree cannot be read: { $detail }
error-tree-step = The check found a mistake in the step “{ $value }” of the tree: { $detail }
error-tree-personal = The step “{ $value }” of the tree seems to hold an e-mail address, phone number or code of a person. Remove it.
form-process-from = This form is filled in from your process “{ $name }”. What you change here does not change the process.
form-process-filled = Filled in: { $fields }.
form-process-left = Something stood there already, so it was left as it is: { $fields }.
form-process-back = Back to the process
form-process-forget = Forget what came from the process
form-process-forgotten = What came from the process is out of the form again and forgotten here. The process itself is as it was.
form-process-leaving = What leaves this browser
form-process-leaving-lead = This is all that is sent when you go on. What is published stays public, so read it once more.
form-process-empty = Left empty: { $fields }.
form-process-file = { $name }, { $size }
form-process-names = Names of your team stand in this
form-process-name-in = “{ $text }” in “{ $label }”
form-process-no-name = “{ $text }” is not the name of a person here
form-process-mend = Change “{ $label }”
form-process-refused = Nothing was sent. Take the names out first, or tick what is no name.
form-process-go = Go on with this
form-process-change = Back to the form
field-regulations = Rules and standards
field-retirement-reason = Why it was retired
field-place = Place
error-entry-gone = This entry is not there any more, or has another name by now. Look for it in the catalogue.
field-date = Date
field-by = By
hint-use-language = The language you wrote the text in.
hint-review-language = The language you wrote the text in.
hint-page-summary = What the page is about, in one or two sentences. { NUMBER($min) } to { NUMBER($max) } characters.
hint-news-summary = What is new, in one or two sentences. { NUMBER($min) } to { NUMBER($max) } characters.
form-stopped = Nothing has been sent yet. Look at the answers that are marked; if they are right, press again.
form-draft-keep = Keep what I type on this device
form-draft-hint = In this browser only, until you send it or take the tick away; a draft of more than 60 days is deleted when you come back. Files are not kept. Do not tick it on a computer that others use.
form-draft-kept = What you type is kept on this device.
form-draft-back = Draft from { $date } is back.
form-draft-changed = Somebody has changed this since: { $fields }. Look at what the entry says now before you send.
form-draft-delete = Delete the draft
form-draft-deleted = The draft is deleted, and the form is as it was at first.
form-draft-off = What was kept is deleted. Nothing more is kept.
form-draft-failed = This browser keeps nothing, or there is no room left. What you typed is still in the form, but it is not kept.
form-draft-unreadable = What was kept here could not be read and is deleted.
