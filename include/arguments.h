// What the demos make of their command line.
#ifndef ARGUMENTS_H
#define ARGUMENTS_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DEFAULT_PORT 9501
#define DEFAULT_PATH "/tmp/libc-sockets.sock"

// The number from 0 to max that text spells, or -1. atoi(3) alone takes "abc" for 0 and "80x" for
// 80, so its answer is spelled out again and has to be the same text.
static inline int number(const char *text, int max)
{
    char spelled[16];
    int n = atoi(text);
    snprintf(spelled, sizeof(spelled), "%d", n);
    if (n < 0 || n > max || strcmp(spelled, text) != 0) {
        return -1;
    }
    return n;
}

#endif
