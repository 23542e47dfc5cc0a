/* The path of a file -> a descriptor that can be read without waiting. */
#ifndef CORE_FILE_H
#define CORE_FILE_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>
#include <sys/stat.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Opens a file for reading into `*out`, else -1.  What is no file is refused and never
   waited for: named pipes, sockets, devices (/dev/null aside), folders.  Pipes that the
   process was given (/dev/stdin, /dev/fd/63) are read.  PALPATE_BAD_INPUT. */
palpate_status file_open(int *out, const char *path, palpate_error *err);

/* What stands in the place of a file, for people: "a named pipe". */
const char *file_kind(mode_t mode);

/* Whether what is open stands below `folder`, an absolute path without links: asked of
   what was opened, so that no link can be put in its place after the question.  True
   where the system cannot tell. */
bool file_is_below(int descriptor, palpate_view folder);

#ifdef __cplusplus
}
#endif
#endif
