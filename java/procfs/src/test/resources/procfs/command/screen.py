"""Runs a command on a terminal of its own, ends it in some way, and says what became of the terminal.

screen.py HOW COMMAND..., where HOW is q, ctrl-c, TERM or HUP
"""
import fcntl
import json
import os
import pty
import re
import select
import signal
import socket
import struct
import subprocess
import sys
import termios
import time

PATIENCE = 40

how, command = sys.argv[1], sys.argv[2:]
master, slave = pty.openpty()


def resize(rows):
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, 100, 0, 0))


def own_terminal():
    """What a shell runs in the background ignores SIGINT, and its children inherit that."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def wait_for(condition, what):
    """Reads what is written until something is so."""
    global output
    deadline = time.monotonic() + PATIENCE
    while not condition():
        left = deadline - time.monotonic()
        if left <= 0:
            process.kill()
            sys.exit("not " + what + ": " + repr(output[-2000:]))
        if select.select([master], [], [], min(left, 0.1))[0]:
            output += os.read(master, 65536)


def screen():
    """The last picture that was drawn, line by line."""
    return output.split(b"\033[H")[-1].split(b"\r\n")


resize(30)
before = termios.tcgetattr(slave)
output = b""
listener = socket.create_server(("127.0.0.1", 0))
port = listener.getsockname()[1]
words = ["sport", "=", ":%d" % port, "or", "dport", "=", ":%d" % port]
process = subprocess.Popen(command + words, stdin=slave, stdout=slave, stderr=slave, preexec_fn=own_terminal,
                           env=dict(os.environ, TERM="xterm"))
listening = b"127.0.0.1:%d" % port
wait_for(lambda: listening in output and output.endswith(b"\033[J"), "a first picture")
raw = termios.tcgetattr(slave) != before
client = socket.create_connection(("127.0.0.1", port))
server = listener.accept()[0]
wait_for(lambda: b"\033[32m+ ESTAB" in output and len(re.findall(rb"\n(?:\033\[\d+m)?. ESTAB ", output.split(b"\033[H")[-1])) == 2, "two new rows")
client.close()
wait_for(lambda: b"ESTAB->CLOSE-WAIT" in output and b"ESTAB->FIN-WAIT-2" in output, "a transition")
server.close()
listener.close()
wait_for(lambda: b"\033[31m- LISTEN" in output, "a row that is gone")
for rows in (12, 6):
    resize(rows)
    wait_for(lambda: output.endswith(b"\033[J") and len(screen()) <= rows, "a smaller picture")

ends = {"q": lambda: os.write(master, b"q"), "ctrl-c": lambda: os.write(master, b"\x03"),
        "TERM": lambda: process.send_signal(signal.SIGTERM), "HUP": lambda: process.send_signal(signal.SIGHUP)}
ends[how]()
wait_for(lambda: process.poll() is not None, "ended")
while select.select([master], [], [], 0)[0]:
    output += os.read(master, 65536)
print(json.dumps({"status": process.returncode, "raw": raw, "restored": termios.tcgetattr(slave) == before,
                  "tail": output.decode()[-60:], "opened": output.count(b"\033[?1049h"),
                  "closed": output.count(b"\033[?1049l")}))
