"""A Kafka that asks who is there: passwords, certificates and rights, on loopback and for the tests alone."""

import contextlib
import os
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

_PASSWORDS = {"editor": "of the editor", "guest": "of the guest"}
_PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule required"
_CLUSTER = "AAAAAAAAAAAAAAAAAAAAAQ"
_START_SECONDS = 60
_SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule required"


class GuardedKafka:
    """One broker. `folder`, empty before, holds its files: ca.pem, client.pem, client.key, locked.key (password: hush).

    libs: the folder of a Kafka's jars.
    """

    def __init__(self, libs: str, folder: Path) -> None:
        names = ("SASL_SSL", "SSL", "SASL_PLAINTEXT", "CONTROLLER")
        self.folder = folder
        self._ports = dict(zip(names, _free_ports(len(names)), strict=True))
        self._java = ["java", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", f"{libs}/*"]
        self._properties = folder / "server.properties"
        self._properties.write_text(_properties(folder, self._ports))
        self._login = folder / "editor.properties"
        self._login.write_text(
            "security.protocol=SASL_PLAINTEXT\nsasl.mechanism=PLAIN\n"
            f'sasl.jaas.config={_PLAIN} username="editor" password="{_PASSWORDS["editor"]}";\n'
        )
        _make_certificates(folder)
        users = [
            argument
            for mechanism in ("SCRAM-SHA-256", "SCRAM-SHA-512")
            for user, password in _PASSWORDS.items()
            for argument in ("--add-scram", f"{mechanism}=[name={user},password={password}]")
        ]
        self._run("kafka.tools.StorageTool", "format", "-t", _CLUSTER, "-c", str(self._properties), *users)
        self.start()

    def by(self, protocol: str, user: str = "editor", mechanism: str = "SCRAM-SHA-512") -> dict[str, Any]:
        """The settings by which one of its users comes in; `editor` may do all, `guest` only what it is given."""
        given: dict[str, Any] = {
            "bootstrap": f"127.0.0.1:{self._ports[protocol]}",
            "security_protocol": protocol,
            "connect_timeout_seconds": 10,
        }
        if protocol.endswith("SSL"):
            given["ssl_cafile"] = str(self.folder / "ca.pem")
        if protocol.startswith("SASL"):
            given |= {"sasl_mechanism": mechanism, "sasl_username": user, "sasl_password": _PASSWORDS[user]}
        return given

    def by_certificate(self, key: str = "client.key") -> dict[str, Any]:
        """The settings of a client that shows a certificate and may do all."""
        files = {"ssl_certfile": str(self.folder / "client.pem"), "ssl_keyfile": str(self.folder / key)}
        return {**self.by("SSL"), **files}

    def allow(self, operation: str, *resources: str) -> None:
        """Let `guest` do something, in the words of Kafka's own kafka-acls."""
        place = ("--bootstrap-server", f"127.0.0.1:{self._ports['SASL_PLAINTEXT']}", "--command-config", self._login)
        right = ("--add", "--allow-principal", "User:guest", "--operation", operation, *resources)
        self._run("org.apache.kafka.tools.AclCommand", *map(str, place), *right)

    def start(self) -> None:
        """Start it, or start it again; returns when it listens."""
        with (self.folder / "kafka.log").open("ab") as log:
            command = [*self._java, "kafka.Kafka", str(self._properties)]
            self._process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)
        deadline = time.monotonic() + _START_SECONDS
        for port in self._ports.values():
            while not _listens(port):
                assert self._process.poll() is None, "Kafka ended"
                assert time.monotonic() < deadline, "Kafka does not listen"
                time.sleep(0.1)

    def kill(self) -> None:
        """SIGKILL."""
        self._process.kill()
        self._process.wait()

    def _run(self, *tool: str) -> None:
        subprocess.run([*self._java, *tool], check=True, capture_output=True)


def why_not() -> str | None:
    """Why such a Kafka cannot be had here; None where it can."""
    if not os.environ.get("COPYDESK_TEST_KAFKA_LIBS"):
        return "COPYDESK_TEST_KAFKA_LIBS names no folder of Kafka's jars"
    lacking = [tool for tool in ("java", "openssl") if shutil.which(tool) is None]
    return f"{', '.join(lacking)} not found" if lacking else None


def _properties(folder: Path, ports: dict[str, int]) -> str:
    listeners = ",".join(f"{name}://127.0.0.1:{port}" for name, port in ports.items())
    users = " ".join(f'user_{user}="{password}"' for user, password in _PASSWORDS.items())
    modules = {
        "plain": f'{_PLAIN} username="editor" password="{_PASSWORDS["editor"]}" {users};',
        "scram-sha-256": f"{_SCRAM};",
        "scram-sha-512": f"{_SCRAM};",
    }
    logins = [
        f"listener.name.{listener}.{mechanism}.sasl.jaas.config={module}"
        for listener in ("sasl_ssl", "sasl_plaintext")
        for mechanism, module in modules.items()
    ]
    lines = [
        "process.roles=broker,controller",
        "node.id=1",
        f"listeners={listeners}",
        f"advertised.listeners={listeners.rpartition(',')[0]}",
        "listener.security.protocol.map=SASL_SSL:SASL_SSL,SSL:SSL,SASL_PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
        "controller.listener.names=CONTROLLER",
        f"controller.quorum.voters=1@127.0.0.1:{ports['CONTROLLER']}",
        "inter.broker.listener.name=SASL_PLAINTEXT",
        "sasl.mechanism.inter.broker.protocol=PLAIN",
        "sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-256,SCRAM-SHA-512",
        *logins,
        "ssl.keystore.type=PEM",
        f"ssl.keystore.location={folder / 'broker.store'}",
        "ssl.truststore.type=PEM",
        f"ssl.truststore.location={folder / 'ca.pem'}",
        "listener.name.ssl.ssl.client.auth=required",
        "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer",
        "super.users=User:editor;User:ANONYMOUS;User:CN=client",
        f"log.dirs={folder / 'data'}",
        "offsets.topic.replication.factor=1",
        "offsets.topic.num.partitions=4",
        "transaction.state.log.replication.factor=1",
        "transaction.state.log.num.partitions=4",
        "transaction.state.log.min.isr=1",
        "group.initial.rebalance.delay.ms=0",
        "auto.create.topics.enable=false",
    ]
    return "\n".join(lines) + "\n"


def _make_certificates(folder: Path) -> None:
    def openssl(*arguments: str) -> None:
        subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)

    new_key = ("-newkey", "rsa:2048", "-nodes")
    signs = ("-addext", "keyUsage=critical,keyCertSign,cRLSign")
    openssl(
        "req", "-x509", *new_key, *signs, "-keyout", "ca.key", "-out", "ca.pem", "-days", "2", "-subj", "/CN=authority"
    )
    # From Python 3.13 on a certificate has to name its authority's key.
    (folder / "extensions").write_text("subjectAltName=DNS:localhost,IP:127.0.0.1\nauthorityKeyIdentifier=keyid\n")
    for who in ("broker", "client"):
        openssl("req", *new_key, "-keyout", f"{who}.key", "-out", f"{who}.csr", "-subj", f"/CN={who}")
        authority = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", "extensions")
        openssl("x509", "-req", "-in", f"{who}.csr", *authority, "-out", f"{who}.pem")
    openssl("rsa", "-aes256", "-passout", "pass:hush", "-in", "client.key", "-out", "locked.key")
    (folder / "broker.store").write_bytes((folder / "broker.key").read_bytes() + (folder / "broker.pem").read_bytes())


def _free_ports(count: int) -> list[int]:
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


def _listens(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
        return True
    return False
