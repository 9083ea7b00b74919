"""A real Neo4j server for the tests: jars from Maven, one process on a free loopback port, its data in a folder of the run.

REGRAPH_NEO4J_VERSION names another version than that of `neo4j/pom.xml`; 2025 and later need Java 21 or newer on the PATH.
"""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from neo4j import GraphDatabase

POM = Path(__file__).parent / "neo4j" / "pom.xml"
SECONDS_TO_START = 120
# Ends the server when the tests do, however they end: a pipe that only they hold is closed.
WATCHED = 'exec 3<&0; (read _ <&3; kill -9 $$) & exec "$@" </dev/null'
QUICK = ("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")  # a short life needs no optimising compiler
ENTRY = "META-INF/services/org.neo4j.server.startup.EntryPoint"  # the class that starts the server, another one in each line
OPEN_MODULES = ("java.base/java.nio", "java.base/java.lang", "java.base/sun.nio.ch")
SETTINGS = """
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.tls_level=OPTIONAL
dbms.ssl.policy.bolt.enabled=true
dbms.ssl.policy.bolt.base_directory={certificates}
dbms.ssl.policy.bolt.private_key=key.pem
dbms.ssl.policy.bolt.public_certificate=certificate.pem
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size={cache}
dbms.usage_report.enabled=false
"""


class Neo4jMissingError(Exception):
    """The server cannot be had here; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Server:
    """How to reach the running server."""

    uri: str
    user: str
    password: str


@contextmanager
def running(home: Path, options: Sequence[str] = QUICK, cache: str = "64m") -> Iterator[Server]:
    """Start the server with its data under `home`, yield it when it answers, end it with all its children.

    `options` are those of Java, `cache` is the size of the page cache.

    Raises Neo4jMissingError when Java or Maven is not there, the jars cannot be had, or the server does not start.
    """
    java = shutil.which("java")
    if java is None:
        raise Neo4jMissingError("java is not on the PATH; install a JRE 17 or 21")
    jars = _jars()
    config = home / "conf"
    config.mkdir(parents=True)
    port = _free_port()
    (config / "neo4j.conf").write_text(SETTINGS.format(port=port, cache=cache, certificates=_certificates(home)))
    opened = [f"--add-opens={module}=ALL-UNNAMED" for module in OPEN_MODULES]
    with (home / "output").open("w") as output:
        process = subprocess.Popen(
            ["sh", "-c", WATCHED, "sh", java, *options, *opened, "-cp", f"{jars}/*", _entry(jars),
             f"--home-dir={home}", f"--config-dir={config}"],
            stdin=subprocess.PIPE, stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
    try:
        _wait(process, home)
        server = Server(f"bolt://127.0.0.1:{port}", "neo4j", secrets.token_urlsafe(16))
        with GraphDatabase.driver(server.uri, auth=("neo4j", "neo4j")) as driver:
            change = "ALTER CURRENT USER SET PASSWORD FROM $old TO $new"
            driver.execute_query(change, {"old": "neo4j", "new": server.password}, database_="system")
        yield server
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def imported(files: Path, home: Path) -> None:
    """Fill the database under `home`, of a server that does not run, with the files of an export by `neo4j-admin`."""
    opened = [f"--add-opens={module}=ALL-UNNAMED" for module in OPEN_MODULES]
    tool = [shutil.which("java") or "java", *opened, "-cp", f"{_jars()}/*", "org.neo4j.cli.AdminTool"]
    home.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as conf:
        (Path(conf) / "neo4j.conf").touch()
        run = subprocess.run(
            [*tool, "database", "import", "full", "neo4j", "@import.args"],
            cwd=files, env={**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": conf}, capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr


def _certificates(home: Path) -> Path:
    """A folder under `home` with a key and a certificate that nobody has signed, for encrypted connections."""
    openssl = shutil.which("openssl")
    if openssl is None:
        raise Neo4jMissingError("openssl is not on the PATH; install it")
    folder = home / "certificates"
    folder.mkdir()
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    return folder


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], home: Path) -> None:
    """Return when the server answers, as its own log says."""
    log = home / "logs" / "neo4j.log"
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        if log.exists() and "Started." in log.read_text():
            return
        time.sleep(0.2)
    said = "".join(file.read_text(errors="replace") for file in (home / "output", log) if file.exists())
    raise Neo4jMissingError(f"the server did not start:\n{said[-2000:]}")


def _entry(jars: Path) -> str:
    """The name of the class that starts the server."""
    [jar] = jars.glob("neo4j-[0-9]*.jar")
    with zipfile.ZipFile(jar) as opened:
        return opened.read(ENTRY).decode().strip()


def _jars() -> Path:
    """The folder of the server's jars, copied by Maven on first use: aside, and renamed when complete."""
    version = os.environ.get("REGRAPH_NEO4J_VERSION") or ElementTree.parse(POM).findtext(".//{*}neo4j.version")
    cache = Path(os.environ.get("REGRAPH_CACHE") or Path.home() / ".cache" / "regraph")
    jars = cache / f"neo4j-{version}" / "lib"
    if jars.is_dir():
        return jars
    maven = shutil.which("mvn")
    if maven is None:
        raise Neo4jMissingError("mvn is not on the PATH, and the server's jars are not in the cache; install Maven")
    jars.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=jars.parent) as aside:
        copied = Path(aside) / "lib"
        options = [f"-Dneo4j.version={version}", f"-DoutputDirectory={copied}"]
        command = [maven, "-q", "-B", "-f", str(POM), "dependency:copy-dependencies", *options]
        run = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        if run.returncode:
            raise Neo4jMissingError(f"Maven could not get the server's jars:\n{run.stdout[-2000:]}{run.stderr[-2000:]}")
        with suppress(OSError):  # another run was first
            copied.rename(jars)
    return jars
