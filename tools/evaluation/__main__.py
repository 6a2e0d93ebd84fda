"""Run a measurement and print its table: `python -m tools.evaluation --renderings`.

A measurement adds its flag to `read_arguments` and its function to `main`.
"""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

_PARTS = ("odd", "even", "kept")  # of a catalog's courts


def read_arguments(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """One flag a measurement; the options below them go with any."""
    parser = argparse.ArgumentParser(prog="python -m tools.evaluation", description=__doc__)
    parser.add_argument("--renderings", action="store_true", help="prose rendered in every form")
    parser.add_argument("--corpus-forms", type=Path, metavar="FOLDER", help="real orders by form")
    parser.add_argument("--gold", type=Path, metavar="FILE", help="labels of orders below --corpus")
    parser.add_argument("--corpus", type=Path, metavar="FOLDER", help="default: beside the labels")
    parser.add_argument(
        "--record", action="store_true", help="keep the figures of --gold or --batches"
    )
    parser.add_argument("--batches", type=Path, metavar="FILE", help="labels that name batches")
    parser.add_argument("--batch", default="1-8", help="which: 3, or 1-5 (default: all)")
    parser.add_argument("--errors", default="", metavar="FIELDS", help="print errors: judges,date")
    parser.add_argument(
        "--calibration", action="store_true", help="how often values of --batches are right"
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="processes for --batches")
    parser.add_argument(
        "--second-reader",
        choices=("nothing", "check", "fill"),
        help="what it does in --batches (default: as in a build)",
    )
    parser.add_argument("--first-sights", action="store_true", help="print the recorded ones")
    parser.add_argument("--against", choices=["centralia"], help="a rival, over --batches")
    parser.add_argument("--rival-python", type=Path, metavar="FILE", help="of its environment")
    parser.add_argument("--label-free", type=Path, metavar="FOLDER", help="counts without labels")
    parser.add_argument("--show", metavar="PATH", help="what --label-free counted below PATH")
    parser.add_argument("--citations", type=Path, metavar="FOLDER", help="a folder of gold labels")
    parser.add_argument(
        "--antecedents", type=Path, metavar="CORPUS", help="our own labels of back-references"
    )
    parser.add_argument(
        "--citation-links", type=Path, metavar="CORPUS", help="links between orders"
    )
    parser.add_argument("--agreement", type=Path, metavar="FOLDER", help="text against its JSON")
    parser.add_argument(
        "--between-orders", type=Path, metavar="CORPUS", help="what became of them, which are alike"
    )
    parser.add_argument(
        "--clerks", type=Path, metavar="FOLDER", help="orders against clerks' lines"
    )
    parser.add_argument(
        "--catalog", type=Path, metavar="FOLDER", help="orders against catalogs' facts"
    )
    parser.add_argument(
        "--part",
        default="papers-odd",
        choices=[f"{kind}-{part}" for kind in ("papers", "decisions") for part in _PARTS],
        help="which of --catalog, by its courts (default: %(default)s)",
    )
    parser.add_argument("--private", type=Path, metavar="CORPUS", help="private data found")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=300, help="renderings in all")
    parser.add_argument("--json", action="store_true", help="JSON in place of a table")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run every measurement asked for."""
    options = read_arguments(arguments)
    if options.renderings:
        from tools.evaluation.renderings import print_renderings

        print_renderings(options.seed, options.count, as_json=options.json)
    if options.corpus_forms:
        from tools.evaluation.corpus_forms import print_corpus_forms

        print_corpus_forms(options.corpus_forms, as_json=options.json)
    if options.gold:
        from tools.evaluation.gold_report import print_gold

        corpus = options.corpus or options.gold.parent
        print_gold(options.gold, corpus, as_json=options.json, record=options.record)
    first, _, last = options.batch.partition("-")
    wanted = range(int(first), int(last or first) + 1)
    if options.against:
        from tools.evaluation.against import print_against

        print_against(options.batches, options.rival_python, wanted)
    elif options.batches:
        from build_scripts.convert.order import SECOND_READER
        from build_scripts.describing.tagging import Use
        from tools.evaluation.first_sight import print_batches

        fields = options.errors.split(",")
        use = Use(options.second_reader) if options.second_reader else SECOND_READER
        print_batches(
            options.batches,
            wanted,
            options.jobs,
            fields,
            record=options.record,
            calibration=options.calibration,
            second_reader=use,
        )
    if options.first_sights:
        from tools.evaluation.first_sight import print_first_sights

        print_first_sights()
    if options.label_free:
        from tools.evaluation.label_free import print_label_free

        print_label_free(options.label_free, options.jobs, options.show)
    if options.citations:
        from tools.evaluation.citations_report import print_citations

        corpus = options.corpus or options.citations.parent / "corpus"
        print_citations(options.citations, corpus, as_json=options.json)
    if options.antecedents:
        from tools.evaluation.citations_report import print_own_antecedents

        print_own_antecedents(options.antecedents)
    if options.citation_links:
        from tools.evaluation.citations_links import print_links

        print_links(options.citation_links)
    if options.agreement:
        from tools.evaluation.gold_agreement import print_agreement

        print_agreement(options.agreement, as_json=options.json)
    if options.between_orders:
        from tools.evaluation.between_orders import print_between

        print_between(options.between_orders)
    if options.clerks:
        from tools.evaluation.clerks import print_clerks

        print_clerks(options.clerks, options.count, options.seed, options.jobs)
    if options.catalog:
        from tools.evaluation.catalog import print_catalog

        kind, _, part = options.part.partition("-")
        print_catalog(
            options.catalog, kind, options.count, part, options.errors.split(","), options.jobs
        )
    if options.private:
        from tools.evaluation.private_data import print_private

        print_private(options.private, as_json=options.json)


if __name__ == "__main__":
    main()
