// first_socket: a whole process that makes one socket. How long a JVM takes for the same is measured beside it.
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

int main(void)
{
    if (socket(AF_INET, SOCK_STREAM, 0) < 0) {
        perror("socket");
        exit(1);
    }
    return 0;
}
