"""What stands behind an order's own text describes it no more; its authors are judges."""

from build_scripts.describing import describe_order
from build_scripts.model.description import JudgeRole, Outcome
from tests.orders_from_text import clean_text

OPINION = """\
                  United States Court of Appeals
                        For the First Circuit

No. 09-1234

                               JANE ROE,
                          Plaintiff, Appellant,

                                   v.

                           ACME MILLS, INC.,
                          Defendant, Appellee.

               Before POE, MOE, and DOE, Circuit Judges.

     POE, Circuit Judge. The plaintiff asks that we set aside the judgment
against her, which the district court entered after a trial without a jury
that took four days. We decline to do so, since the record is plain, and no
finding of fact in it can be called clearly erroneous.

     For these reasons, we affirm the judgment of the district court.

     DOE, Circuit Judge, dissenting. The record is less plain than the majority
thinks, and so I respectfully dissent. What the trial judge found in those
four days is not what the papers in the record say.

     For these reasons, we reverse the judgment and remand the case.
"""


def test_a_dissent_rules_nothing_and_its_author_dissents() -> None:
    description = describe_order(clean_text(OPINION))
    assert [claim.value.outcome for claim in description.rulings] == [Outcome.AFFIRMED]
    assert description.disposition is not None
    assert description.disposition.value is Outcome.AFFIRMED
    assert [(claim.value.name, claim.value.role) for claim in description.judges] == [
        ("Poe", JudgeRole.AUTHOR),
        ("Moe", JudgeRole.PANEL),
        ("Doe", JudgeRole.DISSENTING),
    ]


def test_an_authors_evidence_is_his_byline() -> None:
    clean = clean_text(OPINION)
    (dissenter,) = (
        claim for claim in describe_order(clean).judges if claim.value.role is JudgeRole.DISSENTING
    )
    assert dissenter.evidence is not None
    assert "DOE" in clean.reading_text[dissenter.evidence.start : dissenter.evidence.end]
