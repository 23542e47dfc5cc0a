/* The folder of an index -> how large it is, and when it was written. */
#ifndef QUERY_DISK_H
#define QUERY_DISK_H

#include <palpate/search.h>

/* Fills `bytes` and `written` from the databases that the stub file of `path` names;
   what cannot be seen, such as one on another machine, counts nothing. */
void disk_measure(palpate_index_info *info, const char *path);

#endif
