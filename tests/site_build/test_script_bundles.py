"""Scripts of many modules are served as one file each, which does what they do."""

import shutil
import subprocess

import pytest

from build_scripts.site.script_bundles import bundle

MODULES = {
    "a/page.js": 'export { Pen as Quill, draw } from "./ink/pen.js";\nexport const size = 3;\n',
    "a/ink/pen.js": (
        'import {\n  colour as tint,\n  mix,\n} from "../../b/colour.js";\n'
        "const own = 1; // another module has one too\n"
        "export class Pen {}\n"
        "export async function draw() {\n  return mix(tint, own);\n}\n"
    ),
    "b/colour.js": 'const own="red";function m(a,b){return a+b}export{own as colour,m as mix};\n',
}
TELL = """
const { Quill, draw, size } = await import("data:text/javascript," + encodeURIComponent(TEXT));
process.stdout.write([new Quill().constructor.name, await draw(), size].join(" "));
"""


@pytest.mark.skipif(not shutil.which("node"), reason="needs node: sh tests/install_programs.sh")
def test_a_bundle_gives_what_its_module_gives() -> None:
    made = bundle("a/page.js", MODULES.__getitem__)
    run = subprocess.run(
        ["node", "--input-type=module", "-e", f"const TEXT = {made!r};{TELL}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stdout == "Pen red1 3", run.stderr


def test_each_module_is_in_it_once_behind_what_it_imports() -> None:
    twice = {
        **MODULES,
        "a/two.js": 'import { draw } from "./ink/pen.js";\nimport { mix } from "../b/colour.js";\n',
    }
    made = bundle("a/two.js", twice.__getitem__)
    assert made.count('own="red"') == 1
    assert made.index('own="red"') < made.index("class Pen")
    assert "import" not in made
    assert "export" not in made
