"""The command line: arguments in, exit code out.

A command's file, with all that it needs, is loaded when the command is run.
"""

import atexit
import gc
import os
import sys
from collections.abc import Callable, Iterator
from functools import cache, partial
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

from build_scripts.cli.error_message import print_error
from build_scripts.cli.registry import list_extension_commands
from build_scripts.model.text.os_errors import describe_os_error
from build_scripts.problems import ArchiveError, ExitCode

_OWN_COMMANDS = {
    "add": "Copy raw orders into orders/<court>/<docket>/.",
    "addresses": "List the former addresses of orders, cases and judges.",
    "build": "Convert all orders and build the site.",
    "cache": "Print the size of the cache of converted orders; prune it.",
    "changes": "List what the next build will change.",
    "check": "List what is wrong or doubtful, and what to do about it.",
    "correct": "Correct the facts of an order.",
    "explain": "Print why a field of an order has its value.",
    "guide": "Print a page of the manual.",
    "init": "Begin a new archive in a folder.",
    "search": "Search the orders, as on the site.",
    "serve": "Show the site on this machine, always up to date.",
    "show": "Print one order as Markdown, or its data as JSON.",
    "upgrade": "Bring an archive of an earlier version to this one.",
    "verify-links": "Ask CourtListener whether it has the cases that orders cite.",
    "withhold": "Take an order, or a part of it, off the site.",
}
_ADDED_COMMANDS = list_extension_commands()
COMMANDS = {
    **_OWN_COMMANDS,
    **{name: sentence for name, (_, sentence) in _ADDED_COMMANDS.items()},
}
"""Each command with its sentence in `orders --help`."""
CODES = "\n".join(f"  {code.value:>3}  {code.name.lower().replace('_', ' ')}" for code in ExitCode)


class _Commands(click.Group):
    """Commands by name and sentence; only the one that is run is loaded."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command by name, as click does, and load it."""
        name, known, rest = super().resolve_command(ctx, args)
        return name, load_command(name) if name and known else None, rest


@cache
def load_command(name: str) -> click.Command:
    """Return the command of one of the names in `COMMANDS`, from the file of its name in cli/, that
    of the program or of an extension.

    Loaded objects stay. They are excluded from garbage collection, then and later: that takes a
    seventh of the time, and would copy them in every process that shares the work.

    None of its options, nor those of its subcommands, accepts a placeholder.
    """
    word = f"{name}_" if iskeyword(name) else name.replace("-", "_")
    package, _ = _ADDED_COMMANDS.get(name, ("build_scripts.cli", ""))
    gc.disable()
    try:
        command: click.Command = getattr(import_module(f"{package}.{word}"), word)
    finally:
        gc.freeze()
        gc.enable()
    for option in list_options(command):
        option.callback = partial(_refuse_placeholder, option.callback)
    return command


def list_options(command: click.Command) -> Iterator[click.Option]:
    """Yield the options of a command and of its subcommands that take a value from the user."""
    yield from (
        one
        for one in command.params
        if isinstance(one, click.Option)
        and not one.is_flag
        and not isinstance(one.type, click.Path)
    )
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        yield from list_options(inner)


def _refuse_placeholder(
    convert: Callable[[click.Context, click.Parameter, Any], Any] | None,
    context: click.Context,
    option: click.Parameter,
    value: Any,
) -> Any:
    """Raise click.BadParameter if a typed value still contains a placeholder."""
    from build_scripts.model.text.placeholders import find_placeholder

    for each in value if isinstance(value, tuple) else (value,):
        if isinstance(each, str) and (placeholder := find_placeholder(each)):
            raise click.BadParameter(
                f"“{placeholder}” is a placeholder. Replace it with what you mean.", context, option
            )
    return convert(context, option, value) if convert else value


@click.group(
    cls=_Commands,
    commands=[click.Command(name, help=sentence) for name, sentence in COMMANDS.items()],
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=f"\b\nExit codes:\n{CODES}",
)
@click.version_option(package_name="orders-archive")
def commands() -> None:
    """Turn a folder of raw judicial orders into a static website.

    Raw orders lie in orders/, one a file, at any depth. `orders build` makes the site from them.
    `orders COMMAND --help` describes a command.
    """


def main() -> None:
    """Run the command line; every error of ours becomes its message and exit code."""
    if sys.getfilesystemencoding() != "utf-8" and os.environ.get("PYTHONUTF8") != "1":
        # Else files whose names have other letters than the locale's leave the site.
        os.environ["PYTHONUTF8"] = "1"
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606
    if sys.stdout is None:  # `orders check >&-`: else the next file that is opened takes its place
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115
    atexit.register(gc.freeze)  # else it looks for garbage once more, in all that goes away now
    try:
        commands.main(standalone_mode=False)
    except ArchiveError as error:
        print_error(error)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted; nothing is left half-written.", err=True)
        sys.exit(ExitCode.INTERRUPTED)
    except MemoryError:
        print_error(ArchiveError("The memory is full. End other programs, or run it elsewhere."))
        sys.exit(ExitCode.BAD_INPUT)
    except BrokenPipeError:  # `orders show … | head`
        sys.stderr.close()
        sys.exit(ExitCode.OK)
    except OSError as error:
        if error.errno is None:  # not a refusal of the system: a defect
            raise
        print_error(ArchiveError(describe_os_error(error)))
        sys.exit(ExitCode.BAD_INPUT)


if __name__ == "__main__":
    main()
