/* The path of a file that the user names -> a stream to read. */
#ifndef PROGRAM_INPUT_H
#define PROGRAM_INPUT_H

#include <stdio.h>

/* Opens a file, or standard input for "-", which is not to be closed.  A named pipe,
   which may be waited for forever, is no file; one that the process was given, such as
   /dev/fd/63, is.  NULL with errno. */
FILE *input_open(const char *path);

#endif
