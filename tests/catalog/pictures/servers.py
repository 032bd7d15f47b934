"""Real local servers that say what a test wants, each on a port of its own."""

import datetime
import http.server
import io
import ipaddress
import ssl
import threading
from contextlib import contextmanager

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from PIL import Image


def picture(colour="red", size=(40, 30), kind="JPEG") -> bytes:
    target = io.BytesIO()
    Image.new("RGB", size, colour).save(target, kind)
    return target.getvalue()


class Site:
    """What lies where: path to a function of the handler; every path asked for is noted, with its Host header."""

    def __init__(self, port: int, scheme: str = "http"):
        self.port, self.scheme = port, scheme
        self.answers, self.asked, self.hosts = {}, [], []

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    def put(self, path: str, body: bytes, *, status: int = 200, **headers) -> str:
        def answer(handler):
            handler.send_response(status)
            said = {name.replace("_", "-"): str(value) for name, value in headers.items()}
            for name, value in ({"Content-Length": str(len(body))} | said).items():
                handler.send_header(name, value)
            handler.end_headers()
            handler.wfile.write(body)

        self.answers[path] = answer
        return self.url(path)

    def redirect(self, path: str, to: str, status: int = 302) -> str:
        return self.put(path, b"", status=status, Location=to)


@contextmanager
def serving(tls: ssl.SSLContext | None = None):
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            site.asked.append(self.path)
            site.hosts.append(self.headers["Host"])
            answer = site.answers.get(self.path)
            answer(self) if answer else self.send_error(404)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # clients that hang up are part of the game
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    site = Site(server.server_address[1], "https" if tls else "http")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield site
    server.shutdown()
    server.server_close()


def certificate(folder, name: str) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A server that calls itself `name`, and a client that trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.UTC)
    names = [x509.DNSName(name)] if not name[0].isdigit() else [x509.IPAddress(ipaddress.ip_address(name))]
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    file = folder / f"{name}.pem"
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(file)
    return server, ssl.create_default_context(cadata=made.public_bytes(serialization.Encoding.PEM).decode())
