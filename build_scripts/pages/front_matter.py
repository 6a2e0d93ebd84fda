"""The metadata at the top of a page, as YAML that reads back to the same values."""

from collections.abc import Mapping
from typing import Any

import yaml


def write_front_matter(values: Mapping[str, Any]) -> str:
    """Return `values` as a YAML block between `---` lines, every string quoted: bare, YAML would
    read 5:17 as 317, NO as false and 012 as 10.
    """
    body = yaml.dump(
        dict(values), Dumper=_QuotingDumper, allow_unicode=True, sort_keys=False, width=10**6
    )
    return f"---\n{body}---\n"


class _QuotingDumper(yaml.CSafeDumper):
    """Quotes strings that are values, by libyaml's writer, which takes a tenth of the time."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 (asked for every value alike)
        """Write a list twice rather than as an anchor: people read this."""
        return True

    def represent_mapping(
        self, tag: str, mapping: Any, flow_style: bool | None = None
    ) -> yaml.MappingNode:
        """Represent a mapping, its keys unquoted."""
        node = super().represent_mapping(tag, mapping, flow_style)
        for key, _ in node.value:
            key.style = None
        return node


def _represent_quoted(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')


_QuotingDumper.add_representer(str, _represent_quoted)
