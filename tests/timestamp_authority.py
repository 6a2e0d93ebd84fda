"""An authority of RFC 3161 on this machine: OpenSSL makes its keys and its tokens."""

import subprocess
from pathlib import Path

SETTINGS = """\
[ own ]
serial = ./serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
"""


def openssl(folder: Path, command: str) -> None:
    subprocess.run(["openssl", *command.split()], cwd=folder, check=True, capture_output=True)


def make_keys(folder: Path) -> None:
    """Make a root, an authority that it certifies, and a root that certifies nobody."""
    (folder / "tsa.cnf").write_text(SETTINGS)
    (folder / "ext.cnf").write_text("extendedKeyUsage=critical,timeStamping\n")
    new = "-newkey rsa:2048 -nodes"
    for root in ("ca", "stranger"):
        openssl(
            folder,
            f"req -x509 {new} -keyout {root}.key -out {root}.pem -days 3650 -subj /CN={root}",
        )
    openssl(folder, f"req {new} -keyout tsa.key -out tsa.csr -subj /CN=Clock")
    openssl(
        folder,
        "x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 3650"
        " -extfile ext.cnf -out tsa.pem",
    )


def answer(keys: Path, query: bytes) -> bytes:
    """Answer a query."""
    (keys / "query").write_bytes(query)
    command = "ts -reply -config tsa.cnf -section own -queryfile query -signer tsa.pem"
    openssl(keys, f"{command} -inkey tsa.key -chain ca.pem -out reply")
    return (keys / "reply").read_bytes()


def make_token(keys: Path, line: str) -> bytes:
    """Return a token of a line of a log."""
    (keys / "line").write_text(line)
    openssl(keys, "ts -query -data line -sha256 -cert -out asked")
    answer(keys, (keys / "asked").read_bytes())
    openssl(keys, "ts -reply -in reply -token_out -out token")
    return (keys / "token").read_bytes()
