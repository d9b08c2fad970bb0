"""Holds exported linked data to the official SHACL shapes: a catalogue to DCAT-AP 3.0.1 and ADMS-AP 2.01,
public services to CPSV-AP 3.2.0.

Usage: shapes.py STANDARDS catalogue|services FILE. Prints each violation, counts warnings, exits with 1 when there is
a violation. Nothing is fetched: the shapes, the EU authority tables and the class hierarchy are files of
STANDARDS; imports are not followed.

The tables are merged into the data because the shapes ask of what class an authority's value is, which
the tables do not say themselves; what the shapes then say about the tables is left out.
"""

import sys
from pathlib import Path

from pyshacl import validate
from rdflib import RDF, SH, SKOS, Graph, URIRef

DCT = "http://purl.org/dc/terms/"
AUTHORITY = "http://publications.europa.eu/resource/authority/"
# The class that each table's values are of.
CLASSES = {
    f"{AUTHORITY}language": [f"{DCT}LinguisticSystem"],
    f"{AUTHORITY}country": [f"{DCT}Location"],
    f"{AUTHORITY}file-type": [f"{DCT}MediaTypeOrExtent", f"{DCT}MediaType"],
    f"{AUTHORITY}access-right": [f"{DCT}RightsStatement"],
    f"{AUTHORITY}frequency": [f"{DCT}Frequency"],
}
# The shapes of CPSV-AP ask more of data sets and agents than DCAT-AP does, so each graph has its own.
LAYERS = {
    "services": ["cpsv-ap/cpsv-ap-SHACL.ttl"],
    "catalogue": [
        "dcat-ap/html-shacl/shapes.ttl",
        "dcat-ap/html-shacl/shapes_recommended.ttl",
        "dcat-ap/html-shacl/range.ttl",
        "dcat-ap/html-shacl/mdr-vocabularies.shape.ttl",
        "dcat-ap/html-shacl/deprecateduris.ttl",
        "dcat-ap/dcat-ap-SHACL.ttl",
        "dcat-ap/dates.ttl",
        "adms-ap/adms-ap-2.01-mandatory.ttl",
    ],
}


def background(standards: Path) -> Graph:
    """The authority tables with the classes of their values, and the class hierarchy."""
    tables = Graph()
    for file in sorted((standards / "eu-authority").glob("*.ttl")):
        tables.parse(file, format="turtle")
    for scheme, classes in CLASSES.items():
        for concept in list(tables.subjects(SKOS.inScheme, URIRef(scheme))):
            for name in classes:
                tables.add((concept, RDF.type, URIRef(name)))
    return tables


def main() -> int:
    standards, profile, file = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    own = Graph().parse(file, format="json-ld" if file.suffix == ".jsonld" else "turtle")
    data = background(standards) + own
    subjects = set(own.subjects())
    if not subjects:
        print("the graph is empty, so that nothing was checked")
        return 1
    violations, warnings = 0, 0
    for layer in LAYERS[profile]:
        shapes = Graph().parse(standards / layer, format="turtle")
        _, results, _ = validate(data, shacl_graph=shapes, do_owl_imports=False, inference="none", advanced=False)
        found = []
        # A result may have details that are results themselves; the report lists those that count.
        for result in results.objects(None, SH.result):
            focus = results.value(result, SH.focusNode)
            if focus not in subjects:
                continue
            if results.value(result, SH.resultSeverity) != SH.Violation:
                warnings += 1
                continue
            path = results.value(result, SH.resultPath)
            value = results.value(result, SH.value)
            message = results.value(result, SH.resultMessage)
            found.append(f"{focus} {path} {value}: {message}")
        violations += len(found)
        for line in sorted(found):
            print(f"{layer}: {line}")
    print(f"{len(own)} statements: {violations} violations, {warnings} warnings")
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main())
