"""`orders mcp`: the archive for an assistant."""

from importlib.resources import files as packaged
from pathlib import Path

import click

from build_scripts import api


@click.command()
@click.argument("site", required=False)
@api.config_option
@click.option(
    "--http",
    "port",
    type=click.IntRange(1, 65535),
    help="Serve HTTP on this port of 127.0.0.1 instead of standard input and output.",
)
@click.option("--skill", is_flag=True, help="Print a skill file (SKILL.md) for agents instead.")
def mcp(site: str | None, config: Path, port: int | None, skill: bool) -> None:
    """Let an assistant search, read and cite an archive, by the Model Context Protocol.

    SITE is the folder of a built site, or the address of a published one: anybody's archive, over
    the files that it serves. Without SITE it is the built site of the archive here. Nothing else is
    read, and nothing is written.

    An assistant starts the command itself; configure it with

    \b
      {"mcpServers": {"orders": {"command": "orders", "args": ["mcp", "https://example.org/"]}}}

    Needs the extra: pip install 'orders-archive[mcp]'. --skill needs none:

    \b
      mkdir -p .claude/skills/orders-archive
      orders mcp --skill > .claude/skills/orders-archive/SKILL.md
    """  # noqa: D301
    if skill:
        place = packaged("build_scripts.extensions.assistant") / "skill.md"
        click.echo(place.read_text(encoding="utf-8"), nl=False)
        return
    with api.require_extra("`orders mcp`", "mcp"):
        from build_scripts.extensions.assistant.server import make_server
    if port:
        api.listen(port, "--http").close()
    files = api.open_files(site or str(api.open_archive(config).site_dir))
    published = api.PublishedSite(files)
    here = f", at http://{api.HERE}:{port}/mcp" if port else ""
    click.echo(
        f"{api.count(published.manifest['orders'], 'order')} of {files.place}{here}", err=True
    )
    server = make_server(published)
    if port is None:
        server.run()
    else:
        server.run("streamable-http", port=port)
