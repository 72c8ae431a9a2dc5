"""Holds sockets of every kind, says which, and ends with its standard input. It wants a network namespace of its own."""
import json
import os
import socket
import subprocess
import sys
import time

subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
kept = {}


def keep(name, s):
    kept[name] = s
    return s


def tcp(name, host, port=0, family=socket.AF_INET, backlog=5, v6only=None):
    s = keep(name, socket.socket(family, socket.SOCK_STREAM))
    if v6only is not None:
        s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, v6only)
    s.bind((host, port))
    s.listen(backlog)
    return s


def pair(name, listener, host=None):
    client = keep(name + "_client", socket.create_connection((host or listener.getsockname()[0], listener.getsockname()[1])))
    server = keep(name + "_server", listener.accept()[0])
    return client, server


def unix(name, kind, address=None):
    s = keep(name, socket.socket(socket.AF_UNIX, kind))
    if address is not None:
        s.bind(address)
    return s


ssh = tcp("ssh", "127.0.0.1", 22)
https = tcp("https", "127.0.0.1", 443)
both = tcp("both", "::", 0, socket.AF_INET6, v6only=0)
six = tcp("six", "::", 0, socket.AF_INET6, v6only=1)
device = keep("device", socket.socket())
device.setsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, b"lo")
device.bind(("127.0.0.1", 0))
device.listen()
waiting = tcp("waiting", "127.0.0.1")
keep("not_accepted", socket.create_connection(waiting.getsockname()))
full = tcp("full", "127.0.0.1", backlog=0)
keep("in_backlog", socket.create_connection(full.getsockname()))
syn = keep("syn_sent", socket.socket())
syn.setblocking(False)
syn.connect_ex(full.getsockname())

client, server = pair("established", https)
client.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
client.send(b"x" * 100)
pair("mapped", both, "127.0.0.1")
pair("ipv6", six, "::1")


def leave():
    """What the kernel removes by itself after a minute."""
    client, server = pair("half", ssh)
    client.close()
    client, server = pair("gone", ssh)
    client.close()
    server.close()


leave()

udp = keep("udp", socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
udp.bind(("127.0.0.1", 53))
keep("udp_client", socket.socket(socket.AF_INET, socket.SOCK_DGRAM)).connect(udp.getsockname())
keep("udp6", socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)).bind(("::1", 0))
keep("udplite", socket.socket(socket.AF_INET, socket.SOCK_DGRAM, 136)).bind(("127.0.0.1", 0))
keep("raw", socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP))
keep("raw6", socket.socket(socket.AF_INET6, socket.SOCK_RAW, socket.IPPROTO_ICMPV6))

path = os.path.join(sys.argv[1], "stream.sock")
stream = unix("stream", socket.SOCK_STREAM, path)
stream.listen(7)
unix("stream_client", socket.SOCK_STREAM).connect(path)
keep("stream_server", stream.accept()[0])
unix("pending", socket.SOCK_STREAM).connect(path)
hostile = "\0" + 'red\x1b[31m"\\\n' + "name"
unix("abstract", socket.SOCK_SEQPACKET, hostile).listen()
unix("seqpacket_client", socket.SOCK_SEQPACKET).connect(hostile)
keep("seqpacket_server", kept["abstract"].accept()[0])
unix("dgram", socket.SOCK_DGRAM, os.path.join(sys.argv[1], "dgram.sock"))
kept["left"], kept["right"] = socket.socketpair()

keep("packet", socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3)))
keep("packet_lo", socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, 0)).bind(("lo", 3))
keep("netlink", socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)).bind((0, 0))


def states():
    with open("/proc/self/net/tcp") as table:
        return {line.split()[3] for line in list(table)[1:]}


deadline = time.monotonic() + 20
while not {"01", "02", "05", "06", "08", "0A"} <= states():
    if time.monotonic() > deadline:
        sys.exit("not all states: " + str(states()))
    time.sleep(0.01)

facts = {}
for name, s in kept.items():
    if s.fileno() >= 0:
        facts[name] = {"fd": s.fileno(), "inode": os.fstat(s.fileno()).st_ino}
        if s.family in (socket.AF_INET, socket.AF_INET6):
            facts[name]["port"] = s.getsockname()[1]
print(json.dumps({"pid": os.getpid(), "hostile": hostile[1:], "sockets": facts}), flush=True)
for line in sys.stdin:
    leave()
    print("refreshed", flush=True)
