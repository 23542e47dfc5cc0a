#include "indexer/source/source_kind.h"

#include <string.h>
#include <unistd.h>

#include "core/view.h"
#include "indexer/source/source_walk.h"
#include "indexer/source/stream.h"

bool source_is_standard_input(const char *source)
{
    struct stat status;
    bool is_device = strcmp(source, "/dev/stdin") == 0 ||
                     strcmp(source, "/dev/fd/0") == 0 ||
                     strcmp(source, "/proc/self/fd/0") == 0;

    return strcmp(source, "-") == 0 ||
           (is_device && fstat(STDIN_FILENO, &status) == 0 &&
                   !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode));
}

bool source_is_stream(const char *path, mode_t mode)
{
    return walk_is_stream(view_of(path)) || (S_ISREG(mode) && stream_is_warc(path));
}
