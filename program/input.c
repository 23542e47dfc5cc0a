#include "input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

FILE *input_open(const char *path)
{
    struct stat status;

    if (strcmp(path, "-") == 0)
        return stdin;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file < 0)
        return NULL;
    bool is_pipe = fstat(file, &status) == 0 && S_ISFIFO(status.st_mode);
    if (is_pipe && strncmp(path, "/dev/", 5) != 0 && strncmp(path, "/proc/", 6) != 0) {
        (void)close(file);
        errno = ESPIPE;
        return NULL;
    }
    (void)fcntl(file, F_SETFL, fcntl(file, F_GETFL) & ~O_NONBLOCK);
    return fdopen(file, "r");
}
