"""Other words for what motions ask for, as people type them."""

from collections.abc import Mapping
from types import MappingProxyType

from build_scripts.model.description import MotionKind as M

MOTION_SYNONYMS: Mapping[M, tuple[str, ...]] = MappingProxyType(
    {
        M.EXPEDITE: ("expedited", "shorten time", "shortening time"),
        M.IN_FORMA_PAUPERIS: ("ifp", "fee waiver", "waive fees"),
        M.SUMMARY_JUDGMENT: ("msj", "summary adjudication"),
        M.DEFAULT_JUDGMENT: ("judgment by default",),
        M.JUDGMENT_AS_A_MATTER_OF_LAW: ("jmol", "directed verdict"),
        M.CLASS_CERTIFICATION: ("certify a class", "certify class", "class action"),
        M.DISMISS: ("dismissal", "mtd", "demurrer"),
        M.COMPEL_ARBITRATION: ("arbitrate", "arbitration"),
        M.SEAL: ("sealing", "sealed", "redact", "redacting", "redaction", "under seal"),
        M.RESTRAINING_ORDER: ("tro", "temporary restraining order"),
        M.PRELIMINARY_INJUNCTION: ("injunctive relief", "enjoin"),
        M.QUASH: ("quashing",),
        M.STRIKE: ("striking",),
        M.RECONSIDERATION: ("reconsider", "rehearing", "rehear"),
        M.TRANSFER: ("change of venue", "change venue"),
        M.AMEND: ("amendment", "leave to amend"),
        M.SUPPRESS: ("suppression", "suppress evidence"),
        M.FEES: ("attorney fees", "attorneys fees", "attorney's fees", "attorneys' fees", "costs"),
        M.PROTECTIVE_ORDER: ("confidentiality order",),
        M.INTERVENE: ("intervention", "intervenor"),
        M.EXTENSION: ("extend time", "more time", "continuance", "enlargement of time"),
        M.WITHDRAW_AS_COUNSEL: ("withdrawal of counsel", "withdraw"),
        M.HABEAS_CORPUS: ("habeas",),
        M.CERTIFICATE_OF_APPEALABILITY: ("coa",),
        M.SEVER: ("severance",),
        M.CONSOLIDATE: ("consolidation",),
        M.RECUSE: ("recusal", "disqualify", "disqualification"),
        M.RELEASE: ("bail", "bond"),
        M.REDUCE_SENTENCE: ("compassionate release", "sentence reduction"),
    }
)
"""Words in small letters; each is of one kind."""
