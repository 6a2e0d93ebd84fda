"""The text of mkdocs.yml and of the files that it inherits from: the lines of its settings."""

from collections.abc import Iterator
from pathlib import Path

import yaml


def compose_files(config: Path) -> Iterator[tuple[Path, yaml.Node]]:
    """Yield a mkdocs.yml, then the file that `INHERIT` names in it, and so on, with the nodes of
    each; end at one that can't be read: MkDocs reports it.
    """
    seen: set[Path] = set()
    while config not in seen and config.is_file():
        seen.add(config)
        try:
            root = yaml.compose(config.read_bytes())
        except (yaml.YAMLError, RecursionError):
            return
        if root is None:  # an empty file
            return
        yield config, root
        parents = (str(held.value) for key, held in iterate_pairs(root) if key.value == "INHERIT")
        config = config.parent / next(parents, "")


def iterate_pairs(node: yaml.Node) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """Yield the keys and values of a group of settings, or of the groups in a list."""
    for one in node.value if isinstance(node, yaml.SequenceNode) else (node,):
        yield from one.value if isinstance(one, yaml.MappingNode) else ()


def find_line(config: Path, name: str) -> str:
    """Return "mkdocs.yml, line 3" for the archive's own setting `name`, or the path alone."""
    for file, root in compose_files(config):
        groups = [root]
        for above in ("plugins", "orders-archive"):
            groups = [
                held for one in groups for key, held in iterate_pairs(one) if key.value == above
            ]
        for key in (key for one in groups for key, _ in iterate_pairs(one) if key.value == name):
            return f"{file}, line {key.start_mark.line + 1}"
    return str(config)
