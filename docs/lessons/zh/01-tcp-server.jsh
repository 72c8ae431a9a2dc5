// 1. 六行写成的 TCP 服务器。

// 套接字是一个描述符:一个小整数,其他调用都用它。man("socket")
int listenfd = check(socket(AF_INET, SOCK_STREAM, 0))

// 它需要地址:127.0.0.1,端口写 0,由内核挑一个空闲的。man("bind")
sockaddr_in addr = new sockaddr_in(AF_INET, htons(0), inet_makeaddr(127, 1))
check(bind(listenfd, addr, sizeof(addr)))

// 从这里起可以接受连接;最多十个在队列里等着。man("listen")
check(listen(listenfd, 10))

// 内核挑了哪个端口。man("getsockname")
int[] len = {sizeof(addr)}
check(getsockname(listenfd, addr, len))
addr

// 客户端,在同一个进程里。握手由内核替服务器完成,所以这里不用等 accept。man("connect")
int clientfd = check(socket(AF_INET, SOCK_STREAM, 0))
check(connect(clientfd, addr, sizeof(addr)))
check(send(clientfd, "hello", 5, 0))

// 服务器取走连接:得到这个连接自己的描述符,以及客户端的地址。man("accept")
sockaddr_in peer = new sockaddr_in()
int connfd = check(accept(listenfd, peer, len))
peer

// 客户端发来的数据已经在那里等着。man("recv")
byte[] buf = new byte[100]
int n = check(recv(connfd, buf, sizeof(buf), 0))
text(buf, n)

// 再发回去。man("send")
check(send(connfd, buf, n, 0))
check(recv(clientfd, buf, sizeof(buf), 0))

// 客户端关闭以后,recv 返回 0:流到头了,这不是错误。man("close")
check(close(clientfd))
recv(connfd, buf, sizeof(buf), 0)

// 这六行是:socket、bind、listen、accept、recv、send。第七行是关闭,不能省。
check(close(connfd))
check(close(listenfd))
