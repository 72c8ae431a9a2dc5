// 1. A TCP server in six lines.

// A socket is a descriptor: a small number that the other calls take. man("socket")
int listenfd = check(socket(AF_INET, SOCK_STREAM, 0))

// It needs an address: 127.0.0.1, and port 0, for which the kernel takes one that is free. man("bind")
sockaddr_in addr = new sockaddr_in(AF_INET, htons(0), inet_makeaddr(127, 1))
check(bind(listenfd, addr, sizeof(addr)))

// From here on connections are taken; up to ten wait in a queue. man("listen")
check(listen(listenfd, 10))

// Which port the kernel chose. man("getsockname")
int[] len = {sizeof(addr)}
check(getsockname(listenfd, addr, len))
addr

// A client, in the same process. The kernel shakes hands for the server, so this does not wait for accept. man("connect")
int clientfd = check(socket(AF_INET, SOCK_STREAM, 0))
check(connect(clientfd, addr, sizeof(addr)))
check(send(clientfd, "hello", 5, 0))

// The server takes the connection: a descriptor of its own for it, and the client's address. man("accept")
sockaddr_in peer = new sockaddr_in()
int connfd = check(accept(listenfd, peer, len))
peer

// What the client sent waits there. man("recv")
byte[] buf = new byte[100]
int n = check(recv(connfd, buf, sizeof(buf), 0))
text(buf, n)

// And back. man("send")
check(send(connfd, buf, n, 0))
check(recv(clientfd, buf, sizeof(buf), 0))

// When the client closes, recv answers 0: the stream's end, not an error. man("close")
check(close(clientfd))
recv(connfd, buf, sizeof(buf), 0)

// The six lines were: socket, bind, listen, accept, recv, send. Closing is the seventh, and has to be done.
check(close(connfd))
check(close(listenfd))
